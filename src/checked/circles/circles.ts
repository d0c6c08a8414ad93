/**
 * Values that say that they depend on themselves, and whether that circle has one answer.
 *
 * What such a value gives is looked at as a function of the figure put in, by the rules of convex functions: sums keep their
 * bend, what is fixed may multiply or divide, the greater of convex values is convex, the lesser of concave ones concave. A value
 * that divides is known by the bend of its inverse: a cap divided by a count of shares is the inverse of something straight.
 * Amounts, prices and counts of shares are taken to be at least zero, as inputs have to be.
 */

import type { CheckedProgram, CheckedSymbols } from "../ast.ts";
import type { Checked, OwnerBinding } from "../tree.ts";
import type { Asked } from "./asked.ts";
import { askedIn, nameOf, nextOf } from "./asked.ts";

/** How what a circle gives rises with the figure put in: along a line, ever faster or ever slower. */
export type Bend = "straight" | "convex" | "concave";

export interface Circle {
  /** Whether the value depends on itself at all. */
  readonly isClosed: boolean;
  /** Undefined where the circle can't be solved. */
  readonly bend: Bend | undefined;
  /** The part that stands in the way. */
  readonly fault: Checked | undefined;
}

export function isSolved(key: string, { symbols }: { readonly symbols: CheckedSymbols }): boolean {
  const statement = symbols.definitions.get(key)?.statement;
  return statement?.kind === "Definition" && statement.solved !== undefined;
}

/** The circle of a value that is solved. */
export function circleOf(key: string, program: CheckedProgram): Circle {
  const look = new Look(key, program);
  const bend = look.bendOfDefinition(key);
  const isClosed = look.isClosed();
  return { isClosed, bend: isClosed && bend !== "fixed" ? bend : undefined, fault: look.fault };
}

/** What does not depend on the figure put in is fixed. */
type Part = Bend | "fixed";

class Look {
  readonly #key: string;
  readonly #program: CheckedProgram;
  readonly #underWay = new Set<string>();
  /** Through what the event of the definition is spoken of that is being looked at. */
  #through: OwnerBinding | "alone";
  /** The first part that is neither bent one way nor the inverse of what is. */
  fault: Checked | undefined;

  constructor(key: string, program: CheckedProgram) {
    this.#key = key;
    this.#program = program;
    this.#through = program.symbols.definitions.get(key)?.owner === undefined ? "alone" : "head";
  }

  isClosed(): boolean {
    return this.#lead(nextOf({ kind: "definition", key: this.#key, through: this.#through }, this.#program));
  }

  bendOfDefinition(key: string, isInverse = false): Part | undefined {
    const { symbols } = this.#program;
    const statement = symbols.definitions.get(key)?.statement;
    if (statement?.kind !== "Definition" || this.#underWay.has(key)) return undefined;
    this.#underWay.add(key);
    const exceptions = symbols.exceptions.get(key) ?? [];
    const found = this.#ofAlternatives(
      [statement.value, ...exceptions.map((it) => it.statement.value)],
      exceptions.map((it) => it.statement.condition),
      isInverse,
    );
    this.#underWay.delete(key);
    return found;
  }

  #bend(it: Checked, isInverse: boolean): Part | undefined {
    if (!this.#depends(it)) return "fixed";
    const found = this.#ofDependent(it, isInverse);
    // Where an inverse is wanted, what divides is at fault.
    if (found === undefined && !isInverse) this.fault ??= it;
    return found;
  }

  #ofDependent(it: Checked, isInverse: boolean): Part | undefined {
    switch (it.kind) {
      case "NameReference":
      case "ItsReference":
      case "MemberReference":
        return this.#ofName(it, isInverse);
      case "Arithmetic":
        return this.#ofArithmetic(it, isInverse);
      case "Extreme": {
        const isLeast = smallest.has(it.word);
        return this.#ofExtreme(
          it.operands.map(({ value }) => value),
          isLeast,
          isInverse,
        );
      }
      case "Total":
        return isInverse ? undefined : this.#sum(it.operands.map(({ value }) => value));
      case "Cases":
        return this.#ofAlternatives(
          [...it.arms.map(({ value }) => value), it.otherwise],
          it.arms.map(({ condition }) => condition),
          isInverse,
        );
      case "AsRead":
        return this.#ofAlternatives(
          it.arms.map(({ value }) => value),
          [],
          isInverse,
        );
      case "OnlyWhile":
        return this.#ofAlternatives([it.value], [it.condition], isInverse);
      case "OrElse":
        return this.#ofAlternatives([it.value, it.fallback], [], isInverse);
      case "EventsFold":
        return this.#ofFold(it, isInverse);
      default:
        return undefined;
    }
  }

  #ofName({ meaning }: Checked, isInverse: boolean): Part | undefined {
    if (meaning?.kind !== "Definition") return undefined;
    const outer = this.#through;
    const through = meaning.through === "head" ? outer : meaning.through;
    // Of another event it is another figure.
    if (meaning.key === this.#key) return isInverse || through === "other" ? undefined : "straight";
    if (isSolved(meaning.key, this.#program)) return undefined;
    this.#through = through;
    const bend = this.bendOfDefinition(meaning.key, isInverse);
    this.#through = outer;
    return bend;
  }

  #ofArithmetic({ operator, left, right }: Extract<Checked, { kind: "Arithmetic" }>, isInverse: boolean) {
    switch (operator) {
      case "+":
      case "-": {
        if (isInverse) return undefined;
        const [a, b] = [this.#bend(left, false), this.#bend(right, false)];
        return sum(a, operator === "-" ? turned(b) : b);
      }
      case "*":
      case "/": {
        const [a, b] = [this.#depends(left), this.#depends(right)];
        if (a && b) return undefined;
        return a ? this.#bend(left, isInverse) : this.#bend(right, isInverse !== (operator === "/"));
      }
      default:
        return undefined;
    }
  }

  /** The inverse of the least is the greatest of the inverses. */
  #ofExtreme(values: readonly Checked[], isLeast: boolean, isInverse: boolean): Part | undefined {
    const bends = values.map((value) => this.#bend(value, isInverse));
    const wanted: Bend = isLeast === isInverse ? "convex" : "concave";
    return bends.every((it) => it === "fixed" || it === "straight" || it === wanted) ? wanted : undefined;
  }

  #sum(values: readonly Checked[]): Part | undefined {
    return values.map((value) => this.#bend(value, false)).reduce(sum, "fixed");
  }

  /** One of several, by conditions that don't depend on the figure. */
  #ofAlternatives(values: readonly Checked[], conditions: readonly Checked[], isInverse: boolean): Part | undefined {
    const open = conditions.find((condition) => this.#depends(condition));
    if (open !== undefined) {
      this.fault ??= open;
      return undefined;
    }
    return values.map((value) => this.#bend(value, isInverse)).reduce(sum, "fixed");
  }

  #ofFold({ operation, body, where }: Extract<Checked, { kind: "EventsFold" }>, isInverse: boolean): Part | undefined {
    if (body === undefined || (where !== undefined && this.#depends(where))) return undefined;
    switch (operation) {
      case "sum":
      case "average":
        return isInverse ? undefined : this.#bend(body, false);
      case "highest":
      case "lowest":
        return this.#ofExtreme([body], operation === "lowest", isInverse);
      default:
        return undefined;
    }
  }

  #depends(it: Checked): boolean {
    return this.#lead(askedIn(it, this.#through, this.#program));
  }

  /** Whether one of these is the value itself, or asks for it in its turn. */
  #lead(asked: readonly Asked[]): boolean {
    const waiting = [...asked];
    const seen = new Set<string>();
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { to } = next;
      if (to.kind === "definition" && to.key === this.#key) return true;
      const name = nameOf(to);
      if (seen.has(name)) continue;
      seen.add(name);
      waiting.push(...nextOf(to, this.#program));
    }
    return false;
  }
}

const smallest: ReadonlySet<string> = new Set(["lesser", "least", "earlier", "earliest"]);

function sum(a: Part | undefined, b: Part | undefined): Part | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (a === "fixed" || a === b) return b;
  if (b === "fixed" || b === "straight") return a;
  return a === "straight" ? b : undefined;
}

function turned(bend: Part | undefined): Part | undefined {
  if (bend === "convex") return "concave";
  return bend === "concave" ? "convex" : bend;
}
