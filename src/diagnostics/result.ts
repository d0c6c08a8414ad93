import type { Diagnostic } from "./diagnostic.ts";

/** Outside data that was read, or why there is no value. Problems are listed in the order of the text. */
export type Result<T, D = Diagnostic> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly diagnostics: readonly D[] };

/** What a pass understood, plus what it found. The value is there whatever was found. */
export interface WithDiagnostics<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}
