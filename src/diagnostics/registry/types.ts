import type { Entry } from "./entry.ts";

/** Band 3: kinds of value and units that do not go together. */
export const types = {
  TN3002: {
    slug: "wrong-unit",
    severity: "error",
    message: "`{name}` is {expected}, but this is {found}",
    label: "{found}",
    explanation:
      "Each figure of a contract has a unit, and a name has one unit everywhere. Money is not a price, a price is not a " +
      "percent, and a count of shares is none of them.",
    language: "tenor",
    wrong: "given Discount: percent = $20\n",
    right: "given Discount: percent = 20%\n",
  },
} as const satisfies Readonly<Record<`TN3${number}`, Entry>>;
