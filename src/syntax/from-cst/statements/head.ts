/** The head of a note, its sections, deal terms and series. */
import type * as cst from "../../../../grammar/cst.generated.d.ts";
import { digitsOf } from "../../../../grammar/forms/figures.ts";
import type { Token } from "../../../../grammar/tokens.ts";
import type * as ast from "../../ast.ts";
import { basisOf, columnName, lowerValue } from "../expressions.ts";
import type { Lowering } from "../lowering.ts";
import { first, meaningIn, node } from "../lowering.ts";
import { lowerType } from "../types.ts";
import { lowerField, oneLineEach } from "./parts.ts";

export const lowerNoteHead = node("NoteHead", (it, c: cst.NoteHeadCstChildren) => {
  oneLineEach(
    it,
    c.LanguageLine,
    c.PartiesLine,
    c.CurrenciesLine,
    c.ExistsFromLine,
    c.MaturesOnLine,
    c.BusinessDaysLine,
    c.TimesAreInLine,
    c.MarketDataLine,
    c.TradingDaysLine,
    c.ContractTextLine,
  );
  return {
    title: it.quoted(first(c.title)),
    ...(c.version && { language: versionOf(it, c.version) }),
    parties: (c.party ?? []).map((token) => it.name(token)),
    ...(c.currency && { currencies: c.currency.map((token) => it.name(token)) }),
    ...(c.existsFrom && { existsFrom: it.name(first(c.existsFrom)) }),
    ...(c.maturesOn && { maturesOn: it.name(first(c.maturesOn)) }),
    ...(c.businessDays && { businessDays: it.quoted(first(c.businessDays)) }),
    ...(c.timesIn && { timesIn: it.quoted(first(c.timesIn)) }),
    ...(c.marketData && { marketData: strictnessOf(it, c.marketData) }),
    ...(c.tradedSeries && { tradingDays: it.name(first(c.tradedSeries)) }),
    ...(c.exchange && { exchange: it.quoted(first(c.exchange)) }),
    ...(c.contractText && { contractText: it.quoted(first(c.contractText)) }),
  };
});

export function versionOf(it: Lowering, tokens: readonly Token[]): NonNullable<ast.NoteHead["language"]> {
  const version = first(tokens);
  return { version: Number(digitsOf(version.image)), span: it.tokenSpan(version) };
}

function strictnessOf(it: Lowering, tokens: readonly Token[]): NonNullable<ast.NoteHead["marketData"]> {
  return { rule: meaningIn("marketData", tokens), span: it.tokenSpan(first(tokens)) };
}

export const lowerSeries = node("SeriesDeclaration", (it, { Name, seriesColumn }: cst.SeriesCstChildren) => ({
  name: it.name(first(Name)),
  columns: seriesColumn.map(({ children: { column, type } }) => ({
    column: columnName(it, first(column)),
    ...(type && { type: lowerType(it, first(type)) }),
  })),
}));

export function lowerGiven(it: Lowering, node: cst.GivenCstNode): ast.Given | ast.ScheduleDeclaration {
  const { Name, listOfDates } = node.children;
  if (!listOfDates) return lowerGivenValue(it, node);
  const { CommaIfAny, field } = first(listOfDates).children;
  const columns = (field ?? []).map((each) => lowerField(it, each));
  const dates = { kind: "GivenDates", columns, ...(CommaIfAny && { isOptional: true as const }) } as const;
  return {
    kind: "ScheduleDeclaration",
    name: it.name(first(Name)),
    dates: { ...dates, span: it.span(first(listOfDates)) },
    span: it.span(node),
  };
}

const lowerGivenValue = node("Given", (it, { Name, type, CommaIfAny, initial, basis }: cst.GivenCstChildren) => ({
  name: it.name(first(Name)),
  type: lowerType(it, first(type)),
  ...(CommaIfAny && { isOptional: true as const }),
  ...(initial && { initial: lowerValue(it, first(initial)) }),
  ...basisOf(basis),
}));

export const lowerSectionHeading = node(
  "SectionHeading",
  (it, { sectionName, named, title }: cst.SectionHeadingCstChildren) => ({
    label: named ? it.numbered(first(named)) : it.section(first(sectionName)),
    ...(title && { title: it.quoted(first(title)) }),
  }),
);
