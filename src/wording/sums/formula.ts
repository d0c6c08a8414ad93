/** Formulas as text: figures put together with signs, in parentheses where the order of the sums needs it. */
import type { ReasonFact } from "../../evaluate/reasons/reason-facts.ts";
import { isOccurrence } from "../../evaluate/state/run.ts";
import { Absent, isProblem } from "../../evaluate/values/problem.ts";
import { renderValue } from "../../units/render-value.ts";

export interface Formula {
  readonly text: string;
  readonly binding: Binding;
  /** The days that a count at the end of the text stands for. */
  readonly days?: string;
  /** Whether it is a number of days or events alone. */
  readonly isCount?: true;
  /** The value that the formula is, where it is one value alone. */
  readonly only?: ReasonFact;
  readonly rounding?: Rounding;
}

/** What is rounded, its figure, and how it is rounded. */
interface Rounding {
  readonly inner: Formula;
  readonly figure: string;
  readonly words: string;
}

/** Writes an operand of a value; `notes` takes what is said beside the sum. */
export type FormulaOf = (operand: ReasonFact, notes: string[]) => Formula;

/** How tightly a formula holds together, the loosest first. */
const bindings = ["phrase", "comparison", "sum", "product", "power", "figure"] as const;
type Binding = (typeof bindings)[number];

export type Sign = "+" | "–" | "×" | "÷" | "^";

const bindingOf: { readonly [S in Sign]: Binding } = {
  "+": "sum",
  "–": "sum",
  "×": "product",
  "÷": "product",
  "^": "power",
};

export function formula(text: string, binding: Binding = "figure"): Formula {
  return { text, binding };
}

/** The figure of a value, or that it has none; a condition with its name. */
export function figureOf(fact: ReasonFact, name = fact.name): Formula {
  const { result, type } = fact;
  if (typeof result === "boolean" && name !== "")
    return { text: `${name} (${result ? "yes" : "no"})`, binding: "figure", only: fact };
  return { text: figureText(result, type), binding: "figure", only: fact };
}

export function figureText(result: ReasonFact["result"], type: ReasonFact["type"]): string {
  if (result instanceof Absent) return "no value";
  if (isProblem(result)) return "unknown";
  if (isOccurrence(result)) return `"${result.id ?? result.type.name}"`;
  return typeof result === "string" ? `"${result}"` : renderValue(result, type);
}

/** The text where something follows it. */
export function whole({ text, days }: Formula): string {
  return days === undefined ? text : `${text} (${days})`;
}

export function infix(left: Formula, sign: Sign, right: Formula): Formula {
  const binding = bindingOf[sign];
  const isOneWay = sign === "–" || sign === "÷" || sign === "^";
  const before = within(left, binding, sign === "^");
  const after = isHeld(right, binding, isOneWay) ? right : formula(`(${whole(right)})`);
  return { text: `${before} ${sign} ${after.text}`, binding, ...(after.days !== undefined && { days: after.days }) };
}

/** In parentheses where it holds together more loosely than what it becomes part of. */
export function within(part: Formula, binding: Binding, isStrict = false): string {
  return isHeld(part, binding, isStrict) ? whole(part) : `(${whole(part)})`;
}

function isHeld({ binding }: Formula, least: Binding, isStrict: boolean): boolean {
  return bindings.indexOf(binding) >= bindings.indexOf(least) + (isStrict ? 1 : 0);
}

export function chain(sign: Sign, parts: readonly Formula[]): Formula | undefined {
  const [first, ...others] = parts;
  return first && others.reduce((sum, part) => infix(sum, sign, part), first);
}

/** `the least of $1, $2 and $3`; of one thing, that thing. */
export function listed(words: string, parts: readonly Formula[]): Formula {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const texts = parts.map((part) => within(part, "sum"));
  const last = texts.at(-1) ?? "";
  return formula(`${words} of ${texts.slice(0, -1).join(", ")} and ${last}`, "phrase");
}

export function rounded(inner: Formula, figure: string, words: string): Formula {
  return { text: `${within(inner, "comparison")}, ${words}`, binding: "phrase", rounding: { inner, figure, words } };
}
