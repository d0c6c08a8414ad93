import type { Entry } from "./entry.ts";

/** Band 4: clauses that contradict one another, leave a gap, or go round in a circle. */
export const logic = {
  TN4001: {
    slug: "circular-definition",
    severity: "error",
    message: "`{name}` depends on itself: {circle}",
    explanation:
      "To know the value, one would have to know it already. A definition may look at its own value of an earlier day only " +
      "through a state that events change.",
    language: "tenor",
    wrong: "First means Second + $1\nSecond means First - $1\n",
    right: "given Second: money\nFirst means Second + $1\n",
  },
} as const satisfies Readonly<Record<`TN4${number}`, Entry>>;
