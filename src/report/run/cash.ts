import { parseDecimal, sign, subtract, toDecimalText } from "../../units/exact.ts";
import { formatDate } from "../../units/plain-date.ts";
import { eventHead } from "../../wording/journal.ts";
import { answerCell, figureOf } from "../figures.ts";
import type { Block, Cell } from "../page.ts";
import type { RunView } from "./run-source.ts";
import type { DayValue, Series } from "./series.ts";

/** Days on which the cash paid rose, with the events of those days; nothing where the template has no role for it. */
export function cashBlocks(series: Series | undefined, run: RunView): Block[] {
  if (series === undefined) return [];
  const rows = series.values.flatMap((value, index) => cashRow(value, series.values[index - 1], series, run));
  if (rows.length === 0) return [];
  return [
    {
      kind: "Table",
      caption: "Cash paid to the holder, by day",
      columns: [
        { head: "Day" },
        { head: "Events" },
        { head: "Paid", isFigure: true },
        { head: series.name, isFigure: true },
      ],
      rows,
    },
  ];
}

function cashRow(value: DayValue, before: DayValue | undefined, { name, unit }: Series, run: RunView): Cell[][] {
  const [paid, sum] = [paidBetween(before, value), value.answer];
  if (paid === undefined || sum === undefined) return [];
  const events = run.facts.journal.flatMap((fact) =>
    fact.kind === "EventApplied" && formatDate(fact.day) === value.on ? [eventHead(fact)] : [],
  );
  const note = run.noteOf({ value: name, on: value.day });
  return [[{ kind: "Day", on: value.on }, events.join("; "), figureOf(paid, unit), answerCell(sum, note)]];
}

function paidBetween(before: DayValue | undefined, value: DayValue): string | undefined {
  const [from, to] = [before, value].map((it) =>
    it?.answer !== undefined && "unit" in it.answer ? parseDecimal(String(it.answer.answer)) : undefined,
  );
  const paid = from && to && subtract(to, from);
  return paid !== undefined && sign(paid) > 0 ? toDecimalText(paid) : undefined;
}
