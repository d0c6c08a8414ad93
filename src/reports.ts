/**
 * Reports as a library, apart from the rest, so that who makes none loads none: pages as data, and pages as HTML.
 *
 * ```ts
 * const page = runReport(new Replay(template, loaded));
 * if (page.ok) writeFileSync("report.html", await renderReport(page.value));
 * ```
 *
 * @module
 */
import type { Page } from "./report/page.ts";
import { renderPage } from "./report/render-page.ts";

/** A page as one HTML file, with its charts. The same page gives the same bytes. */
export async function renderReport(page: Page): Promise<string> {
  const { drawChart } = await import("./charts/draw-chart.ts");
  return renderPage(page, drawChart);
}

export { explainReport, readingsReport, runReport } from "./driver/reports.ts";
export type { ChartSize, DrawChart } from "./report/cells.ts";
export type * from "./report/page.ts";
export { renderPage } from "./report/render-page.ts";
