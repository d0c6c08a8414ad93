/** What can be asked, by section, for reading. */
import type { AskableValue, core } from "../../index.ts";
import { groupBy } from "../../index.ts";
import type { Paint } from "./parts/paint.ts";
import { flexible, renderTable } from "./parts/table.ts";
import { counted } from "./parts/text.ts";

/** A value, of a scenario with the ids of the events that have it. */
export interface ListedValue extends AskableValue {
  readonly ids?: readonly string[];
}

/** A table for each section that has something. Text that ends with a line end. */
export function renderValues(
  values: readonly ListedValue[],
  sections: readonly core.Section[],
  width: number,
  paint: Paint,
): string {
  const titles = new Map(sections.map(({ label, title }) => [label, title]));
  const parts = [...groupBy(values, ({ section }) => section)].map(
    ([section, group]) => `${paint.bold(heading(section, titles.get(section)))}\n${table(group, width, paint)}`,
  );
  return `${[`${counted(values.length, "value")} can be asked for.`, ...parts].join("\n\n")}\n`;
}

function heading(section: string, title: string | undefined): string {
  if (section === "") return "Before the first section";
  return title === undefined || title === "" ? section : `${section}  ${title}`;
}

function table(group: readonly ListedValue[], width: number, paint: Paint): string {
  const columns = [flexible("value"), flexible("of"), "unit", flexible("says")];
  const rows = group.map((it) => [
    { text: it.value, paint: paint.bold },
    { text: ofWords(it) },
    { text: it.unit },
    { text: it.says, paint: paint.dim },
  ]);
  return renderTable(columns, rows, width, paint);
}

/** So many ids are listed. */
const mostIds = 6;

function ofWords({ of = "", ids }: ListedValue): string {
  if (ids === undefined) return of;
  const more = ids.length > mostIds ? `, … ${ids.length} in all` : "";
  return `${of}: ${ids.slice(0, mostIds).join(", ")}${more}`;
}
