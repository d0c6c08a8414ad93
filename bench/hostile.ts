/** What a template or a scenario from someone unknown may hold much of: so many times the input, so many times the time. */
import type { NamedText } from "../src/index.ts";
import { check, compile, loadScenario, runScenario } from "../src/index.ts";
import { ensured } from "./cases.ts";
import { median } from "./measure.ts";
import type { Row } from "./rows.ts";
import { inTime } from "./rows.ts";

const head =
  'note "N"\n  language: 1\n  parties: Borrower, Holder\n  exists from: Issue Date\n' +
  "given Issue Date: date = 2024-01-02\ngiven Principal: money = $100\n";

export function hostile(): Row[] {
  return [
    row("twenty thousand unknown names", 2_000, 10, unknownNames),
    row("sixty thousand events", 6_000, 10, events),
    row("160 exceptions over one another, four times the text of 80", 80, 2, exceptions, 4),
    row("a thousand copies of clauses", 100, 10, copies),
    row("five years of compounding each day, unrounded", 913, 2, compounding),
    row("five years of interest on interest each day, four times the digits", 913, 2, interestOnInterest, 4),
    row("eight years of an amount that falls due each day", 1_461, 2, dailyItems),
  ];
}

/** `times` the size, beside the size itself; the input grows by `growth`. What is short is timed more often. */
function row(what: string, size: number, times: number, run: (size: number) => unknown, growth = times): Row {
  run(Math.ceil(size / 10));
  const timed = (count: number) => {
    const start = performance.now();
    run(count);
    return performance.now() - start;
  };
  const first = timed(size * times);
  const count = Math.min(25, Math.max(3, Math.ceil(1_000 / first)));
  const rounds = Array.from({ length: count }, () => [timed(size), timed(size * times)] as const);
  const [small, large] = [median(rounds.map(([it]) => it)), median(rounds.map(([, it]) => it))];
  const ratio = median(rounds.map(([one, many]) => many / one));
  // Of n·log n there is left a tenth more for each doubling, or nearly so.
  const aim = Math.round(growth * 1.2 * 10) / 10;
  return { what, beside: `1/${growth} of it`, ratio, aim, figures: `${inTime(large)}, ${inTime(small)}` };
}

const listed = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, it) => text(it)).join("");

function unknownNames(count: number): unknown {
  return check(head + listed(count, (it) => `Value${it} means Missing${it} + $1\n`));
}

function exceptions(count: number): unknown {
  const order = (it: number) =>
    it === 0 ? "" : `  over: ${Array.from({ length: it }, (_, k) => `2.${k + 1}`).join(", ")}\n`;
  const one = (it: number) =>
    `section 2.${it + 1} "E"\nnotwithstanding Price of 1\n  while: Principal is at least $${it}\n  it is: $${it}\n${order(it)}`;
  return ensured(compile(`${head}section 1 "Price"\nPrice means $1\n${listed(count, one)}`));
}

function copies(count: number): unknown {
  const clause: NamedText = { name: "c.tenor", text: 'clause "c"\n  language: 1\n  says: "x"\nValue means $1\n' };
  return check(head + 'use "c"\n'.repeat(count), "n.tenor", clause);
}

function events(count: number): unknown {
  const rules = "event Notice\n  Amount: money\nTotal starts at $0\nwhen Notice\n  Total rises by its Amount\n";
  const all = Array.from({ length: count }, () => ({ on: "2024-01-03", event: "Notice", Amount: "1" }));
  return runOf(head + rules, { value: "Total", on: "2024-01-04" }, all);
}

function compounding(days: number): unknown {
  const rules = "Balance starts at $1000\nDaily means today\non Daily\n  Balance becomes Balance * (1 + 8% / 365)\n";
  return runOf(head + rules, { value: "Balance", on: dayAfter(days) });
}

function interestOnInterest(days: number): unknown {
  const account = "account Interest owed by Borrower to Holder\n  accrues: 8% per year on ";
  const rules = "(Principal + unpaid Interest) by actual/365\n  from and including: Issue Date\n";
  return runOf(head + account + rules, { value: "Principal", on: dayAfter(days) });
}

function dailyItems(days: number): unknown {
  const account = "account Interest owed by Borrower to Holder\n  accrues: 8% per year on Principal by actual/365\n";
  const rules =
    "  from and including: Issue Date\nDaily means today\non Daily\n  Interest falls due on today, payable on today\n";
  return runOf(head + account + rules, { value: "Principal", on: dayAfter(days) });
}

function dayAfter(days: number): string {
  return new Date(Date.UTC(2024, 0, 2 + days)).toISOString().slice(0, 10);
}

function runOf(text: string, question: object, all: readonly object[] = []): unknown {
  const template = ensured(compile(text));
  const data = { scenario: "s", note: "n", terms: {}, events: all, ask: [question] };
  const scenario = { name: "s.json", text: JSON.stringify(data) };
  return ensured(runScenario(template, ensured(loadScenario(template, { scenario }))));
}
