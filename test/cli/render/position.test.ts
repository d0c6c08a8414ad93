/** Where everybody stands, at the end of a run and over time, from the roles that a template marks. */
import { describe, expect, test } from "vitest";
import { plainPaint } from "../../../src/cli/render/parts/paint.ts";
import { renderPosition } from "../../../src/cli/render/position.ts";
import { renderBalances } from "../../../src/cli/render/standing/balances.ts";
import type { NotePosition } from "../../../src/index.ts";

const usd = (role: string, value: string, amount: string, section = "1") => {
  return { role, value, section, amount, unit: "USD" };
};
const left = usd("principal left", "Outstanding Principal", "262686.11111111111111", "preamble");
const interest = usd("interest", "Accrued Interest", "5316.6502283105022831");
const accelerated = {
  role: "default amount",
  value: "Default Amount",
  section: "III",
  amount: null,
  because: "not due",
};
const price = {
  role: "price of conversion",
  value: "Conversion Price",
  section: "1.2",
  amount: "0.0041833333333333",
  unit: "USD/share",
};
const issued = {
  role: "shares to the holder",
  value: "Shares Issued",
  section: "1",
  amount: "12599753.75",
  unit: "shares",
};
const inDefault = {
  role: "default",
  value: "Event of Default",
  section: "3.1, 3.2, 3.3",
  amount: false,
  unit: "yes or no",
};
const missed = { value: "Event of Default", section: "3.1", title: "Failure to pay", since: "2007-01-02" };

const position: NotePosition = {
  on: "2007-06-29",
  balances: [left, interest, accelerated, price, issued, inDefault],
  defaults: [],
};

describe("a position", () => {
  test("stands in its parts, each figure with its name and section", () => {
    expect(renderPosition(position, 80, plainPaint).split("\n")).toEqual([
      "  Owed",
      "    principal left            $262,686.11…  Outstanding Principal [preamble]",
      "    interest                    $5,316.65…  Accrued Interest [1]",
      "    default amount                no value  Default Amount [III]: not due",
      "  Conversion and shares",
      "    price of conversion   $0.004183…/share  Conversion Price [1.2]",
      "    shares to the holder     12,599,753.75  Shares Issued [1]",
      "  Defaults that continue",
      "    none",
    ]);
  });

  test("names the defaults that continue, with their section and since when", () => {
    const since = { value: "Event of Default", section: "3.7", title: "", of: "j1", since: null, because: "no prices" };
    const shown = renderPosition({ ...position, defaults: [missed, since] }, 80, plainPaint);
    expect(shown.split("\n").slice(-3)).toEqual([
      "  Defaults that continue",
      '    Event of Default under 3.1 "Failure to pay", since 2007-01-02',
      "    Event of Default under 3.7 for j1, since a day that is unknown: no prices",
    ]);
  });

  test("says what is unknown, and why", () => {
    const error = { kind: "missing data" as const, message: "no row for 2007-06-29" };
    const unknown = { role: "interest", value: "Accrued Interest", section: "1", error };
    const watched = { role: "default", value: "Event of Default", section: "3.1", error };
    expect(renderPosition({ on: "", balances: [unknown, watched], defaults: [] }, 80, plainPaint).split("\n")).toEqual([
      "  Owed",
      "    interest  unknown  Accrued Interest [1]: no row for 2007-06-29",
      "  Defaults that continue",
      "    Event of Default: unknown: no row for 2007-06-29",
    ]);
  });
});

describe("positions over time", () => {
  const earlier: NotePosition = { ...position, on: "2007-03-31" };
  const over = [
    {
      value: "Event of Default",
      section: "3.3",
      title: "",
      of: "j1",
      pending: "2006-12-01",
      state: "cured in time" as const,
      ended: "2006-12-20",
    },
    {
      value: "Event of Default",
      section: "3.1",
      title: "Failure to pay",
      occurred: "2007-01-02",
      ended: "2007-01-16",
      state: "ended" as const,
    },
    {
      value: "Event of Default",
      section: "3.7",
      title: "",
      pending: "2007-06-01",
      deadline: "2007-07-01",
      state: "pending" as const,
    },
    { value: "Event of Default", section: "3.2", title: "", occurred: "2007-06-28", state: "continues" as const },
  ];
  const over80 = (days: readonly NotePosition[]) =>
    renderBalances({ days, from: "2006-12-01", defaults: [] }, 80, plainPaint);

  test("have days down and roles across, and what is nothing on each day below", () => {
    expect(
      renderBalances({ days: [earlier, position], from: "2006-12-01", defaults: over }, 80, plainPaint).split("\n"),
    ).toEqual([
      "Owed",
      "  end of      principal left    interest",
      "  2007-03-31    $262,686.11…  $5,316.65…",
      "  2007-06-29    $262,686.11…  $5,316.65…",
      "",
      "  on each day: default amount no value",
      "",
      "Conversion and shares",
      "  end of      price of conversion  shares to the holder",
      "  2007-03-31     $0.004183…/share         12,599,753.75",
      "  2007-06-29     $0.004183…/share         12,599,753.75",
      "",
      "Defaults from 2006-12-01 to 2007-06-29",
      "  pending since  occurred    ended       default",
      "  2006-12-01                 2006-12-20  Event of Default under 3.3 for j1,",
      "                                         cured in time",
      '                 2007-01-02  2007-01-16  Event of Default under 3.1 "Failure to',
      '                                         pay"',
      "  2007-06-01                 pending     Event of Default under 3.7, to be cured",
      "                                         by the end of 2007-07-01",
      "                 2007-06-28  continues   Event of Default under 3.2",
      "",
    ]);
  });

  test("take several tables where one has no room", () => {
    const narrow = renderBalances(
      { days: [{ ...position, balances: [left, interest] }], from: "2007-06-29", defaults: [] },
      37,
      plainPaint,
    );
    expect(narrow.split("\n")).toEqual([
      "Owed",
      "  end of      principal left",
      "  2007-06-29    $262,686.11…",
      "",
      "  end of        interest",
      "  2007-06-29  $5,316.65…",
      "",
    ]);
  });

  test("name the values where two have one role", () => {
    const second = usd("principal left", "Deferred Principal", "5");
    const shown = over80([{ ...position, balances: [left, second] }]);
    expect(shown).toMatch(/^Owed\n {2}end of {6}Outstanding Principal {2}Deferred Principal\n/);
  });

  test("say from which day to which no default stood", () => {
    expect(over80([{ ...position, balances: [inDefault] }])).toBe("Defaults from 2006-12-01 to 2007-06-29\n  none\n");
  });

  test("add up what is owed, and say what part of the shares the holder has", () => {
    const owed = { amount: "282002.76", unit: "USD", of: ["principal left", "interest", "damages"] };
    const dilution = { amount: "0.0759", unit: "percent" };
    const summed = { ...position, balances: [left, issued], owed, dilution };
    expect(over80([summed])).toContain("\n  2007-06-29    $262,686.11…  $282,002.76\n");
    expect(over80([summed])).toContain("\n  2007-06-29         12,599,753.75     7.59%\n");
    const shown = renderPosition(summed, 80, plainPaint);
    expect(shown).toMatch(/\n {4}owed in all +\$282,002\.76 {2}principal left \+ interest \+ damages\n/);
    expect(shown).toMatch(/\n {4}dilution +7\.59% {2}shares to the holder, of the shares\n {41}outstanding$/);
    const unknown = { amount: null, because: "interest: no row for 2007-06-29", of: [] };
    expect(renderPosition({ ...summed, owed: unknown }, 80, plainPaint)).toMatch(
      /\n {4}owed in all +no value {2}interest: no row for 2007-06-29\n/,
    );
  });

  test("say so where no value has a role", () => {
    const none = { on: "2007-06-29", balances: [], defaults: [] };
    expect(over80([none])).toBe("The template marks no value with a role of positions.\n");
  });
});
