import type { DutyOwed, OwedItem } from "../../../evaluate/answers/owed.ts";
import type { PositionPart, RoleKind } from "../../../units/roles.ts";
import { positionParts, roles } from "../../../units/roles.ts";
import { isOverdue, owedInOrder } from "../../../wording/owed.ts";
import type { PositionFigure } from "../../../wording/position.ts";
import { answerCell, figureOf } from "../../figures.ts";
import type { Block, Cell, NoteId, Table } from "../../page.ts";
import type { RunView } from "../run-source.ts";
import { namesWith } from "../run-source.ts";
import { comingBlocks, dayCell, withReason } from "./coming.ts";

/** Where the parties stand at the end: the values that the template marks with roles, then what is due. */
export function positionBlocks(run: RunView): Block[] {
  const rows = positionRows(run);
  return [
    ...(rows.length === 0 ? [] : [positionTable(rows)]),
    ...(run.facts.owed.length === 0
      ? [{ kind: "Paragraph" as const, text: "Nothing is due or still to be done." }]
      : [owedTable(run)]),
    ...comingBlocks(run),
  ];
}

function positionTable(rows: readonly (readonly Cell[])[]): Table {
  return {
    kind: "Table",
    caption: "Where the parties stand",
    columns: [{ head: "Value" }, { head: "What it is" }, { head: "Section" }, { head: "Stands at", isFigure: true }],
    rows,
  };
}

/** In the order of the parts of a position. Values that belong to an event are not figures of the note. */
function positionRows(run: RunView): Cell[][] {
  return positionParts.flatMap((part) => {
    const rows = roles.filter((role: RoleKind) => role.part === part).flatMap((role) => roleRows(role, run));
    return [...rows, ...sumRows(part, run)];
  });
}

/** What the figures of a part make together. */
function sumRows(part: PositionPart, { position }: RunView): Cell[][] {
  const { owed, dilution } = position ?? {};
  if (part === "owed" && owed !== undefined) return [sumRow("Owed in all", owed.of.join(" + "), owed)];
  if (part === "shares" && dilution !== undefined) {
    return [sumRow("Dilution", "the shares issued to the holder, of all shares outstanding", dilution)];
  }
  return [];
}

function sumRow(name: string, says: string, figure: PositionFigure): Cell[] {
  const shown: Cell =
    figure.amount === null
      ? { kind: "Marked", tone: "quiet", text: `no value: ${figure.because}` }
      : figureOf(figure.amount, figure.unit);
  return [name, { kind: "Marked", tone: "quiet", text: says }, { kind: "Citation", sections: "" }, shown];
}

function roleRows(role: RoleKind, run: RunView): Cell[][] {
  return namesWith(role.name, run).flatMap((name) => {
    const answer = run.answer({ value: name });
    if (answer === undefined) return [];
    const section: Cell = { kind: "Citation", sections: brief(answer.section) };
    const figure = answerCell(answer, run.noteOf({ value: name, on: run.lastDay }));
    return [[name, { kind: "Marked", tone: "quiet", text: role.says }, section, figure]];
  });
}

/** A family of defaults may stand under a dozen sections. */
function brief(sections: string): string {
  const list = sections.split(", ");
  return list.length <= 3 ? sections : "";
}

function owedTable(run: RunView): Table {
  return {
    kind: "Table",
    caption: "Due or still to be done",
    columns: [
      { head: "Due" },
      { head: "What" },
      { head: "From" },
      { head: "To" },
      { head: "Section" },
      { head: "Amount", isFigure: true },
    ],
    rows: owedInOrder(run.facts.owed).map(({ item, words }) => {
      const { due, from, to, section, text, because, expected, amount, unit } = words;
      const tone = isOverdue(item) ? "bad" : undefined;
      const what = withReason(text, because, expected, tone);
      return [
        dayCell(due),
        what,
        from,
        to,
        { kind: "Citation", sections: section },
        amount === undefined || unit === undefined ? "" : figureOf(amount, unit, noteOfOwed(item, run)),
      ];
    }),
  };
}

/** The note of the account or the definition that an amount comes from, as it stands at the end. */
function noteOfOwed(item: OwedItem, run: RunView): NoteId | undefined {
  const query = item.kind === "DutyOwed" ? amountOf(item, run) : accountOf(item);
  return query && run.noteOf({ ...query, on: run.lastDay });
}

/** The account; one of an event that has no id is not asked for. */
function accountOf(item: Exclude<OwedItem, DutyOwed>): { value: string; of?: string } | undefined {
  const of = item.kind === "LeftOver" ? undefined : item.of;
  if (item.account === undefined || (of !== undefined && of.id === undefined)) return undefined;
  return { value: item.account.name, ...(of?.id !== undefined && { of: of.id }) };
}

/** What a duty reads its amount from, as it would be asked for. */
function amountOf({ duty, occurrence }: DutyOwed, { program }: RunView): { value: string; of?: string } | undefined {
  const expr = duty.amount?.kind === "OrElse" ? duty.amount.value : duty.amount;
  if (expr?.kind !== "ReadDefinition" && expr?.kind !== "AccountMeasure") return undefined;
  const named = expr.kind === "ReadDefinition" ? program.definitions.get(expr.key) : program.accounts.get(expr.account);
  const value = named?.name;
  if (value === undefined || (expr.of !== undefined && occurrence?.id === undefined)) return undefined;
  return { value, ...(expr.of !== undefined && occurrence?.id !== undefined && { of: occurrence.id }) };
}
