/** Puts the rows of files into the tables that name them. */
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { readTableFile } from "../../inputs/tables/table-file.ts";
import { SourceFile } from "../../source/source-file.ts";
import type { Span } from "../../source/span.ts";
import type { Statement, Table, TableFile } from "../../syntax/ast.ts";
import { rewrite } from "../../syntax/clauses/rewrite.ts";
import { expressionsOfKind } from "../../syntax/walk.ts";

/** Whether a file beside a template has rows of a table, rather than clauses or stories. */
export function isTableFile(name: string): boolean {
  return name.toLowerCase().endsWith(".csv");
}

/** The files that the tables of a text name, as they are written: enough to know which files to read beside it. */
export function tableFilesNamed(text: string): string[] {
  const named = [...text.matchAll(/\bfrom\s+"([^"\n]+\.csv)"\s*:/gi)].map(([, path = ""]) => path);
  return named.filter((path) => !isOutside(path));
}

/** A path that is no way down from a folder: nothing is read there. */
function isOutside(path: string): boolean {
  return /^[/\\]|^\w+:|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(path);
}

/** Statements whose tables have their rows, and where each file is used. */
export interface WithTables {
  readonly statements: readonly Statement[];
  readonly uses: ReadonlyMap<SourceFile, Span>;
  readonly diagnostics: readonly Diagnostic[];
}

export function withTables(statements: readonly Statement[], files: readonly SourceFile[]): WithTables {
  const filled = statements.map((statement) => filledStatement(statement, files));
  return {
    statements: filled.map(({ statement }) => statement),
    uses: new Map(filled.flatMap(({ uses }) => uses)),
    diagnostics: filled.flatMap(({ diagnostics }) => diagnostics),
  };
}

interface Filled {
  readonly statement: Statement;
  readonly uses: readonly (readonly [SourceFile, Span])[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The same statement with the same files is the same again, so that what was found of it holds. */
const known = new WeakMap<
  Statement,
  { readonly files: readonly (SourceFile | undefined)[]; readonly filled: Filled }
>();

function filledStatement(statement: Statement, files: readonly SourceFile[]): Filled {
  const tables = expressionsOfKind(statement, "Table").flatMap((it) => (it.file ? [{ ...it, file: it.file }] : []));
  if (tables.length === 0) return { statement, uses: [], diagnostics: [] };
  const named = tables.map(({ file }) => fileOf(file, files));
  const before = known.get(statement);
  if (before?.files.every((it, index) => it === named[index])) return before.filled;
  const filled = fill(statement, tables, named);
  known.set(statement, { files: named, filled });
  return filled;
}

type FromFile = Table & { readonly file: TableFile };

/** Each table has a source of its own, so that a finding in the file can say which table it is about. */
function fill(statement: Statement, tables: readonly FromFile[], named: readonly (SourceFile | undefined)[]): Filled {
  const read = tables.flatMap(({ file, across }, index) => {
    const found = named[index];
    if (found === undefined) return [];
    const source = new SourceFile(found.name, found.text);
    const { columns, rows, diagnostics } = readTableFile(source, across !== undefined);
    return [{ file, source, content: { isFileRows: true, columns, rows } as const, diagnostics }];
  });
  const contents = new Map(read.map(({ file, content }) => [file.span, content] as const));
  return {
    statement: rewrite(statement, { contents }),
    uses: read.map(({ file, source }) => [source, file.name.span] as const),
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** A path counts from the folder of the file that names it. */
function fileOf({ name }: TableFile, files: readonly SourceFile[]): SourceFile | undefined {
  const folder = name.span.source.name.replace(/[^/\\]*$/, "");
  const path = plain(folder + name.text);
  return files.find((it) => plain(it.name) === path) ?? files.find((it) => plain(it.name) === plain(name.text));
}

const plain = (path: string): string => path.replaceAll("\\", "/").replaceAll(/(^|\/)(?:\.\/)+/g, "$1");
