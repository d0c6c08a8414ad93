/**
 * A routine as a WebAssembly module that takes four paths side by side: two in the lanes of a vector, and two vectors, so that
 * the processor need not wait for one. Where paths part, all sides are worked out, and a mask says for which path what is put
 * in place. Each operation is the one that the JavaScript has, so both give the same bits.
 */
import { assertNever } from "../../base/assert-never.ts";
import type { Instruction } from "../../base/wasm/bytes.ts";
import { instructions, lanesOf, section, signed, text, unsigned, vector } from "../../base/wasm/bytes.ts";
import type { Index, Mask, Num, Routine, Step } from "./ir.ts";

/** Where the three arrays begin, in bytes, and how long all are together. */
export interface WasmLayout {
  readonly tables: number;
  readonly memory: number;
  readonly length: number;
}

/** How many vectors of two, and how many paths. */
const vectors = 2;
export const lanes = 2 * vectors;

const pageSize = 65_536;
/** The figures of a path stand so many bytes apart, as a power of two. */
const pathWidth = Math.log2(lanes * 8);
const i32 = 0x7f;
const v128 = 0x7b;

export function wasmLayout({ whole, tables, size }: Routine): WasmLayout {
  const round = (bytes: number) => Math.ceil(bytes / 16) * 16;
  const tablesAt = round(whole.length * 4);
  const memoryAt = round(tablesAt + tables.length * 8);
  return {
    tables: tablesAt,
    memory: memoryAt,
    length: memoryAt + size * lanes * 8,
  };
}

/** It exports `memory`, and `run` with the two days; the arrays are for the caller to fill. */
export function emitWasm(routine: Routine): Uint8Array<ArrayBuffer> {
  const layout = wasmLayout(routine);
  const body = new Emitter(routine, layout).function();
  const bytes = [
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, vector([[0x60, ...vector([[i32], [i32]]), ...vector([])]])),
    ...section(3, vector([[0]])),
    ...section(5, vector([[0x00, ...unsigned(Math.ceil(layout.length / pageSize))]])),
    ...section(
      7,
      vector([
        [...text("memory"), 0x02, 0x00],
        [...text("run"), 0x00, 0x00],
      ]),
    ),
    ...section(10, vector([[...unsigned(body.length), ...body]])),
  ];
  return Uint8Array.from(bytes);
}

class Emitter {
  readonly #routine: Routine;
  readonly #layout: WasmLayout;
  readonly #code: number[] = [];
  /** Masks of the paths meant, innermost last. */
  readonly #active: (readonly number[])[] = [];
  readonly #failed: readonly number[];
  #extra = 0;
  /** Which of the vectors is being worked on. */
  #vector = 0;

  constructor(routine: Routine, layout: WasmLayout) {
    this.#routine = routine;
    this.#layout = layout;
    this.#failed = this.#extraLocals();
  }

  function(): number[] {
    const { first, end, body, failed, counters, masks, locals } = this.#routine;
    this.#setIndex(first, 0);
    this.#setIndex(end, 1);
    this.#steps(body);
    this.#each(() => {
      this.#put("i32.const", 0);
      this.#put("v128.const", ...lanesOf(1));
      this.#loadPath({ kind: "At", value: failed }, 0);
      this.#get(this.#failed);
      this.#put("v128.bitselect");
      this.#access("v128.store", this.#pathOffset(failed), 4);
    });
    this.#put("end");
    const declared = [
      [...unsigned(counters), i32],
      [...unsigned((masks + locals + this.#extra) * vectors), v128],
    ];
    return [...vector(declared), ...this.#code];
  }

  #setIndex(index: Index, parameter: number): void {
    if (index.kind !== "Counter") return;
    this.#put("local.get", parameter);
    this.#put("local.set", ...unsigned(this.#counter(index.id)));
  }

  // ---------------------------------------------------------------- locals and arrays

  #counter(id: number): number {
    return 2 + id;
  }
  /** A local in each of the vectors. */
  #mask(id: number): readonly number[] {
    return this.#locals(id);
  }
  #number(id: number): readonly number[] {
    return this.#locals(this.#routine.masks + id);
  }
  #extraLocals(): readonly number[] {
    return this.#locals(this.#routine.masks + this.#routine.locals + this.#extra++);
  }
  #locals(id: number): readonly number[] {
    const first = 2 + this.#routine.counters + id * vectors;
    return Array.from({ length: vectors }, (_, vector) => first + vector);
  }

  #get(local: readonly number[]): void {
    this.#put("local.get", ...unsigned(local[this.#vector] ?? 0));
  }
  #set(local: readonly number[]): void {
    this.#put("local.set", ...unsigned(local[this.#vector] ?? 0));
  }

  /** The same for each of the vectors. */
  #each(emit: () => void): void {
    for (this.#vector = 0; this.#vector < vectors; this.#vector += 1) emit();
    this.#vector = 0;
  }

  #put(instruction: Instruction, ...rest: readonly number[]): void {
    for (const byte of instructions[instruction]) this.#code.push(byte);
    for (const byte of rest) this.#code.push(byte);
  }

  /** With the alignment and the offset, the former as the power of two that it is. */
  #access(instruction: Instruction, offset: number, alignment: number): void {
    this.#put(instruction, alignment, ...unsigned(offset));
  }

  /** Puts an address on the stack, but for what an offset adds to it: a place times a power of two. */
  #address(index: Index, width: number): void {
    if (index.kind === "At") {
      this.#put("i32.const", ...signed(index.value << width));
      return;
    }
    this.#index(index);
    this.#put("i32.const", width);
    this.#put("i32.shl");
  }

  #pathOffset(base: number): number {
    return this.#layout.memory + base * lanes * 8 + this.#vector * 16;
  }
  #loadPath(at: Index, base: number): void {
    this.#address(at, pathWidth);
    this.#access("v128.load", this.#pathOffset(base), 4);
  }

  #index(index: Index): void {
    switch (index.kind) {
      case "At":
        this.#put("i32.const", ...signed(index.value));
        return;
      case "Counter":
        this.#put("local.get", ...unsigned(this.#counter(index.id)));
        return;
      case "Listed":
        this.#address(index.at, 2);
        this.#access("i32.load", index.base * 4, 2);
        return;
      case "Plus":
        this.#index(index.left);
        this.#index(index.right);
        this.#put("i32.add");
        return;
      default:
        assertNever(index);
    }
  }

  // ---------------------------------------------------------------- steps

  #steps(steps: readonly Step[]): void {
    for (const step of steps) this.#step(step);
  }

  #step(step: Step): void {
    switch (step.kind) {
      case "SetNumber":
        this.#each(() => {
          this.#value(step.value);
          this.#assign(this.#number(step.local), step.isFresh);
        });
        return;
      case "SetMask":
        this.#each(() => {
          this.#truth(step.value);
          this.#assign(this.#mask(step.local), step.isFresh);
        });
        return;
      case "SetCounter":
        this.#index(step.value);
        this.#put("local.set", ...unsigned(this.#counter(step.id)));
        return;
      case "Store":
        this.#each(() => this.#store(step));
        return;
      case "Insert": {
        const moving = this.#extraLocals();
        this.#each(() => this.#insert(step, moving));
        return;
      }
      case "Fail":
        this.#each(() => {
          this.#truth(step.mask);
          this.#withActive();
          this.#get(this.#failed);
          this.#put("v128.or");
          this.#set(this.#failed);
        });
        return;
      case "Leave":
        return;
      case "When":
        this.#when(step);
        return;
      case "If":
        this.#index(step.flag);
        this.#put("if");
        this.#steps(step.body);
        if (step.otherwise !== undefined) {
          this.#put("else");
          this.#steps(step.otherwise);
        }
        this.#put("end");
        return;
      case "Loop":
        this.#loop(step);
        return;
      default:
        assertNever(step);
    }
  }

  /** What is on the stack, for the paths that are meant. */
  #assign(local: readonly number[], isFresh: boolean): void {
    const active = this.#active.at(-1);
    if (!isFresh && active !== undefined) {
      this.#get(local);
      this.#get(active);
      this.#put("v128.bitselect");
    }
    this.#set(local);
  }

  #store({ base, at, value }: Extract<Step, { kind: "Store" }>): void {
    const active = this.#active.at(-1);
    this.#address(at, pathWidth);
    this.#value(value);
    if (active !== undefined) {
      this.#loadPath(at, base);
      this.#get(active);
      this.#put("v128.bitselect");
    }
    this.#access("v128.store", this.#pathOffset(base), 4);
  }

  /** A figure that is not meant is put behind all others, where it drops out. */
  #insert({ which, locals, value }: Extract<Step, { kind: "Insert" }>, moving: readonly number[]): void {
    const isLowest = which === "lowest";
    const active = this.#active.at(-1);
    this.#value(value);
    if (active !== undefined) {
      this.#put("v128.const", ...lanesOf(isLowest ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY));
      this.#get(active);
      this.#put("v128.bitselect");
    }
    this.#set(moving);
    for (const [place, local] of locals.map((id) => this.#number(id)).entries()) {
      const both = () => {
        this.#get(local);
        this.#get(moving);
      };
      both();
      this.#put(isLowest ? "f64x2.pmin" : "f64x2.pmax");
      if (place < locals.length - 1) {
        both();
        this.#put(isLowest ? "f64x2.pmax" : "f64x2.pmin");
        this.#set(moving);
      }
      this.#set(local);
    }
  }

  #withActive(): void {
    const active = this.#active.at(-1);
    if (active === undefined) return;
    this.#get(active);
    this.#put("v128.and");
  }

  #when({ mask, body }: Extract<Step, { kind: "When" }>): void {
    const local = this.#extraLocals();
    this.#each(() => {
      this.#truth(mask);
      this.#withActive();
      this.#set(local);
    });
    this.#each(() => {
      this.#get(local);
      if (this.#vector > 0) this.#put("v128.or");
    });
    this.#put("v128.any_true");
    this.#put("if");
    this.#active.push(local);
    this.#steps(body);
    this.#active.pop();
    this.#put("end");
  }

  #loop({ counter, from, to, next, body }: Extract<Step, { kind: "Loop" }>): void {
    const local = unsigned(this.#counter(counter));
    const isLeft = () => {
      this.#put("local.get", ...local);
      this.#index(to);
      this.#put("i32.lt_s");
    };
    this.#index(from);
    this.#put("local.set", ...local);
    isLeft();
    this.#put("if");
    this.#put("loop");
    this.#steps(body);
    const step: Index = { kind: "Counter", id: counter };
    if (next === undefined)
      this.#index({
        kind: "Plus",
        left: step,
        right: { kind: "At", value: 1 },
      });
    else this.#index({ kind: "Listed", base: next + 1, at: step });
    this.#put("local.set", ...local);
    isLeft();
    this.#put("br_if", 0);
    this.#put("end");
    this.#put("end");
  }

  // ---------------------------------------------------------------- values

  #value(value: Num): void {
    switch (value.kind) {
      case "Figure":
        this.#put("v128.const", ...lanesOf(value.value));
        return;
      case "Local":
        this.#get(this.#number(value.id));
        return;
      case "Memory":
        this.#loadPath(value.at, value.base);
        return;
      case "Table":
        this.#address(value.at, 3);
        this.#access("v128.load64_splat", this.#layout.tables + value.base * 8, 3);
        return;
      case "Operation":
        this.#value(value.left);
        this.#value(value.right);
        this.#put(operations[value.operator]);
        return;
      case "Least":
      case "Greatest":
        this.#value(value.left);
        this.#value(value.right);
        this.#put(value.kind === "Least" ? "f64x2.pmin" : "f64x2.pmax");
        return;
      case "Whole":
        this.#value(value.value);
        this.#put(value.towards === "zero" ? "f64x2.trunc" : "f64x2.nearest");
        return;
      case "Choose":
        this.#value(value.yes);
        this.#value(value.no);
        this.#truth(value.mask);
        this.#put("v128.bitselect");
        return;
      default:
        assertNever(value);
    }
  }

  #truth(mask: Mask): void {
    switch (mask.kind) {
      case "Fixed":
        this.#put("v128.const", ...Array.from({ length: 16 }, () => (mask.value ? 255 : 0)));
        return;
      case "MaskLocal":
        this.#get(this.#mask(mask.id));
        return;
      case "Flagged":
        this.#index(mask.flag);
        this.#put("i32.eqz");
        this.#put("i32.const", 1);
        this.#put("i32.sub");
        this.#put("i64.extend_i32_s");
        this.#put("i64x2.splat");
        return;
      case "Compares":
        this.#value(mask.left);
        this.#value(mask.right);
        this.#put(comparisons[mask.operator]);
        return;
      case "Both":
      case "Either":
        this.#truth(mask.left);
        this.#truth(mask.right);
        this.#put(mask.kind === "Both" ? "v128.and" : "v128.or");
        return;
      case "Not":
        this.#truth(mask.of);
        this.#put("v128.not");
        return;
      default:
        assertNever(mask);
    }
  }
}

const operations = {
  "+": "f64x2.add",
  "-": "f64x2.sub",
  "*": "f64x2.mul",
  "/": "f64x2.div",
} as const satisfies Readonly<Record<string, Instruction>>;

const comparisons = {
  "<": "f64x2.lt",
  "<=": "f64x2.le",
  "===": "f64x2.eq",
  "!==": "f64x2.ne",
} as const satisfies Readonly<Record<string, Instruction>>;
