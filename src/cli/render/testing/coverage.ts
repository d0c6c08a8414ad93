/** What of a template its stories get to, by section. */
import type { core, StoryCoverage } from "../../../index.ts";
import { groupBy } from "../../../index.ts";
import type { Paint } from "../parts/paint.ts";
import { flexible, renderTable } from "../parts/table.ts";
import { counted, wrap } from "../parts/text.ts";
import { lineOf, short } from "./places.ts";

export interface CoverageReport {
  readonly title: string;
  readonly file: string;
  readonly sections: readonly core.Section[];
  readonly stories: number;
  readonly coverage: StoryCoverage;
}

type Item = StoryCoverage["items"][number];

export function bySection({ items }: StoryCoverage): readonly (readonly [section: string, items: readonly Item[]])[] {
  return [...groupBy(items, ({ section }) => section)];
}

/** For reading; text that ends with a line end. */
export function renderCoverage({ coverage, stories }: CoverageReport, width: number, paint: Paint): string {
  const { items, failing } = coverage;
  const right = (head: string) => ({ head, align: "right" as const });
  const rows = bySection(coverage).map(([section, own]) =>
    [section, String(reached(own)), String(own.length - reached(own) || "")].map((text) => ({ text })),
  );
  const missing = items
    .filter(({ isReached }) => !isReached)
    .map((it) => [it.section, lineOf(it), it.what, short(it.words)].map((text) => ({ text })));
  const head = `${counted(stories, "story").replace("storys", "stories")}: ${reached(items)} of ${items.length} reached`;
  return [
    renderTable(["Section", right("Reached"), right("Not reached")], rows, width, paint),
    ...(missing.length === 0
      ? []
      : [renderTable(["Section", right("Line"), "What", flexible("Not reached")], missing, width, paint)]),
    ...(failing.length === 0 ? [] : [wrap(`These stories fail: ${failing.join("; ")}`, width).join("\n")]),
    reached(items) === items.length ? paint.green(head) : head,
  ]
    .map((it) => `${it}\n`)
    .join("\n");
}

export function reached(items: readonly Item[]): number {
  return items.filter(({ isReached }) => isReached).length;
}

/** As `tenor test --coverage --json` prints it. */
export function coverageJson({ file, coverage, stories }: CoverageReport): object {
  const { items, failing } = coverage;
  return {
    format: "tenor/coverage@1",
    template: file,
    totals: { stories, items: items.length, reached: reached(items) },
    items: items.map((it) => {
      const { section, what, words, isReached } = it;
      return { section, line: Number(lineOf(it)), what, words, reached: isReached };
    }),
    failing,
  };
}
