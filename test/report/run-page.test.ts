/** What the report of the first example says. The sums by hand stand in examples/juniper-first-eighteen-months/README.md. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Chart } from "../../src/reports.ts";
import { renderReport } from "../../src/reports.ts";
import { cellText, compiled, exampleReplay, firstExample, notesIn, pageOf, replayOf, rowsOf } from "./pages.ts";

const page = pageOf(exampleReplay());

describe("the report of the first example", () => {
  test("sums up what happened", () => {
    // Three conversions before the split and one after it; the fifth notice, the call and the Default Notice are refused.
    expect(page.summary.join(" ")).toContain("4 conversions among them; 3 events are not allowed by the contract.");
    expect(page.summary.join(" ")).toContain("from 28 December 2005 to 29 June 2007");
    // The Registration Statement was late (3.3), and interest was not paid in time (3.1).
    expect(page.summary.join(" ")).toContain("2 defaults occurred; none continues at the end.");
  });

  test("has the position by role, and what is owed", () => {
    const position = rowsOf(page, "Where the parties stand");
    // 365,000 − 18,250 − 9,125 − 36,500 − 28,300 − 365,000 ÷ 36 = 262,686.11…
    expect(position.find(([name]) => name === "Outstanding Principal")?.at(-1)).toBe("$262,686.11…");
    expect(position.find(([name]) => name === "Damages Owed")?.at(-1)).toBe("$14,000");
    // $2,000 a day for the seven days from 17 to 23 November 2006.
    expect(rowsOf(page, "Due or still to be done")[0]?.slice(0, 2)).toEqual([
      "2006-12-05",
      "Monthly Damages: $14,000 for Month Ended 2006-12-01, overdue",
    ]);
  });

  test("lists the conversions with their shares", () => {
    expect(rowsOf(page, "Conversions").map((row) => row.slice(0, 4))).toEqual([
      ["first", "2006-03-15", "Principal Converted $18,250", "813,521 shares"],
      ["second", "2006-07-17", "Principal Converted $9,125", "410,727 shares"],
      ["third", "2006-11-13", "Principal Converted $36,500", "4,055,555 shares"],
      ["fourth", "2007-04-11", "Principal Converted $60,000", "6,000,000 shares"],
    ]);
  });

  test("gives the holder's part of all shares", () => {
    const chart = "Shares issued to the holder, in percent of the shares outstanding";
    const rows = rowsOf(page, `${chart}: month ends and days on which something changed`);
    // 813,521 ÷ 120,813,521 = 0.0067337…
    expect(rows.find(([day]) => day === "2006-03-15")?.[1]).toMatch(/^0\.67\d*…%$|^0\.673\d*…?%/);
    // 12,599,753.75 ÷ 166,000,000 = 0.0759021…
    expect(rows.at(-1)?.[1]).toMatch(/^7\.59/);
  });

  test("adds up the cash paid to the holder", () => {
    const paid = rowsOf(page, "Cash paid to the holder, by day");
    expect(paid.map(([day, events, amount]) => [day, events, amount])).toEqual([
      ["2006-10-02", "Interest Paid", "$6,766"],
      // 36.96 + 6,424
      ["2007-01-16", "Interest Paid", "$6,460.96"],
      ["2007-04-02", "Interest Paid", "$5,940"],
      // 104% of 365,000 ÷ 36, which is 10,544.44…, and one month of interest: 272,825 × 8% ÷ 12 = 1,818.83…
      ["2007-04-30", "Partial Call", "$12,363.27…"],
    ]);
    expect(paid.at(-1)?.at(-1)).toBe("$31,530.23…");
  });

  test("adds up what was paid on the accounts", () => {
    const payments = rowsOf(page, "What payments were applied to");
    expect(payments.map((row) => [row[0], row[2], row.at(-1)])).toEqual([
      ["2006-10-02", "Interest", "$6,766"],
      ["2007-01-16", "Default Interest", "$36.96"],
      ["2007-01-16", "Interest", "$6,424"],
      ["2007-04-02", "Interest", "$5,940"],
      // 6,766 + 36.96 + 6,424 + 5,940
      ["Total", "", "$19,166.96"],
    ]);
  });

  test("distinguishes cured defaults from those that occurred", () => {
    expect(rowsOf(page, "Defaults")).toEqual([
      ["Registration", "3.3", "2005-12-28", "2006-04-27", "2006-05-08", "ended"],
      ["Registration", "3.3", "2005-12-28", "", "2006-02-10", "cured in time"],
      ["Judgments (supplier)", "3.7", "2006-06-13", "", "2006-06-30", "cured in time"],
      ["Failure to pay principal or interest", "3.1", "", "2007-01-02", "2007-01-16", "ended"],
    ]);
  });

  test("says why events are refused", () => {
    const refused = rowsOf(page, "Events that the contract does not allow");
    expect(refused.map(([event, on]) => [event, on])).toEqual([
      ["Optional Prepayment Notice call", "2006-01-04"],
      ["Default Notice too late", "2006-05-10"],
      ["Notice of Conversion fifth", "2007-05-14"],
    ]);
    expect(refused.at(-1)?.at(-1)).toBe("the month after a Partial Call is barred");
  });

  test("has the terms, the readings and the template's views", () => {
    expect(rowsOf(page, "Deal terms").slice(0, 2)).toEqual([
      ["Principal", "$365,000", "the scenario"],
      ["Shares Outstanding", "120,000,000 shares", "the scenario"],
    ]);
    const readings = rowsOf(page, "Passages that can be read in more than one way");
    expect(readings.find(([name]) => name === "excess over cap")?.slice(2)).toEqual(["cut back", "void", "1.1"]);
    expect(rowsOf(page, "Views that the template takes itself").length).toBeGreaterThan(10);
    expect(rowsOf(page, "What the contract says")).toContainEqual(["Maturity Date", "maturity", "", "2009-01-15"]);
  });

  test("draws the price with its conversions and the split", () => {
    const chart = page.sections.flatMap(({ blocks }) => blocks).find((it): it is Chart => it.kind === "Chart");
    expect(chart?.points.map(({ on, label }) => [on, label])).toEqual([
      ["2006-03-15", "first"],
      ["2006-07-17", "second"],
      ["2006-11-13", "third"],
      ["2007-04-11", "fourth"],
    ]);
    expect(chart?.rules).toEqual([{ on: "2007-03-05", label: "Stock Split 1.25" }]);
    expect(chart?.lines.map(({ name }) => name)).toEqual(["Conversion Price", "Closing price"]);
    // From $0.18 to less than a cent, low prices could not be distinguished at equal distances.
    expect(chart?.isLogarithmic).toBe(true);
  });

  test("answers the questions of the scenario, each with its note", () => {
    const answers = rowsOf(page, "Questions of the scenario");
    const { ask } = JSON.parse(readFileSync(firstExample, "utf8")) as { ask: unknown[] };
    expect(answers).toHaveLength(ask.length);
    expect(answers).toContainEqual(["Principal Accepted", "fourth", "", "1.1", "$28,300"]);
  });
});

describe("the page as HTML", () => {
  test("opens what a figure of a table comes from", () => {
    expect(notesIn(page, "Conversions")[0]?.[3]).toBe("Shares Issued since 2006-03-15");
    // Each payment opens the account that it was applied to; the total stands for itself.
    const paid = rowsOf(page, "What payments were applied to").map(([day, , account]) => `${account} on ${day}`);
    expect(notesIn(page, "What payments were applied to").map((row) => row[5])).toEqual([
      ...paid.slice(0, -1),
      undefined,
    ]);
    const prices = "Price of the stock and price of conversion: month ends and days on which something changed";
    expect(notesIn(page, prices).every((row) => row[1]?.startsWith("Conversion Price on "))).toBe(true);
    expect(notesIn(page, "Due or still to be done")[0]?.[5]).toBe(
      "Damages of Month of Month Ended 2006-12-01 on 2007-06-29",
    );
  });

  test("is the same bytes each time", async () => {
    expect(await renderReport(pageOf(exampleReplay()))).toBe(await renderReport(page));
  });

  test("has each fragment once, and every link leads to one", async () => {
    const text = await renderReport(page);
    const ids = [...text.matchAll(/ id="?([^ ">]+)/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = new Set([...text.matchAll(/href="?#([^ ">]+)/g)].map(([, id]) => id));
    // Nothing has this id: it closes a note.
    targets.delete("closed");
    expect([...targets].filter((target) => !ids.includes(target))).toEqual([]);
    expect(targets.size).toBeGreaterThan(50);
  });

  test("asks for nothing from elsewhere, and has no scripts", async () => {
    const text = (await renderReport(page)).replaceAll("http://www.w3.org/", "");
    expect(text).not.toMatch(/https?:|<script|<link rel="stylesheet|@import|url\(/);
  });

  test("takes no text of a scenario for markup", async () => {
    const scenario = JSON.stringify({
      note: "loan",
      scenario: "x",
      title: "</style><script>alert(1)</script>",
      terms: { "Loan Amount": "1000" },
      events: [{ on: "2024-02-01", event: "Payment Made", id: '"><img src=x onerror=1>', Amount: "250" }],
      ask: [{ value: "Principal", on: "2024-02-01", section: "1" }],
    });
    const replay = replayOf(compiled("test/data/cli/terms/loan.tenor"), { name: "x.json", text: scenario });
    const text = await renderReport(pageOf(replay));
    expect(text).not.toContain("<script");
    expect(text).not.toContain("<img");
    expect(text).toContain("&lt;script&gt;alert(1)");
  });
});

test("a note without roles, prices and payments has a report all the same", () => {
  const scenario = JSON.stringify({
    note: "loan",
    scenario: "quiet",
    terms: { "Loan Amount": "1000" },
    events: [],
    ask: [],
  });
  const quiet = pageOf(replayOf(compiled("test/data/cli/terms/loan.tenor"), { name: "quiet.json", text: scenario }));
  expect(quiet.sections.map(({ id }) => id)).toEqual(["position", "payments", "defaults", "timeline", "terms"]);
  expect(quiet.keyFigures.map(({ figure }) => cellText(figure))).toEqual([]);
});

test("what is overdue is shown as one sum", () => {
  const name = "examples/term-loan/scenario.json";
  const loan = replayOf(compiled("terms/term-loan.tenor"), { name, text: readFileSync(name, "utf8") });
  const run = loan.outcome();
  if (!run.ok) throw new Error("no run");
  // Cents of the two overdue items, by hand from the list: what the page shows is their sum.
  const overdue = run.value.outcome.owed
    .filter(({ text }) => text.endsWith("overdue"))
    .map(({ amount }) => Number(amount));
  expect(overdue).toHaveLength(2);
  const shown = pageOf(loan).keyFigures.find((it) => it.name === "Overdue");
  const cents = Math.floor(overdue.reduce((a, b) => a + b) * 100) / 100;
  expect(shown && cellText(shown.figure)).toBe(`$${cents.toLocaleString("en-US", { minimumFractionDigits: 2 })}…`);
  expect(shown?.detail).toBe("2 amounts, the first since 1 April 2024");
});

test("what each party may do stands on the page: what may be done first, with what it brings, or why not", () => {
  const rows = rowsOf(pageOf(exampleReplay()), "What may be given as things stand at the end of 2007-06-29");
  const may = rows.map(([, it]) => it);
  expect(may.indexOf("no")).toBeGreaterThan(may.lastIndexOf("yes"));
  const [damages] = rows.filter(([, , event]) => event === "Damages Paid");
  // The $14,000 of seven days (the example's README), none of it paid.
  expect(damages?.slice(0, 4)).toEqual(["Borrower", "yes", "Damages Paid", "1.4(g)"]);
  expect(damages?.[5]).toContain("if Amount is $14,000: damages from $14,000 to $0");
  expect(rows.find(([, , event]) => event === "Default Amount Paid")?.[4]).toBe("the Note is not accelerated");
});

test("the contract's text stands beside the clauses of the sections that the page cites", () => {
  const contract = "1.1 Right to convert. Invented words about a right.\n\n9.9 Not cited.";
  const { contract: sections } = pageOf(exampleReplay(), contract);
  const right = sections.find(({ label }) => label === "1.1");
  expect(right?.text).toEqual(["1.1 Right to convert. Invented words about a right."]);
  expect(right?.clauses.map(({ name }) => name)).toContain("Conversion Shares");
  expect(sections.some(({ label }) => label === "9.9")).toBe(false);
});
