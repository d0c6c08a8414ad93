/** Where the parties stand as a run ends: the values that the template marks with roles, on the last day. */
import type { Answer, Replay, Template } from "../../index.ts";
import { formatDate, isRoleFor, roleNamed } from "../../index.ts";
import { briefFigure } from "./parts/figure.ts";
import type { Paint } from "./parts/paint.ts";
import type { Cell } from "./parts/table.ts";
import { flexible, renderTable } from "./parts/table.ts";

export interface Position {
  /** The last day of the run, as in `2006-11-20`. */
  readonly on: string;
  readonly values: readonly { readonly role: string; readonly answer: Answer }[];
}

/** Values that belong to an event are left out: a role stands for one figure of the note. */
export function positionOf(replay: Replay, { program }: Template): Position {
  const day = replay.lastDay();
  const values = program.roles.flatMap(({ role, name }) => {
    const kind = roleNamed(role);
    if (kind === undefined || !isRoleFor("position", kind)) return [];
    if (program.askable.get(name)?.noteLevel === undefined) return [];
    const answer = replay.answer({ value: name });
    return answer.ok ? [{ role, answer: answer.value }] : [];
  });
  return { on: day.ok ? formatDate(day.value) : "", values };
}

export function renderPosition({ values }: Position, width: number, paint: Paint): string {
  const columns = ["role", flexible("value"), "section", flexible("stands at")];
  const rows = values.map(({ role, answer }) => [
    { text: role, paint: paint.dim },
    { text: answer.value },
    { text: briefSections(answer.section), paint: paint.dim },
    answerCell(answer, paint),
  ]);
  return renderTable(columns, rows, width, paint);
}

/** A family of defaults may stand under a dozen sections; the first and the last are enough here. */
function briefSections(sections: string): string {
  const list = sections.split(", ");
  return list.length <= 2 ? sections : `${list[0]} to ${list.at(-1)}`;
}

/** An answer, or why there is none. */
export function answerCell(answer: Answer, paint: Paint): Cell {
  if ("error" in answer) return { text: `${answer.error.kind}: ${answer.error.message}`, paint: paint.red };
  if (answer.answer === null) return { text: `no value: ${answer.because}`, paint: paint.dim };
  return { text: briefFigure(answer.answer, answer.unit), paint: paint.bold };
}
