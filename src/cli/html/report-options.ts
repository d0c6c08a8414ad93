import type { Options } from "../options.ts";

/** What is wrong with how the options of a report are combined; undefined where nothing is. */
export function wrongReportOptions(options: Options): string | undefined {
  const { html, xlsx, text, json, csv } = options;
  if (html === undefined && text !== undefined) return "--text shows a contract in a report: name a file with --html";
  if (isReport(options) && (json || csv)) {
    const [one, other] = [html === undefined ? "--xlsx" : "--html", json ? "--json" : "--csv"];
    return `${one} and ${other} are two outputs: ask for one at a time`;
  }
  if (json && csv) return "--json and --csv are two outputs: ask for one at a time";
  return xlsx === "-" ? "a workbook does not go to standard output: name a file with --xlsx" : undefined;
}

/** Whether files are to be written in place of text. */
export function isReport({ html, xlsx }: Options): boolean {
  return html !== undefined || xlsx !== undefined;
}
