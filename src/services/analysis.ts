/**
 * A template with its stories and clauses as an editor holds them: read and checked again after each edit, as far as the edit
 * reaches. The texts come in, what is known of them goes out; nothing is read from anywhere.
 */
import { currenciesNamed } from "../../grammar/forms/currencies.ts";
import type { CheckedStatement } from "../checked/tree.ts";
import type { NamedText } from "../driver/scenarios.ts";
import { isTableFile } from "../driver/tables/table-files.ts";
import type { Again, Checked, ReadText } from "../driver/templates.ts";
import { checkRead } from "../driver/templates.ts";
import { SourceFile } from "../source/source-file.ts";
import type { Span } from "../source/span.ts";
import type { Statement } from "../syntax/ast.ts";
import type { ExpandEach } from "../syntax/clauses/expand.ts";
import { expandEach } from "../syntax/clauses/expand.ts";
import { parse } from "../syntax/parse.ts";
import type { StandingUnit } from "../syntax/standing-units.ts";
import { StandingUnits } from "../syntax/standing-units.ts";
import type { Finding } from "./place.ts";
import { placeOf } from "./place.ts";

/** A file of a template, cut into its statements. */
export interface FileView {
  readonly name: string;
  readonly text: string;
  readonly units: readonly StandingUnit[];
}

export interface Analysis {
  /** The template, then its stories. */
  readonly files: readonly FileView[];
  readonly clauses: readonly ReadText[];
  readonly checked: Checked;
  /** A statement as checked, by the place of the one written. */
  readonly statements: ReadonlyMap<Span, CheckedStatement>;
}

/** Looks at the texts of one template again and again. */
export class Analyst {
  readonly #units = new Map<string, StandingUnits>();
  readonly #clauses = new Map<string, { readonly text: string; readonly read: ReadText }>();
  readonly #tables = new Map<string, SourceFile>();
  readonly #expand = keepingUses();
  #last: { readonly texts: readonly NamedText[]; readonly analysis: Analysis } | undefined;

  /** The first text is the template; then come its stories and the clauses that it may use. */
  analyse(template: NamedText, additions: readonly NamedText[]): Analysis {
    const texts = [template, ...additions];
    const isSame = (it: NamedText, index: number) => {
      const known = this.#last?.texts[index];
      return known?.name === it.name && known.text === it.text;
    };
    if (this.#last?.texts.length === texts.length && texts.every(isSame)) return this.#last.analysis;
    const analysis = this.#analyse(template, additions);
    this.#last = { texts, analysis };
    return analysis;
  }

  #analyse(template: NamedText, additions: readonly NamedText[]): Analysis {
    const [tables, texts] = [additions.filter(isTable), additions.filter((it) => !isTable(it))];
    const clauses = texts.filter(({ text }) => /^clause\s/m.test(text)).map((it) => this.#clause(it));
    const stories = texts.filter(({ text }) => !/^clause\s/m.test(text));
    const currencies = currenciesNamed(template.text);
    const files = [template, ...stories].map((it) => this.#view(it, currencies));
    const [read, ...others] = files.map(readTextOf);
    if (read === undefined) throw new Error("a template is a file");
    const look = this.#last?.analysis.checked.look;
    const again: Again = { expand: this.#expand, look, tables: tables.map((it) => this.#table(it)) };
    const checked = checkRead(read, [...others, ...clauses], again);
    const statements = new Map(checked.program.statements.map(({ statement }) => [statement.span, statement]));
    return { files, clauses, checked, statements };
  }

  #view({ name, text }: NamedText, currencies: readonly string[]): FileView {
    const units = this.#units.get(name) ?? new StandingUnits(name);
    this.#units.set(name, units);
    const plain = new SourceFile(name, text).text;
    return { name, text: plain, units: units.read(plain, currencies) };
  }

  /** The same file as long as it says the same, so that what was found of its table holds. */
  #table({ name, text }: NamedText): SourceFile {
    const known = this.#tables.get(name);
    if (known?.text === text) return known;
    const source = new SourceFile(name, text);
    this.#tables.set(name, source);
    return source;
  }

  #clause({ name, text }: NamedText): ReadText {
    const known = this.#clauses.get(name);
    if (known?.text === text) return known.read;
    const source = new SourceFile(name, text);
    const read = { sources: [source], ...parse(source) };
    this.#clauses.set(name, { text, read });
    return read;
  }
}

const isTable = ({ name }: NamedText): boolean => isTableFile(name);

function readTextOf({ name, text, units }: FileView): ReadText {
  const source = new SourceFile(name, text);
  const statements = units.map(({ statement }) => statement);
  return {
    sources: units.map((unit) => unit.source),
    value: { kind: "SyntaxTree", statements, span: { source, start: 0, end: text.length } },
    diagnostics: units.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** Copies of clauses are made again only where a use or a clause has changed. */
function keepingUses(): ExpandEach {
  let last: { readonly key: readonly unknown[]; readonly expanded: ReturnType<ExpandEach> } | undefined;
  return (uses, library, currencies) => {
    const key = [...uses, ...library.values(), currencies.join()];
    const isSame = last?.key.length === key.length && key.every((it, index) => it === last?.key[index]);
    if (last === undefined || !isSame) last = { key, expanded: expandEach(uses, library, currencies) };
    return last.expanded;
  };
}

/** The unit at an offset of a file; behind the last one, that. */
export function unitAt({ units }: FileView, offset: number): StandingUnit | undefined {
  return units.findLast(({ source: { startsAt } }) => startsAt <= offset) ?? units[0];
}

/** The section under which each statement of a file stands. */
export function sectionAt({ units }: FileView, unit: StandingUnit): string {
  const above = units.slice(0, units.indexOf(unit) + 1).findLast((it) => it.statement.kind === "SectionHeading");
  return above?.statement.kind === "SectionHeading" ? above.statement.label.text : "";
}

/** A statement with its checked form. */
export function checkedOf({ statements }: Analysis, { span }: Statement): CheckedStatement | undefined {
  return statements.get(span);
}

export function findingsOf({ files, checked }: Analysis): Finding[] {
  const own = new Set(files.map(({ name }) => name));
  return checked.diagnostics.flatMap((diagnostic) => {
    const spans = [diagnostic.span, ...diagnostic.related.map(({ span }) => span)];
    const shown = spans.find(({ source }) => own.has(source.name));
    return shown === undefined ? [] : [{ diagnostic, place: placeOf(shown) }];
  });
}
