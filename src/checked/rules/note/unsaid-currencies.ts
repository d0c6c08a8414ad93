import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import { amountsIn, moneyTypesIn } from "../../../syntax/amounts-in.ts";
import { currenciesOf, signOf } from "../../../units/money/currencies.ts";
import { shareExponent } from "../../../units/value-type.ts";
import type { CheckedProgram, Placed } from "../../ast.ts";
import { statementsOf } from "../../ast.ts";
import { columnType } from "../../series.ts";
import type { CheckedStatement } from "../../tree.ts";
import { expressionsOfKind } from "../../walk.ts";
import { shown } from "../../words.ts";
import type { CheckRule } from "../rule.ts";

/** In a note of several currencies: money, prices and accounts that do not say theirs, and signs that stand for several. */
export const unsaidCurrencies: CheckRule = (program) => {
  const named = (program.symbols.head?.currencies ?? []).map(({ text }) => text);
  if (named.length < 2) return [];
  return [
    ...program.statements.flatMap((it) => [...unsaidTypes(it, named), ...unclearSigns(it, named)]),
    ...unsaidColumns(program, named),
    ...unsaidMarket(program, named),
  ];
};

function unsaidTypes({ statement }: Placed<CheckedStatement>, named: readonly string[]): Diagnostic[] {
  return moneyTypesIn(statement).flatMap(({ isImplied, name, span }) => {
    if (isImplied === undefined) return [];
    if (statement.kind !== "AccountDeclaration") return [unsaid(name, span, named)];
    const help = `write ${anyOf(named.map((code) => `\`currency: ${code}\``))} below it`;
    return [diagnostic("TN3076", statement.name.span, { name: statement.name.text }, [], { help })];
  });
}

function unsaid(name: string, span: Diagnostic["span"], named: readonly string[]): Diagnostic {
  const help = `write ${anyOf(named.map((code) => `\`${name} in ${code}\``))}`;
  return diagnostic("TN3075", span, { name, currencies: named.join(", ") }, [], { help });
}

function unclearSigns({ statement }: Placed<CheckedStatement>, named: readonly string[]): Diagnostic[] {
  return amountsIn(statement).flatMap(({ mark = "$", span, isOfUse }) => {
    const meant = currenciesOf(mark, named);
    if (meant.length < 2 || isOfUse) return [];
    const text = shown(span);
    const help = `write ${anyOf(meant.map((code) => `\`${code} ${text.slice(text.search(/[\d.]/))}\``))}`;
    return [diagnostic("TN3078", span, { text, sign: signOf(meant[0]).trim(), meant: anyOf(meant) }, [], { help })];
  });
}

/** Columns that are prices by their name. */
function unsaidColumns(program: CheckedProgram, named: readonly string[]): Diagnostic[] {
  return statementsOf(program, "SeriesDeclaration").flatMap(({ statement }) =>
    statement.columns.flatMap(({ column, type }) => {
      const usual = columnType({ column });
      if (type !== undefined || usual === undefined || shareExponent(usual) >= 0) return [];
      const help = `write ${anyOf(named.map((code) => `\`${column.text}: price in ${code}\``))}`;
      return [diagnostic("TN3075", column.span, { name: "price", currencies: named.join(", ") }, [], { help })];
    }),
  );
}

/** Prices of the market of a note that declares no series. */
function unsaidMarket(program: CheckedProgram, named: readonly string[]): Diagnostic[] {
  const statements = program.statements.map(({ statement }) => statement);
  const read = expressionsOfKind(statements, "MarketColumn").find(
    ({ series, type }) => series === undefined && type !== undefined && shareExponent(type) < 0,
  );
  if (read === undefined) return [];
  const column = read.column.text;
  const help = `declare the series, as \`series Stock has ${column}: price in ${named[0]}\`, and write \`Stock ${column}\``;
  return [diagnostic("TN3079", read.span, { text: shown(read.span) }, [], { help })];
}

function anyOf(choices: readonly string[]): string {
  return choices.join(", ").replace(/, ([^,]*)$/, " or $1");
}
