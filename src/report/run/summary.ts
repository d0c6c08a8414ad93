import { groupBy } from "../../base/group-by.ts";
import type { OwedItem } from "../../evaluate/answers/owed.ts";
import { Failure } from "../../evaluate/values/problem.ts";
import type { Exact } from "../../units/exact.ts";
import { sumOfAll, toDecimalText, zero } from "../../units/exact.ts";
import { formatDate } from "../../units/plain-date.ts";
import { isOverdue, owedInOrder } from "../../wording/owed.ts";
import { longDay } from "../blocks/days.ts";
import { answerCell, figureOf } from "../figures.ts";
import type { KeyFigure } from "../page.ts";
import { conversionsOf } from "./conversions.ts";
import type { RunView } from "./run-source.ts";
import { namesWith } from "./run-source.ts";

/** One paragraph: who, from when to when, what happened, and what is open at the end. */
export function summaryOf(run: RunView): string[] {
  const { program, facts, start, lastDay } = run;
  const conversions = conversionsOf(run).length;
  const events = facts.journal.filter(({ kind }) => kind === "EventApplied").length;
  const sentences = [
    `A note between ${listed(program.parties)}, from ${longDay(formatDate(start))} to ${longDay(formatDate(lastDay))}.`,
    `${counted(events, "event")} took effect${conversions === 0 ? "" : `, ${counted(conversions, "conversion")} among them`}${
      facts.refused.length === 0
        ? ""
        : `; ${counted(facts.refused.length, "event")} ${facts.refused.length === 1 ? "is" : "are"} not allowed by the contract`
    }.`,
    defaultWords(run),
    openWords(run),
  ];
  return [sentences.filter((it) => it !== "").join(" ")];
}

function defaultWords({ outcome: { defaults } }: RunView): string {
  const occurred = defaults.filter((it) => it.occurred !== undefined);
  if (occurred.length === 0) return "No default occurred.";
  const open = defaults.filter(({ state }) => state === "continues").length;
  const going = open === 0 ? "none continues" : open === 1 ? "one continues" : `${open} continue`;
  return `${counted(occurred.length, "default")} occurred; ${going} at the end.`;
}

function openWords({ facts }: RunView): string {
  const overdue = facts.owed.filter(isOverdue);
  if (facts.owed.length === 0) return "Nothing is due or still to be done.";
  const open = `${counted(facts.owed.length, "item")} ${facts.owed.length === 1 ? "is" : "are"} due or still to be done`;
  return overdue.length === 0 ? `${open}, none overdue.` : `${open}, ${overdue.length} overdue.`;
}

/** Roles whose figures a reader asks for first. */
const firstRoles = [
  "principal left",
  "shares to the holder",
  "price of conversion",
  "interest due",
  "cash to the holder",
];
const mostFigures = 3;

export function keyFiguresOf(run: RunView): KeyFigure[] {
  const figures = firstRoles.flatMap((role): KeyFigure[] => {
    const [name] = namesWith(role, run);
    if (name === undefined) return [];
    const asked = { value: name, on: run.lastDay };
    const answer = run.answer(asked);
    return answer === undefined ? [] : [{ name, figure: answerCell(answer, run.noteOf(asked)) }];
  });
  return [...figures.slice(0, mostFigures), ...nextOwed(run)];
}

/** All that is overdue, by currency; else the first amount that is due. */
function nextOwed({ facts }: RunView): KeyFigure[] {
  const known = owedInOrder(facts.owed).filter(({ words }) => words.amount !== undefined && words.due !== null);
  const overdue = known.filter(({ item }) => isOverdue(item));
  const [first] = overdue.length > 0 ? overdue : known;
  if (first === undefined) return [];
  const { amount = "", unit = "", due, text, section } = first.words;
  if (overdue.length === 0) {
    const detail = `${nameIn(text)}, on ${longDay(due ?? "")} (${section})`;
    return [{ name: "Due next", figure: figureOf(amount, unit), detail }];
  }
  return [...groupBy(overdue, (it) => it.words.unit ?? "")].flatMap(([, list]) => overdueOf(list));
}

/** What is overdue of one currency. */
function overdueOf(overdue: ReturnType<typeof owedInOrder>): KeyFigure[] {
  const [first] = overdue;
  if (first === undefined) return [];
  const { amount = "", unit = "", due, text, section } = first.words;
  const day = longDay(due ?? "");
  const sum = sumOfAll(overdue.map(({ item }) => amountOf(item)));
  const what =
    overdue.length === 1
      ? `${nameIn(text)}, since ${day} (${section})`
      : `${overdue.length} amounts, the first since ${day}`;
  const figure = figureOf(sum === undefined ? amount : toDecimalText(sum), unit);
  return [{ name: "Overdue", figure: { kind: "Marked", tone: "bad", text: figure.text }, detail: what }];
}

/** What is owed, without its amount. */
function nameIn(text: string): string {
  const [name = ""] = text.split(/[:,]| of (?=-?(?:[A-Z]{0,2}[$€£¥]|[A-Z]{3} )\d)/, 1);
  return name;
}

/** Nothing where the amount is unknown, or where a duty asks for none. */
function amountOf(item: OwedItem): Exact {
  const { amount } = item;
  return amount === undefined || amount instanceof Failure ? zero : amount;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
