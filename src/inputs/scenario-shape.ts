import { nearestName } from "../base/nearest-name.ts";
import type { Diagnostic, Extras } from "../diagnostics/diagnostic.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source/span.ts";
import type { JsonDocument, JsonNode } from "./json.ts";
import { describeNode, pointerParts } from "./json.ts";
import { scenarioSchema } from "./scenario-schema.ts";
import type { SchemaError } from "./scenario-validator.generated.ts";
import { validateScenario } from "./scenario-validator.generated.ts";

/** Where a document's shape is not that of a scenario: one finding per mistake, in plain words, in the order of the text. */
export function shapeProblems(document: JsonDocument): readonly ShapeProblem[] {
  if (validateScenario(document.plain())) return [];
  const errors = validateScenario.errors ?? [];
  // Keys that mean nothing come last: they may be very many, and the others say more.
  const inRank = [...errors.filter((it) => !isUnknownKey(it)), ...errors.filter(isUnknownKey)];
  const problems = [
    ...inRank.slice(0, mostProblems).flatMap((error) => problemOf(error, document)),
    ...countOfRest(inRank, document),
  ].toSorted((a, b) => a.found.span.start - b.found.span.start);
  // A key under another name is there: what lacks it is told the name, and no more.
  const misnamed = new Set(problems.flatMap(({ meant }) => meant ?? []));
  return problems.filter(({ pointer, found }) => found.code !== "TN5202" || !misnamed.has(pointer));
}

function isUnknownKey({ keyword }: SchemaError): boolean {
  return keyword === "additionalProperties";
}

/** As many problems as one scenario is told; the rest is counted. */
export const mostProblems = 100;

function countOfRest({ length }: readonly SchemaError[], { root }: JsonDocument): ShapeProblem[] {
  const more = length - mostProblems;
  if (more <= 0) return [];
  const { source, end } = root.span;
  const count = more === 1 ? "1 more problem" : `${more} more problems`;
  return [{ pointer: "/", found: diagnostic("TN5110", { source, start: end, end }, { count, file: source.name }) }];
}

export interface ShapeProblem {
  /** JSON pointer to what is wrong; to what lacks a key, or has one too many, with that key added. */
  readonly pointer: string;
  readonly found: Diagnostic;
  /** Of a key that is none: the pointer of the key that was meant. */
  readonly meant?: string | undefined;
}

/** A place in a scenario in words that open a sentence: "The scenario", "Event 2", "`on` of event 2". */
export function placeName(pointer: string): string {
  const [list, index, key] = pointerParts(pointer);
  if (list === undefined) return "The scenario";
  const item = list === "events" ? "event" : list === "ask" ? "question" : undefined;
  if (index === undefined || item === undefined) return `\`${index ?? list}\``;
  const number = Number(index) + 1;
  return key === undefined ? `${item[0]?.toUpperCase()}${item.slice(1)} ${number}` : `\`${key}\` of ${item} ${number}`;
}

/** The opening bracket: all of an object would be too much to underline. */
export function openingOf({ span }: JsonNode): Span {
  return { ...span, end: Math.min(span.start + 1, span.end) };
}

/** Where to show what is wrong with a part. */
export function shownSpan(node: JsonNode): Span {
  return node.kind === "object" || node.kind === "array" ? openingOf(node) : node.span;
}

/** What to write for a number where a text belongs: its digits in quotes, if they are plain ones. */
export function quotedNumber(node: JsonNode): Extras {
  if (node.kind !== "number") return {};
  if (!/^-?\d+(?:\.\d+)?$/.test(node.text)) return { help: "write all of its digits, in double quotes" };
  const text = `"${node.text}"`;
  return { help: `write \`${text}\``, fix: { span: node.span, text } };
}

/** The words of JSON Schema that messages go by. */
interface Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly enum?: readonly string[];
}

interface Tree {
  readonly [key: string]: unknown;
}

/** The part of the schema that an error is about: what lies around the keyword that its path ends with. */
function schemaAt(path: string): Schema {
  const steps = pointerParts(path).slice(0, -1);
  // cast: the schema is a literal whose parts have a type each, and a path may lead to any of them.
  // oxlint-disable-next-line typescript/consistent-type-assertions
  return steps.reduce((part, step) => part[step] as Tree, scenarioSchema as Tree);
}

function problemOf(error: SchemaError, document: JsonDocument): ShapeProblem[] {
  const { instancePath: pointer, keyword, params } = error;
  const node = document.nodeAt(pointer);
  if (node === undefined) return [];
  const schema = schemaAt(error.schemaPath);
  const key = params.missingProperty ?? params.additionalProperty ?? "";
  const place = placeName(pointer);
  switch (keyword) {
    case "required": {
      const expected = schema.properties?.[key]?.description ?? "";
      return [{ pointer: `${pointer}/${key}`, found: diagnostic("TN5202", openingOf(node), { place, key, expected }) }];
    }
    case "additionalProperties": {
      const member = node.kind === "object" ? node.members.get(key) : undefined;
      const near = keyMeant(key, Object.keys(schema.properties ?? {}));
      const found = unknownKey(key, near, member?.keySpan ?? node.span, place, schema);
      return [{ pointer: `${pointer}/${key}`, found, meant: near && `${pointer}/${near}` }];
    }
    case "enum": {
      const options = (schema.enum ?? []).map((option) => `\`"${option}"\``).join(", ");
      if (node.kind !== "text") return [wrongKind(pointer, node, `one of ${options}`)];
      const facts = { name: pointerParts(pointer).at(-1) ?? "", text: node.text, options };
      return [{ pointer, found: diagnostic("TN5211", node.span, facts) }];
    }
    default:
      return [wrongKind(pointer, node, schema.description ?? "something else")];
  }
}

/** Names that other programs have for the keys of a scenario. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  scenario: ["name", "id"],
  note: ["template", "contract", "instrument"],
  terms: ["deal terms", "parameters", "params", "inputs"],
  readings: ["interpretations", "choices"],
  market: ["market data", "prices", "market file"],
  calendar: ["holidays", "business days"],
  events: ["timeline", "history"],
  ask: ["queries", "questions", "asks"],
  value: ["name", "question"],
  on: ["date", "day", "as of"],
  of: ["for", "event", "id"],
  expect: ["expected", "answer"],
};

function keyMeant(key: string, keys: readonly string[]): string | undefined {
  const plain = key.toLowerCase().replaceAll(/[_-]/g, " ");
  return keys.find((it) => otherNames[it]?.includes(plain)) ?? nearestName(key, keys);
}

function unknownKey(key: string, near: string | undefined, span: Span, place: string, schema: Schema): Diagnostic {
  const keys = Object.keys(schema.properties ?? {});
  if (near === undefined) {
    return diagnostic("TN5201", span, { place, key }, [], {
      help: `the keys are ${keys.map((it) => `\`${it}\``).join(", ")}`,
    });
  }
  const fix = { span, text: JSON.stringify(near) };
  return diagnostic("TN5201", span, { place, key }, [], { help: `write \`${near}\``, fix });
}

function wrongKind(pointer: string, node: JsonNode, expected: string): ShapeProblem {
  const place = placeName(pointer);
  const isAmount = node.kind === "number" && pointer.endsWith("/expect");
  const found = isAmount
    ? diagnostic("TN5203", node.span, { place, text: node.text }, [], quotedNumber(node))
    : diagnostic("TN5001", shownSpan(node), { place, expected, found: describeNode(node) }, [], quotedNumber(node));
  return { pointer, found };
}
