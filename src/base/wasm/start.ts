/** Starts a WebAssembly module by the platform's own means. */
import { invariant } from "../invariant.ts";

export interface Started {
  readonly buffer: ArrayBuffer;
  /** What the module exports under a name. */
  function(name: string): NumberFunction;
}

/** As far as it is used; the language's own library does not declare it. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object) => { readonly exports: object };
};

export type NumberFunction = (...figures: readonly number[]) => void;

/** Undefined where the platform has no WebAssembly or forbids it, or has not the room. Nothing is asked of the platform but that. */
export function startModule(bytes: Uint8Array<ArrayBuffer>): Started | undefined {
  if (typeof WebAssembly === "undefined") return undefined;
  try {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
    const buffer = valueIn(valueIn(exports, "memory"), "buffer");
    invariant(buffer instanceof ArrayBuffer, "each module exports its memory");
    return { buffer, function: (name) => functionIn(exports, name) };
  } catch {
    return undefined;
  }
}

function valueIn(of: unknown, name: string): unknown {
  return typeof of === "object" && of !== null ? Reflect.get(of, name) : undefined;
}

function functionIn(exported: unknown, name: string): NumberFunction {
  const made = valueIn(exported, name);
  invariant(isNumberFunction(made), "a module exports its functions");
  return made;
}

function isNumberFunction(value: unknown): value is NumberFunction {
  return typeof value === "function";
}
