/**
 * Puts clauses in the places where a note uses them: a copy of the clause's statements, with the note's own names.
 *
 * What a clause takes as a value stands in the copy as a copy of the bound expression, one at each place where the clause
 * reads it, and is read there anew; events, states, accounts and what the clause gives are renamed (what it gives keeps its name where the note
 * has no other for it). Any other name that the clause defines gets the clause's title behind it, and what this use of it
 * is for, so that it meets no name of the note and none of another use. The copy's places lie in the clause's text; each
 * copy has a source of its own, so that a finding in it can say which use it is about.
 */
import { nearestName } from "../../base/nearest-name.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { WithDiagnostics } from "../../diagnostics/result.ts";
import { SourceFile } from "../../source/source-file.ts";
import type { Span } from "../../source/span.ts";
import { textOf } from "../../source/span.ts";
import type { Words } from "../../source/wording.ts";
import { leavesCurrency } from "../amounts-in.ts";
import type { Expression, Gives, Identifier, Statement, SyntaxTree, Takes, Use } from "../ast.ts";
import { languageVersion } from "../language-version.ts";
import { expressionsIn } from "../walk.ts";
import { asOneLine, sentenceWith } from "./clause-sentence.ts";
import { clauseWording } from "./clause-wording.ts";
import { namesDeclared } from "./declared-names.ts";
import type { Rewriting, StandIn } from "./rewrite.ts";
import { rewrite } from "./rewrite.ts";
import { forEachEvent, givenTwice } from "./several-events.ts";
import { clausesNear } from "./similar-clauses.ts";

/** A tree in which every use stands before what it stands for, and where the copies of clauses come from. */
export interface Expanded {
  readonly tree: SyntaxTree;
  /** By the source of a copy: the place of the use. */
  readonly uses: ReadonlyMap<SourceFile, Span>;
}

/** Clauses by title, each as read, with what does not parse in it. */
export type Library = ReadonlyMap<string, WithDiagnostics<SyntaxTree>>;

const deepestUse = 8;
/** Copies of clauses in one note, those of clauses within clauses counted, and the characters in all of them. */
const mostCopies = 1_000;
const mostCopied = 2_000_000;

export function expandUses(
  tree: SyntaxTree,
  library: Library,
  expand: ExpandEach = expandEach,
): WithDiagnostics<Expanded> {
  const written = tree.statements.filter((it) => it.kind === "Use");
  const head = tree.statements.find((it) => it.kind === "NoteHead");
  const { standsFor, uses, diagnostics } = expand(written, library, head?.currencies?.map(({ text }) => text) ?? []);
  const statements = tree.statements.flatMap((it) => (it.kind === "Use" ? (standsFor.get(it) ?? [it]) : [it]));
  return { value: { tree: { ...tree, statements }, uses }, diagnostics };
}

/** What each of some uses stands for, and where the copies come from. */
export interface ExpandedUses extends Pick<Expanded, "uses"> {
  readonly standsFor: ReadonlyMap<Use, readonly Statement[]>;
  readonly diagnostics: readonly Diagnostic[];
}

/** The currencies are those that the note names. */
export type ExpandEach = (uses: readonly Use[], library: Library, currencies: readonly string[]) => ExpandedUses;

/** Uses are looked at in turn, without what stands between them. */
export function expandEach(uses: readonly Use[], library: Library, currencies: readonly string[]): ExpandedUses {
  const expander = new Expander(library, currencies);
  const standsFor = new Map(uses.map((use) => [use, expander.statements([use], 0)]));
  return { standsFor, uses: expander.uses, diagnostics: expander.found };
}

export function isClause({ statements }: SyntaxTree): boolean {
  return titleOf(statements) !== undefined;
}

export function titleOf(statements: readonly Statement[]): string | undefined {
  return statements.find((it) => it.kind === "ClauseHead")?.title.text;
}

/** Titles of the clauses that a text uses, read from its margin alone: enough to know which files to read beside it. */
export function clausesUsed(text: string): { title: string; from?: string }[] {
  return [...text.matchAll(/^use\s+"([^"\n]*)"(?:\s+from\s+"([^"\n]*)")?/gm)].map(([, title = "", from]) => ({
    title,
    ...(from !== undefined && { from }),
  }));
}

class Expander {
  readonly found: Diagnostic[] = [];
  readonly uses = new Map<SourceFile, Span>();
  readonly #library: Library;
  readonly #suffixes = new Set<string>();
  /** The number from which a place's next suffix is looked for. */
  readonly #nextCounts = new Map<string, number>();
  /** Those that the note names. */
  readonly #currencies: readonly string[];
  #copies = 0;
  #copied = 0;
  /** Clauses whose syntax errors have been reported, at the first use. */
  readonly #read = new Set<string>();

  constructor(library: Library, currencies: readonly string[]) {
    this.#library = library;
    this.#currencies = currencies;
  }

  statements(statements: readonly Statement[], depth: number): Statement[] {
    return statements.flatMap((statement) => (statement.kind === "Use" ? this.#use(statement, depth) : [statement]));
  }

  #use(use: Use, depth: number): Statement[] {
    const clause = this.#library.get(use.clause.text)?.value;
    const several = clause && forEachEvent(use, clause.statements);
    if (clause === undefined || several === undefined) return this.#expand(use, depth);
    const { each, wrong } = several;
    this.found.push(...wrong);
    if (wrong.length > 0) return [brokenUse(use)];
    const before = this.found.length;
    const copies = each.map((it) => this.#expand(it, depth));
    // What is wrong with the use is the same for each of the events.
    const found = this.found.splice(before);
    const places = found.map(({ code, span, message }) => `${code} ${span.start} ${span.source.name} ${message}`);
    this.found.push(...found.filter((_, index) => places.indexOf(places[index] ?? "") === index));
    const bound = new Map(use.bindings.map(({ name, value }) => [name.text, value]));
    const twice = givenTwice(several, clause.statements, copies);
    this.found.push(...twice);
    if (twice.length > 0) return [brokenUse(use)];
    if (this.found.length === before) this.#checkSentence(use, clause, bound);
    return copies.flat();
  }

  #expand(use: Use, depth: number): Statement[] {
    const found = this.#library.get(use.clause.text);
    if (found === undefined || depth > deepestUse) {
      this.#unknownClause(use, depth);
      return [brokenUse(use)];
    }
    const { value: clause, diagnostics } = found;
    const { name, text } = clause.span.source;
    if (!this.#hasRoom(use, text.length)) return [brokenUse(use)];
    const wording = new Map<string, Words>();
    const source = new SourceFile(name, text, wording);
    this.uses.set(source, use.span);
    this.#reportSyntax(use.clause.text, diagnostics, source);
    const own = clause.statements.map((statement) =>
      rewrite(this.#withGives(statement), { source, ...this.#moneyIn(use) }),
    );
    this.#askCurrency(use, clause.statements);
    const takes = own.filter((it) => it.kind === "Takes");
    const gives = own.filter((it) => it.kind === "Gives");
    const before = this.found.length;
    this.#checkLanguage(use, clause);
    const bound = this.#bindings(use, takes, gives);
    const body = own.filter(({ kind }) => kind !== "ClauseHead" && kind !== "Takes" && kind !== "Gives");
    const names = this.#names(use, takes, gives, body, bound);
    for (const [taken, words] of clauseWording([...takes, ...gives], bound)) wording.set(taken, words);
    // With a name missing, what is wrong in the copy would only say the same again.
    if (this.found.length > before)
      return [{ ...use, asked: takes.flatMap((it) => askedOf(it, bound, names)) }, brokenUse(use)];
    this.#checkSentence(use, clause, bound);
    const renamed = body.map((statement) => rewrite(statement, { names, ...valuesOf(takes, bound) }));
    const read = takesRead(renamed);
    // A value may be read in a statement that does not parse.
    const isWhole = diagnostics.length === 0;
    const asked = takes.filter((it) => isWhole && !read.has(it)).flatMap((it) => askedOf(it, bound, names));
    return [{ ...use, asked }, ...this.statements(renamed, depth + 1)];
  }

  #askCurrency({ clause, currency }: Use, statements: readonly Statement[]): void {
    if (currency !== undefined || this.#currencies.length < 2 || !statements.some(leavesCurrency)) return;
    const ways = this.#currencies.map((code) => `\`use "${clause.text}" in ${code}\``).join(" or ");
    this.found.push(diagnostic("TN3080", clause.span, { clause: clause.text, help: ways }));
  }

  #moneyIn({ currency }: Use): Pick<Rewriting, "money"> {
    const money = currency?.text ?? this.#currencies[0];
    return money === undefined ? {} : { money };
  }

  /** What does not parse in a clause is an error of the copy, so that it is shown with the use. */
  #reportSyntax(title: string, found: readonly Diagnostic[], source: SourceFile): void {
    if (!this.#read.has(title)) this.found.push(...found.map((it) => ({ ...it, span: { ...it.span, source } })));
    this.#read.add(title);
  }

  /** In a clause, a use names all that it gets, so that each name can be made the clause's own. */
  #withGives(statement: Statement): Statement {
    if (statement.kind !== "Use") return statement;
    const { bindings, clause } = statement;
    const named = new Set(bindings.map(({ name }) => name.text));
    const unnamed = this.#givesOf(statement).filter(({ name }) => !named.has(name.text));
    const added = unnamed.map(({ name: { text } }) => {
      const name = { text, span: clause.span };
      return { name, value: { kind: "NameReference" as const, name, span: clause.span } };
    });
    return { ...statement, bindings: [...bindings, ...added] };
  }

  #givesOf({ clause }: Use): Gives[] {
    const { statements = [] } = this.#library.get(clause.text)?.value ?? {};
    return statements.filter((it) => it.kind === "Gives");
  }

  /** What statements declare, what they get from other clauses included. */
  #namesDeclared(statements: readonly Statement[]): string[] {
    const given = statements.flatMap((it) => {
      if (it.kind !== "Use") return [];
      const gives = new Set(this.#givesOf(it).map(({ name }) => name.text));
      return it.bindings.flatMap(({ name, value }) => (gives.has(name.text) ? (nameIn(value) ?? []) : []));
    });
    return [...namesDeclared(statements), ...given];
  }

  #unknownClause({ clause, span }: Use, depth: number): void {
    if (depth > deepestUse) {
      this.found.push(diagnostic("TN2021", span, { clause: clause.text }));
      return;
    }
    const near = clausesNear(clause.text, this.#library).map((title) => `"${title}"`);
    const [only = "", another] = near;
    const fix = another === undefined ? { span: clause.span, text: only } : undefined;
    const extras = near.length === 0 ? {} : { help: `write ${near.join(" or ")}`, fix };
    this.found.push(diagnostic("TN2017", clause.span, { clause: clause.text }, [], extras));
  }

  /** Whether one more copy may be made. Clauses that use others twice over double with each level; the first too many is found. */
  #hasRoom({ span }: Use, length: number): boolean {
    const hadRoom = this.#copies <= mostCopies && this.#copied <= mostCopied;
    this.#copies += 1;
    this.#copied += length;
    const hasRoom = this.#copies <= mostCopies && this.#copied <= mostCopied;
    if (hadRoom && !hasRoom) {
      const limit = this.#copies > mostCopies ? `${mostCopies} copies of clauses` : `${mostCopied} characters`;
      const facts = { file: span.source.name, what: "long with the clauses that it uses", limit };
      const help = "use clauses less often: each use puts a copy of the clause here, with copies of what it uses";
      this.found.push(diagnostic("TN5003", span, facts, [], { help }));
    }
    return hasRoom;
  }

  /** A clause in another version of the language would mean something else here. */
  #checkLanguage(use: Use, { statements }: SyntaxTree): void {
    const head = statements.find((it) => it.kind === "ClauseHead");
    const { language } = head ?? {};
    if (language === undefined || language.version === languageVersion) return;
    const related = [{ span: language.span, label: "the clause says so here" }];
    const facts = { version: textOf(language.span), known: languageVersion };
    this.found.push(diagnostic("TN4021", use.clause.span, facts, related));
  }

  /** Whether the sentence that stands at the use is what the clause says with the note's names. */
  #checkSentence({ clause, says }: Use, { statements }: SyntaxTree, bound: ReadonlyMap<string, Expression>): void {
    if (says === undefined) return;
    const head = statements.find((it) => it.kind === "ClauseHead");
    if (head?.sentence === undefined) {
      this.found.push(diagnostic("TN2091", says.span, { clause: clause.text }));
      return;
    }
    const sentence = sentenceWith(head.sentence.text, bound);
    if (asOneLine(says.text) === asOneLine(sentence)) return;
    const extras = { help: `write "${sentence}"`, fix: { span: says.span, text: `"${sentence}"` } };
    this.found.push(diagnostic("TN2090", says.span, { clause: clause.text }, [], extras));
  }

  /** What each name of the clause is bound to; a finding for each that is missing, unknown or bound twice. */
  #bindings(use: Use, takes: readonly Takes[], gives: readonly Gives[]): Map<string, Expression> {
    const bound = new Map<string, Expression>();
    const known = new Map([...takes, ...gives].map((it) => [it.name.text, it.name.span]));
    for (const { name, value } of use.bindings) {
      if (known.has(name.text) && !bound.has(name.text)) bound.set(name.text, value);
      else this.#unknownBinding(use, name, known.keys());
    }
    for (const { name, span } of takes) {
      if (bound.has(name.text)) continue;
      const related = [{ span, label: "the clause takes it here" }];
      this.found.push(diagnostic("TN2018", use.clause.span, { clause: use.clause.text, name: name.text }, related));
    }
    return bound;
  }

  #unknownBinding({ clause }: Use, name: Identifier, known: Iterable<string>): void {
    const near = nearestName(name.text, known);
    const extras = near === undefined ? {} : { help: `write \`${near}\``, fix: { span: name.span, text: near } };
    this.found.push(diagnostic("TN2019", name.span, { clause: clause.text, name: name.text }, [], extras));
  }

  /** The note's name for each name of the clause that is not a value. */
  #names(
    use: Use,
    takes: readonly Takes[],
    gives: readonly Gives[],
    body: readonly Statement[],
    bound: ReadonlyMap<string, Expression>,
  ): Map<string, string> {
    const suffix = this.#suffix(use, [...gives, ...takes.filter(isRenamed)], bound);
    const names = new Map(this.#namesDeclared(body).map((name) => [name, name + suffix]));
    for (const { name } of gives) names.set(name.text, name.text);
    for (const it of [...takes.filter(isRenamed), ...gives]) {
      const value = bound.get(it.name.text);
      if (value === undefined) continue;
      const target = it.kind === "Takes" && it.verb === "excepts" ? ruleIn(value) : nameIn(value);
      if (target !== undefined) names.set(it.name.text, target);
      else if (it.kind === "Gives" || it.owner === undefined) this.#notAName(use, it, value);
    }
    return names;
  }

  /**
   * What stands behind the names that a clause keeps to itself. It goes by what the note calls the first thing that it
   * gets from the clause, and not by a count, so that the order of uses leaves no mark.
   */
  #suffix({ clause }: Use, named: readonly (Takes | Gives)[], bound: ReadonlyMap<string, Expression>): string {
    const [first] = named.flatMap(({ name }) => nameIn(bound.get(name.text)) ?? []);
    const place = first === undefined ? clause.text : `${clause.text}: ${first}`;
    const numbered = (count: number) => (count === 1 ? ` (${place})` : ` (${place}, ${count})`);
    let count = this.#nextCounts.get(place) ?? 1;
    while (this.#suffixes.has(numbered(count))) count += 1;
    this.#nextCounts.set(place, count + 1);
    this.#suffixes.add(numbered(count));
    return numbered(count);
  }

  #notAName({ clause }: Use, { name, span }: Takes | Gives, value: Expression): void {
    const related = [{ span, label: "in the clause" }];
    this.found.push(diagnostic("TN2020", value.span, { clause: clause.text, name: name.text }, related));
  }
}

/** What the clause refers to by name: events, states, accounts, and values of its events. */
function isRenamed({ verb, owner, what }: Takes): boolean {
  return verb !== "takes" || owner !== undefined || !isFigure(what);
}

function isFigure({ kind }: Takes["what"]): boolean {
  return kind === "TypeName" || kind === "DayCountKind";
}

/** `Conversion Price under 1.2(a)`: a rule with its section. */
function ruleIn(value: Expression): string | undefined {
  return value.kind === "UnderSection" && value.sections.length === 1 ? value.name.text : undefined;
}

function nameIn(value: Expression | undefined): string | undefined {
  if (value === undefined) return undefined;
  return value.kind === "NameReference" || value.kind === "ItsReference" ? value.name.text : undefined;
}

/** Values that stand in the clause as the expressions that they are bound to; those of an event behind `its`. */
function valuesOf(
  takes: readonly Takes[],
  bound: ReadonlyMap<string, Expression>,
): { values: Map<string, StandIn>; ownedValues: Map<string, StandIn> } {
  const values = new Map<string, StandIn>();
  const ownedValues = new Map<string, StandIn>();
  for (const it of takes) {
    const value = bound.get(it.name.text);
    if (value === undefined || it.verb === "changes" || !isFigure(it.what)) continue;
    // What is read of the rule in its exception is the rule displaced, which the note names with its section.
    const standIn = { value, takes: it };
    if (it.owner === undefined) values.set(it.name.text, standIn);
    else if (nameIn(value) === undefined) ownedValues.set(it.name.text, standIn);
  }
  return { values, ownedValues };
}

/** What the clause takes and reads, so that the value is checked at each such place. */
function takesRead(statements: readonly Statement[]): ReadonlySet<Takes> {
  return new Set(expressionsIn(statements).flatMap(({ handed = [] }) => handed.map(({ takes }) => takes)));
}

/** What the checker has to see to: that a bound value is of the kind that the clause asks for. */
function askedOf(
  takes: Takes,
  bound: ReadonlyMap<string, Expression>,
  names: ReadonlyMap<string, string>,
): NonNullable<Use["asked"]> {
  const value = bound.get(takes.name.text);
  if (value === undefined) return [];
  const { owner } = takes;
  if (owner === undefined) return [{ takes, value }];
  return [{ takes, value, owner: { text: names.get(owner.text) ?? owner.text, span: value.span } }];
}

/** Names that an unknown clause would have given count as declared, so that they are no second finding. */
function brokenUse({ bindings, span }: Use): Statement {
  const names = bindings.flatMap(({ value }) => (value.kind === "NameReference" ? [value.name] : []));
  const [declares, ...alsoDeclares] = names;
  return {
    kind: "BrokenStatement",
    ...(declares && { declares }),
    ...(alsoDeclares.length > 0 && { alsoDeclares }),
    span,
  };
}
