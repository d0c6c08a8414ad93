import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Span } from "../../../source/span.ts";
import { shareExponent } from "../../../units/value-type.ts";
import type { Placed } from "../../ast.ts";
import { statementsOf } from "../../ast.ts";
import type { CheckedOf, CheckedStatement } from "../../tree.ts";
import { expressionsOfKind } from "../../walk.ts";
import { kindInWords, shown, typeNamed } from "../../words.ts";
import type { CheckRule } from "../rule.ts";

type Figure = CheckedOf<"NumberLiteral">;

/**
 * Where a note says what changes a share: a deal term, or a figure inside a clause, in shares or per share that does not
 * say whether it follows.
 */
export const unrestatedFigures: CheckRule = (program) => {
  if (statementsOf(program, "ShareBasis").length === 0) return [];
  const terms = statementsOf(program, "Given").flatMap(({ statement: { name, type, basis, span } }) => {
    const known = typeNamed(type);
    if (basis !== undefined || shareExponent(known) === 0) return [];
    return [diagnostic("TN3011", name.span, { name: name.text, found: kindInWords(known) }, [], followsAfter(span))];
  });
  // A figure that is handed to a clause stands in each place where the clause reads it.
  const figures = new Map(program.statements.flatMap(figuresIn).map((it) => [placeOf(it.span), it]));
  const literals = [...figures.values()].flatMap((figure) => {
    const { type, span } = figure;
    if (!isUnrestated(figure) || type === undefined) return [];
    return [diagnostic("TN3011", span, { name: shown(span), found: kindInWords(type) }, [], followsAfter(span))];
  });
  return [...terms, ...literals, ...program.statements.flatMap(filesWithoutBasis)];
};

/** The figures of a file are of the shares that are named behind it, once for all. */
function filesWithoutBasis({ statement }: Placed<CheckedStatement>): Diagnostic[] {
  return expressionsOfKind(statement, "Table").flatMap((table) => {
    const { file } = table;
    const unsaid = file && file.basis === undefined ? figuresOf(table).find(isUnrestated) : undefined;
    if (file === undefined || unsaid?.type === undefined) return [];
    const facts = { name: file.name.text, found: kindInWords(unsaid.type) };
    return [diagnostic("TN3011", file.span, facts, [], followsAfter(file.span))];
  });
}

/** What stands in a table, its key left out. */
function figuresOf({ rows, across }: CheckedOf<"Table">): readonly Figure[] {
  return [rows, across?.columns].flatMap((it) => expressionsOfKind(it, "NumberLiteral"));
}

/** No shares are no shares, whatever a share is. */
function isUnrestated({ basis, type, digits }: Figure): boolean {
  return basis === undefined && type !== undefined && shareExponent(type) !== 0 && Number(digits) !== 0;
}

/** The figures of the contract's clauses; a step of rounding is no figure of shares, and a story speaks of its own days. */
function figuresIn({ statement }: Placed<CheckedStatement>): Figure[] {
  if (["Given", "StateDeclaration", "EventDeclaration", "Story"].includes(statement.kind)) return [];
  const steps = new Set<unknown>(expressionsOfKind(statement, "Rounded").map(({ step }) => step));
  const ofFiles = new Set<unknown>(
    expressionsOfKind(statement, "Table").flatMap((it) => (it.file ? figuresOf(it) : [])),
  );
  return expressionsOfKind(statement, "NumberLiteral").filter((it) => !steps.has(it) && !ofFiles.has(it));
}

const placeOf = ({ source, start }: Span) => `${start} ${source.name}`;

function followsAfter(span: Span) {
  return { fix: { span: { ...span, start: span.end }, text: ", restated for splits" } };
}
