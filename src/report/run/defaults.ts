import type { RefusedEvent } from "../../evaluate/replay/journal-facts.ts";
import { describeRefusal } from "../../wording/english.ts";
import { eventHead } from "../../wording/journal.ts";
import type { BreachWords, DefaultWords } from "../../wording/outcome.ts";
import type { Block, Cell, Table } from "../page.ts";
import type { RunView } from "./run-source.ts";

/**
 * Defaults from the first day on which each was pending or occurred, breaches, and events that the contract does not
 * allow.
 */
export function defaultBlocks({ facts, outcome: { breaches, defaults } }: RunView): Block[] {
  return [
    defaults.length === 0
      ? { kind: "Paragraph", text: "No default occurred, and none was pending." }
      : { kind: "Table", caption: "Defaults", columns: defaultColumns, rows: defaults.map(defaultRow) },
    ...(breaches.length === 0 ? [] : [breachTable(breaches)]),
    ...(facts.refused.length === 0 ? [] : [refusedTable(facts.refused)]),
  ];
}

const defaultColumns = [
  { head: "Default" },
  { head: "Section" },
  { head: "Pending since" },
  { head: "Occurred" },
  { head: "Ended" },
  { head: "State at the end" },
];

function defaultRow({ value, title, section, of, pending, occurred, ended, deadline, state }: DefaultWords): Cell[] {
  const until = deadline === undefined ? "" : `, until the end of ${deadline}`;
  const isOpen = state === "continues" || state === "pending" || state === "not known";
  const words: Cell = isOpen
    ? { kind: "Marked", tone: state === "continues" ? "bad" : "warn", text: state + until }
    : state;
  const name = `${title === "" ? value : title}${of === undefined ? "" : ` (${of})`}`;
  const days = [pending, occurred, ended].map((on) => dayCell(on ?? ""));
  return [name, { kind: "Citation", sections: section }, ...days, words];
}

const dayCell = (on: string): Cell => (on === "" ? "" : { kind: "Day", on });

function breachTable(breaches: readonly BreachWords[]): Table {
  return {
    kind: "Table",
    caption: "Breaches",
    columns: [{ head: "What" }, { head: "By" }, { head: "Section" }, { head: "Since" }, { head: "Over on" }],
    rows: breaches.map(({ text, party, section, since, until, because }) => {
      const words = because === undefined ? text : `${text}: ${because}`;
      const what: Cell =
        until === undefined ? { kind: "Marked", tone: since === null ? "warn" : "bad", text: words } : words;
      return [what, party, { kind: "Citation", sections: section }, dayCell(since ?? ""), dayCell(until ?? "")];
    }),
  };
}

function refusedTable(refused: readonly RefusedEvent[]): Table {
  return {
    kind: "Table",
    caption: "Events that the contract does not allow",
    columns: [{ head: "Event" }, { head: "Day" }, { head: "Section" }, { head: "Why it is refused" }],
    rows: refused.map((fact) => {
      const { on, section, because } = describeRefusal(fact);
      return [eventHead(fact), dayCell(on), { kind: "Citation", sections: section }, because];
    }),
  };
}
