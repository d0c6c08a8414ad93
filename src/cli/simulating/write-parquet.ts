/** A simulation as a Parquet file: a row for each metric and variant, as CSV has them. */
import type { SimulationResult } from "../../index.ts";
import { writeFile } from "../html/write-file.ts";
import type { FileProblem } from "../problem.ts";
import { simulationColumns, simulationRows } from "../render/parts/csv.ts";
import type { Terminal } from "../terminal.ts";

const texts: readonly string[] = ["variant", "metric", "unit"];

export async function writeSimulationParquet(
  path: string,
  result: SimulationResult,
  terminal: Terminal,
): Promise<FileProblem | undefined> {
  const { writeParquet } = await import("../../parquet/parquet.ts");
  const rows = simulationRows(result);
  const columns = simulationColumns.map((name) => {
    const cells = rows.map((row) => String(row[name] ?? ""));
    if (texts.includes(name)) return { name, type: "STRING" as const, values: cells };
    return { name, type: "DOUBLE" as const, values: cells.map((it) => (it === "" ? null : Number(it))) };
  });
  return writeFile(path, writeParquet(columns), terminal);
}
