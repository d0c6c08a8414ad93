/** A compiled note as a JavaScript function over one array. */
import type { CompiledNote } from "../compile-bulk.ts";
import { printJavaScript } from "./print-javascript.ts";

/** A path at a time. */
export interface BulkRunner {
  /** The rows of a column, by row; to be filled before the days that read them are run. */
  column(name: string): Float64Array | undefined;
  /** Before each path; the rows stay. */
  start(): void;
  /** Runs the days from one to another (excluded), counted from the note's first day. */
  run(first: number, end: number): void;
  /** A metric after the last day, by its place in the setting. NaN is no value. */
  result(metric: number): number;
  /** What was sold on the last day that was run, and what was got for all that was sold. */
  soldToday(): number;
  proceeds(): number;
  /** What stands at a place that the compiled note names. */
  figure(place: number): number;
  /** Whether the path met something that doubles can't tell. */
  needsExact(): boolean;
}

/** What runs a routine. */
export type RoutineFunction = (
  memory: Float64Array,
  whole: Int32Array,
  tables: Float64Array,
  first: number,
  end: number,
) => void;

/** Makes a function of the text of its body; where a page forbids that, something else that loads code. */
export type LoadRoutine = (body: string) => RoutineFunction;

export function javaScriptOf(note: CompiledNote, load: LoadRoutine): BulkRunner {
  const { routine, columns, rows, results, sales } = note;
  const run = load(printJavaScript(routine));
  const memory = new Float64Array(routine.size);
  const [first = 0] = [...columns.values()].toSorted((a, b) => a - b);
  const end = first + columns.size * rows;
  return {
    column: (name) => {
      const base = columns.get(name);
      return base === undefined ? undefined : memory.subarray(base, base + rows);
    },
    start: () => {
      memory.fill(0, 0, first);
      memory.fill(0, end);
    },
    run: (from, to) => run(memory, routine.whole, routine.tables, from, to),
    result: (metric) => memory[results + metric] ?? Number.NaN,
    soldToday: () => (sales === undefined ? 0 : (memory[sales.soldToday] ?? Number.NaN)),
    proceeds: () => (sales === undefined ? 0 : (memory[sales.proceeds] ?? Number.NaN)),
    figure: (place) => memory[place] ?? Number.NaN,
    needsExact: () => memory[routine.failed] !== 0,
  };
}

/** By the platform's own means. */
export const loadByFunction: LoadRoutine = (body) => {
  // oxlint-disable-next-line typescript/no-implied-eval -- the text is our own, made from the core; no page need allow it
  const made: unknown = new Function("memory", "whole", "tables", "first", "end", body);
  if (!isRoutine(made)) throw new Error("a function was made");
  return made;
};

function isRoutine(made: unknown): made is RoutineFunction {
  return typeof made === "function";
}
