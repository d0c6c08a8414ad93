import type { Entry } from "./entry.ts";

/** Band 1: the text does not have the form of a template. */
export const syntax = {
  TN1001: {
    slug: "unexpected-text",
    severity: "error",
    message: "Expected {expected}, but found {found}",
    explanation: "The statement can't go on in this way. What may stand here is named in the message.",
    language: "tenor",
    wrong: "given Discount: = 20%\n",
    right: "given Discount: percent = 20%\n",
  },
} as const satisfies Readonly<Record<`TN1${number}`, Entry>>;
