/** Stories: what happens, and what is expected of it. */
import type * as cst from "../../../../grammar/cst.generated.d.ts";
import type { Token } from "../../../../grammar/tokens.ts";
import type * as ast from "../../ast.ts";
import { columnName, lowerDate, lowerOperand, lowerPrimary } from "../expressions.ts";
import type { Lowering } from "../lowering.ts";
import { first, node } from "../lowering.ts";
import { oneLineEach } from "./parts.ts";

export const lowerStory = node("Story", (it, c: cst.StoryCstChildren) => {
  oneLineEach(it, c.CalendarLine, c.ContinuesLine);
  const market = (c.marketFile ?? []).map((each) => lowerMarketFile(it, each));
  market.forEach(({ series, span }, index) => {
    const isAgain = market.slice(0, index).some((earlier) => earlier.series?.text === series?.text);
    if (isAgain) it.report("TN1027", span, { label: series === undefined ? "market" : `market: ${series.text}` });
  });
  return {
    title: it.quoted(first(c.title)),
    terms: (c.storyTerm ?? []).flatMap(({ children: { term, termValue } }) =>
      termValue ? [{ name: it.name(first(term)), value: lowerOperand(it, first(termValue)) }] : [],
    ),
    rows: (c.storyTerm ?? []).flatMap((row) => (row.children.on ? [lowerStoryRow(it, row)] : [])),
    readings: paired(c.reading, c.choice, (name, chosen) => ({ name: it.quoted(name), choice: it.quoted(chosen) })),
    market,
    ...(c.calendar && { calendar: it.quoted(first(c.calendar)) }),
    ...(c.setUp && { setUp: it.quoted(first(c.setUp)) }),
    events: (c.storyEvent ?? []).map((each) => lowerStoryEvent(it, each)),
    expectations: (c.expectation ?? []).map((each) => lowerExpectation(it, each)),
  };
});

const lowerMarketFile = node("MarketFile", (it, { series, file, fileColumn }: cst.MarketFileCstChildren) => ({
  ...(series && { series: it.name(first(series)) }),
  file: it.quoted(first(file)),
  columns: (fileColumn ?? []).map(({ children: { column, DateType, written } }) => ({
    column: column ? columnName(it, first(column)) : it.name(first(DateType)),
    written: it.quoted(first(written)),
  })),
}));

/** What is made of each name, or text, and the value behind it. */
export function paired<V, T>(
  names: readonly Token[] | undefined,
  values: readonly V[] | undefined,
  make: (name: Token, value: V) => T,
): T[] {
  return (values ?? []).flatMap((value, index) => {
    const name = names?.[index];
    return name === undefined ? [] : [make(name, value)];
  });
}

/** `Amount $5`, `Ratio 2` */
function lowerStoryField(it: Lowering, node: cst.StoryFieldCstNode): ast.StoryEvent["fields"][number] | undefined {
  const [token, primary] = [first(node.children.Name), node.children.primary];
  const name = it.name(token);
  if (primary) return { name, value: lowerPrimary(it, first(primary)) };
  const [, words, digits] = /^(.*?)(?<![ \t])[ \t]+(\d+)$/.exec(token.image) ?? [];
  const { source, start, end } = name.span;
  if (words === undefined || digits === undefined) {
    const facts = { expected: "the value of the field", found: "none" };
    it.report("TN1001", { source, start: end, end }, facts, { help: `write \`${name.text}\` and its value` });
    return undefined;
  }
  const split = end - digits.length;
  return {
    name: { text: name.text.slice(0, -digits.length).trimEnd(), span: { source, start, end: start + words.length } },
    value: { kind: "NumberLiteral", digits, unit: "number", span: { source, start: split, end } },
  };
}

const lowerStoryRow = node("StoryRow", (it, { term, on, storyField }: cst.StoryTermCstChildren) => ({
  list: it.name(first(term)),
  on: lowerDate(it, first(on)),
  fields: (storyField ?? []).flatMap((field) => lowerStoryField(it, field) ?? []),
}));

const lowerStoryEvent = node("StoryEvent", (it, c: cst.StoryEventCstChildren) => ({
  on: lowerDate(it, first(c.on)),
  ...(c.at && { at: lowerPrimary(it, first(c.at)) }),
  event: it.name(first(c.Name)),
  ...(c.id && { id: it.quoted(first(c.id)) }),
  ...(c.refersTo && { refersTo: it.quoted(first(c.refersTo)) }),
  fields: (c.storyField ?? []).flatMap((field) => lowerStoryField(it, field) ?? []),
}));

const lowerExpectation = node("StoryExpectation", (it, c: cst.ExpectationCstChildren) => {
  const owner = c.of && first(c.of);
  return {
    value: it.name(first(c.Name)),
    ...(owner && { of: owner.image.startsWith('"') ? it.quoted(owner) : it.numbered(owner) }),
    ...(c.on && { on: lowerDate(it, first(c.on)) }),
    expected: c.IsNoValue
      ? ({ kind: "ExpectedNull" } as const)
      : c.IsRefused
        ? ({ kind: "ExpectedError", text: { text: "refused", span: it.tokenSpan(first(c.IsRefused)) } } as const)
        : c.error
          ? ({ kind: "ExpectedError", text: it.quoted(first(c.error)) } as const)
          : lowerOperand(it, first(c.expected)),
    ...(c.section && { section: it.section(first(c.section)) }),
  };
});
