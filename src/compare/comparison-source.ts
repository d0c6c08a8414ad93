import type { ReasonFact } from "../evaluate/reasons/reason-facts.ts";
import type { Comparison } from "./comparison.ts";
import type { Received } from "./totals/totals.ts";

/** A comparison with what its figures come from. */
export interface ComparisonSource {
  readonly comparison: Comparison;
  /** For each subject. */
  readonly received: readonly Received[];
  /** What `look` makes of why a position of a subject is what it is; undefined where it has none, or a bound is reached. */
  readonly explain: <T>(subject: number, role: string, on: string, look: (fact: ReasonFact) => T) => T | undefined;
  /** Looks at explanations that were found before; undefined where a bound is reached. */
  readonly look: <T>(look: () => T) => T | undefined;
}
