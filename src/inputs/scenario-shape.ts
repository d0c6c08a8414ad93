import type { ErrorObject, ValidateFunction } from "ajv/dist/2020.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import { nearestName } from "../base/nearest-name.ts";
import type { Diagnostic, Extras } from "../diagnostics/diagnostic.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source/span.ts";
import type { JsonDocument, JsonNode } from "./json.ts";
import { describeNode, pointerParts } from "./json.ts";
import { scenarioSchema } from "./scenario-schema.ts";

/** Where a document's shape is not that of a scenario: one finding per mistake, in plain words, in the order of the text. */
export function shapeProblems(document: JsonDocument): readonly ShapeProblem[] {
  const validate = validator();
  if (validate(document.value)) return [];
  return (validate.errors ?? [])
    .flatMap((error) => problemOf(error, document))
    .toSorted((a, b) => a.found.span.start - b.found.span.start);
}

export interface ShapeProblem {
  /** JSON pointer to what is wrong; to what lacks a key, or has one too many, with that key added. */
  readonly pointer: string;
  readonly found: Diagnostic;
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

/** What to write for a number where a text belongs: its digits in quotes, if they are plain ones. */
export function quotedNumber(node: JsonNode): Extras {
  if (node.kind !== "number") return {};
  if (!/^-?\d+(?:\.\d+)?$/.test(node.text)) return { help: "write all of its digits, in double quotes" };
  const text = `"${node.text}"`;
  return { help: `write \`${text}\``, fix: { span: node.span, text } };
}

let compiled: ValidateFunction | undefined;

// Compiled on first use; a program that reads no scenario does not pay for it.
function validator(): ValidateFunction {
  compiled ??= new Ajv2020({
    strict: true,
    allErrors: true,
    verbose: true,
    allowUnionTypes: true,
    // `expect` may be an object, and only then has keys.
    strictTypes: false,
    // Dates are checked by our own reader, which says what is wrong with them.
    formats: { date: true },
  }).compile(scenarioSchema);
  return compiled;
}

function problemOf(error: ErrorObject, document: JsonDocument): ShapeProblem[] {
  const { instancePath: pointer, keyword, params } = error;
  const node = document.nodeAt(pointer);
  if (node === undefined) return [];
  const schema = error.parentSchema as SchemaPart;
  const place = placeName(pointer);
  switch (keyword) {
    case "required": {
      const key = String(params.missingProperty);
      // Ajv looks for required keys in an object only, so `node` is one.
      const expected = schema.properties?.[key]?.description ?? "";
      return [{ pointer: `${pointer}/${key}`, found: diagnostic("TN5202", openingOf(node), { place, key, expected }) }];
    }
    case "additionalProperties": {
      const key = String(params.additionalProperty);
      const member = node.kind === "object" ? node.members.get(key) : undefined;
      return [{ pointer: `${pointer}/${key}`, found: unknownKey(key, member?.keySpan ?? node.span, place, schema) }];
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

interface SchemaPart {
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, SchemaPart>>;
}

function unknownKey(key: string, span: Span, place: string, schema: SchemaPart): Diagnostic {
  const keys = Object.keys(schema.properties ?? {});
  const near = nearestName(key, keys);
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
    : diagnostic(
        "TN5001",
        node.kind === "object" || node.kind === "array" ? openingOf(node) : node.span,
        { place, expected, found: describeNode(node) },
        [],
        quotedNumber(node),
      );
  return { pointer, found };
}
