import type { ComparedSubject } from "../../compare/comparison.ts";
import type { Block, Table } from "../page.ts";

/** The deal terms and the readings in force, for each subject behind a fold. */
export function subjectBlocks(subjects: readonly ComparedSubject[]): Block[] {
  return subjects.flatMap(({ name, title, terms, readings }): Block[] => {
    const blocks = [
      ...tableOf(`Deal terms of ${name}`, "Deal term", terms),
      ...tableOf(`Readings of ${name}`, "Reading", readings),
    ];
    return blocks.length === 0 ? [] : [{ kind: "Fold", title: `${name}, ${title}`, blocks }];
  });
}

function tableOf(caption: string, head: string, items: Readonly<Record<string, string | boolean>>): Table[] {
  const rows = Object.entries(items).map(([name, value]) => [name, wordOf(value)]);
  return rows.length === 0 ? [] : [{ kind: "Table", caption, columns: [{ head }, { head: "Value" }], rows }];
}

function wordOf(value: string | boolean): string {
  return typeof value === "string" ? value : value ? "yes" : "no";
}
