import type { Entry } from "./entry.ts";

/** Band 2: a name that means nothing, or two things. */
export const names = {
  TN2001: {
    slug: "unknown-name",
    severity: "error",
    message: "Nothing is called `{name}`",
    label: "not defined in this template",
    explanation:
      "Each name has to be a deal term, a definition, a state, an event or a field of the template, or come from a clause " +
      "that it uses. Names are compared to the letter, capitals included.",
    language: "tenor",
    wrong: "given Principal: money\nHalf means 50% * Principle\n",
    right: "given Principal: money\nHalf means 50% * Principal\n",
  },
} as const satisfies Readonly<Record<`TN2${number}`, Entry>>;
