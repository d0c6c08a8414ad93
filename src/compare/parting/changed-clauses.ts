/** Which clauses differ between two drafts of one note, by section. */
import type { CoreProgram } from "../../core/core.ts";
import type { Span } from "../../source/span.ts";
import { statementAt } from "../../source/statement.ts";
import type { ChangedClause } from "../comparison.ts";

/** What a part of a program says, as text in which equal meaning is equal text; places in the file leave no mark. */
export type PrintPart = (part: object) => string;

/** In the order of the sections of the second draft, then those that only the first has. */
export function changedClauses(before: CoreProgram, after: CoreProgram, print: PrintPart): ChangedClause[] {
  const [old, now] = [partsBySection(before, print), partsBySection(after, print)];
  const titles = new Map([...before.sections, ...after.sections].map(({ label, title }) => [label, title]));
  const labels = new Set([...after.sections, ...before.sections].map(({ label }) => label));
  return [...labels].flatMap((section) => {
    const [left, right] = [old.get(section), now.get(section)];
    const names = namesThatDiffer(left ?? new Map(), right ?? new Map());
    if (names.length === 0) return [];
    const change = left === undefined ? "added" : right === undefined ? "removed" : "changed";
    const clauses = names.map((name) => ({ name, before: textIn(left, name), after: textIn(right, name) }));
    return [{ section, title: titles.get(section) ?? "", change, names, clauses }];
  });
}

/** What parts of one name say and mean, part by part. */
interface Said {
  readonly meaning: string;
  readonly statements: readonly string[];
}

type Parts = Map<string, Said>;

function namesThatDiffer(left: ReadonlyMap<string, Said>, right: ReadonlyMap<string, Said>): string[] {
  const names = new Set([...left.keys(), ...right.keys()]);
  return [...names].filter((name) => left.get(name)?.meaning !== right.get(name)?.meaning);
}

function textIn(parts: Parts | undefined, name: string): string | null {
  const said = parts?.get(name);
  if (said === undefined) return null;
  return said.statements.length === 0 ? name : [...new Set(said.statements)].join("\n");
}

/** By section and name, the text of each part; parts with one name are one text, in the order of their texts. */
function partsBySection(program: CoreProgram, print: PrintPart): Map<string, Parts> {
  const sections = new Map<string, Parts>();
  for (const [section, name, part] of partsOf(program)) {
    const parts = sections.get(section) ?? new Map<string, Said>();
    sections.set(section, parts);
    const before = parts.get(name);
    const texts = [...(before?.meaning.split("\n") ?? []), print(part)];
    const statements = [...(before?.statements ?? []), ...(part.span === undefined ? [] : [statementAt(part.span)])];
    parts.set(name, { meaning: texts.toSorted().join("\n"), statements });
  }
  return sections;
}

/** Without a place of its own, a part is named by its event alone. */
interface Part {
  readonly section: string;
  readonly span?: Span;
}

function partsOf(program: CoreProgram): (readonly [section: string, name: string, part: Part])[] {
  const declared = [
    program.params,
    program.readings,
    program.schedules,
    program.events,
    program.definitions,
    program.states,
    program.accounts,
  ];
  const named = [
    ...declared.flatMap((map) => [...map.values()]),
    ...program.overrides,
    ...program.powers.values(),
    ...program.duties,
  ];
  return [
    ...named.map((it) => [it.section, it.name, it] as const),
    ...program.rules.map((it) => [it.section, nameOfRule(it.trigger), it] as const),
    ...program.defaultConditions.map((it) => [it.section, it.family, it] as const),
    ...[...program.shareAdjustments.values()].map((it) => [it.section, it.event, it] as const),
    ...program.views.map((it) => [it.section, "our view", it] as const),
    ...program.provisions.map((it) => [it.section, "in words", it] as const),
  ];
}

function nameOfRule(trigger: CoreProgram["rules"][number]["trigger"]): string {
  if (trigger.kind === "Event") return `when ${trigger.event}`;
  if (trigger.kind === "Schedule") return `on each of ${trigger.schedule}`;
  return trigger.kind === "Calendar" ? "on a day of the calendar" : "when a condition begins or ends";
}
