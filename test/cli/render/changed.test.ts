/** Of two drafts, what stands of a clause that differs: what is left out has its sign, before and behind. */
import { expect, test } from "vitest";
import { renderChanged } from "../../../src/cli/render/compare/changed.ts";
import { plainPaint } from "../../../src/cli/render/parts/paint.ts";
import type { Comparison } from "../../../src/index.ts";

function shown(before: readonly string[], after: readonly string[]): string[] {
  const clauses = [{ before: before.join("\n"), after: after.join("\n") }];
  const changed = [{ section: "2", title: "Fees", change: "changed", clauses }];
  // cast: only what the drafts have changed is looked at
  const comparison = { changed, parts: null } as unknown as Comparison;
  return renderChanged(comparison, false, 80, plainPaint).split("\n").slice(2, -1);
}

const when = ["when Notice", "  A rises by $1", "  B rises by $1", "  C rises by $1"];

test.each([
  ["in the middle", 2, ["when Notice", "  …", "  B rises by $2", "  …"]],
  ["just below the first line", 1, ["when Notice", "  A rises by $2", "  …"]],
  ["at the end", 3, ["when Notice", "  …", "  C rises by $2"]],
])("a line that differs %s", (_, at, lines) => {
  const after = when.map((line, index) => (index === at ? line.replace("$1", "$2") : line));
  const [first = "", ...rest] = lines;
  expect(shown(when, after).slice(lines.length)).toEqual([`    B  ${first}`, ...rest.map((line) => `       ${line}`)]);
});

test("the first line itself", () => {
  expect(shown(when, ["when Payment", ...when.slice(1)])).toEqual([
    "    A  when Notice",
    "         …",
    "    B  when Payment",
    "         …",
  ]);
});
