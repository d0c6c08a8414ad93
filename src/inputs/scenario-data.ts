import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Result } from "../diagnostics/result.ts";
import { SourceFile } from "../source/source-file.ts";
import type { Span } from "../source/span.ts";
import type { JsonNode } from "./json.ts";
import { pointerFrom, readJson } from "./json.ts";
import { placeName } from "./scenario-shape.ts";

/** Objects and lists may lie this deep in one another, and there may be this many values in all. */
const limits = { depth: 64, values: 5_000_000 };

/**
 * A scenario made as data, as the text of the same scenario. Only what JSON has may be in it: plain objects, lists,
 * texts, numbers, true, false and null; a key whose value is `undefined` is left out.
 */
export function textOfData(data: unknown, name: string): Result<string> {
  const found = findNotJson(data, "", [], { left: limits.values });
  if (found === undefined) return { ok: true, value: JSON.stringify(data, null, 2) };
  const span = { source: new SourceFile(name, ""), start: 0, end: 0 };
  if (found.problem === "size") {
    const facts = { file: name, what: "large", limit: `${limits.depth} levels and ${limits.values} values` };
    return { ok: false, diagnostics: [{ ...diagnostic("TN5003", span, facts), pointer: found.pointer }] };
  }
  const expected = "a plain object, a list, a text, true, false or null";
  const facts = { place: placeName(found.pointer), expected, found: found.problem };
  return { ok: false, diagnostics: [{ ...diagnostic("TN5001", span, facts), pointer: found.pointer }] };
}

interface NotJson {
  readonly pointer: string;
  /** What it is, in words, or that there is too much. */
  readonly problem: string;
}

function findNotJson(
  value: unknown,
  pointer: string,
  around: readonly object[],
  count: { left: number },
): NotJson | undefined {
  count.left--;
  if (count.left < 0 || around.length > limits.depth) return { pointer, problem: "size" };
  if (value === null || typeof value === "string" || typeof value === "boolean") return undefined;
  if (typeof value === "number") return Number.isFinite(value) ? undefined : { pointer, problem: "not a number" };
  if (typeof value !== "object") return { pointer, problem: `of the kind ${typeof value}` };
  if (around.includes(value)) return { pointer, problem: "an object that is inside itself" };
  if (!Array.isArray(value) && !isPlain(value)) return { pointer, problem: "an object of a class" };
  for (const [key, part] of Object.entries(value)) {
    if (part === undefined && !Array.isArray(value)) continue;
    const found = findNotJson(part, pointerFrom(pointer, key), [...around, value], count);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** An object of another context has another prototype, which has none itself. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === null || Object.getPrototypeOf(prototype) === null) && !("toJSON" in value);
}

/** The findings in a scenario that was made as data, each with the JSON pointer of its place. */
export function withPointers(diagnostics: readonly Diagnostic[], name: string, text: string): Diagnostic[] {
  const read = readJson(new SourceFile(name, text));
  return diagnostics.map((found) => {
    const { source } = found.span;
    if (!read.ok || source.name !== name || source.text !== text) return found;
    return { ...found, pointer: pointerTo(read.value.root, found.span) };
  });
}

/** The innermost part that holds a place; a key stands for what is under it. */
function pointerTo(node: JsonNode, place: Span, pointer = ""): string {
  const holds = ({ start, end }: Span) => start <= place.start && place.end <= end;
  if (node.kind === "array") {
    const index = node.items.findIndex(({ span }) => holds(span));
    const item = node.items[index];
    return item === undefined ? pointer : pointerTo(item, place, pointerFrom(pointer, String(index)));
  }
  if (node.kind !== "object") return pointer;
  for (const { key, keySpan, value } of node.members.values()) {
    if (holds(keySpan)) return pointerFrom(pointer, key);
    if (holds(value.span)) return pointerTo(value, place, pointerFrom(pointer, key));
  }
  return pointer;
}
