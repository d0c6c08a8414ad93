import type { Problem } from "../evaluate/values/problem.ts";
import { Absent } from "../evaluate/values/problem.ts";

/** Why a value is absent, or why it is unknown. The one place where words of a problem are read. */
export function problemText(problem: Problem): string {
  return problem instanceof Absent ? problem.because : problem.message;
}
