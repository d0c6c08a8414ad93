/** Files that are no JSON, and yet say what they were made from: pages and workbooks. */
import { inputsOfPage, inputsOfWorkbook, pageWithInputs, workbookWithInputs } from "../../reports.ts";
import type { Options } from "../options.ts";

export interface Container {
  readonly format: "html" | "xlsx";
  readonly what: "page" | "workbook";
  /** As JSON; undefined where the file does not say it. */
  readonly inputsOf: (file: Buffer) => Promise<string | undefined>;
  /** The file as it would be if it said something else. */
  readonly withInputs: (file: Buffer, json: string) => Promise<Buffer>;
  /** The options with which a command writes such a file. */
  readonly writtenTo: (path: string) => Partial<Options>;
}

const page: Container = {
  format: "html",
  what: "page",
  inputsOf: (file) => Promise.resolve(inputsOfPage(file.toString())),
  withInputs: (file, json) => Promise.resolve(Buffer.from(pageWithInputs(file.toString(), json))),
  writtenTo: (path) => ({ html: path }),
};

const workbook: Container = {
  format: "xlsx",
  what: "workbook",
  inputsOf: inputsOfWorkbook,
  withInputs: async (file, json) => Buffer.from(await workbookWithInputs(file, json)),
  writtenTo: (path) => ({ xlsx: path }),
};

/** Undefined for what may be JSON. A workbook is an archive, by its first bytes. */
export function containerOf(file: Buffer): Container | undefined {
  if (file.subarray(0, 4).toString("latin1") === "PK\u0003\u0004") return workbook;
  return file.subarray(0, 15).toString() === "<!doctype html>" ? page : undefined;
}
