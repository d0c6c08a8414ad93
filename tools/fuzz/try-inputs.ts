/** Tries the inputs of a range of numbers, one after the other. The same seed and number give the same input. */
import type { Corpus } from "./corpus.ts";
import type { Kind } from "./kinds.ts";
import { kinds } from "./kinds.ts";
import { randomFor } from "./random.ts";

export interface Finding {
  readonly index: number;
  readonly kind: Kind;
  readonly broken: string;
  readonly input: string;
}

/** How long one input may take, in milliseconds. */
export const patience = 2_000;

/** How often each kind comes: templates have the most ways to be wrong. */
const shares: readonly Kind[] = [
  "template",
  "template",
  "template",
  "template",
  "scenario",
  "scenario",
  "clause",
  "market",
  "calendar",
  "command line",
];

export function kindOf(index: number): Kind {
  return shares[index % shares.length] ?? "template";
}

export async function tryInput(
  seed: number,
  index: number,
  corpus: Corpus,
  now: () => number,
  kind = kindOf(index),
): Promise<Finding | undefined> {
  const began = now();
  let input = "";
  let broken: string | undefined;
  try {
    const tried = kinds[kind](corpus, randomFor(seed, index));
    input = tried.input;
    broken = await tried.broken();
  } catch (error) {
    broken = `exception: ${error instanceof Error ? `${error.message}\n${error.stack ?? ""}`.slice(0, 600) : String(error)}`;
  }
  const took = now() - began;
  if (broken === undefined && took > patience) broken = `took ${Math.round(took)} ms`;
  return broken === undefined ? undefined : { index, kind, broken, input };
}
