/** Where the rows of a portfolio go as they come: text, CSV, JSON, or a Parquet file. */
import { visibleJson } from "../../index.ts";
import type { RowResult } from "../../workers/kinds/portfolio.ts";
import { writeFile } from "../html/write-file.ts";
import type { Options } from "../options.ts";
import type { FileProblem } from "../problem.ts";
import { csvLine } from "../render/parts/csv.ts";
import type { Terminal } from "../terminal.ts";
import type { Line } from "./lines.ts";
import { lineColumns, linesOf } from "./lines.ts";
import { Summary } from "./summary.ts";

export interface RowWriter {
  take(result: RowResult): void;
  /** `isWhole` where every row came. */
  end(isWhole: boolean): FileProblem | undefined | Promise<FileProblem | undefined>;
}

export function writerFor({ json, csv, parquet, value }: Options, terminal: Terminal): RowWriter {
  if (json) return jsonWriter(terminal);
  if (csv) return csvWriter(terminal);
  return parquet === undefined ? new Summary(terminal, value) : parquetWriter(parquet, terminal);
}

/** One row on each line, so that a long result can be read as it comes. */
function jsonWriter({ out }: Terminal): RowWriter {
  let [count, failed] = [0, 0];
  return {
    take(result) {
      out.write(count === 0 ? '{\n  "format": "tenor/portfolio@1",\n  "rows": [\n' : ",\n");
      out.write(`    ${visibleJson(JSON.stringify(result))}`);
      count++;
      if ("failed" in result) failed++;
    },
    end(isWhole) {
      if (count === 0) out.write('{\n  "format": "tenor/portfolio@1",\n  "rows": [');
      out.write(`\n  ],\n  "ran": ${count - failed},\n  "failed": ${failed},\n  "whole": ${isWhole}\n}\n`);
      return undefined;
    },
  };
}

function csvWriter({ out }: Terminal): RowWriter {
  out.write(`${csvLine(lineColumns)}\n`);
  return {
    take(result) {
      out.write(
        linesOf(result)
          .map((line) => `${csvLine(lineColumns.map((column) => line[column]))}\n`)
          .join(""),
      );
    },
    end: () => undefined,
  };
}

/** Parquet stands column by column, so it is written once all rows are there. */
function parquetWriter(path: string, terminal: Terminal): RowWriter {
  const lines: Line[] = [];
  return {
    take: (result) => void lines.push(...linesOf(result)),
    async end(isWhole) {
      if (!isWhole) return undefined;
      const { writeParquet } = await import("../../parquet/parquet.ts");
      const columns = lineColumns.map((name) => {
        const values = lines.map((line) => ((line[name] ?? null) === null ? null : String(line[name])));
        return { name, type: "STRING" as const, values };
      });
      return writeFile(path, writeParquet(columns), terminal);
    },
  };
}
