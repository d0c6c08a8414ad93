import { formatDate } from "../../../units/plain-date.ts";
import type { Due, LapseWords } from "../../../wording/outcome.ts";
import type { Block, Cell, Table, Tone } from "../../page.ts";
import type { RunView } from "../run-source.ts";

/** What falls due after the last day if nothing more is reported, and which powers end unless they are used. */
export function comingBlocks({ next }: RunView): Block[] {
  if (next === undefined) return [];
  const { due, lapses } = next;
  const until = formatDate(next.until);
  return [
    ...(due.length === 0 ? [] : [dueTable(due, until)]),
    ...(lapses.length === 0 ? [] : [lapsesTable(lapses, until)]),
  ];
}

function dueTable(due: readonly Due[], until: string): Table {
  return {
    kind: "Table",
    caption: `Falls due next if nothing more happens, through ${until}`,
    columns: [{ head: "Due" }, { head: "What" }, { head: "From" }, { head: "To" }, { head: "Section" }],
    rows: due.map(({ due: on, text, from, to, section, because, expected }) => [
      dayCell(on),
      withReason(text, because, expected),
      from,
      to,
      { kind: "Citation", sections: section },
    ]),
  };
}

function lapsesTable(lapses: readonly LapseWords[], until: string): Table {
  return {
    kind: "Table",
    caption: `Ends if it is not used, through ${until}`,
    columns: [{ head: "Last day" }, { head: "What" }, { head: "Who" }, { head: "Section" }],
    rows: lapses.map(({ by, text, party, section, because }) => [
      dayCell(by),
      withReason(text, because),
      party,
      { kind: "Citation", sections: section },
    ]),
  };
}

/** What is not known is marked; a day by a calendar alone says so. */
export function withReason(text: string, because: string | undefined, expected?: string, tone?: Tone): Cell {
  const reason = because === undefined ? "" : `: ${because}`;
  const words = `${text}${reason}${expected === undefined ? "" : ` (${expected})`}`;
  const shown = tone ?? (because === undefined ? undefined : "warn");
  return shown === undefined ? words : { kind: "Marked", tone: shown, text: words };
}

export function dayCell(on: string | null): Cell {
  return on === null ? "not known" : { kind: "Day", on };
}
