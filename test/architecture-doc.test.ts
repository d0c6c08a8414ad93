import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { layerTable } from "./support/layer-table.ts";
import { tableRows } from "./support/markdown.ts";

test("docs/architecture.md shows which folder may import which, as the check has it", () => {
  const names = new Set(layerTable().map(([name]) => name));
  const section =
    /## Which folder may import which\n([\s\S]*?)\n## /.exec(readFileSync("docs/architecture.md", "utf8"))?.[1] ?? "";
  const shown = tableRows(section).filter(([name = ""]) => names.has(name));
  expect(shown).toEqual(layerTable());
  expect(tableRows(section)).toHaveLength(shown.length);
});
