/** What the names in a statement stand for. */
import { listUnder } from "../base/group-by.ts";
import { once } from "../base/once.ts";
import type { CheckedSymbols } from "../checked/ast.ts";
import { columnsOf } from "../checked/names.ts";
import type { CheckedStatement, Meaning } from "../checked/tree.ts";
import type { FieldDeclaration, Identifier } from "../syntax/ast.ts";
import { nodesIn } from "../syntax/walk.ts";

/** What a name stands for. */
export type Term =
  | { readonly kind: "name"; readonly name: string }
  /** A field or value of an event, or of the dates of a schedule; a column of a list is one of the list. */
  | { readonly kind: "member"; readonly name: string; readonly of: string }
  | { readonly kind: "reading"; readonly name: string }
  | { readonly kind: "choice"; readonly name: string; readonly of: string }
  | { readonly kind: "section"; readonly name: string }
  | { readonly kind: "clause"; readonly name: string }
  /** What a clause takes or gives, by its own name for it. */
  | { readonly kind: "clause name"; readonly name: string; readonly of: string };

export function isSameTerm(a: Term, b: Term): boolean {
  return a.name === b.name && a.kind === b.kind && ("of" in a ? a.of : "") === ("of" in b ? b.of : "");
}

export function termKey(term: Term): string {
  return `${term.kind}:${"of" in term ? `${term.of}:` : ""}${term.name}`;
}

/** What happens on each date of a list has the list's columns: they are members of the list, which declares them. */
export function asDeclared(term: Term, { noteLevel, perEvent }: CheckedSymbols): Term {
  const event = term.kind === "member" ? noteLevel.get(term.of)?.statement : undefined;
  if (term.kind !== "member" || event?.kind !== "EventDeclaration") return term;
  if (event.happens?.kind !== "ScheduleTrigger") return term;
  const list = event.happens.schedule.text;
  const [own, column] = [term.of, list].map((of) => perEvent.get(of)?.get(term.name));
  const isColumn = own?.kind === "Field" && column?.kind === "Field" && own.field === column.field;
  return isColumn ? { ...term, of: list } : term;
}

/** By whose name a member is spoken of: that which declares it, and of a column each event on the dates of the list. */
export function ownersOf(term: Term, symbols: CheckedSymbols): ReadonlySet<string> {
  if (term.kind !== "member") return new Set();
  const isOwner = (of: string) => isSameTerm(asDeclared({ ...term, of }, symbols), term);
  return new Set([...symbols.perEvent.keys()].filter(isOwner));
}

/** What each name stands for where it stands alone: the name itself or, where there is none and one event has it, that of the event. */
export const bareTerms = once((symbols: CheckedSymbols): ((name: string) => Term) => {
  const { noteLevel, perEvent } = symbols;
  const owners = new Map<string, Term[]>();
  for (const [of, members] of perEvent) {
    for (const name of members.keys()) {
      const term = asDeclared({ kind: "member", name, of }, symbols);
      if (owners.get(name)?.some((it) => isSameTerm(it, term)) !== true) listUnder(owners, name, term);
    }
  }
  return (name) => {
    const [term, another] = noteLevel.has(name) ? [] : (owners.get(name) ?? []);
    return term === undefined || another !== undefined ? { kind: "name", name } : term;
  };
});

export interface Named {
  readonly term: Term;
  readonly text: string;
  readonly isDeclaration: boolean;
}

/** The names of a statement whose meaning does not follow from the words alone, by their places. */
export function namedIn(statement: CheckedStatement, symbols: CheckedSymbols): ReadonlyMap<number, Named> {
  // A statement that nothing touched is the same object, and its names mean what they meant.
  const known = namesKnown.get(statement);
  if (known !== undefined) return known;
  const found = new Map<number, Named>();
  namesKnown.set(statement, found);
  const enter = ({ text, span }: Identifier, term: Term, isDeclaration = false) => {
    if (!found.has(span.start)) found.set(span.start, { term: asDeclared(term, symbols), text, isDeclaration });
  };
  const note = new Names(symbols, enter);
  note.head(statement);
  for (const node of nodesIn(statement)) note.part(node);
  return found;
}

const namesKnown = new WeakMap<CheckedStatement, ReadonlyMap<number, Named>>();

type Enter = (name: Identifier, term: Term, isDeclaration?: boolean) => void;

class Names {
  readonly #symbols: CheckedSymbols;
  readonly #enter: Enter;

  constructor(symbols: CheckedSymbols, enter: Enter) {
    this.#symbols = symbols;
    this.#enter = enter;
  }

  /** What a statement declares, and what only its head says. */
  head(statement: CheckedStatement): void {
    switch (statement.kind) {
      case "SectionHeading":
        this.#section(statement.label, true);
        break;
      case "NoteHead":
        for (const party of statement.parties) this.#declared(party);
        break;
      case "Given":
      case "SeriesDeclaration":
      case "StatusDefinition":
      case "Covenant":
        this.#declared(statement.name);
        break;
      case "DefaultDeclaration":
        this.#declared(statement.family);
        break;
      case "Definition":
      case "StateDeclaration":
      case "AccountDeclaration":
        this.#declared(statement.name, statement.owner?.text);
        break;
      case "Prohibition":
        this.#declared(statement.name, statement.event.text);
        break;
      case "EventDeclaration":
        this.#withFields(statement.name, statement.fields);
        break;
      case "ScheduleDeclaration":
        this.#withFields(statement.name, columnsOf(statement));
        break;
      case "Power":
        if (statement.giving) this.#declared(statement.giving, statement.event.text);
        if (statement.name) this.#declared(statement.name, statement.electing && statement.owner?.text);
        break;
      case "Duty":
        if (statement.name) this.#declared(statement.name, statement.owner?.text);
        break;
      case "Exception":
        this.#exception(statement);
        break;
      case "ReadingDeclaration":
        this.#enter(statement.name, { kind: "reading", name: statement.name.text }, true);
        for (const it of statement.choices) this.#choice(statement.name, it, true);
        if (statement.chosen) this.#choice(statement.name, statement.chosen);
        break;
      case "DayOrder":
        for (const label of statement.sections) this.#section(label);
        break;
      case "Use":
        this.#use(statement);
        break;
      case "Story":
        this.#story(statement);
        break;
      default:
        break;
    }
  }

  /** What a part of a statement says of its names. */
  part(node: object): void {
    if (hasMeaning(node)) this.#meant(node.name, node.meaning);
    if ("sections" in node && Array.isArray(node.sections)) {
      for (const label of node.sections) if (isIdentifier(label)) this.#section(label);
    }
    if ("reading" in node && isIdentifier(node.reading)) {
      const { reading } = node;
      this.#enter(reading, { kind: "reading", name: reading.text });
      const arms: readonly unknown[] = "arms" in node && Array.isArray(node.arms) ? node.arms : [node];
      for (const arm of arms) {
        if (typeof arm === "object" && arm !== null && "choice" in arm && isIdentifier(arm.choice)) {
          this.#choice(reading, arm.choice);
        }
      }
    }
  }

  #declared(name: Identifier, owner?: string): void {
    this.#enter(name, owner === undefined ? { kind: "name", name: name.text } : memberOf(owner, name), true);
  }

  #withFields(owner: Identifier, fields: readonly FieldDeclaration[]): void {
    this.#declared(owner);
    for (const { name, asOf } of fields) {
      this.#declared(name, owner.text);
      if (asOf !== undefined) this.#enter(asOf, memberOf(owner.text, asOf));
    }
  }

  #section(label: Identifier, isDeclaration = false): void {
    this.#enter(label, { kind: "section", name: label.text }, isDeclaration);
  }

  #choice(reading: Identifier, choice: Identifier, isDeclaration = false): void {
    this.#enter(choice, { kind: "choice", of: reading.text, name: choice.text }, isDeclaration);
  }

  #meant(name: Identifier, meaning: Meaning): void {
    switch (meaning.kind) {
      case "Field":
        this.#enter(name, { kind: "member", of: meaning.of, name: meaning.name });
        break;
      case "Referring":
      case "Referred":
        this.#enter(name, { kind: "name", name: meaning.event });
        break;
      case "Definition":
      case "Displaced": {
        const symbol = this.#symbols.definitions.get(meaning.key);
        if (symbol !== undefined) this.#enter(name, termOf(symbol));
        break;
      }
      default:
        this.#enter(name, { kind: "name", name: name.text });
        break;
    }
  }

  #exception({ name, of, over, span }: Extract<CheckedStatement, { kind: "Exception" }>): void {
    for (const [key, all] of this.#symbols.exceptions) {
      const symbol = this.#symbols.definitions.get(key);
      if (symbol !== undefined && all.some((it) => it.statement.span === span)) this.#enter(name, termOf(symbol));
    }
    for (const label of [of, ...over]) if (label !== undefined) this.#section(label);
  }

  #use({ clause, bindings }: Extract<CheckedStatement, { kind: "Use" }>): void {
    this.#enter(clause, { kind: "clause", name: clause.text });
    // What a name is bound to stands alone.
    for (const { name } of bindings) this.#enter(name, { kind: "clause name", of: clause.text, name: name.text });
  }

  #story({ rows, readings, events, expectations }: Extract<CheckedStatement, { kind: "Story" }>): void {
    const ids = new Map(events.flatMap(({ id, event }) => (id === undefined ? [] : [[id.text, event.text] as const])));
    for (const { name, choice } of readings) {
      this.#enter(name, { kind: "reading", name: name.text });
      this.#choice(name, choice);
    }
    for (const { list, fields } of rows) for (const { name } of fields) this.#enter(name, memberOf(list.text, name));
    for (const { event, fields } of events)
      for (const { name } of fields) this.#enter(name, memberOf(event.text, name));
    for (const { value, of, section } of expectations) {
      const owner = of === undefined ? undefined : ids.get(of.text);
      const isMember = owner !== undefined && this.#symbols.perEvent.get(owner)?.has(value.text) === true;
      this.#enter(value, isMember ? memberOf(owner, value) : { kind: "name", name: value.text });
      if (of !== undefined && owner === undefined && this.#symbols.sections.has(of.text)) this.#section(of);
      if (section !== undefined) this.#section(section);
    }
  }
}

function memberOf(of: string, { text }: Identifier): Term {
  return { kind: "member", of, name: text };
}

function termOf({ name, owner }: { readonly name: Identifier; readonly owner?: string | undefined }): Term {
  return owner === undefined ? { kind: "name", name: name.text } : memberOf(owner, name);
}

function hasMeaning(node: object): node is { readonly name: Identifier; readonly meaning: Meaning } {
  return "meaning" in node && node.meaning !== undefined && "name" in node && isIdentifier(node.name);
}

function isIdentifier(it: unknown): it is Identifier {
  return typeof it === "object" && it !== null && "text" in it && "span" in it && !("kind" in it);
}
