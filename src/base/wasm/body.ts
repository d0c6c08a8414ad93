/** Writes the body of a WebAssembly function: code that leaves a value on the stack, variables, and loops. */
import type { Instruction } from "./bytes.ts";
import { instructions, section, signed, text, unsigned, vector } from "./bytes.ts";

/** Instructions; a value is those that leave it on the stack. */
export type Code = readonly (number | Constant)[];

/** A vector that never changes: it is put into a variable as the function begins, since an engine makes it anew each time. */
interface Constant {
  readonly bytes: readonly number[];
}

export function constant(bytes: readonly number[]): Code {
  return [{ bytes }];
}

const types = { i32: 0x7f, f64: 0x7c, v128: 0x7b } as const;
export type ValueType = keyof typeof types;

export interface Variable {
  readonly get: readonly number[];
  readonly place: number;
}

export function op(name: Instruction, ...operands: readonly Code[]): Code {
  return [...operands.flat(), ...instructions[name]];
}

/** With what stands behind the instruction, such as a lane. */
export function opWith(name: Instruction, behind: readonly number[], ...operands: readonly Code[]): Code {
  return [...op(name, ...operands), ...behind];
}

export function whole(value: number): readonly number[] {
  return [...instructions["i32.const"], ...signed(value)];
}

/** Reads or writes at an address, which needs no alignment; `behind` is a lane where there is one. */
export function access(name: Instruction, operands: readonly Code[], behind: readonly number[] = []): Code {
  return opWith(name, [0, 0, ...behind], ...operands);
}

/** An address so many items of a size, as a power of two, behind another. */
export function behind(address: Code, count: Code, size: number): Code {
  return op("i32.add", address, op("i32.shl", count, whole(size)));
}

export class Body {
  readonly #parameters: readonly (readonly [string, ValueType])[];
  readonly #locals: ValueType[] = [];
  readonly #constants = new Map<string, Variable>();
  /** What sets the constants. */
  readonly #start: number[] = [];
  readonly #code: number[] = [];

  /** In the order of the names, first addresses and whole numbers, then figures. */
  constructor(wholes: readonly string[], figures: readonly string[] = []) {
    this.#parameters = [...wholes.map((it) => [it, "i32"] as const), ...figures.map((it) => [it, "f64"] as const)];
  }

  parameter(name: string): Variable {
    return variableAt(this.#parameters.findIndex(([it]) => it === name));
  }

  /** The value of a parameter. */
  get(name: string): Code {
    return this.parameter(name).get;
  }

  variable(type: ValueType, first: Code): Variable {
    const made = this.#local(type);
    this.set(made, first);
    return made;
  }

  #local(type: ValueType): Variable {
    this.#locals.push(type);
    return variableAt(this.#parameters.length + this.#locals.length - 1);
  }

  /** A vector that may be read several times. */
  keep(value: Code): Code {
    return this.variable("v128", value).get;
  }

  set({ place }: Variable, value: Code): void {
    this.do(opWith("local.set", unsigned(place), value));
  }

  do(code: Code): void {
    for (const it of code) {
      if (typeof it === "number") this.#code.push(it);
      else this.#code.push(...instructions["local.get"], ...unsigned(this.#constant(it).place));
    }
  }

  #constant({ bytes }: Constant): Variable {
    const key = bytes.join();
    const known = this.#constants.get(key);
    if (known !== undefined) return known;
    const made = this.#local("v128");
    this.#constants.set(key, made);
    this.#start.push(...instructions["v128.const"], ...bytes, ...instructions["local.set"], ...unsigned(made.place));
    return made;
  }

  /** While the variable is less than the end, in steps. */
  loop(variable: Variable, end: Code, step: number, fill: () => void): void {
    const isLeft = op("i32.lt_s", variable.get, end);
    this.do([...op("if", isLeft), ...op("loop")]);
    fill();
    this.set(variable, op("i32.add", variable.get, whole(step)));
    this.do([...opWith("br_if", [0], isLeft), ...op("end"), ...op("end")]);
  }

  type(): readonly number[] {
    return [0x60, ...vector(this.#parameters.map(([, it]) => [types[it]])), ...vector([])];
  }

  code(): readonly number[] {
    const locals = this.#locals.map((it) => [1, types[it]]);
    const all = [...vector(locals), ...this.#start, ...this.#code, ...instructions.end];
    return [...unsigned(all.length), ...all];
  }
}

function variableAt(place: number): Variable {
  return { place, get: [...instructions["local.get"], ...unsigned(place)] };
}

const pageSize = 65_536;

/** It exports `memory`, of so many bytes, and the functions by their names. */
export function moduleOf(bodies: ReadonlyMap<string, Body>, length: number): Uint8Array<ArrayBuffer> {
  const all = [...bodies];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, vector(all.map(([, body]) => body.type()))),
    ...section(3, vector(all.map((_, index) => unsigned(index)))),
    ...section(5, vector([[0x00, ...unsigned(Math.ceil(length / pageSize))]])),
    ...section(
      7,
      vector([
        [...text("memory"), 0x02, 0x00],
        ...all.map(([name], index) => [...text(name), 0x00, ...unsigned(index)]),
      ]),
    ),
    ...section(10, vector(all.map(([, body]) => body.code()))),
  ]);
}
