/** Tables as Parquet files. Loaded by itself: few commands read or write one. */
export type { TextTable } from "./read-parquet.ts";
export { readParquet } from "./read-parquet.ts";
export type { ParquetColumn } from "./write-parquet.ts";
export { writeParquet } from "./write-parquet.ts";
