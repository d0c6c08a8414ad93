/** The clauses behind a value, level by level: one sentence for the value, one for all that it uses, and so on. */
import type { ReasonFact } from "../../../index.ts";
import { Absent, describeValue, Failure, usesOf } from "../../../index.ts";
import { foldReasons } from "../fold.ts";
import { renderFigure, shortFigure } from "../parts/figure.ts";
import { wrap } from "../parts/text.ts";

/** So many levels are said in sentences; the tree below has all of them. */
const mostLevels = 3;
/** So many values of one level are named. */
const mostValues = 6;

/** How wide the lines are, and how many levels are asked for. */
interface LevelStyle {
  readonly width: number;
  readonly levels?: number | undefined;
}

/** Whether what a value is made of is looked at. */
type IsOpened = (fact: ReasonFact, level: number) => boolean;

/** A sentence for each level, in the contract's terms. Text that ends with a line end. */
export function renderLevels(root: ReasonFact, { width, levels }: LevelStyle, isOpened: IsOpened): string {
  if (root.result instanceof Failure) return "";
  const sentences: string[] = [];
  const said = new Set<string>();
  let level: readonly ReasonFact[] = [root];
  for (let depth = 0; depth <= Math.min(levels ?? mostLevels, mostLevels - 1); depth += 1) {
    const fresh = onceEach(level, said);
    if (fresh.length > 0) sentences.push(sentenceOf(fresh));
    level = level.flatMap((fact) => (isOpened(fact, depth) ? usesOf(fact).filter(isNamed) : []));
  }
  return sentences.map((text) => `${wrap(text, width).join("\n")}\n`).join("");
}

function isNamed({ kind }: ReasonFact): boolean {
  return kind !== "interest" && kind !== "entry" && kind !== "share basis";
}

/** Values that no sentence has named yet; the same value on many days once. */
function onceEach(level: readonly ReasonFact[], said: Set<string>): readonly string[] {
  return foldReasons(level).flatMap((it) => {
    const [name, text] = it.kind === "one" ? [nameOf(it.reason), clauseOf(it.reason)] : [it.head, foldWords(it)];
    if (said.has(name)) return [];
    said.add(name);
    return [text];
  });
}

function sentenceOf(clauses: readonly string[]): string {
  const named = clauses.slice(0, mostValues);
  const more = clauses.length - named.length;
  const rest = more === 0 ? "" : `; and ${more} more`;
  return `${named.join("; ")}${rest}.`;
}

function nameOf(fact: ReasonFact): string {
  const { value, of } = describeValue(fact);
  return of === undefined || value === "" ? value : `${value} of ${of}`;
}

/** `Market Price means the average of … [1.2(a)]`; what has no clause is said to be what it is. */
function clauseOf(fact: ReasonFact): string {
  const { value, section, because, kind } = describeValue(fact);
  const place = section === "" ? "" : ` [${section}]`;
  if (fact.result instanceof Absent) return `${value} has no value${because === "" ? "" : `: ${because}`}${place}`;
  if (kind === "definition" && because !== "") return `${value} means ${because}${place}`;
  const figure = figureWords(fact);
  return because === "" ? `${value} is ${figure}${place}` : `${value} is ${figure}, ${because}${place}`;
}

function figureWords(fact: ReasonFact): string {
  const { answer, unit } = describeValue(fact);
  if (answer === null) return "without a value";
  return renderFigure(typeof answer === "string" ? shortFigure(answer) : answer, unit);
}

function foldWords({
  head,
  figures,
  because,
  section,
}: Extract<ReturnType<typeof foldReasons>[number], { kind: "fold" }>) {
  const place = section === "" ? "" : ` [${section}]`;
  return because === "" ? `${head}: ${figures}${place}` : `${head} means ${because}${place}`;
}
