/**
 * What a note is compiled to before it is JavaScript or WebAssembly: numbers, conditions and steps over three arrays.
 * `whole` and `tables` hold what is the same on every path, `memory` what each path has for itself. An index and a flag are
 * always the same on every path, so that several paths can go side by side; where they part, a `When` covers the paths
 * meant.
 */

/** A place in an array; the same on every path. */
export type Index =
  | { readonly kind: "At"; readonly value: number }
  | { readonly kind: "Counter"; readonly id: number }
  | { readonly kind: "Listed"; readonly base: number; readonly at: Index }
  | { readonly kind: "Plus"; readonly left: Index; readonly right: Index };

export type Num =
  | { readonly kind: "Figure"; readonly value: number }
  | { readonly kind: "Local"; readonly id: number }
  | { readonly kind: "Memory"; readonly base: number; readonly at: Index }
  | { readonly kind: "Table"; readonly base: number; readonly at: Index }
  | {
      readonly kind: "Operation";
      readonly operator: "+" | "-" | "*" | "/";
      readonly left: Num;
      readonly right: Num;
    }
  /** The right one where it is less (greater) than the left one, otherwise the left one. */
  | {
      readonly kind: "Least" | "Greatest";
      readonly left: Num;
      readonly right: Num;
    }
  | {
      readonly kind: "Whole";
      readonly towards: "zero" | "even";
      readonly value: Num;
    }
  | {
      readonly kind: "Choose";
      readonly mask: Mask;
      readonly yes: Num;
      readonly no: Num;
    };

export type Mask =
  | { readonly kind: "Fixed"; readonly value: boolean }
  | { readonly kind: "MaskLocal"; readonly id: number }
  | { readonly kind: "Flagged"; readonly flag: Index }
  | {
      readonly kind: "Compares";
      readonly operator: "<" | "<=" | "===" | "!==";
      readonly left: Num;
      readonly right: Num;
    }
  | {
      readonly kind: "Both" | "Either";
      readonly left: Mask;
      readonly right: Mask;
    }
  | { readonly kind: "Not"; readonly of: Mask };

export type Step =
  /** `isFresh` where nothing reads what the local held before. */
  | {
      readonly kind: "SetNumber";
      readonly local: number;
      readonly value: Num;
      readonly isFresh: boolean;
    }
  | {
      readonly kind: "SetMask";
      readonly local: number;
      readonly value: Mask;
      readonly isFresh: boolean;
    }
  | { readonly kind: "SetCounter"; readonly id: number; readonly value: Index }
  | {
      readonly kind: "Store";
      readonly base: number;
      readonly at: Index;
      readonly value: Num;
    }
  /** Puts a figure into locals that hold the lowest (highest) ones in order; the last of them drops out. */
  | {
      readonly kind: "Insert";
      readonly which: "lowest" | "highest";
      readonly locals: readonly number[];
      readonly value: Num;
    }
  /** For the paths on which it is so: the path needs the exact engine. */
  | { readonly kind: "Fail"; readonly mask: Mask }
  /** Nothing changes any more in the loop where it is so; a path alone may leave it. */
  | { readonly kind: "Leave"; readonly mask: Mask }
  | {
      readonly kind: "When";
      readonly mask: Mask;
      readonly body: readonly Step[];
    }
  | {
      readonly kind: "If";
      readonly flag: Index;
      readonly body: readonly Step[];
      readonly otherwise?: readonly Step[];
    }
  /** From `from` up to `to`, excluded; with `next`, from one to what `whole` lists for it. */
  | {
      readonly kind: "Loop";
      readonly counter: number;
      readonly from: Index;
      readonly to: Index;
      readonly next?: number;
      readonly body: readonly Step[];
    };

/** A compiled note; it is called with two days, `first` and `end` (excluded), counted from the first day. */
export interface Routine {
  readonly body: readonly Step[];
  readonly first: Index;
  readonly end: Index;
  readonly locals: number;
  readonly masks: number;
  readonly counters: number;
  /** Where the mark is kept that the path needs the exact engine. */
  readonly failed: number;
  readonly whole: Int32Array;
  readonly tables: Float64Array;
  /** How many figures one path needs. */
  readonly size: number;
}

export function at(value: number): Index {
  return { kind: "At", value };
}

export function plus(left: Index, right: Index): Index {
  if (left.kind === "At" && left.value === 0) return right;
  if (right.kind === "At" && right.value === 0) return left;
  if (left.kind === "At" && right.kind === "At") return at(left.value + right.value);
  return { kind: "Plus", left, right };
}

export function operation(operator: "+" | "-" | "*" | "/", left: Num, right: Num): Num {
  if ((operator === "*" || operator === "/") && right.kind === "Figure" && right.value === 1) return left;
  return { kind: "Operation", operator, left, right };
}

export function figure(value: number): Num {
  return { kind: "Figure", value };
}

export const yes: Mask = { kind: "Fixed", value: true };
export const no: Mask = { kind: "Fixed", value: false };

export function not(of: Mask): Mask {
  if (of.kind === "Fixed") return of.value ? no : yes;
  return of.kind === "Not" ? of.of : { kind: "Not", of };
}

export function both(left: Mask, right: Mask): Mask {
  if (left.kind === "Fixed") return left.value ? right : left;
  if (right.kind === "Fixed") return right.value ? left : right;
  return { kind: "Both", left, right };
}

export function either(left: Mask, right: Mask): Mask {
  return not(both(not(left), not(right)));
}

export function choose(mask: Mask, whenSo: Num, otherwise: Num): Num {
  if (mask.kind === "Fixed") return mask.value ? whenSo : otherwise;
  return mask.kind === "Not"
    ? { kind: "Choose", mask: mask.of, yes: otherwise, no: whenSo }
    : { kind: "Choose", mask, yes: whenSo, no: otherwise };
}

/** What costs nothing to read twice. */
export function isLeaf({ kind }: Num): boolean {
  return kind === "Figure" || kind === "Local";
}
