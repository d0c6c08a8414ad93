import type { Exact } from "../units/exact.ts";
import { formatMoment } from "../units/render-value.ts";
import type { ValueType } from "../units/value-type.ts";
import { unitName } from "../units/value-type.ts";
import type { Constant, CoreProgram, Value } from "./core.ts";

/**
 * The canonical text of a core program: everything that has to do with what it means, nothing of where it was written.
 *
 * Two templates with the same text are the same program. It goes by the fields of the nodes, so that what is added to the
 * core is printed without a line here. Fields are in the order of their names, lists in their own; the type of an
 * expression is left out, as it follows from its parts.
 */
export function printCore(program: CoreProgram): string {
  const parts = fieldsOf(program).map(([name, part]) => `${name}:${printPart(part)}`);
  return `${parts.join("\n")}\n`;
}

/** One expression, rule or other part of a core program, on one line. */
export function printNode(node: unknown): string {
  if (node instanceof Map) {
    const entries = entriesOf(node).toSorted(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, value]) => `${printName(key)}: ${printNode(value)}`).join(", ")}}`;
  }
  if (Array.isArray(node)) return `[${node.map(printNode).join(", ")}]`;
  if (typeof node === "string") return printName(node);
  if (typeof node !== "object" || node === null) return String(node);
  if (isConstant(node)) return `${printValue(node.value, node.type)}${node.isRestated ? " restated" : ""}`;
  if (isValueType(node)) return printType(node);
  const kind = "kind" in node ? String(node.kind) : "";
  const fields = fieldsOf(node).filter(([name]) => !(name === "type" && isExpression(node)));
  return `${kind}(${fields.map(([name, value]) => `${name}: ${printNode(value)}`).join(", ")})`;
}

/** A value with its unit: `1/20 USD/share`, `2006-02-28`, `18:00`. */
export function printValue(value: Value, type: ValueType): string {
  if (typeof value === "object") return `${printExact(value)} ${unitName(type)}`;
  if (typeof value === "number") return formatMoment(value, type);
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}

function printExact({ n, d }: Exact): string {
  if (d === 0n) return "unlimited";
  return d === 1n ? String(n) : `${n}/${d}`;
}

/** The parts at the top have a line an entry. */
function printPart(part: unknown): string {
  if (part instanceof Map) {
    const lines = entriesOf(part).map(([key, value]) => `\n  ${printName(key)}: ${printNode(value)}`);
    return lines.join("");
  }
  if (Array.isArray(part)) return part.map((item) => `\n  ${printNode(item)}`).join("");
  return ` ${printNode(part)}`;
}

/** Every map of a core program is by name. */
function entriesOf(map: ReadonlyMap<unknown, unknown>): [string, unknown][] {
  return [...map].map(([name, part]) => [String(name), part]);
}

function fieldsOf(node: object): [string, unknown][] {
  return Object.entries(node)
    .filter(([name, value]) => name !== "span" && name !== "kind" && value !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Names stand as they are, other texts in quotes, so that no text can look like something else. */
function printName(text: string): string {
  return /^[\p{L}\d][\p{L}\d .'()/&-]*$/u.test(text) ? text : JSON.stringify(text);
}

function printType(type: ValueType): string {
  if (type.kind === "choice") return `choice[${type.options.map((option) => JSON.stringify(option)).join(", ")}]`;
  if (type.kind === "occurrence") return `occurrence[${type.event}]`;
  return unitName(type);
}

const valueTypeKinds = new Set(["quantity", "date", "time", "yes or no", "text", "choice", "occurrence"]);

function isValueType(node: object): node is ValueType {
  return "kind" in node && valueTypeKinds.has(String(node.kind));
}

function isConstant(node: object): node is Constant {
  return "kind" in node && node.kind === "Constant";
}

/** Declarations have a type of their own to print; expressions have a kind beside it. */
function isExpression(node: object): boolean {
  return "kind" in node && "type" in node;
}
