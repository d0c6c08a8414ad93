import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { createPaint, plainPaint } from "../../../src/cli/render/paint.ts";
import { renderTimeline } from "../../../src/cli/render/timeline.ts";
import type { JournalEntry, Refusal } from "../../../src/index.ts";

const payment: JournalEntry = {
  on: "2006-05-10",
  at: "14:00",
  kind: "event",
  section: "1.1",
  name: "Notice of Conversion",
  event: "c1",
  text: "Notice of Conversion c1: Principal Converted $50,000",
};
const principal: JournalEntry = {
  on: "2006-05-10",
  kind: "state",
  section: "1.4(e)",
  name: "Outstanding Principal",
  from: "500000",
  to: "450000",
  unit: "USD",
  event: "c1",
  text: "Outstanding Principal falls to $450,000",
};
const price: JournalEntry = {
  ...principal,
  section: "1.2(a)",
  name: "Floor",
  from: "0.05",
  to: "0.025",
  unit: "USD/share",
};
const interest: JournalEntry = {
  on: "2006-06-30",
  kind: "account",
  section: "1",
  name: "Interest",
  from: "6608.219178082191780822",
  to: "6608.219178082191780822",
  amount: "0",
  unit: "USD",
  text: "Interest: fall due, waive; $6,608.2191… unpaid",
};
const missed: JournalEntry = {
  on: "2006-06-30",
  kind: "default",
  section: "3.1",
  name: "Event of Default",
  text: "Event of Default under 3.1 occurs",
};
const refusal: Refusal = {
  event: "Notice of Conversion",
  id: "c2",
  on: "2006-05-10",
  section: "1.1",
  because: "it is late",
};

test("days are grouped, months are apart, figures stand in columns", () => {
  expect(renderTimeline([payment, principal, price, interest, missed], [refusal], 72, plainPaint)).toBe(
    [
      "── May 2006 ────────────────────────────────────────────────────────────",
      "Wed 10  1.1     Notice of Conversion c1 at 14:00",
      "                  Principal Converted $50,000",
      "        1.4(e)  Outstanding Principal        $500,000 →   $450,000",
      "        1.2(a)  Floor                           $0.05 →     $0.025/share",
      "        1.1     Notice of Conversion c2 is refused:",
      "                  it is late",
      "",
      "── June 2006 ───────────────────────────────────────────────────────────",
      "Fri 30  1       Interest falls due, waived              $6,608.21…",
      "        3.1     Event of Default under 3.1 occurs",
    ].join("\n"),
  );
});

test("events are bold, defaults that begin are red, those that only wait are yellow", () => {
  const pending = { ...missed, text: "Event of Default under 3.1 is pending until the end of 2024-02-03" };
  const out = renderTimeline([payment, missed, pending], [], 100, createPaint(true));
  expect(out).toContain("\u001B[1mNotice of Conversion c1 at 14:00\u001B[22m");
  expect(out).toContain("\u001B[31mEvent of Default under 3.1 occurs\u001B[39m");
  expect(out).toContain("\u001B[33mEvent of Default under 3.1 is pending until the end of 2024-02-03\u001B[39m");
});

test("without colour it says the same", () => {
  const [plain, coloured] = [plainPaint, createPaint(true)].map((paint) =>
    renderTimeline([payment, principal, interest, missed], [refusal], 80, paint),
  );
  expect(stripVTControlCharacters(coloured ?? "")).toBe(plain);
});

test.each([40, 60, 80, 120])("at %i columns no word is lost and no line is too long", (width) => {
  const long = { ...principal, name: "Maximum Convertible Principal of the Holder and its Affiliates" };
  const out = renderTimeline([payment, long, interest, missed], [refusal], width, plainPaint);
  for (const word of [...long.name.split(" "), "$500,000", "$450,000", "$6,608.21…", "late"])
    expect(out).toContain(word);
  expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(width);
});

test("a list of sections that is too wide stands above its line", () => {
  const out = renderTimeline([{ ...missed, section: "1.4(e), 2.1, 3.1, preamble" }], [], 60, plainPaint);
  expect(out.split("\n").slice(1)).toEqual([
    "Fri 30  1.4(e), 2.1, 3.1, preamble",
    "             Event of Default under 3.1 occurs",
  ]);
});

test("what would move the cursor is shown, not sent", () => {
  expect(renderTimeline([{ ...payment, text: "Notice \u001B[2J" }], [], 60, plainPaint)).not.toContain("\u001B");
});
