/** Sums of two numbers side by side, as WebAssembly: the operations of the JavaScript in its order, so that both give the same bits. */
import type { Body, Code } from "../../base/wasm/body.ts";
import { access, constant, op } from "../../base/wasm/body.ts";
import { lanesOf } from "../../base/wasm/bytes.ts";

export function both(value: number): Code {
  return constant(lanesOf(value));
}

/** 64 bits in both lanes, as a whole number of so many. */
export function bits(value: bigint): Code {
  const bytes = [...new Uint8Array(new BigUint64Array([value]).buffer)];
  return constant([...bytes, ...bytes]);
}

/** A parameter that is the same in both lanes. */
export function spread(figure: Code): Code {
  return op("f64x2.splat", figure);
}

export function plus(left: Code, right: Code): Code {
  return op("f64x2.add", left, right);
}
export function minus(left: Code, right: Code): Code {
  return op("f64x2.sub", left, right);
}
export function times(left: Code, right: Code): Code {
  return op("f64x2.mul", left, right);
}
export function over(left: Code, right: Code): Code {
  return op("f64x2.div", left, right);
}
export function root(of: Code): Code {
  return op("f64x2.sqrt", of);
}
export function pick(mask: Code, yes: Code, no: Code): Code {
  return op("v128.bitselect", yes, no, mask);
}

/** The first coefficient is that of the highest power. */
export function polynomial([first = 0, ...rest]: readonly number[], of: Code): Code {
  return rest.reduce((sum, coefficient) => plus(times(sum, of), both(coefficient)), both(first));
}

/** c + x × (c′ + x × (… + x × last)), as the JavaScript writes a series. */
export function series(coefficients: readonly number[], last: Code, of: Code): Code {
  return coefficients.reduceRight<Code>((inner, it) => plus(both(it), times(of, inner)), last);
}

export function load(address: Code): Code {
  return access("v128.load", [address]);
}
export function store(body: Body, address: Code, value: Code): void {
  body.do(access("v128.store", [address, value]));
}
