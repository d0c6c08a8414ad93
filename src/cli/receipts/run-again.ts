/** Makes a result, a page or a workbook once more, with the command that made it. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
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
import { isObject, parsed, readResult } from "./read-result.ts";
import { filesAsked, simulationOptions } from "./simulated-from.ts";

/** The commands that make results, by name. */
const makers: Readonly<Record<string, () => Promise<{ readonly run: Run }>>> = {
  run: () => import("../commands/run.ts"),
  ask: () => import("../commands/ask.ts"),
  explain: () => import("../commands/explain.ts"),
  due: () => import("../commands/standing/due.ts"),
  readings: () => import("../commands/readings.ts"),
  balances: () => import("../commands/standing/balances.ts"),
  powers: () => import("../commands/standing/powers.ts"),
  compare: () => import("../commands/compare.ts"),
  values: () => import("../commands/values.ts"),
  simulate: () => import("../commands/simulate.ts"),
};

/** A result that was made again, and its bytes. */
export interface MadeAgain {
  readonly file: Buffer;
  readonly result: ReadResult;
}

/** What the command prints or writes now. `main` is where its scenario, its story or its template is. */
export async function runAgain(
  { command, asked, container }: ReadResult,
  name: string,
  main: string,
  program: Command,
): Promise<Loaded<MadeAgain>> {
  const maker = Object.hasOwn(makers, command) ? makers[command] : undefined;
  if (maker === undefined) {
    const message = `${name} says that tenor ${visibleText(command)} made it, which makes no results that can be verified`;
    return refused(fileProblem(name, message, `results are made by ${Object.keys(makers).join(", ")}`));
  }
  const { run } = await maker();
  const [out, err] = [new Caught(), new Caught()];
  const { args, options } = invocation(command, asked, main);
  const file = await writtenBy(async (path) => {
    const output = container === undefined ? { json: true } : container.writtenTo(path);
    await run(args, { ...options, ...output }, { out, err }, program);
  });
  const made = file ?? Buffer.from(out.text);
  const again = await readResult(name, made);
  if (again.ok) return { ok: true, value: { file: made, result: again.value } };
  const because = problemIn(out.text) ?? err.text.trim().replace(/^error: /, "");
  return refused(fileProblem(name, `${name} can't be run again: ${because}`, "run its command again"));
}

/** The file that is written to a path of its own; undefined where none is. */
async function writtenBy(write: (path: string) => Promise<void>): Promise<Buffer | undefined> {
  const folder = mkdtempSync(join(tmpdir(), "tenor-verify-"));
  const path = join(folder, "again");
  try {
    await write(path);
    return existsSync(path) ? readFileSync(path) : undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The message of the first finding, where a command printed findings as JSON. */
function problemIn(text: string): string | undefined {
  const printed = parsed(text);
  const first: unknown = isObject(printed) && Array.isArray(printed.diagnostics) ? printed.diagnostics[0] : undefined;
  return isObject(first) && typeof first.message === "string" ? first.message : undefined;
}

/** The arguments and options of the command. */
function invocation(
  command: string,
  asked: ReadResult["asked"],
  main: string,
): { args: readonly string[]; options: Options } {
  const text = (name: string) => {
    const value = asked.get(name);
    return typeof value === "string" ? value : undefined;
  };
  const list = (name: string) => {
    const value = asked.get(name);
    return Array.isArray(value) ? value : [];
  };
  const names = ["on", "of", "from", "through", "pairs", "binding", "text", "story", "plan"] as const;
  const given = names.map((name) => [name, text(name)] as const).filter(([, it]) => it !== undefined);
  if (command === "simulate") {
    return { args: [`${main}${text("choices") ?? ""}`], options: simulationOptions(asked) };
  }
  const value = text("value");
  const isComparison = command === "compare";
  return {
    args: isComparison ? list("subjects") : value === undefined ? [main] : [main, value],
    options: {
      ...Object.fromEntries(given),
      ...(isComparison && { story: main }),
      within: text("within") ?? "",
      every: text("every") ?? "",
      day: [],
      value: list("value"),
    },
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
 * Where the scenario or the story of a result is: `named` by the command, or as the result says. All else that the result
 * names has to lie in its folder or in the folder one is in: a result from elsewhere reads nothing else.
 */
export function mainOf(result: string, read: ReadResult, named: string | undefined): Loaded<string> {
  const folder = result === standardInput ? process.cwd() : dirname(resolve(result));
  const found = named === undefined ? mainNamed(result, folder, read) : { ok: true as const, value: named };
  if (!found.ok) return found;
  return wrongChoices(result, read.asked) ?? outsideOf(result, folder, read.asked) ?? found;
}

/** From the result's folder, else from the folder one is in; it has to lie in one of them. */
function mainNamed(result: string, folder: string, { command, main }: ReadResult): Loaded<string> {
  if (main === standardInput) {
    const message = "The result was made from standard input";
    return refused(fileProblem(result, message, "name the scenario with --scenario"));
  }
  // A template that is named, and not by its path, is found as the command finds it.
  if (command === "simulate" && isBareName(main)) return { ok: true, value: main };
  const places = [resolve(folder, main), resolve(main)].filter((path) => existsSync(path));
  const found = places.find((path) => isInReach(path, reachFrom(folder)));
  if (found !== undefined) return { ok: true, value: found };
  const shown = visibleText(main);
  const message =
    places.length === 0
      ? `The result was made from ${shown}, and there is no such scenario here`
      : `The result names the scenario ${shown}, which lies outside its folder and outside the folder you are in`;
  return refused(fileProblem(result, message, "name the scenario with --scenario"));
}

/** A name of a template in a folder `terms`, which leads to no other folder. */
function isBareName(main: string): boolean {
  return !/\.(?:tenor|json)$/.test(main) && !/[/\\?]|\.\./.test(main);
}

/** Deal terms and readings are written behind the template: anything else there would name another file. */
function wrongChoices(result: string, asked: ReadResult["asked"]): Loaded<never> | undefined {
  const choices = asked.get("choices");
  if (typeof choices !== "string" || (choices.startsWith("?") && !choices.endsWith(".json"))) return undefined;
  const message = `The result names ${visibleText(choices)}, which are no deal terms and readings behind a template`;
  return refused(fileProblem(result, message, "run its command again"));
}

/** Of the other files that the command names, one that it may not read. */
function outsideOf(result: string, folder: string, asked: ReadResult["asked"]): Loaded<never> | undefined {
  const named = (name: string) => [asked.get(name) ?? []].flat();
  // Behind a template stand deal terms and readings; any other file has its whole name.
  const subjects = named("subjects").map((it) => (it.endsWith(".json") ? it : (it.split("?")[0] ?? "")));
  const files = [...subjects, ...named("binding"), ...named("text"), ...filesAsked(asked)];
  const outside = files.find((file) => !isInReach(file, reachFrom(folder)));
  if (outside === undefined) return undefined;
  const message = `The result names ${visibleText(outside)}, which lies outside its folder and outside the folder you are in`;
  return refused(fileProblem(result, message, "go to a folder that holds all files of the result"));
}
