import { parquetMetadata, parquetReadObjects, parquetSchema } from "hyparquet";
import { compressors } from "hyparquet-compressors";

/** A table of texts. */
export interface TextTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A Parquet file's table as texts, or why it can't be read so that every figure is kept. Throws for what is no Parquet. */
export async function readParquet(bytes: Uint8Array): Promise<TextTable | { readonly problem: string }> {
  // A copy: a buffer of Node may be a part of a larger one.
  const file = new Uint8Array(bytes).buffer;
  const { children } = parquetSchema(parquetMetadata(file));
  const inexact = children.find(({ element }) => isDecimal(element));
  if (inexact !== undefined)
    return {
      problem: `its column ${inexact.element.name} is of the type DECIMAL, whose figures can't be read exactly`,
    };
  const nested = children.find((it) => it.children.length > 0);
  if (nested !== undefined) return { problem: `its column ${nested.element.name} holds lists or tables` };
  const columns = children.map(({ element }) => element.name);
  const rows = await parquetReadObjects({ file, compressors });
  return { columns, rows: rows.map((row) => columns.map((name) => textOf(row[name]))) };
}

function isDecimal({ converted_type: old, logical_type: type }: ReturnType<typeof parquetSchema>["element"]): boolean {
  return old === "DECIMAL" || type?.type === "DECIMAL";
}

/** A day, which Parquet keeps as the start of it, is that day alone. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "bigint") return String(value);
  return JSON.stringify(value).replaceAll('"', "").replace("T00:00:00.000Z", "");
}
