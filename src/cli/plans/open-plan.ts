/** A plan that a command names, with the scenario that it goes on from. */
import { existsSync } from "node:fs";
import { basename, dirname, relative, resolve } from "node:path";
import type { EnactedPlan, Plan, PlanWords } from "../../index.ts";
import { describePlan, enactPlan, nearestName, parseDate, plansOf } from "../../index.ts";
import { writeText } from "../files/files.ts";
import type { OpenScenario, OpenTemplate } from "../files/open-scenario.ts";
import { openScenario, Templates } from "../files/open-scenario.ts";
import type { Loaded } from "../problem.ts";
import { fileProblem, nearestHelp, refused } from "../problem.ts";

/** A scenario as a plan made it, ready to run, and what came of the plan. */
export interface OpenPlan {
  /** The scenario that the plan made. */
  readonly opened: OpenScenario;
  /** The one that it began with. */
  readonly begun: OpenScenario;
  readonly words: PlanWords;
}

/** What `--plan` names. */
export interface AskedPlan {
  /** The file that it names, if any. */
  readonly file: string | undefined;
  /** The file of plans for a template: that which is named, or the one beside it. */
  readonly fileFor: (template: string) => string;
  readonly name: string | undefined;
}

/** `NAME`, in the file of plans beside the template; `FILE`, which has one plan; or `FILE#NAME`. */
export function askedPlan(asked: string): AskedPlan {
  const [, file, name] = /^(.*\.tenor)(?:#(.*))?$/.exec(asked) ?? [undefined, undefined, asked];
  return { file, name, fileFor: (template) => file ?? template.replace(/\.tenor$/, ".plans.tenor") };
}

/** The plan that is asked for, of a template that was read with its file of plans. */
export function planIn(template: OpenTemplate, { name, fileFor }: AskedPlan): Loaded<Plan> {
  return planNamed(plansOf(template), name, fileFor(template.files.template.name));
}

/** A scenario with the plan that `--plan` names. */
export async function openPlan(path: string, plan: string, through: string | undefined): Promise<Loaded<OpenPlan>> {
  const asked = askedPlan(plan);
  const opened = await openScenario(path, new Templates([], asked.fileFor));
  if (!opened.ok) return opened;
  const { template, loaded } = opened.value;
  const found = planIn(template, asked);
  if (!found.ok) return found;
  const last = through === undefined ? undefined : parseDate(through);
  const enacted = enactPlan(template, found.value, loaded, { through: last });
  if (!enacted.ok) return enacted;
  return { ok: true, value: opening(opened.value, enacted.value, found.value) };
}

function opening(begun: OpenScenario, { made, facts }: EnactedPlan, plan: Plan): OpenPlan {
  return { opened: { ...begun, loaded: made }, begun, words: describePlan(facts, plan) };
}

function planNamed(plans: readonly Plan[], name: string | undefined, file: string): Loaded<Plan> {
  const names = plans.map((it) => it.name);
  const [only] = plans;
  if (name === undefined && only !== undefined && plans.length === 1) return { ok: true, value: only };
  const found = plans.find((it) => it.name === name);
  if (found !== undefined) return { ok: true, value: found };
  const listed = names.map((it) => `"${it}"`).join(", ");
  if (name === undefined) {
    return refused(
      fileProblem(
        file,
        `${file} has ${plans.length === 0 ? "no plan" : "several plans"}`,
        `write \`--plan "${file}#NAME"\`; its plans are ${listed}`,
      ),
    );
  }
  if (plans.length === 0 && !existsSync(file)) {
    return refused(
      fileProblem(
        file,
        `there is no ${basename(file)} to look for the plan "${name}"`,
        "write the plan into that file, or name a file that ends in .tenor",
      ),
    );
  }
  const near = nearestName(name, names);
  const help = near === undefined ? `its plans are ${listed}` : nearestHelp(near);
  return refused(fileProblem(file, `${file} has no plan "${name}"`, help));
}

/** Writes the scenario that a plan made, from the file `from`. What it names counts from the folder into which it is written. */
export function saveScenario(path: string, { opened }: OpenPlan, from: string): Loaded<undefined> {
  const moved = movedFrom(dirname(resolve(from)), dirname(resolve(path)));
  const made: unknown = JSON.parse(opened.loaded.texts.scenario.text);
  const text = Object.fromEntries(entriesOf(made).map(([key, value]) => [key, named.has(key) ? moved(value) : value]));
  const unwritten = writeText(path, `${JSON.stringify(text, null, 2)}\n`);
  return unwritten === undefined ? { ok: true, value: undefined } : refused(unwritten);
}

/** Under these keys a scenario names files. */
const named: ReadonlySet<string> = new Set(["note", "market", "calendar"]);

/** A path in another folder, and each path of an object; a name without an ending is no path. */
function movedFrom(old: string, own: string): (name: unknown) => unknown {
  const moved = (name: unknown): unknown => {
    if (typeof name !== "string") return Object.fromEntries(entriesOf(name).map(([key, it]) => [key, moved(it)]));
    return /\.\w+$/.test(name) ? relative(own, resolve(old, name)).replaceAll("\\", "/") : name;
  };
  return moved;
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}
