/** Work within the bounds of a run: a bound that is passed becomes a diagnostic. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Result } from "../diagnostics/result.ts";
import { defaultLimits, LimitReached } from "../evaluate/values/limits.ts";
import { SourceFile } from "../source/source-file.ts";
import { mostDigits } from "../units/exact.ts";
import type { LoadedScenario } from "./scenarios.ts";

/** Undefined where no steps are left. */
export function unlessOutOfSteps<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (reached) {
    if (reached instanceof LimitReached && reached.limit === "steps") return undefined;
    throw reached;
  }
}

/** What `run` gives; a bound that is passed gives a diagnostic and nothing else. */
export function withinLimits<T>(
  { program }: { readonly program: { readonly title: string } },
  { texts, environment }: LoadedScenario,
  run: () => T,
): Result<T> {
  try {
    return { ok: true, value: run() };
  } catch (reached) {
    if (!(reached instanceof LimitReached)) throw reached;
    const { limit } = reached;
    const allowed = limit === "digits" ? mostDigits : (environment.limits ?? defaultLimits)[limit];
    const { what, help } = limitWords[limit];
    const { name, text } = texts.scenario;
    const place = reached.span ?? { source: new SourceFile(name, text), start: 0, end: 0 };
    const found = diagnostic("TN6002", place, { note: program.title, what, allowed }, [], { help });
    return { ok: false, diagnostics: [found] };
  }
}

const limitWords = {
  steps: {
    what: "steps",
    help: "shorten the timeline or the windows of days, or raise the limit `steps` (on the command line, `--limit steps=…`)",
  },
  journalEntries: {
    what: "journal entries",
    help: "shorten the timeline, or raise the limit `journalEntries` (`--limit journalEntries=…`)",
  },
  days: { what: "days", help: "name a nearer day, or raise the limit `days` (`--limit days=…`)" },
  depth: {
    what: "levels of definitions that read one another",
    help: "let fewer definitions stand between this one and what it comes from",
  },
  digits: { what: "digits in one figure", help: "round what grows from day to day, or shorten the timeline" },
} as const;
