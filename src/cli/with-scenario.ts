import { Replay } from "../index.ts";
import type { ExitStatus } from "./exit-status.ts";
import type { OpenScenario } from "./files/open-scenario.ts";
import { openScenario } from "./files/open-scenario.ts";
import { openNamedStory } from "./files/open-story.ts";
import type { OpenPlan } from "./plans/open-plan.ts";
import { openPlan } from "./plans/open-plan.ts";
import type { Loaded } from "./problem.ts";
import { refuse } from "./refuse.ts";
import type { Terminal } from "./terminal.ts";
import { showWarnings } from "./warnings.ts";

/** Opens the scenario that a command names, or a story of the template that it names, shows its warnings, and does what the command does; else says why not. */
export async function withScenario(
  path: string | undefined,
  json: boolean | undefined,
  terminal: Terminal,
  act: (
    replay: Replay,
    opened: OpenScenario,
    planned: OpenPlan | undefined,
  ) => Loaded<ExitStatus> | Promise<Loaded<ExitStatus>>,
  {
    story,
    plan,
    through,
  }: {
    readonly story?: string | undefined;
    readonly plan?: string | undefined;
    readonly through?: string | undefined;
  } = {},
): Promise<ExitStatus> {
  const planned = plan === undefined ? undefined : await openPlan(path ?? "", plan, through);
  if (planned?.ok === false) return refuse(planned.diagnostics, json, terminal);
  const opened =
    planned === undefined
      ? await (story === undefined ? openScenario(path ?? "") : openNamedStory(path ?? "", story))
      : { ok: true as const, value: planned.value.opened };
  if (opened.ok) showWarnings(opened.value.loaded.warnings, terminal);
  if (!opened.ok) return refuse(opened.diagnostics, json, terminal);
  const { template, loaded } = opened.value;
  const done = await act(new Replay(template, loaded), opened.value, planned?.value);
  return done.ok ? done.value : refuse(done.diagnostics, json, terminal);
}
