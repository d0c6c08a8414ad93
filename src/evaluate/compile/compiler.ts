import type { CoreProgram, Expr } from "../../core/core.ts";
import type { Code, Rows } from "../state/run.ts";
import type { EventsOfDefault } from "./defaults.ts";
import type { Definitions, OverrideSet } from "./definitions.ts";
import type { TypedCompiler } from "./typed-compiler.ts";

/** What the compilers of single constructs work with. */
export interface Compiler extends TypedCompiler {
  readonly program: CoreProgram;
  readonly definitions: Definitions;
  readonly eventsOfDefault: EventsOfDefault;
  /** What gives the rows of a schedule, by its name. */
  readonly schedules: { knownRowsOf(name: string): Code<Rows> };
  /** Inside an exception: the definition as the exception displaces it. */
  readonly displaced: OverrideSet | undefined;
}

export type CompilerOf<K extends Expr["kind"]> = (expr: Extract<Expr, { kind: K }>, compiler: Compiler) => Code;
