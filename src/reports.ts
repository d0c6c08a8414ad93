/**
 * Reports as a library, apart from the rest, so that who makes none loads none: pages as data, as HTML, and as workbooks.
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
import { sheetsOf } from "./report/sheets.ts";

/** A page as one HTML file, with its charts. The same page gives the same bytes. */
export async function renderReport(page: Page): Promise<string> {
  const { drawChart } = await import("./charts/draw-chart.ts");
  return renderPage(page, drawChart);
}

/** The tables of a page as an `.xlsx` workbook, a sheet each. The same page gives the same bytes. */
export async function renderWorkbook(page: Page): Promise<Uint8Array> {
  const { writeWorkbook } = await import("./sheets/write-workbook.ts");
  return writeWorkbook(sheetsOf(page), page.madeFrom);
}

/** What a workbook says that it was made from, as JSON; undefined where it does not say it. */
export async function inputsOfWorkbook(workbook: Uint8Array): Promise<string | undefined> {
  return (await import("./sheets/inputs-of-workbook.ts")).inputsOfWorkbook(workbook);
}

/** The workbook as it would be if it said something else of what it was made from. */
export async function workbookWithInputs(workbook: Uint8Array, json: string): Promise<Uint8Array> {
  return (await import("./sheets/inputs-of-workbook.ts")).workbookWithInputs(workbook, json);
}

export { comparisonReport, explainReport, readingsReport, runReport, simulationReport } from "./driver/reports.ts";
export type { ChartSize, DrawChart } from "./report/cells.ts";
export { renderCoverPage } from "./report/cover/cover-page.ts";
export { inputsOfPage, pageWithInputs } from "./report/inputs-of-page.ts";
export type * from "./report/page.ts";
export { renderPage } from "./report/render-page.ts";
export type { Amount, Sheet, SheetCell } from "./report/sheets.ts";
export { sheetsOf } from "./report/sheets.ts";
export type { SimulationToShow } from "./report/simulate/simulation-page.ts";
