/**
 * What stands where a value does not: `Absent` is the contract's own answer (null, with the condition that is missing),
 * `Failure` means that the question cannot be answered. Both travel through every operation as they are.
 */
import type { Span } from "../../source/span.ts";

export type ErrorKind = "missing data" | "undefined" | "refused" | "conflict";

export class Absent {
  readonly because: string;
  readonly section: string;
  constructor(because: string, section: string) {
    this.because = because;
    this.section = section;
  }
}

export class Failure {
  readonly error: ErrorKind;
  readonly message: string;
  /** Where in the template it arose, where that is known. */
  readonly span: Span | undefined;
  constructor(error: ErrorKind, message: string, span?: Span) {
    this.error = error;
    this.message = message;
    this.span = span;
  }
}

export type Problem = Absent | Failure;

export function isProblem(value: unknown): value is Problem {
  return value instanceof Absent || value instanceof Failure;
}
