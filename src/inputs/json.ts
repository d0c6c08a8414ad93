import type { Node, ParseError } from "jsonc-parser";
import { createScanner, parseTree, printParseErrorCode } from "jsonc-parser";
import { assertNever } from "../base/assert-never.ts";
import { invariant } from "../base/invariant.ts";
import type { Value } from "../core/core.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Result } from "../diagnostics/result.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Span } from "../source/span.ts";
import { findNotText } from "./csv.ts";

/** JSON text as a tree whose every part knows its place. */
export interface JsonDocument {
  readonly root: JsonNode;
  /** The same as plain data, made anew, for a schema. A key such as `__proto__` is an ordinary key of it. */
  plain(): unknown;
  /** The part at a JSON pointer (RFC 6901), such as `/events/0/on`. */
  nodeAt(pointer: string): JsonNode | undefined;
}

export type JsonNode =
  | JsonObject
  | JsonText
  | (Placed & { readonly kind: "array"; readonly items: readonly JsonNode[] })
  /** As written, every digit kept. */
  | (Placed & { readonly kind: "number"; readonly text: string })
  | (Placed & { readonly kind: "boolean"; readonly value: boolean })
  | (Placed & { readonly kind: "null" });

interface Placed {
  readonly span: Span;
}
export interface JsonObject extends Placed {
  readonly kind: "object";
  /** In the order of the text; of a key given twice, the first. */
  readonly members: ReadonlyMap<string, JsonMember>;
}
export interface JsonMember {
  readonly key: string;
  /** The key with its quotes. */
  readonly keySpan: Span;
  readonly value: JsonNode;
}
export interface JsonText extends Placed {
  readonly kind: "text";
  readonly text: string;
  /** What it stands for, where that is known: a figure of a story has been read with its template. */
  readonly value?: Value;
}

export interface JsonLimits {
  /** How deep objects and arrays may lie in one another. */
  readonly depth: number;
  /** How long the text may be, in UTF-16 units. */
  readonly length: number;
}

const usualLimits: JsonLimits = { depth: 64, length: 10_000_000 };

/** Reads strict JSON: no comments, no trailing commas, no key twice in one object. A broken text is one finding. */
export function readJson(source: SourceFile, limits: JsonLimits = usualLimits): Result<JsonDocument> {
  const unreadable = findNotText(source) ?? findBeyondLimits(source, limits);
  if (unreadable !== undefined) return { ok: false, diagnostics: [unreadable] };
  const errors: ParseError[] = [];
  const tree = parseTree(source.text, errors, { disallowComments: true, allowTrailingComma: false });
  const [error] = errors;
  // What follows the first error is mostly its echo.
  if (error !== undefined || tree === undefined) return { ok: false, diagnostics: [brokenJson(source, error)] };
  const twice: Diagnostic[] = [];
  const root = fromTree(tree, source, twice);
  if (twice.length > 0) return { ok: false, diagnostics: twice };
  return {
    ok: true,
    value: { root, plain: () => JSON.parse(source.text), nodeAt: (pointer) => nodeAt(root, pointer) },
  };
}

/** What kind of JSON value a part is, in words. */
export function describeNode(node: JsonNode): string {
  if (node.kind === "boolean") return String(node.value);
  return node.kind === "text" && node.text === "" ? "an empty text" : kindWords[node.kind];
}

const kindWords = { object: "an object", array: "a list", text: "a text", number: "a number", null: "null" } as const;

/** The JSON pointer to what stands under a key of what another points to. */
export function pointerFrom(pointer: string, key: string): string {
  return `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** The keys and indexes that a JSON pointer names, in order. */
export function pointerParts(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function nodeAt(root: JsonNode, pointer: string): JsonNode | undefined {
  let node: JsonNode | undefined = root;
  for (const part of pointerParts(pointer)) {
    if (node?.kind === "object") node = node.members.get(part)?.value;
    else if (node?.kind === "array") node = /^(0|[1-9]\d*)$/.test(part) ? node.items[Number(part)] : undefined;
    else return undefined;
  }
  return node;
}

function fromTree(node: Node, source: SourceFile, twice: Diagnostic[]): JsonNode {
  const span: Span = { source, start: node.offset, end: node.offset + node.length };
  switch (node.type) {
    case "object":
      return { kind: "object", members: membersOf(node, source, twice), span };
    case "array":
      return { kind: "array", items: (node.children ?? []).map((item) => fromTree(item, source, twice)), span };
    case "string":
      return { kind: "text", text: String(node.value), span };
    case "number":
      return { kind: "number", text: source.text.slice(span.start, span.end), span };
    case "boolean":
      return { kind: "boolean", value: node.value === true, span };
    case "null":
      return { kind: "null", span };
    case "property":
      throw new Error("a property stands in an object only");
    default:
      return assertNever(node.type);
  }
}

function membersOf(node: Node, source: SourceFile, twice: Diagnostic[]): Map<string, JsonMember> {
  const properties = (node.children ?? []).map((property) => {
    const [keyNode, valueNode] = property.children ?? [];
    invariant(keyNode !== undefined && valueNode !== undefined, "a property that was read has a key and a value");
    const keySpan: Span = { source, start: keyNode.offset, end: keyNode.offset + keyNode.length };
    return { key: String(keyNode.value), keySpan, value: fromTree(valueNode, source, twice) };
  });
  return eachKeyOnce(properties, twice);
}

/** Members by their keys. One whose key was there before is left out and reported in `twice`. */
export function eachKeyOnce(given: Iterable<JsonMember>, twice: Diagnostic[]): Map<string, JsonMember> {
  const members = new Map<string, JsonMember>();
  for (const member of given) {
    const { key, keySpan } = member;
    const first = members.get(key);
    if (first === undefined) members.set(key, member);
    else twice.push(diagnostic("TN5005", keySpan, { key }, [{ span: first.keySpan, label: "first given here" }]));
  }
  return members;
}

/** Looks at tokens only: the parser itself would run out of stack on a text that is nested deep enough. */
function findBeyondLimits(source: SourceFile, limits: JsonLimits): Diagnostic | undefined {
  const { text, name: file } = source;
  if (text.length > limits.length) {
    const span = { source, start: limits.length, end: limits.length };
    return diagnostic("TN5003", span, { file, what: "long", limit: `${limits.length} characters` });
  }
  const scanner = createScanner(text, true);
  let depth = 0;
  for (;;) {
    scanner.scan();
    const start = scanner.getTokenOffset();
    if (start >= text.length) break;
    // A token is known by its first character; a text begins with its quote.
    const character = text.charAt(start);
    if (character === "}" || character === "]") depth--;
    if (character !== "{" && character !== "[") continue;
    depth++;
    if (depth <= limits.depth) continue;
    const span = { source, start, end: start + 1 };
    return diagnostic("TN5003", span, { file, what: "deep", limit: `${limits.depth} levels` });
  }
  return undefined;
}

function brokenJson(source: SourceFile, error: ParseError | undefined): Diagnostic {
  if (source.text.trim() === "") {
    const span = { source, start: 0, end: 0 };
    return diagnostic("TN5004", span, { problem: "the file is empty" }, [], { help: "write an object, `{ … }`" });
  }
  const start = error?.offset ?? 0;
  const span: Span = { source, start, end: Math.min(start + (error?.length ?? 0), source.text.length) };
  const [problem, help] = wordsFor(error, source, span);
  return diagnostic("TN5004", span, { problem }, [], { help });
}

function wordsFor(error: ParseError | undefined, source: SourceFile, { start, end }: Span): readonly [string, string] {
  const before = source.text.slice(0, start).trimEnd().at(-1);
  const found = source.text.slice(start, end);
  const code = error === undefined ? "" : printParseErrorCode(error.error);
  const isMissing = code === "PropertyNameExpected" || code === "ValueExpected";
  if (isMissing && before === "," && /^[}\]]/.test(found)) {
    return ["a comma stands after the last item", "take out the comma before this"];
  }
  const known = wordsByCode[code];
  if (found.startsWith("'") && (isMissing || known === undefined)) {
    return ["a text stands in single quotes", 'write double quotes, `"`'];
  }
  if (/^[“”„]/.test(found) || (code === "InvalidCharacter" && /[“”„]/.test(found))) {
    return ["a text stands in curly quotes", 'write straight double quotes, `"`'];
  }
  const [, invisible] = /^([^\S\r\n\t ]|[\u200B-\u200F\u2060\uFEFF])/u.exec(found) ?? [];
  if (invisible !== undefined) {
    const number = (invisible.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return [`it has the invisible character U+${number}`, "write an ordinary blank in its place, or take it out"];
  }
  const [problem, help] = known ?? [
    "{found} means nothing here",
    "write texts in double quotes; the only bare words are true, false and null",
  ];
  return [problem.replace("{found}", () => `\`${found}\``), help];
}

const hasComment = ["it has a comment", "take the comment out"] as const;
const noNumber = [
  "{found} is not a whole number or decimal",
  'write amounts in double quotes, such as `"0.05"`',
] as const;
const strayBackslash = ["a text has a `\\` that means nothing", "write `\\\\` for a backslash itself"] as const;

const wordsByCode: Readonly<Record<string, readonly [problem: string, help: string]>> = {
  PropertyNameExpected: ["a key is missing", 'write a key in double quotes, such as `"on"`'],
  ValueExpected: ["a value is missing", "write a text in double quotes, true, false, null, a list or an object"],
  ColonExpected: ["a colon is missing after the key", "write `:` between the key and its value"],
  CommaExpected: ["a comma is missing", "write `,` between two items"],
  CloseBraceExpected: ["an object is not closed", "write `}` at its end"],
  CloseBracketExpected: ["a list is not closed", "write `]` at its end"],
  EndOfFileExpected: ["there is more after its end", "take out what stands after the closing `}`"],
  InvalidCommentToken: hasComment,
  UnexpectedEndOfComment: hasComment,
  UnexpectedEndOfString: [
    "a text is not closed on its line",
    'write `"` at its end; a line end inside it is written `\\n`',
  ],
  UnexpectedEndOfNumber: noNumber,
  InvalidNumberFormat: noNumber,
  InvalidUnicode: strayBackslash,
  InvalidEscapeCharacter: strayBackslash,
  InvalidCharacter: ["a text has a control character in it", "take it out; a tab is written `\\t`, a line end `\\n`"],
};
