/** What can be asked of a note: each name with its unit, its section and the words of the template. */
import type { Askable, CoreProgram, EventType } from "../core/core.ts";
import type { Span } from "../source/span.ts";
import { wordsOf } from "../source/span.ts";
import type { ValueType } from "../units/value-type.ts";
import { unitName, yesOrNo } from "../units/value-type.ts";

/** A value that a question may name. */
export interface AskableValue {
  readonly value: string;
  /** The event, or the section, of which it has to be asked; a question names the id of the event. */
  readonly of?: string;
  readonly unit: string;
  /** Empty for what stands before the first section. */
  readonly section: string;
  /** The words of the template, cut with "…" where they are long. */
  readonly says: string;
}

/** In the order of the contract's sections, by name within one. */
export function askableValues(program: CoreProgram): AskableValue[] {
  const place = new Map(program.sections.map(({ label }, index) => [label, index]));
  return [...program.askable.values()]
    .flatMap((askable) => [...atNoteLevel(askable, program), ...ofEvents(askable, program)])
    .map((it, index) => ({ it, index, section: place.get(it.section) ?? -1 }))
    .toSorted((a, b) => a.section - b.section || a.index - b.index)
    .map(({ it }) => it);
}

function atNoteLevel({ name, noteLevel }: Askable, program: CoreProgram): AskableValue[] {
  if (noteLevel === undefined) return [];
  const { kind, key } = noteLevel;
  if (kind === "family") return ofFamily(name, key, program);
  if (kind === "account") {
    const account = program.accounts.get(key);
    return account === undefined ? [] : [listedValue(name, account, account.type)];
  }
  const declared = declaredAs(kind, program).get(key);
  return declared === undefined ? [] : [listedValue(name, declared, declared.type)];
}

function declaredAs(
  kind: "definition" | "state" | "param",
  { definitions, states, params }: CoreProgram,
): ReadonlyMap<string, Placed & { readonly type: ValueType }> {
  return { definition: definitions, state: states, param: params }[kind];
}

/** Whether one of the family continues; and of each section that has one, whether that does. */
function ofFamily(name: string, key: string, { defaultConditions }: CoreProgram): AskableValue[] {
  const members = defaultConditions.filter(({ family }) => family === key);
  const unit = unitName(yesOrNo);
  const sections = [...new Set(members.map(({ section }) => section))];
  const titlesIn = (label: string) =>
    members.flatMap(({ section, title, span }) => (section === label ? [title === "" ? wordsOf(span) : title] : []));
  return [
    {
      value: name,
      unit,
      section: sections[0] ?? "",
      says: shortened(`whether one under ${sections.join(", ")} continues`),
    },
    ...sections.map((section) => ({
      value: name,
      of: section,
      unit,
      section,
      says: shortened(titlesIn(section).join("; ")),
    })),
  ];
}

function ofEvents({ name, perEvent }: Askable, program: CoreProgram): AskableValue[] {
  return [...perEvent].flatMap(([event, { kind, key }]) => {
    const definition = kind === "definition" ? program.definitions.get(key) : undefined;
    if (definition !== undefined) return [listedValue(name, definition, definition.type, event)];
    const type = program.events.get(event);
    return type === undefined ? [] : fieldOf(name, key, type);
  });
}

function fieldOf(name: string, key: string, event: EventType): AskableValue[] {
  const field = event.fields.get(key);
  if (field === undefined) return [];
  return [listedValue(name, { section: event.section, span: field.span }, field.type, event.name)];
}

interface Placed {
  readonly section: string;
  readonly span: Span;
}

function listedValue(value: string, { section, span }: Placed, type: ValueType, of?: string): AskableValue {
  return { value, ...(of !== undefined && { of }), unit: unitName(type), section, says: shortened(wordsOf(span)) };
}

/** So long a text is shown in full. */
const longest = 120;

/** Cut at a word. */
function shortened(text: string): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), longest / 2)).trimEnd()} …`;
}
