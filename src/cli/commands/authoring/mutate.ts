import type { MutantResult, Mutation } from "../../../index.ts";
import { mutate } from "../../../index.ts";
import type { ExitStatus } from "../../exit-status.ts";
import { exitStatus } from "../../exit-status.ts";
import type { Options, Run } from "../../options.ts";
import { refuse, wrongUse } from "../../refuse.ts";
import { mutateJson, renderMutation } from "../../render/testing/mutation.ts";
import type { Terminal } from "../../terminal.ts";
import type { Explained } from "../../testing/explained.ts";
import { explainedFor, withReasons } from "../../testing/explained.ts";
import { openTrials } from "../../testing/open-trials.ts";
import { Progress } from "../../testing/progress.ts";
import { writeJson } from "../../write-json.ts";

/** `tenor mutate TEMPLATE [SCENARIO…]`: makes one change at a time, and lists those that no story notices. */
export const run: Run = async ([path = "", ...scenarios], options, terminal) => {
  const { most = "" } = options;
  if (!/^\d{1,7}$/.test(most)) return wrongUse(`--most ${most} is no whole number`, terminal);
  const [trials, explained] = await Promise.all([openTrials(path, scenarios), explainedFor(path, options)]);
  if (!trials.ok) return refuse(trials.diagnostics, options.json, terminal);
  if (!explained.ok) return refuse(explained.diagnostics, options.json, terminal);
  const { template, file, stories } = trials.value;
  if (stories.length === 0) {
    terminal.err.write(`tenor: ${file} has no story that could notice a change; name scenarios behind it\n`);
    return exitStatus.failed;
  }
  const mutation = mutate(template, file, stories);
  const tries = tryAll(mutation, options.section, Number(most), terminal);
  return show(file, mutation, tries, explained.value, options, terminal);
};

interface Tries {
  readonly results: readonly MutantResult[];
  /** Whether no change was left out for their number. */
  readonly areAll: boolean;
}

/** At most so many, and only those of a section where one is named. */
function tryAll({ mutants, resultOf }: Mutation, section: string | undefined, most: number, { err }: Terminal): Tries {
  const wanted = mutants.filter((it) => section === undefined || it.section === section);
  const tried = wanted.slice(0, most);
  const progress = new Progress(err, tried.length);
  const results = tried.map((mutant, index) => {
    progress.show(index, `${mutant.section}  ${mutant.from}`);
    return resultOf(mutant);
  });
  progress.wipe();
  if (tried.length < wanted.length) {
    err.write(`tenor: the first ${most} of ${wanted.length} changes were tried; --most tries more\n`);
  }
  return { results, areAll: tried.length === wanted.length };
}

function show(
  file: string,
  { failing }: Mutation,
  { results, areAll }: Tries,
  explained: readonly Explained[],
  { json }: Options,
  terminal: Terminal,
): ExitStatus {
  const { stale, ...reasoned } = withReasons(results, explained);
  // A reason for what was not tried may well be needed.
  const report = { file, failing, ...reasoned, stale: areAll ? stale : [] };
  if (json) writeJson(terminal, mutateJson(report));
  else terminal.out.write(renderMutation(report, terminal.out.width, terminal.out.paint));
  const isFine = report.unnoticed.every(({ why }) => why !== undefined) && failing.length === 0;
  return isFine ? exitStatus.fine : exitStatus.failed;
}
