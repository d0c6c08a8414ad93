/** What the readers of a scenario's parts share: the template's names, the problems found, and ways to look at JSON. */
import { editDistance, nearestName } from "../../base/nearest-name.ts";
import type { CoreProgram, Value, ValueType } from "../../core/core.ts";
import type { Diagnostic, Extras } from "../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { ProblemList } from "../../diagnostics/problem-list.ts";
import type { Code, Facts } from "../../diagnostics/registry.ts";
import type { Span } from "../../source/span.ts";
import { sign } from "../../units/exact.ts";
import type { PercentReadings } from "../../units/percent-readings.ts";
import { percentReadings } from "../../units/percent-readings.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { formatDate, parseDate } from "../../units/plain-date.ts";
import { currenciesIn } from "../../units/value-type.ts";
import type { JsonMember, JsonNode, JsonObject, JsonText } from "../json.ts";
import { notADate } from "../read-date.ts";
import { describeType, exampleOf, listed, readValue } from "../read-value.ts";
import { mostProblems } from "../scenario-shape.ts";
import type { FirstDay } from "./types.ts";

/** How what is read is written: with the keys of a scenario, the lines of a template's story, or options of a command. */
type WrittenAs = "scenario" | "story" | "command";

/** What makes a finding clearer: computed only where the finding is listed, not just counted. */
type More = () => Extras & { readonly related?: Diagnostic["related"] | undefined };

export class ReadingContext {
  readonly program: CoreProgram;
  /** The note's name, for messages. */
  readonly note: string;
  /** Labels of the template's sections, those of conditions of default included. */
  readonly sections: ReadonlySet<string>;
  readonly writtenAs: WrittenAs;
  readonly problems = new ProblemList(mostProblems);

  constructor(program: CoreProgram, note: string, writtenAs: WrittenAs = "scenario") {
    this.program = program;
    this.note = note;
    this.writtenAs = writtenAs;
    const watched = program.defaultConditions.map(({ section }) => section);
    this.sections = new Set([...program.sections.map(({ label }) => label), ...watched]);
  }

  report<C extends Code>(code: C, span: Span, facts: Facts<C>, more?: More): void {
    this.problems.push(span, () => {
      const { related = [], ...extras } = more?.() ?? {};
      return diagnostic(code, span, facts, related, extras);
    });
  }

  /** A name that the template does not have: help with the one that was meant, or else with those that it has. */
  reportUnknown<C extends Code>(
    code: C,
    { text: name, span }: Named,
    facts: Facts<C>,
    known: Iterable<string>,
    what: string,
  ): void {
    this.report(code, span, facts, () => {
      const names = [...known];
      const near = nearestName(name, names);
      if (near !== undefined) return renamed(span, near);
      const shown = names.length > 12 ? `${nearestFirst(name, names)} and ${names.length - 12} more` : listed(names);
      return { help: names.length === 0 ? `it has no ${what}; take this out` : `its ${what} are ${shown}` };
    });
  }

  /** Reads the value of a deal term or a field, and enters it under its name. */
  readInto(values: Map<string, Value>, node: JsonNode, type: ValueType, name: string, of: "term" | "event"): void {
    const read = readValue(node, type, name);
    if (!read.ok) this.problems.push(node.span, () => read.diagnostic);
    else if (isNegativeAmount(read.value, type)) {
      this.report("TN5227", node.span, { name, text: node.kind === "text" ? node.text : "negative" });
    } else {
      const doubt = node.kind === "text" ? doubtOf(node.text, read.value, type, of) : undefined;
      if (doubt === undefined) values.set(name, read.value);
      else this.report("TN5228", node.span, { name, ...doubt });
    }
  }

  /** What to write where a name lacks its value. */
  reportMissing<C extends "TN5205" | "TN5208">(code: C, span: Span, facts: Facts<C>, name: string, type: ValueType) {
    const line = code === "TN5205" ? `\`with: ${name} = …\`` : `\`, ${name} …\``;
    const added = this.isStory ? `${line}, ${describeType(type)}` : `\`"${name}": …\`, ${exampleOf(type)}`;
    this.report(code, span, facts, () => ({ help: `add ${added}` }));
  }

  /** The same where the event is a row of a file. */
  reportEmpty(span: Span, facts: Facts<"TN5208">, type: ValueType): void {
    const help = `write ${describeType(type)} in the column \`${facts.name}\``;
    this.report("TN5208", span, facts, () => ({ help }));
  }

  get isStory(): boolean {
    return this.writtenAs === "story";
  }

  /** Nothing of a note lies before its first day. */
  checkNotBefore(start: FirstDay | undefined, on: DayWritten, what: string): void {
    if (start === undefined || on.day >= start.day) return;
    const [date, first] = [formatDate(on.day), formatDate(start.day)];
    this.report("TN5214", on.span, { what, date, start: first }, () => ({
      help: `write a day from ${first}, or correct the deal term \`${this.program.existsFrom}\``,
      related: start.span && [{ span: start.span, label: "the note exists from here" }],
    }));
  }

  /** The day under the key `on`, or another. */
  readDay(node: JsonNode, key = "on"): DayWritten | undefined {
    const on = textIn(node, key);
    if (on === undefined) return undefined;
    const day = parseDate(on.text);
    if (day !== undefined) return { day, span: on.span };
    this.problems.push(on.span, () => notADate(on.text, on.span));
    return undefined;
  }
}

interface DayWritten {
  readonly day: PlainDate;
  readonly span: Span;
}

/** First the names that have a word in common with the one asked for, or nearly so. */
function nearestFirst(name: string, names: readonly string[]): string {
  const asked = name.split(" ");
  const rank = (other: string) => {
    const words = other.split(" ");
    const common = asked.filter((word) => words.includes(word) || nearestName(word, words) !== undefined).length;
    return editDistance(name.toLowerCase(), other.toLowerCase()) - common * 1000;
  };
  const ranks = new Map(names.map((it) => [it, rank(it)]));
  return listed(names.toSorted((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0)).slice(0, 12));
}

/** A name where it stands in a file. */
export interface Named {
  readonly text: string;
  readonly span: Span;
}

export const named = ({ key, keySpan }: JsonMember): Named => ({ text: key, span: keySpan });

/** Help and fix that put another text in the place of one in quotes. */
export function renamed(span: Span, text: string, rest = ""): Extras {
  return { help: `write \`${text}\`${rest}`, fix: { span, text: JSON.stringify(text) } };
}

export function memberOf(node: JsonNode | undefined, key: string): JsonMember | undefined {
  return node?.kind === "object" ? node.members.get(key) : undefined;
}

export function membersIn(node: JsonNode | undefined): Iterable<JsonMember> {
  return node?.kind === "object" ? node.members.values() : [];
}

export function textIn(node: JsonNode | undefined, key: string): JsonText | undefined {
  const value = memberOf(node, key)?.value;
  return value?.kind === "text" ? value : undefined;
}

export function objectsIn(node: JsonNode, key: string): JsonObject[] {
  const list = memberOf(node, key)?.value;
  return list?.kind === "array" ? asObjects(list.items) : [];
}

export function asObjects(nodes: readonly JsonNode[]): JsonObject[] {
  return nodes.filter((node) => node.kind === "object");
}

/** The two readings of a percentage or rate of 1 or more without a percent sign. */
function doubtOf(
  text: string,
  value: Value,
  type: ValueType,
  of: "term" | "event",
): (PercentReadings & { text: string }) | undefined {
  const readings = typeof value !== "object" || text.includes("%") ? undefined : percentReadings(value, type, of);
  return readings && { ...readings, text };
}

/** Only money, prices and shares: a rate, a percent or a plain number may lie below zero. */
function isNegativeAmount(value: Value, type: ValueType): boolean {
  if (type.kind !== "quantity" || (currenciesIn(type.unit).length === 0 && type.unit.share === 0)) return false;
  return typeof value === "object" && sign(value) < 0;
}
