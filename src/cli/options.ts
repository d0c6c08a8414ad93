import type { Command } from "commander";
import type { ExitStatus } from "./exit-status.ts";
import type { Terminal } from "./terminal.ts";

/** What a command does with its arguments and options; its exit status is the program's. */
export type Run = (
  args: readonly string[],
  options: Options,
  terminal: Terminal,
  program: Command,
) => ExitStatus | Promise<ExitStatus>;

/** The options of all commands; each has those that its help names. */
export interface Options {
  readonly json?: boolean;
  readonly csv?: boolean;
  /** Where a report goes; `-` for standard output. */
  readonly html?: string;
  readonly xlsx?: string;
  /** The contract's text, for a report. */
  readonly text?: string;
  /** A changed text of the contract. */
  readonly against?: string;
  readonly quiet?: boolean;
  readonly filter?: string;
  /** Where the results go as JUnit's XML. */
  readonly junit?: string;
  readonly tap?: boolean;
  readonly watch?: boolean;
  /** Says what would be done, and does not do it; of a simulation, how many paths run in both engines. */
  readonly check?: boolean | string;
  readonly range?: string;
  readonly fix?: boolean;
  readonly unsafeFixes?: boolean;
  readonly full?: boolean;
  readonly depth?: string;
  readonly all?: boolean;
  readonly pairs?: string;
  readonly scenario?: string;
  readonly code?: string;
  readonly on?: string;
  readonly of?: string;
  readonly from?: string;
  readonly through?: string;
  readonly within: string;
  readonly every: string;
  readonly value: readonly string[];
  readonly day: readonly string[];
  readonly reading?: string;
  readonly story?: string;
  readonly plan?: string;
  /** Where the scenario that a plan made goes. */
  readonly saveScenario?: string;
  readonly binding?: string;
  readonly section?: string;
  readonly explained?: string;
  readonly most?: string;
  readonly coverage?: boolean;
  readonly boundaries?: boolean;
  readonly write?: string;
  /** Answers to questions, such as `rate=8%`. */
  readonly with?: readonly string[];
  readonly defaults?: boolean;
  readonly list?: boolean;
  readonly model?: string;
  readonly paths?: string;
  readonly seed?: string;
  readonly compare?: readonly string[];
  readonly sweep?: readonly string[];
  readonly best?: string;
  readonly loss?: string;
  readonly readings?: boolean;
  readonly path?: string;
  readonly exact?: boolean;
  readonly parquet?: string;
  /** Where Redis is, for work that is handed out. */
  readonly redis?: string;
  readonly threads?: string;
  /** The folder in which chunks that are done are kept. */
  readonly keep?: string;
  /** For how many seconds to wait for a worker. */
  readonly patience?: string;
  /** How many rows go together. */
  readonly chunk?: string;
}
