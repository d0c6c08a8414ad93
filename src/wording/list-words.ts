import type { CoreProgram } from "../core/core.ts";
import type { Scenario } from "../inputs/scenario.ts";
import { formatDate } from "../units/plain-date.ts";
import { renderValue } from "../units/render-value.ts";

/** Each list that a scenario gives, by its name: its rows, or the file that has them. */
export function listWords(
  { lists = new Map(), listFiles }: Pick<Scenario, "lists" | "listFiles">,
  { schedules }: Pick<CoreProgram, "schedules">,
): (readonly [name: string, words: string])[] {
  return [...lists].map(([name, rows]) => {
    const file = listFiles?.get(name);
    const fields = schedules.get(name)?.rows.fields;
    if (file !== undefined) return [name, `${rows.length} ${rows.length === 1 ? "row" : "rows"} of ${file}`];
    const texts = rows.map(({ on, fields: values }) => {
      const cells = [...values].flatMap(([column, value]) => {
        const type = fields?.get(column)?.type;
        return type === undefined ? [] : [`${column} ${renderValue(value, type)}`];
      });
      return [formatDate(on), cells.join(", ")].filter((it) => it !== "").join(": ");
    });
    return [name, texts.length === 0 ? "no rows" : texts.join("; ")];
  });
}
