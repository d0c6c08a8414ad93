/** From a template's text to a program that runs: text → syntax tree → checked program → core → machine. */
import { currenciesNamed } from "../../grammar/forms/currencies.ts";
import { lazily } from "../base/lazily.ts";
import { nearestName } from "../base/nearest-name.ts";
import type { CheckedProgram } from "../checked/ast.ts";
import type { Look } from "../checked/from-syntax.ts";
import { fromSyntax } from "../checked/from-syntax.ts";
import { rulesOfWholeNotes } from "../checked/rules/index.ts";
import type { CoreProgram } from "../core/core.ts";
import { fromChecked } from "../core/from-checked.ts";
import { printCore } from "../core/print.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Result, WithDiagnostics } from "../diagnostics/result.ts";
import type { Machine } from "../evaluate/compile/machine.ts";
import { makeMachine } from "../evaluate/compile/machine.ts";
import type { FileLimits } from "../evaluate/values/limits.ts";
import { defaultLimits } from "../evaluate/values/limits.ts";
import { SourceFile } from "../source/source-file.ts";
import type { Span } from "../source/span.ts";
import type { SyntaxTree } from "../syntax/ast.ts";
import { clauseAsNote } from "../syntax/clauses/clause-as-note.ts";
import type { ExpandEach } from "../syntax/clauses/expand.ts";
import { expandUses, isClause, titleOf } from "../syntax/clauses/expand.ts";
import { sentenceFindings } from "../syntax/clauses/sentence-findings.ts";
import { parse as parseSource } from "../syntax/parse.ts";
import { sha256Of } from "./sha256.ts";
import { storyFindings } from "./stories.ts";
import { isTableFile, withTables } from "./tables/table-files.ts";

/** A template as far as it was understood, with everything found on the way. */
export interface Checked {
  readonly tree: SyntaxTree;
  readonly look: Look;
  readonly program: CheckedProgram;
  /** What runs, where its clauses have no errors; made when it is first asked for. */
  readonly core?: () => CoreProgram;
  readonly diagnostics: readonly Diagnostic[];
}

/** A template without errors, ready to run any number of scenarios. */
export interface Template {
  readonly program: CoreProgram;
  readonly machine: Machine;
}

/**
 * Checks a template; with it, as one text, files that add to it, such as its stories. Files that open with `clause` are
 * the library from which it may use clauses. A clause file can be checked by itself.
 */
export function checkSource(
  source: SourceFile,
  additions: readonly SourceFile[] = [],
  { templateLength }: Pick<FileLimits, "templateLength"> = defaultLimits,
): Checked {
  const tooLong = [source, ...additions].flatMap((it) => beyondLength(it, templateLength));
  if (tooLong.length === 0) return checkTexts(source, additions);
  // A text that is not read has no statements.
  return { ...checkTexts(new SourceFile(source.name, ""), []), diagnostics: tooLong };
}

/** The finding for a file that is longer than it may be. */
export function beyondLength(source: SourceFile, length: number): Diagnostic[] {
  if (source.text.length <= length) return [];
  const place = { source, start: length, end: length };
  return [diagnostic("TN5003", place, { file: source.name, what: "long", limit: `${length} characters` })];
}

function checkTexts(source: SourceFile, additions: readonly SourceFile[]): Checked {
  const currencies = currenciesNamed(source.text);
  const tables = additions.filter(({ name }) => isTableFile(name));
  // A clause says no currency by a code: that of its amounts is said where it is used.
  const ofNote = additions
    .filter((it) => !tables.includes(it))
    .map((it) => parsed(it, /^clause\s/m.test(it.text) ? [] : currencies));
  return checkRead(parsed(source, currencies), ofNote, { tables });
}

/** A text as it was read. One that is read unit by unit has a source for each. */
export interface ReadText extends WithDiagnostics<SyntaxTree> {
  readonly sources: readonly SourceFile[];
}

/** What an earlier look at the same texts has found, for who looks at them again after each edit. */
export interface Again {
  readonly expand?: ExpandEach;
  readonly look?: Look | undefined;
  /** The files that tables name. */
  readonly tables?: readonly SourceFile[];
}

/** The same for texts that have been read. */
export function checkRead(read: ReadText, additions: readonly ReadText[], again?: Again): Checked {
  const clauses = additions.filter(({ value }) => isClause(value));
  const library = new Map(clauses.map((it) => [titleOf(it.value.statements) ?? "", it]));
  const parts = [read, ...additions.filter((it) => !clauses.includes(it))];
  const whole = { ...read.value, statements: parts.flatMap(({ value }) => value.statements) };
  const { value, diagnostics } = expandUses(isClause(read.value) ? clauseAsNote(whole) : whole, library, again?.expand);
  const filled = withTables(value.tree.statements, again?.tables ?? []);
  const uses = new Map([...value.uses, ...filled.uses]);
  const checked = fromSyntax({ ...value.tree, statements: filled.statements }, again?.look);
  const ofForm = [...parts.flatMap((part) => part.diagnostics), ...sentenceFindings(read.value)].map((it) =>
    withKnownName(it, checked.value.symbols),
  );
  const clauseFindings = [...ofForm, ...diagnostics, ...filled.diagnostics, ...checked.diagnostics];
  const core = hasError(clauseFindings) ? undefined : lazily(() => fromChecked(checked.value));
  const found = [...clauseFindings, ...(core === undefined ? [] : wholeFindings(checked.value, core))];
  const sources = [...parts.flatMap((part) => part.sources), ...uses.keys()];
  return {
    tree: whole,
    look: checked,
    program: checked.value,
    ...(core && { core }),
    diagnostics: sources.flatMap((it) => inOrder(found, it)).map((it) => withUse(it, uses)),
  };
}

/** Words in lower case are taken for a name only where there is such a name, or one that is near. */
function withKnownName(found: Diagnostic, { noteLevel, perEvent }: CheckedProgram["symbols"]): Diagnostic {
  if (found.code !== "TN1022" || found.fix === undefined) return found;
  const names = [...noteLevel.keys(), ...[...perEvent.values()].flatMap((members) => [...members.keys()])];
  if (names.includes(found.fix.text)) return found;
  const { fix, ...rest } = found;
  const near = nearestName(fix.text, names);
  return near === undefined
    ? { ...rest, help: "use the words of the language; a defined term has capitals, and is declared somewhere" }
    : { ...rest, help: `if a name is meant, write \`${near}\``, fix: { ...fix, text: near } };
}

/** What only a note without errors is asked for. */
function wholeFindings(program: CheckedProgram, core: () => CoreProgram): Diagnostic[] {
  return [...rulesOfWholeNotes.flatMap((rule) => rule(program)), ...storyFindings(program, core)];
}

const parsed = (source: SourceFile, currencies: readonly string[]): ReadText => ({
  sources: [source],
  ...parseSource(source, undefined, currencies),
});

/** A finding inside a clause also shows where the clause is used, and where a clause that uses it is. */
function withUse(found: Diagnostic, uses: ReadonlyMap<SourceFile, Span>): Diagnostic {
  const related = [...found.related];
  for (let use = uses.get(found.span.source); use !== undefined; use = uses.get(use.source)) {
    related.push({ span: use, label: "used here" });
  }
  return { ...found, related };
}

/** Compiles a template that has no errors; warnings don't stand in the way. */
export function compileSource(
  source: SourceFile,
  additions?: readonly SourceFile[],
  limits?: Pick<FileLimits, "templateLength">,
): Result<CoreProgram> {
  const { core, diagnostics } = checkSource(source, additions, limits);
  return core === undefined || hasError(diagnostics) ? { ok: false, diagnostics } : { ok: true, value: core() };
}

function hasError(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}

/** Makes a program ready to run; who knows its mark already saves the work for receipts. */
export function templateFrom(program: CoreProgram, mark?: string): Template {
  if (mark !== undefined) marks.set(program, mark);
  return { program, machine: makeMachine(program) };
}

/** The SHA-256 of a program by what it means: the order of its statements leaves no mark. Made once for all its runs. */
export function markOf(program: CoreProgram): string {
  const mark = marks.get(program) ?? sha256Of(printCore(program));
  marks.set(program, mark);
  return mark;
}

const marks = new WeakMap<CoreProgram, string>();

function inOrder(diagnostics: readonly Diagnostic[], source: SourceFile): Diagnostic[] {
  const own = diagnostics.filter(({ span }) => span.source === source);
  return own.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
