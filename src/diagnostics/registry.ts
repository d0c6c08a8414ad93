import { accountsOfEvents } from "./registry/accounts-of-events.ts";
import { comparisons } from "./registry/comparisons.ts";
import { contractWords } from "./registry/contract-words.ts";
import { datedEvents } from "./registry/dated-events.ts";
import type { Entry, Severity } from "./registry/entry.ts";
import { evaluation } from "./registry/evaluation.ts";
import { contractTexts } from "./registry/files/contract-texts.ts";
import { portfolios } from "./registry/files/portfolios.ts";
import { tables } from "./registry/files/tables.ts";
import { inputs } from "./registry/inputs.ts";
import { lists } from "./registry/lists.ts";
import { logic } from "./registry/logic.ts";
import { names } from "./registry/names.ts";
import { simulation } from "./registry/simulation.ts";
import { syntax } from "./registry/syntax.ts";
import { types } from "./registry/types.ts";

/**
 * The catalogue of all diagnostics, by code.
 *
 * A code is stable and never used twice. Its first digit is its band: 1 syntax, 2 names, 3 types and units, 4 clause
 * logic (conflict, gap, cycle), 5 inputs, 6 evaluation. Each band has its own file under `registry/`.
 */
export const registry = {
  ...syntax,
  ...contractWords,
  ...names,
  ...types,
  ...logic,
  ...tables,
  ...accountsOfEvents,
  ...datedEvents,
  ...lists,
  ...inputs,
  ...comparisons,
  ...simulation,
  ...portfolios,
  ...contractTexts,
  ...evaluation,
};

/** A code of the catalogue, such as `"TN3002"`. */
export type Code = keyof typeof registry;

/** The facts that the words of a code ask for, by name. */
export type Facts<C extends Code> = Readonly<Record<FactNames<WordsOf<(typeof registry)[C]>>, string | number>>;

/** The catalogue's entry for a code. */
export function entryOf(code: Code): Entry {
  return { severity: "error", language: "tenor", ...registry[code] };
}

export function severityOf(code: Code): Severity {
  return entryOf(code).severity;
}

/** Whether a text, such as an argument of `tenor explain --code`, is a code. */
export function isCode(text: string): text is Code {
  return Object.hasOwn(registry, text);
}

type WordsOf<E> = E extends { readonly message: infer M } ? M | TextOf<E, "label"> | TextOf<E, "help"> : never;
type TextOf<E, K extends string> = E extends { readonly [key in K]: infer T } ? T : never;
type FactNames<T> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | FactNames<Rest> : never;
