import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { CheckedProgram } from "../ast.ts";

/** Finds one kind of fault in a program whose names and types are known, as far as they are. */
export type Rule = (program: CheckedProgram) => readonly Diagnostic[];

export const rules: readonly Rule[] = [];
