/** Reads a portfolio's file, CSV or Parquet, to rows. */
import type { ReadRow } from "../../index.ts";
import { readPortfolio } from "../../index.ts";
import { decoded, readBytes, shownName } from "../files/files.ts";
import type { Loaded } from "../problem.ts";
import { fileProblem, refused } from "../problem.ts";

export async function readRows(path: string): Promise<Loaded<readonly ReadRow[]>> {
  const bytes = await readBytes(path, "portfolio", "command");
  if (!bytes.ok) return bytes;
  const name = shownName(path);
  const text = isParquet(bytes.value) ? await csvOfParquet(bytes.value, name) : decoded(bytes.value, name);
  return text.ok ? readPortfolio(text.value.text.replace(/^\uFEFF/, ""), name) : text;
}

/** A Parquet file begins with these four letters, and ends with them. */
function isParquet(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).toString("latin1") === "PAR1";
}

/** The same table as CSV, so that it has one reader. */
async function csvOfParquet(bytes: Buffer, name: string): Promise<Loaded<{ readonly text: string }>> {
  const { readParquet } = await import("../../parquet/parquet.ts");
  const table = await readParquet(bytes).catch(() => ({
    problem: "it is damaged, or compressed in a way that is not known",
  }));
  if ("problem" in table)
    return refused(
      fileProblem(name, `${name} can't be read: ${table.problem}`, "write its columns as texts, or as CSV"),
    );
  const lines = [table.columns, ...table.rows].map((cells) => cells.map(quoted).join(","));
  return { ok: true, value: { text: `${lines.join("\n")}\n` } };
}

/** A cell ends on its line. */
function quoted(text: string): string {
  return `"${text.replaceAll(/\s+/g, " ").replaceAll('"', '""')}"`;
}
