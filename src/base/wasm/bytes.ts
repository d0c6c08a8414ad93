/** Bytes of WebAssembly: numbers in few bytes, sections, and the instructions that routines use. */

/** A whole number, the low seven bits first. */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) + 128);
  }
}

/** The same with a sign. */
export function signed(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value | 0; ; rest >>= 7) {
    const low = rest & 127;
    const isLast = rest >> 7 === ((low & 64) === 0 ? 0 : -1);
    if (isLast) return [...bytes, low];
    bytes.push(low | 128);
  }
}

/** With the length in front. */
export function vector(items: readonly (readonly number[])[]): number[] {
  return [...unsigned(items.length), ...items.flat()];
}

export function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

export function text(of: string): number[] {
  const codes = Array.from(of, (letter) => letter.charCodeAt(0));
  return [...unsigned(codes.length), ...codes];
}

const simd = (code: number): readonly number[] => [0xfd, ...unsigned(code)];

/** By the names of the specification. */
export const instructions = {
  block: [0x02, 0x40],
  loop: [0x03, 0x40],
  if: [0x04, 0x40],
  else: [0x05],
  end: [0x0b],
  br_if: [0x0d],
  "local.get": [0x20],
  "local.set": [0x21],
  "local.tee": [0x22],
  "i32.load": [0x28],
  "i32.store": [0x36],
  "i32.const": [0x41],
  "i32.eqz": [0x45],
  "i32.lt_s": [0x48],
  "i32.add": [0x6a],
  "i32.sub": [0x6b],
  "i32.and": [0x71],
  "i32.shl": [0x74],
  "i32.shr_u": [0x76],
  "i64.extend_i32_s": [0xac],
  "v128.load": simd(0x00),
  "v128.load64_splat": simd(0x0a),
  "v128.store": simd(0x0b),
  "v128.const": simd(0x0c),
  "i8x16.shuffle": simd(0x0d),
  "i32x4.splat": simd(0x11),
  "i64x2.splat": simd(0x12),
  "f64x2.splat": simd(0x14),
  "i32x4.extract_lane": simd(0x1b),
  "f64x2.eq": simd(0x47),
  "f64x2.ne": simd(0x48),
  "f64x2.lt": simd(0x49),
  "f64x2.gt": simd(0x4a),
  "f64x2.le": simd(0x4b),
  "v128.not": simd(0x4d),
  "v128.and": simd(0x4e),
  "v128.andnot": simd(0x4f),
  "v128.or": simd(0x50),
  "v128.xor": simd(0x51),
  "v128.bitselect": simd(0x52),
  "v128.any_true": simd(0x53),
  "v128.load32_lane": simd(0x56),
  "v128.load64_lane": simd(0x57),
  "v128.store64_lane": simd(0x5b),
  "v128.load32_zero": simd(0x5c),
  "v128.load64_zero": simd(0x5d),
  "f64x2.floor": simd(0x75),
  "f64x2.trunc": simd(0x7a),
  "f64x2.nearest": simd(0x94),
  "i32x4.add": simd(0xae),
  "i64x2.bitmask": simd(0xc4),
  "i64x2.shl": simd(0xcb),
  "i64x2.shr_u": simd(0xcd),
  "i64x2.add": simd(0xce),
  "i64x2.extmul_low_i32x4_u": simd(0xde),
  "i64x2.extmul_high_i32x4_u": simd(0xdf),
  "f64x2.abs": simd(0xec),
  "f64x2.neg": simd(0xed),
  "f64x2.sqrt": simd(0xef),
  "f64x2.add": simd(0xf0),
  "f64x2.sub": simd(0xf1),
  "f64x2.mul": simd(0xf2),
  "f64x2.div": simd(0xf3),
  "f64x2.pmin": simd(0xf6),
  "f64x2.pmax": simd(0xf7),
  "f64x2.convert_low_i32x4_u": simd(0xff),
} as const satisfies Readonly<Record<string, readonly number[]>>;

export type Instruction = keyof typeof instructions;

/** Both lanes alike. */
export function lanesOf(value: number): number[] {
  const bytes = [...new Uint8Array(new Float64Array([value]).buffer)];
  return [...bytes, ...bytes];
}
