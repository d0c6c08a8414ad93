/** A compiled note as WebAssembly: four paths at a time. */
import type { CompiledNote } from "../compile-bulk.ts";
import { emitWasm, lanes, wasmLayout } from "./emit-wasm.ts";

/** Paths side by side: a figure of row r and lane l stands at r × `lanes` + l. */
export interface LanesRunner {
  readonly lanes: number;
  column(name: string): Float64Array | undefined;
  start(): void;
  run(first: number, end: number): void;
  result(metric: number, lane: number): number;
  soldToday(lane: number): number;
  proceeds(lane: number): number;
  figure(place: number, lane: number): number;
  needsExact(lane: number): boolean;
}

/** What a module exports, once the platform has made an instance of it. */
export interface WasmExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly run: (first: number, end: number) => void;
}

export function webAssemblyOf(note: CompiledNote, load: (bytes: Uint8Array<ArrayBuffer>) => WasmExports): LanesRunner {
  const { routine, columns, rows, results, sales } = note;
  const layout = wasmLayout(routine);
  const { memory: made, run } = load(emitWasm(routine));
  new Int32Array(made.buffer, 0, routine.whole.length).set(routine.whole);
  new Float64Array(made.buffer, layout.tables, routine.tables.length).set(routine.tables);
  const memory = new Float64Array(made.buffer, layout.memory, routine.size * lanes);
  const [first = 0] = [...columns.values()].toSorted((a, b) => a - b);
  const end = first + columns.size * rows;
  return {
    lanes,
    column: (name) => {
      const base = columns.get(name);
      return base === undefined ? undefined : memory.subarray(base * lanes, (base + rows) * lanes);
    },
    start: () => {
      memory.fill(0, 0, first * lanes);
      memory.fill(0, end * lanes);
    },
    run,
    result: (metric, lane) => memory[(results + metric) * lanes + lane] ?? Number.NaN,
    soldToday: (lane) => (sales === undefined ? 0 : (memory[sales.soldToday * lanes + lane] ?? Number.NaN)),
    proceeds: (lane) => (sales === undefined ? 0 : (memory[sales.proceeds * lanes + lane] ?? Number.NaN)),
    figure: (place, lane) => memory[place * lanes + lane] ?? Number.NaN,
    needsExact: (lane) => memory[routine.failed * lanes + lane] !== 0,
  };
}
