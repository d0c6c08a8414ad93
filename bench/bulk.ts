/**
 * The three-year note over many price paths: compiled, beside a program written by hand for this note, and beside that
 * program in C++ where there is a compiler. All take turns over the same paths, each copied in before it is run.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compileBulk } from "../src/bulk/compile-bulk.ts";
import type { BulkRunner } from "../src/bulk/routine/javascript.ts";
import { javaScriptOf, loadByFunction } from "../src/bulk/routine/javascript.ts";
import type { LanesRunner } from "../src/bulk/routine/webassembly.ts";
import { webAssemblyOf } from "../src/bulk/routine/webassembly.ts";
import { happenings, PathNote } from "./baseline/three-year-path.ts";
import { fillPath, plan, program, rowDays, setting, terms } from "./bulk-case.ts";
import { loadByPlatform } from "./load-wasm.ts";
import type { Contestant, Measured } from "./measure.ts";
import { compare, median, processorTime } from "./measure.ts";
import type { Row } from "./rows.ts";
import { inTime } from "./rows.ts";

const pathCount = 512;
const empty = new Float64Array();

export function compiledNote() {
  const compiled = compileBulk(program, plan, setting());
  if (!compiled.ok) throw new Error(compiled.gaps.map(({ section, what }) => `${section}: ${what}`).join("\n"));
  return compiled.note;
}

export function bulk(): Row[] {
  const note = compiledNote();
  const paths = Array.from({ length: pathCount }, (_, path) => {
    const low = new Float64Array(rowDays.length);
    fillPath(path, low);
    return low;
  });
  const runner = javaScriptOf(note, loadByFunction);
  const side = webAssemblyOf(note, loadByPlatform);
  const grouped = interleaved(paths, side.lanes);
  const byHand = new PathNote();
  const contestants: Contestant[] = [
    ["by hand", () => allByHand(byHand, paths)],
    ["JavaScript", () => allInScript(runner, note.days, paths)],
    ["WebAssembly", () => allInLanes(side, note.days, grouped)],
  ];
  const [hand, script, simd] = compare(contestants, 25, processorTime) as [Measured, Measured, Measured];
  const each = (it: Measured) => `${inTime(it.median / pathCount)} a path, by hand ${inTime(hand.median / pathCount)}`;
  const what = "three years over a price path";
  const beside = "TypeScript by hand";
  return [
    { what: `${what}: generated JavaScript`, beside, ratio: script.ratio, aim: 1.15, figures: each(script) },
    { what: `${what}: WebAssembly, four side by side`, beside, ratio: simd.ratio, aim: 0.25, figures: each(simd) },
    ...besideNative(() => allInLanes(side, note.days, grouped)),
  ];
}

function allByHand(note: PathNote, paths: readonly Float64Array[]): number {
  const low = new Float64Array(rowDays.length);
  let sum = 0;
  for (const path of paths) {
    low.set(path);
    note.run(low);
    sum += note.result[0] ?? 0;
  }
  return sum;
}

function allInScript(runner: BulkRunner, days: number, paths: readonly Float64Array[]): number {
  const low = runner.column("low") ?? empty;
  let sum = 0;
  for (const path of paths) {
    low.set(path);
    runner.start();
    runner.run(0, days);
    sum += runner.result(0);
  }
  return sum;
}

export function interleaved(paths: readonly Float64Array[], lanes: number): Float64Array[] {
  return Array.from({ length: paths.length / lanes }, (_, group) => {
    const rows = new Float64Array(rowDays.length * lanes);
    for (let lane = 0; lane < lanes; lane += 1) {
      for (const [row, figure] of (paths[group * lanes + lane] ?? empty).entries()) rows[row * lanes + lane] = figure;
    }
    return rows;
  });
}

function allInLanes(side: LanesRunner, days: number, groups: readonly Float64Array[]): number {
  const low = side.column("low") ?? empty;
  let sum = 0;
  for (const group of groups) {
    low.set(group);
    side.start();
    side.run(0, days);
    for (let lane = 0; lane < side.lanes; lane += 1) sum += side.result(0, lane);
  }
  return sum;
}

/** Beside the same program in C++, which is built here and takes turns with it. */
function besideNative(inLanes: () => number): Row[] {
  const folder = mkdtempSync(join(tmpdir(), "tenor-bench-"));
  try {
    const program = join(folder, "three-year-path");
    const built = spawnSync("g++", ["-O3", "-march=native", "-o", program, "bench/baseline/three-year-path.cpp"]);
    if (built.status !== 0) return [];
    const rounds = Array.from({ length: 9 }, () => {
      const native = nativeTime(program);
      const start = processorTime();
      for (let k = 0; k < 20; k += 1) inLanes();
      return { native, simd: ((processorTime() - start) * 1e6) / 20 / pathCount };
    });
    const ratio = median(rounds.map(({ native, simd }) => simd / native));
    const times = `${inTime(median(rounds.map(({ simd }) => simd)) / 1e6)} a path, in C++ ${inTime(median(rounds.map(({ native }) => native)) / 1e6)}`;
    const what = "three years over a price path: WebAssembly, four side by side";
    return [{ what, beside: "C++ by hand, -O3", ratio, aim: 1, figures: times }];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Nanoseconds a path. */
function nativeTime(program: string): number {
  const all = happenings();
  const rowsBefore = rowDays.filter((day) => day < terms.maturity).length;
  const head = [terms.from, terms.maturity, rowDays.length, rowsBefore, pathCount, 21, all.length];
  const lines = all.map(({ on, kind, from, to, isQuarterEnd }) => [on, kind, from, to, Number(isQuarterEnd)].join(" "));
  const { stdout } = spawnSync(program, { input: `${head.join(" ")}\n${lines.join("\n")}\n`, encoding: "utf8" });
  return median(
    stdout
      .trim()
      .split("\n")
      .map((line) => Number(line.split(" ")[0])),
  );
}
