/** An answer as plain data, ready for JSON. Amounts are decimal strings with their unit beside them. */
import type { ErrorKind } from "./problem.ts";

export type AnswerValue = string | boolean;

interface Asked {
  readonly value: string;
  readonly on?: string;
  readonly of?: string;
  readonly section: string;
}
export type Answer = Asked &
  (
    | { readonly answer: AnswerValue; readonly unit: string }
    | { readonly answer: null; readonly because: string }
    | { readonly error: { readonly kind: ErrorKind; readonly message: string } }
  );
