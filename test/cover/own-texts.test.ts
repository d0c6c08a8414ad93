/** Our own contracts leave nothing open: what is found in a text is then something to look at. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { coverTemplate } from "../../src/index.ts";

test.each([
  ["examples/amortising-note", "amortising-note"],
  ["examples/listed-convertible", "listed-convertible"],
  ["examples/note-series", "convertible-note-series"],
  ["examples/post-money-safe", "post-money-safe"],
  ["examples/preferred-conversion", "preferred-conversion"],
  ["examples/term-loan", "term-loan"],
])("%s", (folder, name) => {
  const path = `terms/${name}.tenor`;
  const text = readFileSync(path, "utf8");
  const contract = readFileSync(`${folder}/contract.md`, "utf8");
  const report = coverTemplate({ name: path, text }, contract);
  if (!report.ok) throw new Error(report.diagnostics.map(({ message }) => message).join("\n"));
  expect(report.value.coverage.findings).toEqual([]);
});
