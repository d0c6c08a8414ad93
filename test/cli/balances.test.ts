/** `tenor balances`: positions over time, and the position with which `tenor run` ends. */
import { describe, expect, test, vi } from "vitest";
import { schemaProblems, tenor } from "./tenor.ts";

// The first test of a command loads all that it needs, which takes a while on a busy machine. In milliseconds.
vi.setConfig({ testTimeout: 240_000 });

const note = "examples/juniper-first-eighteen-months/scenario.json";
const loan = "examples/term-loan/scenario.json";
const unmarked = "test/data/cli/repaid.json";

interface Printed {
  readonly format: string;
  readonly defaults: readonly object[];
  readonly days: readonly { readonly on: string; readonly balances: readonly { readonly role: string }[] }[];
}

async function balancesOf(...args: readonly string[]): Promise<Printed> {
  const { status, out } = await tenor(["balances", "--json", ...args]);
  expect(status).toBe(0);
  expect(schemaProblems("balances", out)).toBeNull();
  return JSON.parse(out) as Printed;
}

describe("balances", () => {
  test("shows month ends and the last day, in tables that fit", async () => {
    const { status, out, err } = await tenor(["balances", note]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
    // examples/juniper-first-eighteen-months/README.md calculates the 6,766, the 6,424, and the 14,000.
    expect(out).toMatch(/\n {2}2006-09-30 +\$337,625 +\$6,766 +\$6,766 +\$0 +\$344,391\n/);
    expect(out).toMatch(/\n {2}2006-12-31 +\$301,125 +\$6,424 +\$6,424 +\$14,000 +\$321,549\n/);
    // Every change of a default, not only those that a month's end finds: overdue from 2 to 16 January 2007.
    expect(out).toMatch(/\nDefaults from 2005-12-28 to 2007-06-29\n/);
    expect(out).toMatch(/\n {17}2007-01-02 {2}2007-01-16 {2}Event of Default under 3\.1 "Failure to\n/);
    expect(out).toMatch(/\n {2}2007-06-29 +\$31,530\.23…\n/);
  });

  test("prints them as JSON by the published schema, with full quotients and reasons", async () => {
    const { format, days } = await balancesOf(note, "--every", "quarter", "--from", "2007-01-01");
    expect(format).toBe("tenor/balances@3");
    expect(days.map(({ on }) => on)).toEqual(["2007-03-31", "2007-06-29"]);
    expect(days[1]?.balances).toContainEqual({
      role: "cash to the holder",
      value: "Cash Received",
      section: "preamble",
      amount: "31530.237777777777778",
      unit: "USD",
    });
    expect(days[1]?.balances).toContainEqual({
      role: "default amount",
      value: "Default Amount",
      section: "Article III",
      amount: null,
      because: "Accelerated does not hold",
    });
  });

  test("adds up what is owed, and the holder's part of the shares", async () => {
    const { days } = await balancesOf(note, "--every", "quarter", "--from", "2007-01-01");
    // 262,686.11… of principal, 5,316.65… of interest and 14,000 of damages; 12,599,753.75 of 166,000,000 shares.
    expect(days[1]).toMatchObject({
      owed: {
        amount: expect.stringMatching(/^282002\.76/),
        unit: "USD",
        of: ["principal left", "interest", "damages"],
      },
      dilution: { amount: "0.0759", unit: "percent" },
    });
    // Once the note is accelerated, the default amount stands in place of principal and interest.
    const accelerated = await balancesOf("examples/default-and-what-follows/falling.json");
    expect(accelerated.days.at(-1)).toMatchObject({ owed: { amount: "119171", of: ["default amount"] } });
  });

  test("finds the defaults of the days that are asked about, and no others", async () => {
    const { defaults } = await balancesOf(note, "--from", "2007-01-10", "--through", "2007-06-29");
    expect(defaults).toEqual([
      {
        value: "Event of Default",
        title: "Failure to pay principal or interest",
        section: "3.1",
        occurred: "2007-01-02",
        ended: "2007-01-16",
        state: "ended",
      },
    ]);
    // As known at the end of the last day: on that day it goes on.
    const then = await balancesOf(note, "--from", "2007-01-10", "--through", "2007-01-12");
    expect(then.defaults).toMatchObject([{ occurred: "2007-01-02", state: "continues" }]);
    expect((await balancesOf(note, "--from", "2007-01-17")).defaults).toEqual([]);
  });

  test("goes on to a later day, and stops at an earlier one", async () => {
    const { days } = await balancesOf(loan, "--every", "year", "--through", "2025-02-01");
    expect(days.map(({ on }) => on)).toEqual(["2023-12-31", "2024-12-31", "2025-02-01"]);
    const early = await balancesOf(loan, "--through", "2023-04-10");
    expect(early.days.map(({ on }) => on)).toEqual(["2023-03-31", "2023-04-10"]);
  });

  test("says what is unknown where the data do not reach", async () => {
    const { days } = await balancesOf(note, "--from", "2007-09-01", "--through", "2007-09-30");
    expect(days[0]?.balances).toContainEqual(
      expect.objectContaining({
        role: "price of conversion",
        error: expect.objectContaining({ kind: "missing data" }),
      }),
    );
  });

  test("prints a row for each value on each day as CSV", async () => {
    const { out } = await tenor(["balances", note, "--csv", "--every", "year", "--from", "2007-01-01"]);
    const [head, ...rows] = out.trimEnd().split("\n");
    expect(head).toBe("on,role,value,section,amount,unit,because");
    expect(rows).toContain("2007-06-29,damages,Damages Owed,1.4(g),14000,USD,");
    expect(rows).toContain("2007-06-29,default amount,Default Amount,Article III,,,Accelerated does not hold");
  });

  test("says so where the template has no roles of positions", async () => {
    const { status, out } = await tenor(["balances", unmarked]);
    expect({ status, out }).toEqual({ status: 0, out: "The template marks no value with a role of positions.\n" });
  });

  test.each([
    [["--every", "week"], "--every week is not a period; write month, quarter, year"],
    [["--from", "2006-02-30"], "--from 2006-02-30 is not a day"],
    [["--through", "soon"], "--through soon is not a day"],
    [["--from", "2006-03-01", "--through", "2006-02-01"], "--through lies before --from"],
  ])("refuses %j", async (args, message) => {
    const ran = await tenor(["balances", note, ...args]);
    expect(ran).toMatchObject({ status: 2, out: "" });
    expect(ran.err).toContain(message);
  });

  test.each([
    [["--from", "2005-01-01"], "The note exists from 2005-12-28"],
    [["--through", "2005-01-01"], "--through lies before the first day of the note"],
    [["--from", "2020-01-01"], "add --through 2020-01-01 to go beyond 2007-06-29"],
  ])("has no days for %j", async (args, message) => {
    const ran = await tenor(["balances", note, ...args]);
    expect(ran).toMatchObject({ status: 1, out: "" });
    expect(ran.err).toContain(message);
  });
});

describe("the end of a run", () => {
  test.each([80, 120])("says where everybody stands in %i columns", async (width) => {
    const { out } = await tenor(["run", note], { width });
    const end = out.slice(out.indexOf("Position at the end of Fri 2007-06-29"));
    expect(Math.max(...end.split("\n").map((line) => line.length))).toBeLessThanOrEqual(width);
    expect(end).toMatch(/\n {4}principal left +\$262,686\.11… {2}Outstanding Principal \[preamble\]\n/);
    expect(end).toMatch(/\n {4}shares owed +0 {2}Shares Owed \[1\.4\(d\)\]\n/);
    expect(end).toMatch(/\n {2}Defaults that continue\n {4}none\n/);
    expect(end).toMatch(/\n {2}Tue 2006-12-05 {2}overdue +Borrower to Holder +Monthly Damages: \$14,000/);
    expect(end).toMatch(/\n {2}Thu 2009-01-15 {2}due +Borrower to Holder +Repayment: \$262,686\.11…/);
    expect(end).toMatch(/\nFalls due next if nothing more happens, through Sat 2007-09-29\n/);
  });

  test("breaks no name of a value over two lines", async () => {
    const { out } = await tenor(["run", note]);
    for (const name of [
      "Conversion Shares",
      "Call Available",
      "Maximum Convertible Principal",
      "Outstanding Principal",
    ]) {
      const [first = "", ...rest] = name.split(" ");
      expect(out).toContain(name);
      expect(out).not.toMatch(new RegExp(`${first}(?! ${rest.join(" ")}).*\\n +${rest[0]}\\b`));
    }
  });

  test("is there also where the limits do not allow to look ahead", async () => {
    // The timeline runs through 29 June 2007, 549 days; three months more are 641.
    const { status, out } = await tenor(["run", note, "--limit", "days=600"]);
    expect(status).toBe(0);
    expect(out).toContain("\nPosition at the end of Fri 2007-06-29\n");
    expect(out).toContain("\nFalls due next\n  more steps or days to look at than the limits allow\n");
  });

  test("adds nothing of the position to its JSON", async () => {
    const { out } = await tenor(["run", "--json", note]);
    expect(schemaProblems("run", out)).toBeNull();
    const keys = [
      "format",
      "scenario",
      "answers",
      "journal",
      "owed",
      "defaults",
      "breaches",
      "refused",
      "readings",
      "receipt",
      "madeFrom",
    ];
    expect(Object.keys(JSON.parse(out))).toEqual(keys);
  });
});
