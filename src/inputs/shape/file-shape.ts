/** Where a file's shape differs from its JSON Schema, in plain words. Each kind of file has its own names for places. */
import { nearestName } from "../../base/nearest-name.ts";
import type { Diagnostic, Extras } from "../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/span.ts";
import type { JsonDocument, JsonNode } from "../json.ts";
import { describeNode, pointerParts } from "../json.ts";

/** One kind of file: its schema with the check that was generated from it, and its words. */
export interface FileShape {
  readonly schema: object;
  readonly validate: { (value: unknown): boolean; errors?: readonly SchemaError[] | null };
  /** A place in words that open a sentence: "The scenario", "Event 2", "`on` of event 2". */
  readonly placeName: (pointer: string) => string;
  /** Names that other programs have for its keys. */
  readonly otherNames: Readonly<Record<string, readonly string[]>>;
}

/** One thing in which a value differs from the schema, as ajv reports it. */
export interface SchemaError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: { readonly missingProperty?: string; readonly additionalProperty?: string };
}

/** One finding per mistake, in the order of the text. */
export function shapeProblemsOf(document: JsonDocument, shape: FileShape): readonly ShapeProblem[] {
  if (shape.validate(document.plain())) return [];
  const errors = shape.validate.errors ?? [];
  // Keys that mean nothing come last: they may be very many, and the others say more.
  const inRank = [...errors.filter((it) => !isUnknownKey(it)), ...errors.filter(isUnknownKey)];
  const problems = [
    ...inRank.slice(0, mostProblems).flatMap((error) => problemOf(error, document, shape)),
    ...countOfRest(inRank, document),
  ].toSorted((a, b) => a.found.span.start - b.found.span.start);
  // A misspelled key is reported once, as unknown, and not as missing too.
  const misnamed = new Set(problems.flatMap(({ meant }) => meant ?? []));
  return problems.filter(({ pointer, found }) => found.code !== "TN5202" || !misnamed.has(pointer));
}

function isUnknownKey({ keyword }: SchemaError): boolean {
  return keyword === "additionalProperties";
}

/** At most so many problems of one scenario are listed; the rest are counted. */
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
  /** For an unknown key: the pointer of the key that was meant. */
  readonly meant?: string | undefined;
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
function schemaAt(path: string, schema: object): Schema {
  const steps = pointerParts(path).slice(0, -1);
  // cast: the schema is a literal whose parts have a type each, and a path may lead to any of them.
  // oxlint-disable-next-line typescript/consistent-type-assertions
  return steps.reduce((part, step) => part[step] as Tree, schema as Tree);
}

function problemOf(error: SchemaError, document: JsonDocument, shape: FileShape): ShapeProblem[] {
  const { instancePath: pointer, keyword, params } = error;
  const node = document.nodeAt(pointer);
  if (node === undefined) return [];
  const schema = schemaAt(error.schemaPath, shape.schema);
  const key = params.missingProperty ?? params.additionalProperty ?? "";
  const place = shape.placeName(pointer);
  switch (keyword) {
    case "required": {
      const expected = schema.properties?.[key]?.description ?? "";
      return [{ pointer: `${pointer}/${key}`, found: diagnostic("TN5202", openingOf(node), { place, key, expected }) }];
    }
    case "additionalProperties": {
      const member = node.kind === "object" ? node.members.get(key) : undefined;
      const near = keyMeant(key, Object.keys(schema.properties ?? {}), shape);
      const found = unknownKey(key, near, member?.keySpan ?? node.span, place, schema);
      return [{ pointer: `${pointer}/${key}`, found, meant: near && `${pointer}/${near}` }];
    }
    case "enum": {
      const options = (schema.enum ?? []).map((option) => `\`"${option}"\``).join(", ");
      if (node.kind !== "text") return [wrongKind(place, pointer, node, `one of ${options}`)];
      const facts = { name: pointerParts(pointer).at(-1) ?? "", text: node.text, options };
      return [{ pointer, found: diagnostic("TN5211", node.span, facts) }];
    }
    default:
      return [wrongKind(place, pointer, node, schema.description ?? "something else")];
  }
}

function keyMeant(key: string, keys: readonly string[], { otherNames }: FileShape): string | undefined {
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

function wrongKind(place: string, pointer: string, node: JsonNode, expected: string): ShapeProblem {
  const isAmount = node.kind === "number" && pointer.endsWith("/expect");
  const found = isAmount
    ? diagnostic("TN5203", node.span, { place, text: node.text }, [], quotedNumber(node))
    : diagnostic("TN5001", shownSpan(node), { place, expected, found: describeNode(node) }, [], quotedNumber(node));
  return { pointer, found };
}
