import { parquetWriteBuffer } from "hyparquet-writer";

/** A column of a table; null where a row has nothing in it. */
export interface ParquetColumn {
  readonly name: string;
  readonly type: "STRING" | "DOUBLE" | "INT32" | "BOOLEAN";
  readonly values: readonly (string | number | boolean | null)[];
}

/** A table as a Parquet file: the same table, the same bytes. */
export function writeParquet(columns: readonly ParquetColumn[]): Uint8Array {
  const columnData = columns.map(({ name, type, values }) => ({ name, type, data: [...values], nullable: true }));
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}
