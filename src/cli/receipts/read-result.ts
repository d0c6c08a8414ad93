/** Reads a result that `--json` printed, or a page or workbook that a command wrote, with what it says that it was made from. */
import { isDeepStrictEqual } from "node:util";
import type { FileProblem, Loaded } from "../problem.ts";
import { fileProblem, refused } from "../problem.ts";
import type { Container } from "./containers.ts";
import { containerOf } from "./containers.ts";

/** Any object of a JSON text. */
export type JsonObject = Readonly<Record<string, unknown>>;

export interface ReadResult {
  /** That of a result; `html` of a page, `xlsx` of a workbook. */
  readonly format: string;
  readonly container: Container | undefined;
  /** Of a page and a workbook nothing but what it was made from. */
  readonly data: JsonObject;
  /** The part of `data` that says so; only what is needed to run again is looked at. */
  readonly madeFrom: JsonObject;
  readonly command: string;
  readonly asked: ReadonlyMap<string, string | readonly string[]>;
  /** The file that the command named, beside its subjects where it compares: a scenario, a story, or a template. */
  readonly main: string;
}

/** Of a file, by its name and its bytes. */
export async function readResult(name: string, file: Buffer): Promise<Loaded<ReadResult>> {
  const container = containerOf(file);
  const data = container === undefined ? parsed(file.toString()) : await dataIn(container, file);
  if (!isObject(data)) return refused(notAResult(name, `${name} is not a JSON object, no page and no workbook`));
  const { format, madeFrom } = data;
  if (typeof format !== "string") return refused(notAResult(name, `${name} has no "format"`));
  if (!isObject(madeFrom)) {
    return refused(notAResult(name, `${name} (${format}) does not say what it was made from`));
  }
  const { command, asked } = madeFrom;
  const main = mainFileOf(madeFrom);
  if (typeof command !== "string" || !isObject(asked) || main === undefined) {
    return refused(notAResult(name, `${name} does not say which command made it, of which scenario`));
  }
  return {
    ok: true,
    value: { format, container, data, madeFrom, command, asked: new Map(Object.entries(asked).flatMap(textual)), main },
  };
}

function mainFileOf({ scenario, template, asked }: JsonObject): string | undefined {
  if (isObject(asked) && typeof asked.story === "string") return asked.story;
  const file = isObject(scenario) ? scenario.file : isObject(template) ? template.file : undefined;
  return typeof file === "string" ? file : undefined;
}

async function dataIn(container: Container, file: Buffer): Promise<JsonObject> {
  const inputs = await container.inputsOf(file);
  return { format: container.format, madeFrom: inputs === undefined ? undefined : parsed(inputs) };
}

/** Undefined where it is not JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function textual([name, value]: readonly [string, unknown]): (readonly [string, string | readonly string[]])[] {
  if (typeof value === "string") return [[name, value]];
  return Array.isArray(value) ? [[name, value.filter((it) => typeof it === "string")]] : [];
}

function notAResult(name: string, message: string): FileProblem {
  return fileProblem(
    name,
    message,
    "name what a command such as `tenor run` printed with `--json`, or wrote with `--html` or `--xlsx`",
  );
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Where a result differs from the one that was made again. */
export interface Difference {
  /** An input by its kind; `result` for what was printed, `page` or `workbook` for what was written; `bytes` where only the way it is written differs. */
  readonly what: string;
  /** The name of the file, where there may be several of the kind. */
  readonly name?: string;
  /** The JSON pointer of the place in the result. */
  readonly at?: string;
  /** Null where it has none. */
  readonly was: unknown;
  readonly now: unknown;
}

/** Inputs that are not the same, by their hashes. */
export function inputDifferences(was: JsonObject, now: JsonObject): Difference[] {
  const before = new Map(Object.entries(was));
  const after = new Map(Object.entries(now));
  const inputs = [...new Set([...after.keys(), ...before.keys()])].filter((name) => !asking.has(name));
  return inputs.flatMap((what) => {
    const [one, other] = [before.get(what), after.get(what)];
    if (what === "clauses") return clauseDifferences(one, other);
    if (what === "subjects") return subjectDifferences(one, other);
    const [old, fresh] = [hashIn(one), hashIn(other)];
    return isDeepStrictEqual(old, fresh) ? [] : [{ what, ...nameIn(other ?? one), was: old, now: fresh }];
  });
}

/** What says how the result is made again, and is no input of it. */
const asking = new Set(["command", "asked"]);

function subjectDifferences(was: unknown, now: unknown): Difference[] {
  const [before, after] = [was, now].map((list) => (Array.isArray(list) ? list : []));
  const longer = Array.from({ length: Math.max(before?.length ?? 0, after?.length ?? 0) });
  return longer.flatMap((_, index) => {
    const [one, other] = [before?.[index], after?.[index]].map((it: unknown) => (isObject(it) ? it : {}));
    return inputDifferences(one ?? {}, other ?? {});
  });
}

function hashIn(value: unknown): unknown {
  return isObject(value) && "sha256" in value ? value.sha256 : (value ?? null);
}

function nameIn(value: unknown): { readonly name?: string } {
  return isObject(value) && typeof value.file === "string" ? { name: value.file } : {};
}

function clauseDifferences(was: unknown, now: unknown): Difference[] {
  const [before, after] = [byFile(was), byFile(now)];
  return [...new Set([...before.keys(), ...after.keys()])].toSorted().flatMap((name) => {
    const [old, fresh] = [before.get(name) ?? null, after.get(name) ?? null];
    return old === fresh ? [] : [{ what: "clause", name, was: old, now: fresh }];
  });
}

function byFile(list: unknown): Map<string, unknown> {
  const items = Array.isArray(list) ? list.filter(isObject) : [];
  return new Map(items.map(({ file, sha256 }) => [String(file), sha256]));
}
