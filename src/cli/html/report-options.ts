import type { Options } from "../options.ts";

/** What is wrong with how the options of a report are combined; undefined where nothing is. */
export function wrongReportOptions({ html, text, json, csv }: Options): string | undefined {
  if (html === undefined)
    return text === undefined ? undefined : "--text shows a contract in a report: name a file with --html";
  if (json || csv) return `--html and ${json ? "--json" : "--csv"} are two outputs: ask for one at a time`;
  return undefined;
}
