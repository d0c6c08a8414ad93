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
interface MadeAgain {
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
  const names = ["on", "of", "from", "through", "pairs", "binding", "text", "story"] as const;
  const given: (readonly [string, string | undefined])[] = names
    .map((name) => [name, text(name)] as const)
    .filter(([, it]) => it !== undefined);
  const plan = text("plan");
  // A result from elsewhere reads no file that only its plan names.
  if (plan !== undefined && !plan.includes(".tenor")) given.push(["plan", plan]);
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
 * Where the scenario or the story of a result is: as the result says, from the result's folder, else from the folder one is
 * in. It has to lie in one of them, and so does all else that the command is to read: a result from elsewhere reads nothing else.
 */
export function mainOf(result: string, { command, main, asked }: ReadResult): Loaded<string> {
  if (main === standardInput) {
    const message = "The result was made from standard input";
    return refused(fileProblem(result, message, "name the scenario with --scenario"));
  }
  const folder = result === standardInput ? process.cwd() : dirname(resolve(result));
  // A template that is named, and not by its path, is found as the command finds it.
  if (command === "simulate" && !/\.(?:tenor|json)$/.test(main)) {
    return outsideOf(result, folder, asked) ?? { ok: true, value: main };
  }
  const places = [resolve(folder, main), resolve(main)].filter((path) => existsSync(path));
  const found = places.find((path) => isInReach(path, reachFrom(folder)));
  if (found !== undefined) return outsideOf(result, folder, asked) ?? { ok: true, value: found };
  const shown = visibleText(main);
  const message =
    places.length === 0
      ? `The result was made from ${shown}, and there is no such scenario here`
      : `The result names the scenario ${shown}, which lies outside its folder and outside the folder you are in`;
  return refused(fileProblem(result, message, "name the scenario with --scenario"));
}

/** Of the other files that the command names, one that it may not read. */
function outsideOf(result: string, folder: string, asked: ReadResult["asked"]): Loaded<never> | undefined {
  const named = ["subjects", "binding", "text"].flatMap((name) => asked.get(name) ?? []);
  const files = [...named, ...filesAsked(asked)];
  const outside = files.map((file) => file.split("?")[0] ?? "").find((file) => !isInReach(file, reachFrom(folder)));
  if (outside === undefined) return undefined;
  const message = `The result names ${visibleText(outside)}, which lies outside its folder and outside the folder you are in`;
  return refused(fileProblem(result, message, "go to a folder that holds all files of the result"));
}
