import type { Page } from "../../reports.ts";
import { renderReport } from "../../reports.ts";
import type { FileProblem } from "../problem.ts";
import type { CoverageReport } from "../render/testing/coverage.ts";
import { bySection, reached } from "../render/testing/coverage.ts";
import { lineOf } from "../render/testing/places.ts";
import type { Terminal } from "../terminal.ts";
import { writeFile } from "./write-file.ts";

/** Writes the page of what the stories of a template get to. */
export async function writeCoverage(
  report: CoverageReport,
  path: string,
  terminal: Terminal,
): Promise<FileProblem | undefined> {
  return writeFile(path, await renderReport(pageOf(report)), terminal);
}

function pageOf({ title, stories, sections, coverage }: CoverageReport): Page {
  const { items, failing } = coverage;
  const titles = new Map(sections.map(({ label, title: words }) => [label, words]));
  return {
    title,
    kind: "Coverage by stories",
    summary: [
      `${stories} stories reach ${reached(items)} of ${items.length} definitions, rules, branches, readings, exceptions, refusals and defaults.`,
      ...(failing.length === 0 ? [] : [`These stories fail: ${failing.join("; ")}.`]),
    ],
    keyFigures: [],
    sections: bySection(coverage).map(([section, own], index) => ({
      id: `part-${index + 1}`,
      title: `${section === "" ? "Before all sections" : `${section} ${titles.get(section) ?? ""}`}: ${reached(own)} of ${own.length}`,
      blocks: [
        {
          kind: "Table",
          caption: "What stories reach",
          columns: [{ head: "Clause" }, { head: "What" }, { head: "Line", isFigure: true }, { head: "Reached" }],
          rows: own.map((it) => [
            it.words,
            it.what,
            lineOf(it),
            it.isReached ? "yes" : { kind: "Marked", tone: "bad", text: "no" },
          ]),
        },
      ],
    })),
    notes: [],
    contract: [],
    foot: [],
  };
}
