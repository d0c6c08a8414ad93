import { nearestName } from "../../../base/nearest-name.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Span } from "../../../source/span.ts";
import { amountsIn, moneyTypesIn } from "../../../syntax/amounts-in.ts";
import type { Identifier } from "../../../syntax/ast.ts";
import { currencyCalled, currencyCodes, isCurrency, usualCurrency } from "../../../units/money/currencies.ts";
import type { CheckedProgram } from "../../ast.ts";
import { statementsOf } from "../../ast.ts";
import type { CheckRule } from "../rule.ts";

/** A code that no currency has, one that stands twice in the head, and amounts in a currency that the head does not name. */
export const unknownCurrencies: CheckRule = (program) => {
  const named = program.symbols.head?.currencies ?? [];
  const seen = new Map<string, Identifier>();
  const inHead = named.flatMap((it) => {
    const first = seen.get(it.text);
    seen.set(it.text, first ?? it);
    if (!isCurrency(it.text)) return [unknown(it)];
    const related = first && [{ span: first.span, label: "first here" }];
    return related ? [diagnostic("TN2072", it.span, { code: it.text }, related)] : [];
  });
  const known = named.length === 0 ? [usualCurrency] : [...seen.keys()];
  const used = currenciesUsed(program).filter(({ code }) => !known.includes(code));
  return [...inHead, ...used.map(({ code, span }) => notNamed(code, span, known)), ...ratesOfOne(program)];
};

function unknown({ text, span }: Identifier): Diagnostic {
  const near = currencyCalled(text) ?? nearestName(text.toUpperCase(), currencyCodes);
  const extras = near === undefined ? {} : { help: `write \`${near}\``, fix: { span, text: near } };
  return diagnostic("TN2070", span, { code: text }, [], extras);
}

function notNamed(code: string, span: Span, known: readonly string[]): Diagnostic {
  const near = isCurrency(code) ? undefined : (nearestName(code, known) ?? nearestName(code, currencyCodes));
  const help =
    near === undefined ? `write \`currencies: ${[...known, code].join(", ")}\` in the head` : `write \`${near}\``;
  return diagnostic("TN2071", span, { code, known: known.join(", ") }, [], { help });
}

interface CurrencyUse {
  readonly code: string;
  readonly span: Span;
}

/** The codes behind the types and the amounts of a note, where they are said. */
function currenciesUsed(program: CheckedProgram): CurrencyUse[] {
  const uses = statementsOf(program, "Use").flatMap(({ statement: { currency } }) =>
    currency === undefined ? [] : [{ code: currency.text, span: currency.span }],
  );
  const others = program.statements.flatMap(({ statement }) => {
    const said = [...moneyTypesIn(statement), ...amountsIn(statement)].filter(
      (it) => it.isOfUse === undefined && !("isImplied" in it),
    );
    return said.flatMap(({ currency, per, span }) =>
      [currency, per].flatMap((code) => (code === undefined ? [] : [{ code, span }])),
    );
  });
  return [...uses, ...others];
}

/** `NOK per NOK` */
function ratesOfOne(program: CheckedProgram): Diagnostic[] {
  return program.statements.flatMap(({ statement }) =>
    [...moneyTypesIn(statement), ...amountsIn(statement)].flatMap(({ currency, per, span }) =>
      currency !== undefined && currency === per ? [diagnostic("TN3077", span, { code: currency })] : [],
    ),
  );
}
