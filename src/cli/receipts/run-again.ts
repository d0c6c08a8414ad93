/** Makes a result once more, with the command that made it. */
import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Command } from "commander";
import { visibleText } from "../../index.ts";
import { standardInput } from "../files/files.ts";
import { isInReach, reachFrom } from "../files/reach.ts";
import type { Options, Run } from "../options.ts";
import type { Loaded } from "../problem.ts";
import { fileProblem, refused } from "../problem.ts";
import { plainPaint } from "../render/parts/paint.ts";
import type { Output } from "../terminal.ts";
import type { ReadResult } from "./read-result.ts";

/** The commands that make results, by name. */
const makers: Readonly<Record<string, () => Promise<{ readonly run: Run }>>> = {
  run: () => import("../commands/run.ts"),
  ask: () => import("../commands/ask.ts"),
  explain: () => import("../commands/explain.ts"),
  due: () => import("../commands/due.ts"),
  readings: () => import("../commands/readings.ts"),
};

/** What the command prints now: a result, or a report of what stands in the way. */
export async function runAgain(
  { command, asked }: ReadResult,
  name: string,
  scenario: string,
  program: Command,
): Promise<Loaded<string>> {
  const maker = Object.hasOwn(makers, command) ? makers[command] : undefined;
  if (maker === undefined) {
    const message = `${name} says that tenor ${visibleText(command)} made it, which makes no results that can be verified`;
    return refused(fileProblem(name, message, `results are made by ${Object.keys(makers).join(", ")}`));
  }
  const { run } = await maker();
  const [out, err] = [new Caught(), new Caught()];
  const value = asked.get("value");
  const args = typeof value === "string" ? [scenario, value] : [scenario];
  await run(args, optionsOf(asked), { out, err }, program);
  if (out.text !== "") return { ok: true, value: out.text };
  const because = err.text.trim().replace(/^error: /, "");
  return refused(fileProblem(name, `${name} can't be run again: ${because}`, "run its command again"));
}

function optionsOf(asked: ReadResult["asked"]): Options {
  const text = (name: string) => {
    const value = asked.get(name);
    return typeof value === "string" ? value : undefined;
  };
  const [on, of, from, pairs] = ["on", "of", "from", "pairs"].map(text);
  const value = asked.get("value");
  return {
    json: true,
    ...(on !== undefined && { on }),
    ...(of !== undefined && { of }),
    ...(from !== undefined && { from }),
    ...(pairs !== undefined && { pairs }),
    within: text("within") ?? "",
    every: text("every") ?? "",
    day: [],
    value: Array.isArray(value) ? value : [],
  };
}

class Caught implements Output {
  text = "";
  readonly paint = plainPaint;
  readonly isTerminal = false;
  readonly isUnicode = true;
  readonly width = 80;

  write(text: string): void {
    this.text += text;
  }
}

/**
 * Where the scenario of a result is: as the result says, from the result's folder, else from the folder one is in. It has
 * to lie in one of them: a result from elsewhere reads nothing else.
 */
export function scenarioOf(result: string, { scenario }: ReadResult): Loaded<string> {
  if (scenario === standardInput) {
    const message = "The result was made from standard input";
    return refused(fileProblem(result, message, "name the scenario with --scenario"));
  }
  const folder = result === standardInput ? process.cwd() : dirname(resolve(result));
  const places = [resolve(folder, scenario), resolve(scenario)].filter((path) => existsSync(path));
  const found = places.find((path) => isInReach(path, reachFrom(folder)));
  if (found !== undefined) return { ok: true, value: found };
  const shown = visibleText(scenario);
  const message =
    places.length === 0
      ? `The result was made from ${shown}, and there is no such scenario here`
      : `The result names the scenario ${shown}, which lies outside its folder and outside the folder you are in`;
  return refused(fileProblem(result, message, "name the scenario with --scenario"));
}
