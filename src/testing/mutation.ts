/** Which changes to a template its stories notice. */
import type { CoreProgram, Expr } from "../core/core.ts";
import type { Mutant } from "./mutants.ts";
import { mutantsOf } from "./mutants.ts";
import type { Tried } from "./trial.ts";
import { passes, watchAll } from "./trial.ts";

/** A change and the first story that notices it; none where no story does, and whether any gets there at all. */
export interface MutantResult {
  readonly mutant: Mutant;
  readonly noticedBy: string | undefined;
  readonly isReached: boolean;
}

export interface Mutation {
  readonly mutants: readonly Mutant[];
  /** Stories that fail without any change: they can notice nothing. */
  readonly failing: readonly string[];
  /** Tries a change. */
  readonly resultOf: (mutant: Mutant) => MutantResult;
}

/**
 * Every change to what is written in `file`. Each is tried on the stories that get to what it changes, the quickest first,
 * until one of them notices it.
 */
export function mutationOf(program: CoreProgram, file: string, stories: readonly Tried[]): Mutation {
  const reachedBy = new Map<Expr, Set<Tried>>();
  const work = new Map<Tried, number>();
  const passed = watchAll(program, stories, (story) => (expr) => {
    work.set(story, (work.get(story) ?? 0) + 1);
    const known = reachedBy.get(expr);
    if (known === undefined) reachedBy.set(expr, new Set([story]));
    else known.add(story);
  });
  const quickest = stories
    .filter((_, index) => passed[index])
    .toSorted((a, b) => (work.get(a) ?? 0) - (work.get(b) ?? 0));
  const resultOf = (mutant: Mutant): MutantResult => {
    const isReachedBy = (story: Tried) => mutant.changes.some((expr) => reachedBy.get(expr)?.has(story));
    const tried = mutant.changes.length === 0 ? quickest : quickest.filter(isReachedBy);
    return { mutant, isReached: tried.length > 0, noticedBy: firstToNotice(mutant, tried)?.name };
  };
  const failing = stories.flatMap(({ name }, index) => (passed[index] ? [] : [name]));
  return { mutants: mutantsOf(program, file), failing, resultOf };
}

function firstToNotice(mutant: Mutant, stories: readonly Tried[]): Tried | undefined {
  if (stories.length === 0) return undefined;
  const machine = mutant.machine();
  return stories.find((story) => !passes(machine, story));
}
