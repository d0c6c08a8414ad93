import type * as cst from "../../../grammar/cst.generated.d.ts";
import { currencyMark, currencyPer } from "../../../grammar/forms/currencies.ts";
import { digitsOf, fractionIn } from "../../../grammar/forms/figures.ts";
import { isoDate } from "../../../grammar/forms/written-dates.ts";
import type { Token } from "../../../grammar/tokens.ts";
import type { Meaning } from "../../../grammar/vocabulary.ts";
import { isIn, meaningOf } from "../../../grammar/words.ts";
import type { Span } from "../../source/span.ts";
import { spanFrom, textOf } from "../../source/span.ts";
import { currenciesOf } from "../../units/money/currencies.ts";
import type * as ast from "../ast.ts";
import type { Lowering } from "./lowering.ts";
import { first, meaningIn, node } from "./lowering.ts";
import { lowerTexts, lowerType } from "./types.ts";

/** A value with its tail: cases, `only while`, `or else`. */
export function lowerValue(it: Lowering, node: cst.ValueCstNode): ast.Expression {
  const { asRead, table, head, cases, onlyWhile, orElse } = node.children;
  const span = it.span(node);
  if (asRead) return lowerAsRead(it, asRead);
  if (table) return lowerTable(it, first(table));
  const value = lowerRounded(it, first(head));
  if (cases) {
    const { condition, furtherCase = [], asRead: otherwiseRead, otherwise } = first(cases).children;
    return {
      kind: "Cases",
      arms: [
        { value, condition: lowerCondition(it, first(condition)) },
        ...furtherCase.map(({ children }) => ({
          value: lowerRounded(it, first(children.rounded)),
          condition: lowerCondition(it, first(children.condition)),
        })),
      ],
      otherwise: otherwiseRead ? lowerAsRead(it, otherwiseRead) : lowerRounded(it, first(otherwise)),
      span,
    };
  }
  if (onlyWhile) {
    const condition = lowerCondition(it, first(first(onlyWhile).children.condition));
    return { kind: "OnlyWhile", value, condition, span };
  }
  if (orElse) {
    const nodes = [first(head), ...first(orElse).children.rounded];
    const parts = nodes.map((part) => lowerRounded(it, part));
    return parts.reduceRight((fallback, part, index) => ({
      kind: "OrElse",
      value: part,
      fallback,
      span: spanFrom(it.span(nodes[index] ?? node), span),
    }));
  }
  return value;
}

function lowerAsRead(it: Lowering, asRead: readonly cst.AsReadCstNode[]): ast.AsRead {
  const whole = first(asRead);
  return { ...lowerReadings(it, whole.children.readings), span: it.span(whole) };
}

export function lowerReadings(it: Lowering, readings: readonly cst.ReadingsCstNode[] | undefined): ast.AsRead {
  const whole = first(readings);
  const { reading, readingArm } = whole.children;
  return {
    kind: "AsRead",
    reading: it.quoted(first(reading)),
    arms: readingArm.map(({ children }) => ({
      choice: it.quoted(first(children.choice)),
      value: lowerValue(it, first(children.value)),
    })),
    span: it.span(whole),
  };
}

const lowerTable = node("Table", (it, c: cst.TableCstChildren) => {
  const columns = c.column?.map((column) => lowerLiteral(it, column)) ?? [];
  return {
    key: lowerProduct(it, first(c.key)),
    ...(c.across && { across: { key: lowerProduct(it, first(c.across)), columns } }),
    ...(c.CommaInStraightLines && { isStraight: true }),
    rows: (c.tableRow ?? []).map((row) => lowerTableRow(it, row)),
    ...(c.tableFile && { file: lowerTableFile(it, first(c.tableFile)) }),
  };
});

const lowerTableFile = (it: Lowering, node: cst.TableFileCstNode): ast.TableFile => {
  const { file, type, basis } = node.children;
  return { name: it.quoted(first(file)), type: lowerType(it, first(type)), ...basisOf(basis), span: it.span(node) };
};

function lowerTableRow(it: Lowering, node: cst.TableRowCstNode): ast.TableRow {
  const { from, upTo, at, to, ToButExcluding, cell } = node.children;
  const bound = (literal: readonly cst.LiteralCstNode[] | undefined) => literal && lowerLiteral(it, first(literal));
  const [opens, closes] = [bound(from ?? at), bound(upTo ?? to)];
  const reach = from ? "from" : upTo ? "up to" : ToButExcluding ? "below" : to ? "to" : "at";
  return {
    reach,
    ...(opens && { opens }),
    ...(closes && { closes }),
    cells: cell.map((operand) => lowerOperand(it, operand)),
    span: it.span(node),
  };
}

function lowerRounded(it: Lowering, node: cst.RoundedCstNode): ast.Expression {
  const { condition, mode, Cent, step, convention, unit } = node.children;
  const value = lowerCondition(it, first(condition));
  if (convention) return { kind: "Adjusted", date: value, ...lowerMoved(it, convention, unit), span: it.span(node) };
  if (!mode) return value;
  return {
    kind: "Rounded",
    value,
    mode: meaningIn("rounding", mode),
    step: Cent ? { kind: "MinorUnit", span: it.tokenSpan(first(Cent)) } : lowerPrimary(it, first(step)),
    span: it.span(node),
  };
}

/** To which days a convention moves a date: business days, where it names no others. */
export function lowerMoved(
  it: Lowering,
  convention: readonly Token[],
  unit: readonly cst.UnitCstNode[] | undefined,
): ast.Moved {
  const days = unit ? daysIn(it, first(unit)) : ({ unit: "business day" } as const);
  return { convention: meaningIn("convention", convention), ...days };
}

// ---------------------------------------------------------------- conditions

export function lowerCondition(it: Lowering, node: cst.ConditionCstNode): ast.Expression {
  const { conditionList, logic } = node.children;
  return conditionList ? lowerConditionList(it, first(conditionList)) : lowerLogic(it, first(logic));
}

const lowerConditionList = node("ConditionList", (it, { word, conditionEntry }: cst.ConditionListCstChildren) => {
  checkFirstLabel(it, first(first(conditionEntry).children.ListLabel));
  return {
    word: meaningIn("conditionList", word),
    items: conditionEntry.map((entry) => ({
      label: first(entry.children.ListLabel).image,
      condition: lowerCondition(it, first(entry.children.condition)),
      span: it.span(entry),
    })),
  };
});

/** A list opens with `(i)` or `(a)`. */
export function checkFirstLabel(it: Lowering, label: Token): void {
  if (label.image === "(i)" || label.image === "(a)") return;
  it.report("TN1014", it.tokenSpan(label), { found: label.image, expected: "`(i)` or `(a)`" });
}

function lowerLogic(it: Lowering, node: cst.LogicCstNode): ast.Expression {
  const { test, Or } = node.children;
  const conditions = test.map((part) => lowerTest(it, part));
  if (conditions.length === 1) return first(conditions);
  const operator = Or ? "or" : "and";
  for (const part of test.slice(0, -1)) {
    const { daysTest, eventsTest } = part.children;
    if (!daysTest && !eventsTest?.some(({ children }) => children.eventsAre?.[0]?.children.test)) continue;
    it.report("TN1015", it.span(part), {
      what: "this condition",
      reason: `it is not clear whether \`${operator}\` goes on with it`,
    });
  }
  return { kind: "Logic", operator, conditions, span: it.span(node) };
}

function lowerTest(it: Lowering, node: cst.TestCstNode): ast.Expression {
  const { Not, daysTest, eventsTest, readingTest, breachTest, comparison } = node.children;
  const condition = daysTest
    ? lowerDaysTest(it, first(daysTest))
    : eventsTest
      ? lowerEventsTest(it, first(eventsTest))
      : readingTest
        ? lowerReadingTest(it, first(readingTest))
        : breachTest
          ? lowerBreachTest(it, first(breachTest))
          : lowerComparison(it, first(comparison));
  return Not ? { kind: "Not", condition, span: it.span(node) } : condition;
}

const lowerDaysTest = node("DaysTest", (it, c: cst.DaysTestCstChildren) => {
  return {
    quantifier: meaningIn("dayQuantifier", c.quantifier),
    days: c.range ? lowerRange(it, first(c.range), first(c.unit)) : lowerWindow(it, first(c.dayWindow)),
    condition: lowerTest(it, first(c.test)),
  };
});

const lowerEventsTest = node("EventsTest", (it, { quantifier, Name, eventsAre, ofThis }: cst.EventsTestCstChildren) => {
  const condition = eventsAre && lowerEventsAre(it, first(eventsAre));
  const missing: ast.Missing = { kind: "Missing", span: it.tokenSpan(first(Name)) };
  return {
    quantifier: meaningIn("eventQuantifier", quantifier),
    event: it.name(first(Name)),
    condition: withTie(it, ofThis, condition) ?? missing,
  };
});

/** `has C`, `is Undelivered`, `is not Undelivered` */
function lowerEventsAre(it: Lowering, node: cst.EventsAreCstNode): ast.Expression {
  const { test, memberName, IsNot } = node.children;
  if (test) return lowerTest(it, first(test));
  const name = lowerMemberName(it, first(memberName));
  const its: ast.Expression = { kind: "ItsReference", name, isSaid: true, span: name.span };
  return IsNot === undefined ? its : { kind: "Not", condition: its, span: it.span(node) };
}

/** `for this Buy-In` is `its Buy-In is this Buy-In`, beside what else is asked of an event. */
function withTie(
  it: Lowering,
  ofThis: readonly cst.OfThisCstNode[] | undefined,
  condition: ast.Expression | undefined,
): ast.Expression | undefined {
  if (ofThis === undefined) return condition;
  const span = it.span(first(ofThis));
  const name = it.name(first(first(ofThis).children.event));
  const left: ast.Expression = { kind: "ItsReference", name, span };
  const tie: ast.Expression = {
    kind: "Comparison",
    word: "is",
    left,
    right: { kind: "ThisReference", event: name, span },
    span,
  };
  if (condition === undefined) return tie;
  const others = condition.kind === "Logic" && condition.operator === "and" ? condition.conditions : [condition];
  return { kind: "Logic", operator: "and", conditions: [tie, ...others], span: spanFrom(span, condition.span) };
}

const lowerReadingTest = node("ReadingTest", (it, { reading, choice }: cst.ReadingTestCstChildren) => ({
  reading: it.quoted(first(reading)),
  choice: it.quoted(first(choice)),
}));

const lowerBreachTest = node("BreachTest", (it, { party, sections }: cst.BreachTestCstChildren) => ({
  party: it.name(first(party)),
  sections: lowerSections(it, first(sections)),
}));

function lowerComparison(it: Lowering, node: cst.ComparisonCstNode): ast.Expression {
  const { left, IsSet, IsNotSet, HasHappened, HasNotHappened, IsLateByMoreThan, standing } = node.children;
  const { options, schedule, relation, right, IsContinuing, IsNotContinuing } = node.children;
  const value = lowerOperand(it, first(left));
  const span = it.span(node);
  if (IsSet || IsNotSet) return { kind: "SetTest", value, isNegated: IsNotSet !== undefined, span };
  if (HasHappened || HasNotHappened) {
    return { kind: "HappenedTest", target: value, isNegated: HasNotHappened !== undefined, span };
  }
  if (IsContinuing) return continuing(it, value, span);
  if (IsNotContinuing) return { kind: "Not", condition: continuing(it, value, value.span), span };
  if (options) return { kind: "OneOf", value, options: lowerTexts(it, first(options)), span };
  if (schedule) return { kind: "ScheduledTest", value, schedule: it.name(first(schedule)), span };
  if (standing) return { kind: "DutyTest", duty: value, standing: meaningIn("standing", standing), span };
  if (IsLateByMoreThan) {
    return { kind: "DutyTest", duty: value, standing: "late", byMoreThan: lowerOperand(it, first(right)), span };
  }
  if (!relation) return value;
  const word = meaningIn("comparison", first(relation).children.word);
  return { kind: "Comparison", word, left: value, right: lowerOperand(it, first(right)), span };
}

/** What is declared with `occurs` continues, and nothing else does. */
function continuing(it: Lowering, value: ast.Expression, span: Span): ast.Expression {
  if (value.kind === "NameReference" || value.kind === "UnderSection") return { ...value, continues: true, span };
  it.report("TN3144", value.span, { text: textOf(value.span) });
  return value;
}

// ---------------------------------------------------------------- operands

export function lowerOperand(it: Lowering, node: cst.OperandCstNode): ast.Expression {
  const { pairPick, listPick, fold, interestOn, sum } = node.children;
  if (pairPick) return lowerPairPick(it, first(pairPick));
  if (listPick) return lowerListPick(it, first(listPick));
  if (fold) return lowerFold(it, first(fold));
  if (interestOn) return lowerInterestOn(it, first(interestOn));
  return lowerSum(it, first(sum));
}

const lowerPairPick = node("Extreme", (it, { word, entries, several }: cst.PairPickCstChildren) => {
  const operands = several ? lowerSeveral(it, first(several)) : lowerEntries(it, first(entries));
  const pick = meaningIn("pairPick", word);
  return { word: operands.length === 2 ? pick : ofMore[pick], operands };
});

/** What contracts call the lesser of three is the least of them. */
const ofMore = {
  ...{ lesser: "least", greater: "greatest", earlier: "earliest", later: "latest" },
} as const satisfies Readonly<Record<Meaning<"pairPick">, ast.Extreme["word"]>>;

function lowerSeveral(it: Lowering, { children }: cst.SeveralCstNode): ast.Extreme["operands"] {
  // `the lesser of A and B multiplied by C`: of the last, or of the lesser.
  reportReach(it, children.pickOperand.slice(-1).flatMap((operand) => wordsIn(first(operand.children.product)))[0]);
  return children.pickOperand.map((operand) => ({
    value: lowerProduct(it, first(operand.children.product)),
    ifSet: operand.children.CommaIfSet !== undefined,
  }));
}

function lowerListPick(it: Lowering, node: cst.ListPickCstNode): ast.Expression {
  const { word, entries, several, foldBody } = node.children;
  const span = it.span(node);
  // What contracts call the total of something over several is its sum.
  if (foldBody) return lowerFoldOver(it, "sum", first(foldBody), undefined, span);
  const operands = several ? lowerSeveral(it, first(several)) : lowerEntries(it, first(entries));
  return word
    ? { kind: "Extreme", word: meaningIn("listPick", word), operands, span }
    : { kind: "Total", operands, span };
}

export function lowerEntries(it: Lowering, { children }: cst.EntriesCstNode): ast.Extreme["operands"] {
  checkFirstLabel(it, first(first(children.entry).children.ListLabel));
  return children.entry.map((entry) => ({
    value: lowerOperand(it, first(entry.children.operand)),
    ifSet: entry.children.CommaIfSet !== undefined,
  }));
}

function lowerFold(it: Lowering, node: cst.FoldCstNode): ast.Expression {
  const { word, entries, foldBody, extremesPick, set } = node.children;
  const span = it.span(node);
  if (entries) {
    return { kind: "Extreme", word: meaningIn("extremeFold", word), operands: lowerEntries(it, first(entries)), span };
  }
  const operation = foldOperation(first(word));
  if (foldBody) return lowerFoldOver(it, operation, first(foldBody), extremesPick, span);
  return lowerFoldOfSet(it, { operation, span }, first(set ?? []), undefined, undefined);
}

/** `its X over E events`, or `its X for each E`. */
function lowerFoldOver(
  it: Lowering,
  operation: ast.EventsFold["operation"],
  { children }: cst.FoldBodyCstNode,
  extremesPick: readonly cst.ExtremesPickCstNode[] | undefined,
  span: Span,
): ast.Expression {
  const { product, set, event, filter } = children;
  const body = lowerProduct(it, first(product));
  if (set) return lowerFoldOfSet(it, { operation, span }, first(set), body, extremesPick);
  reportPick(it, extremesPick);
  const where = filter && { where: lowerFilter(it, first(filter)) };
  return { kind: "EventsFold", operation, body, event: it.name(first(event ?? [])), ...where, span };
}

function reportPick(it: Lowering, extremesPick: readonly cst.ExtremesPickCstNode[] | undefined): void {
  if (extremesPick === undefined) return;
  it.report("TN1001", it.span(first(extremesPick)), {
    expected: "a value of each event",
    found: "a number of lowest or highest, which counts days",
  });
}

function lowerFoldOfSet(
  it: Lowering,
  { operation, span }: { readonly operation: ast.EventsFold["operation"]; readonly span: Span },
  members: cst.SetCstNode,
  value: ast.Expression | undefined,
  extremesPick: readonly cst.ExtremesPickCstNode[] | undefined,
): ast.Expression {
  const body = value && { body: value };
  const { event, schedule, ofThis, filter, ThatHaveEnded, unit, range, dayWindow } = members.children;
  const ended = ThatHaveEnded && ({ kind: "DayEnded", span: it.tokenSpan(first(ThatHaveEnded)) } as const);
  const condition = withTie(it, ofThis, filter ? lowerFilter(it, first(filter)) : ended);
  const where = condition && { where: condition };
  const of = event ?? schedule;
  if (of) {
    reportPick(it, extremesPick);
    const dates = schedule && { dates: lowerScheduled(it, members) };
    return { kind: "EventsFold", operation, ...body, event: it.name(first(of)), ...dates, ...where, span };
  }
  if (operation === "earliest" || operation === "latest") {
    it.report("TN1001", it.span(members), { expected: "events, such as `Interest Paid events`", found: "days" });
    return { kind: "Missing", span };
  }
  const days = range && unit ? lowerRange(it, first(range), first(unit)) : lowerWindow(it, first(dayWindow));
  const pick = extremesPick && { pick: lowerExtremes(it, first(extremesPick)) };
  const fold = { kind: "DaysFold", operation, ...pick, ...body, span } as const;
  return countsByCondition(members, days, body !== undefined)
    ? { ...fold, days: { ...days, ...where } }
    : { ...fold, days, ...where };
}

/**
 * Of `the lowest of P over 20 trading days ending D on which C`, 20 days are meant on which it holds; of `the number of 20
 * trading days ending D on which C`, and of `those of`, so many as there are among the 20.
 */
function countsByCondition(
  { children: { ThoseOf } }: cst.SetCstNode,
  days: ast.DayRange | ast.DayWindow,
  hasBody: boolean,
): days is ast.DayWindow {
  return days.kind === "DayWindow" && days.where === undefined && hasBody && ThoseOf === undefined;
}

function lowerScheduled(it: Lowering, node: cst.SetCstNode): ast.ScheduledDates {
  const { range, direction, dateExpression } = node.children;
  const all = { kind: "ScheduledDates", fromIncluded: true, toIncluded: true, span: it.span(node) } as const;
  if (range) {
    const { from, fromIncluded, to, toIncluded } = lowerRange(it, first(range));
    return { ...all, from, fromIncluded, to, toIncluded };
  }
  if (!direction) return all;
  const day = lowerDate(it, first(dateExpression));
  const relation = relationOf(direction);
  const isIncluded = relation === "on or after" || relation === "on or before";
  return relation === "after" || relation === "on or after"
    ? { ...all, from: day, fromIncluded: isIncluded }
    : { ...all, to: day, toIncluded: isIncluded };
}

function foldOperation({ tokenType: { name } }: Token): ast.EventsFold["operation"] {
  if (isIn(name, "fold")) return meaningOf("fold", name);
  return isIn(name, "count") ? meaningOf("count", name) : meaningOf("extremeFold", name);
}

function lowerExtremes(it: Lowering, { children }: cst.ExtremesPickCstNode): NonNullable<ast.DaysFold["pick"]> {
  return { count: lowerPrimary(it, first(children.count)), which: meaningIn("extremes", children.which) };
}

export function lowerFilter(it: Lowering, node: cst.FilterCstNode): ast.Expression {
  const condition = lowerDated(it, first(node.children.dated));
  return node.children.Not ? { kind: "Not", condition, span: it.span(node) } : condition;
}

const lowerInterestOn = node(
  "InterestOn",
  (it, { rate, base, TheInterestFactorAt, range, dayCount, periods }: cst.InterestOnCstChildren) => ({
    rate: lowerProduct(it, first(rate)),
    base: base ? lowerProduct(it, first(base)) : one(it.tokenSpan(first(TheInterestFactorAt ?? []))),
    range: lowerRange(it, first(range)),
    basis: lowerPrimary(it, first(dayCount)),
    ...(periods && { periods: lowerPeriods(it, first(periods)) }),
  }),
);

const one = (span: Span): ast.NumberLiteral => ({ kind: "NumberLiteral", digits: "1", unit: "number", span });

export function lowerPeriods(it: Lowering, periods: cst.PeriodsCstNode): ast.InterestPeriods {
  const { children: c } = periods;
  const [count, token] = [first(c.count), first(c.TimeUnit)];
  const unit = unitOf(token);
  const isLength = unit === "month" || unit === "year";
  if (!isLength) it.report("TN1066", it.tokenSpan(token), { found: token.image });
  const span = it.place(count.startOffset, token.startOffset + token.image.length);
  // What is no length is taken for a year, so that nothing else is found in it.
  const length: ast.PeriodLength = isLength
    ? { digits: digitsOf(count.image), unit, span }
    : { digits: "1", unit: "year", span };
  return { kind: "InterestPeriods", length, anchor: lowerDate(it, first(c.anchor)), span: it.span(periods) };
}

function lowerSum(it: Lowering, node: cst.SumCstNode): ast.Expression {
  const { product, operator = [] } = node.children;
  if (operator.length > 0) {
    reportReach(it, product.flatMap(wordsIn)[0]);
    reportReach(it, product.slice(0, -1).flatMap(fractionsIn)[0]);
  }
  return chained(
    it,
    product,
    lowerProduct,
    operator.map((token) => meaningIn("sum", [token])),
  );
}

/** `A plus B multiplied by C`, `one half of A plus B`: in words it is not clear which of the two goes first. */
function reportReach(it: Lowering, inWords: Token | undefined): void {
  if (inWords === undefined) return;
  const what = `the part with \`${inWords.image}\``;
  it.report("TN1015", it.tokenSpan(inWords), { what, reason: "it is not clear how far it reaches" });
}

/** The operators of a product that are words, such as `divided by`. */
function wordsIn({ children }: cst.ProductCstNode): readonly Token[] {
  return (children.operator ?? []).filter(isWord);
}

function fractionsIn({ children }: cst.ProductCstNode): readonly Token[] {
  return children.raised.flatMap((raised) => raised.children.Fraction ?? []);
}

const isWord = ({ image }: Token): boolean => /^[a-z]/.test(image);

/** `A divided by B times C`, `A / half of B * C`: the first may stand over all that follows. */
function reportOverAll(it: Lowering, { raised, operator = [] }: cst.ProductCstChildren): void {
  const unclear = operator.flatMap((token, index) => {
    const before = operator[index - 1];
    if (before === undefined || !isDivision(before) || isDivision(token)) return [];
    const fraction = raised[index]?.children.Fraction ?? [];
    return [...fraction, ...[before, token].filter(isWord).slice(-1)];
  });
  reportReach(it, unclear[0]);
}

const isDivision = (token: Token | undefined): boolean => token !== undefined && meaningIn("product", [token]) === "/";

export function lowerProduct(it: Lowering, node: cst.ProductCstNode): ast.Expression {
  const { raised, operator = [] } = node.children;
  if (operator.some((token, index) => isDivision(token) && isDivision(operator[index - 1]))) {
    it.report("TN1015", it.span(node), {
      what: "one of the two divisions",
      reason: "`A / B / C` can be read in two ways",
    });
  }
  reportOverAll(it, node.children);
  return chained(
    it,
    raised,
    lowerRaised,
    operator.map((token) => meaningIn("product", [token])),
  );
}

function lowerRaised(it: Lowering, node: cst.RaisedCstNode): ast.Expression {
  const { Minus, Fraction, base, exponent } = node.children;
  if (Minus?.length) return lowerNegative(it, node, first(Minus));
  const left = lowerDated(it, first(base));
  const span = it.span(node);
  if (exponent) reportReach(it, Fraction?.[0]);
  const value: ast.Expression =
    exponent === undefined
      ? left
      : { kind: "Arithmetic", operator: "^", left, right: lowerDated(it, first(exponent)), span };
  return Fraction === undefined
    ? value
    : { kind: "Arithmetic", operator: "*", left: lowerFraction(it, first(Fraction)), right: value, span };
}

/** `-$5` is a figure, and `-3 days after D` has a count below zero; what else has a minus before it is -1 times that. */
function lowerNegative(it: Lowering, node: cst.RaisedCstNode, minus: Token): ast.Expression {
  const span = it.span(node);
  const value = lowerRaised(it, { ...node, children: { ...node.children, Minus: [] } });
  const { Fraction, base, exponent } = node.children;
  if (exponent)
    it.report("TN1015", span, { what: "the power", reason: "it is not clear whether the minus is part of it" });
  if (Fraction || exponent || isBracketed(first(base))) return negative(it, value, minus, span);
  if (value.kind === "DateShift") return { ...value, count: negative(it, value.count, minus, value.count.span), span };
  return negative(it, value, minus, span);
}

function negative(it: Lowering, value: ast.Expression, minus: Token, span: Span): ast.Expression {
  if (value.kind === "NumberLiteral" && !value.digits.startsWith("-"))
    return { ...value, digits: `-${value.digits}`, span };
  const once = { kind: "NumberLiteral", digits: "-1", unit: "number", span: it.tokenSpan(minus) } as const;
  return { kind: "Arithmetic", operator: "*", left: once, right: value, span };
}

function isBracketed({ children }: cst.DatedCstNode): boolean {
  return first(children.primary).children.bracket !== undefined;
}

/** `two-thirds of` as the quotient of its figures. */
function lowerFraction(it: Lowering, token: Token): ast.Expression {
  const span = it.tokenSpan(token);
  const { over, under } = fractionIn(token.image).inWords;
  const figure = (digits: string) => ({ kind: "NumberLiteral", digits, unit: "number", span }) as const;
  return { kind: "Arithmetic", operator: "/", left: figure(over), right: figure(under), span };
}

/** Operations of one rank, from left to right. Places come from the grammar: they include brackets at the ends. */
function chained<N extends cst.ProductCstNode | cst.RaisedCstNode>(
  it: Lowering,
  nodes: readonly N[],
  lower: (it: Lowering, node: N) => ast.Expression,
  operators: readonly ast.Arithmetic["operator"][],
): ast.Expression {
  const opening = it.span(first(nodes));
  return operators.reduce(
    (left: ast.Expression, operator, index) => {
      const node = nodes[index + 1];
      return node === undefined
        ? left
        : { kind: "Arithmetic", operator, left, right: lower(it, node), span: spanFrom(opening, it.span(node)) };
    },
    lower(it, first(nodes)),
  );
}

// ---------------------------------------------------------------- dates

function lowerDated(it: Lowering, node: cst.DatedCstNode): ast.Expression {
  const { primary, member = [], asOf = [], shift } = node.children;
  let value = lowerPrimary(it, first(primary));
  const tails = [...member, ...asOf].toSorted(
    (a, b) => (a.location?.startOffset ?? 0) - (b.location?.startOffset ?? 0),
  );
  for (const tail of tails) {
    const span = spanFrom(it.span(first(primary)), it.span(tail));
    value =
      tail.name === "member"
        ? lowerMember(it, value, tail, span)
        : { kind: "AsOf", value, date: lowerDate(it, first(tail.children.dateExpression)), span };
  }
  return shift ? lowerShift(it, value, first(shift), it.span(node)) : value;
}

export function lowerDate(it: Lowering, node: cst.DateExpressionCstNode): ast.Expression {
  const { children } = node;
  const value = lowerChain(it, first(children.chain));
  return children.shift ? lowerShift(it, value, first(children.shift), it.span(node)) : value;
}

export function lowerChain(it: Lowering, { children }: cst.ChainCstNode): ast.Expression {
  return (children.member ?? []).reduce<ast.Expression>(
    (target, member) => lowerMember(it, target, member, spanFrom(it.span(first(children.primary)), it.span(member))),
    lowerPrimary(it, first(children.primary)),
  );
}

function lowerMember(
  it: Lowering,
  target: ast.Expression,
  { children: { memberName, payableOn } }: cst.MemberCstNode,
  span: Span,
): ast.Expression {
  const member = { kind: "MemberReference", target, name: lowerMemberName(it, first(memberName)), span } as const;
  return payableOn ? payable(it, member, first(payableOn)) : member;
}

/** `its X payable on D`, `its E's X payable on D`. */
function payable(
  it: Lowering,
  subject: ast.MemberReference | ast.ItsReference,
  payableOn: cst.DateExpressionCstNode,
): ast.Measure {
  const { name, span } = subject;
  return { kind: "Measure", measure: "payable", name, subject, on: lowerDate(it, payableOn), span };
}

function lowerShift(it: Lowering, count: ast.Expression, node: cst.ShiftCstNode, span: Span): ast.Expression {
  const { direction, dateExpression, since, clockUnit } = node.children;
  if (since) return lowerPassed(it, count, node, span);
  if (clockUnit) {
    const [unit, time] = [meaningIn("clockUnit", clockUnit), lowerDate(it, first(dateExpression))];
    return { kind: "TimeShift", count, unit, direction: meaningIn("shift", direction), time, span };
  }
  const { unit, ...calendar } = unitIn(it, first(node.children.unit));
  if (direction) {
    const from = lowerDate(it, first(dateExpression));
    return { kind: "DateShift", count, unit, ...calendar, direction: meaningIn("shift", direction), from, span };
  }
  const isFigure = count.kind === "NumberLiteral" && count.unit === "number";
  if (isFigure && unit !== "business day" && unit !== "trading day") return { ...count, unit: `${unit}s`, span };
  const help = isFigure
    ? `write \`${textOf(span)} after D\` for a date, \`${textOf(count.span)} days\` for how many there are`
    : `write \`${textOf(span)} after D\` for a date`;
  it.report(
    "TN1001",
    { ...span, start: span.end },
    { expected: "`after` or `before` and a date", found: "the end of the count" },
    { help },
  );
  return { kind: "Missing", span };
}

/** `3 trading days have passed since D`: of the trading days after D, at least 3 have ended. */
function lowerPassed(it: Lowering, count: ast.Expression, node: cst.ShiftCstNode, span: Span): ast.Expression {
  const days: ast.DayRange = {
    kind: "DayRange",
    ...daysIn(it, first(node.children.unit)),
    from: lowerDate(it, first(node.children.since ?? [])),
    fromIncluded: false,
    to: { kind: "Today", span },
    toIncluded: true,
    span,
  };
  const passed = { kind: "DaysFold", operation: "number", days, where: { kind: "DayEnded", span }, span } as const;
  return { kind: "Comparison", word: "at least", left: passed, right: count, span };
}

/** Without a unit, a range is of days. */
export function lowerRange(it: Lowering, node: cst.RangeCstNode, unit?: cst.UnitCstNode): ast.DayRange {
  const { opening, from, closing, to } = node.children;
  const span = it.span(node);
  return {
    kind: "DayRange",
    ...(unit ? daysIn(it, unit) : { unit: "day" }),
    from: lowerDate(it, first(from)),
    fromIncluded: meaningIn("rangeStart", opening) === "included",
    to: lowerDate(it, first(to)),
    toIncluded: meaningIn("rangeEnd", closing) === "included",
    span: unit === undefined ? span : spanFrom(it.span(unit), span),
  };
}

const lowerWindow = node("DayWindow", (it, { count, unit, filter, dateExpression }: cst.DayWindowCstChildren) => ({
  count: lowerChain(it, first(count)),
  ...daysIn(it, first(unit)),
  ...(filter && { where: lowerFilter(it, first(filter)) }),
  ending: lowerDate(it, first(dateExpression)),
}));

/** Days of some kind; weeks, months and years have no place there. */
function daysIn(it: Lowering, node: cst.UnitCstNode): ast.CountedDays {
  const { unit, ...calendar } = unitIn(it, node);
  if (unit === "day" || unit === "business day" || unit === "trading day") return { unit, ...calendar };
  const token = first(node.children.TimeUnit);
  it.report("TN1019", it.tokenSpan(token), { found: token.image });
  return { unit: "day" };
}

/** What is counted, and the calendar that is named for it. */
function unitIn(it: Lowering, { children }: cst.UnitCstNode): Pick<ast.DateShift, "unit" | "calendar"> {
  const [token, text] = [first(children.TimeUnit), children.calendar?.[0]];
  const unit = unitOf(token);
  if (text === undefined) return { unit };
  const calendar = it.quoted(text);
  if (unit === "business day") return { unit, calendar };
  it.report("TN1065", calendar.span, { calendar: calendar.text, found: token.image });
  return { unit };
}

/** What the dates of a schedule may be apart: business days and trading days have no place there. */
export function cycleUnit(it: Lowering, token: Token): ast.DateShift["unit"] {
  const unit = unitOf(token);
  if (unit !== "business day" && unit !== "trading day") return unit;
  it.report("TN1051", it.tokenSpan(token), { found: token.image });
  return "day";
}

function unitOf({ tokenType: { name } }: Token): ast.DateShift["unit"] {
  return isIn(name, "dayUnit") ? meaningOf("dayUnit", name) : meaningOf("longUnit", name);
}

// ---------------------------------------------------------------- primaries

export function lowerPrimary(it: Lowering, node: cst.PrimaryCstNode): ast.Expression {
  const { literal, clockTime, reference, measure, dutyMeasure, step, everyStep, datePart, bracket } = node.children;
  if (literal) return lowerLiteral(it, first(literal));
  if (clockTime) return lowerTime(it, first(clockTime));
  if (reference) return lowerReference(it, first(reference));
  if (measure) return lowerMeasure(it, first(measure));
  if (dutyMeasure) return lowerDutyMeasure(it, first(dutyMeasure));
  if (step) return lowerStep(it, first(step));
  if (everyStep) return lowerEveryStep(it, first(everyStep));
  if (datePart) return lowerDatePart(it, first(datePart));
  return lowerValue(it, first(first(bracket).children.value));
}

function lowerLiteral(it: Lowering, node: cst.LiteralCstNode): ast.Expression {
  const { figure, DateLiteral, DayCount, Text, answer, Unlimited, EulersNumber, TheDayHasEnded, basis } = node.children;
  const span = it.span(node);
  if (figure) return { kind: "NumberLiteral", ...figureOf(it, first(figure)), ...basisOf(basis), span };
  if (DateLiteral) return { kind: "DateLiteral", text: isoDate(first(DateLiteral).image), span };
  if (DayCount) return { kind: "DayCountName", text: it.name(first(DayCount)).text, span };
  if (Text) return { kind: "TextLiteral", text: it.quoted(first(Text)).text, span };
  if (answer) return { kind: "YesNoLiteral", value: meaningIn("yesNo", answer) === "yes", span };
  if (EulersNumber) return { kind: "EulersNumber", span };
  if (TheDayHasEnded) return { kind: "DayEnded", span };
  return Unlimited ? { kind: "Unlimited", span } : { kind: "Today", span };
}

const lowerTime = node("TimeLiteral", (it, { TimeLiteral, edge, place, on }: cst.ClockTimeCstChildren) => ({
  text: TimeLiteral ? clockOf24(first(TimeLiteral).image) : edgeTimes[meaningIn("dayEdge", edge)],
  ...(place && { place: it.name(first(place)) }),
  ...(on && { on: lowerChain(it, first(on)) }),
}));

const edgeTimes = { start: "00:00", end: "24:00" } as const;

/** `5:00 p.m.` is 17:00, and 12:00 a.m. midnight. */
function clockOf24(text: string): string {
  const [, hour = "", minutes = "", half] = /^(\d{1,2}):(\d{2})[ \t]*([ap])?/.exec(text) ?? [];
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half === "p" ? 12 : 0);
  return half === undefined ? text : `${String(hours).padStart(2, "0")}:${minutes}`;
}

/** Whether something follows a change of what a share is, where that is said. */
export function basisOf(node: cst.BasisCstNode[] | undefined): { readonly basis?: Meaning<"basis"> } {
  return node ? { basis: meaningIn("basis", first(node).children.word) } : {};
}

function figureOf(it: Lowering, token: Token): Omit<ast.NumberLiteral, "kind" | "span"> {
  const unit = meaningIn("figure", [token]);
  const figure = { digits: digitsOf(token.image), unit };
  if (unit !== "money" && unit !== "price" && unit !== "exchange rate") return figure;
  const mark = currencyMark(token.image);
  const isPlain = mark === "$" && it.currencies.length === 0;
  return {
    ...figure,
    ...(!isPlain && { currency: currenciesOf(mark, it.currencies)[0] }),
    ...(unit === "exchange rate" && { per: currencyPer(token.image) }),
    ...(mark !== "$" && { mark }),
  };
}

function lowerIts(it: Lowering, node: cst.ReferenceCstNode, name: ast.Identifier): ast.Expression {
  const span = it.span(node);
  const { children } = node;
  const isSaid = children.Its === undefined;
  const isPrevious = children.Previous !== undefined;
  const reference: ast.ItsReference = {
    kind: "ItsReference",
    name,
    ...(isPrevious && { isPrevious }),
    ...(isSaid && { isSaid }),
    span,
  };
  const its = children.payableOn ? payable(it, reference, first(children.payableOn)) : reference;
  return children.ItIsNot === undefined ? its : { kind: "Not", condition: its, span };
}

function lowerReference(it: Lowering, node: cst.ReferenceCstNode): ast.Expression {
  const { Name, sections, payableOn, memberName, event, column, upToDay } = node.children;
  const span = it.span(node);
  if (memberName) return lowerIts(it, node, lowerMemberName(it, first(memberName)));
  if (event) return { kind: "ThisReference", event: it.name(first(event)), span };
  if (column) {
    const of = { ...(Name && { series: it.name(first(Name)) }), column: columnName(it, first(column)) };
    return { kind: "MarketColumn", ...of, ...(upToDay && upToDayOf(it, first(upToDay))), span };
  }
  const name = it.name(first(Name));
  if (sections) return { kind: "UnderSection", name, sections: lowerSections(it, first(sections)), span };
  if (payableOn) return { kind: "Measure", measure: "payable", name, on: lowerDate(it, first(payableOn)), span };
  return { kind: "NameReference", name, span };
}

export function columnName(it: Lowering, { children }: cst.ColumnCstNode): ast.Identifier {
  return it.name(first(children.word));
}

function upToDayOf(
  it: Lowering,
  node: cst.UpToDayCstNode,
): Pick<ast.MarketColumn, "date" | "count" | "unit" | "calendar"> {
  const { dateExpression, most, unit } = node.children;
  const date = lowerDate(it, first(dateExpression));
  if (most === undefined) return { date };
  return { date, count: lowerChain(it, first(most)), ...daysIn(it, first(unit)) };
}

function lowerMemberName(it: Lowering, { children }: cst.MemberNameCstNode): ast.Identifier {
  return it.name(first(children.word));
}

export function lowerSections(it: Lowering, { children }: cst.SectionsCstNode): ast.Identifier[] {
  return children.sectionName.map((section) => it.section(section));
}

const lowerMeasure = node("Measure", (it, { word, Name, of, on, sections }: cst.MeasureCstChildren) => ({
  measure: meaningIn("measure", word),
  ...(of ? ofMember(it, lowerChain(it, first(of))) : { name: it.name(first(Name ?? [])) }),
  ...(on && { on: lowerChain(it, first(on)) }),
  ...(sections && { sections: lowerSections(it, first(sections)) }),
}));

const ofMember = (it: Lowering, subject: ast.Expression) => ({
  name: nameOfMember(it, subject, "an account"),
  subject,
});

/** `X` of `its X` and `its E's X`, where X has to be something of the event. */
export function nameOfMember(it: Lowering, subject: ast.Expression, what: string): ast.Identifier {
  if (subject.kind === "ItsReference" || subject.kind === "MemberReference") return subject.name;
  it.report("TN1001", subject.span, { expected: `${what} of the event, as in \`its X\``, found: "the event itself" });
  return { text: textOf(subject.span), span: subject.span };
}

const lowerDutyMeasure = node("DutyMeasure", (it, { word, duty }: cst.DutyMeasureCstChildren) => ({
  measure: meaningIn("dutyMeasure", word),
  duty: lowerChain(it, first(duty)),
}));

function lowerStep(it: Lowering, node: cst.StepCstNode): ast.Expression {
  const { which, unit, direction, period, dateExpression } = node.children;
  const head = { which: meaningIn("which", which), ...daysIn(it, first(unit)) };
  const date = lowerDate(it, first(dateExpression));
  const span = it.span(node);
  if (direction) return { kind: "DateStep", ...head, relation: relationOf(direction), from: date, span };
  return { kind: "PeriodEdge", ...head, period: meaningIn("period", period), of: date, span };
}

const lowerDatePart = node("DatePart", (it, { part, dateExpression }: cst.DatePartCstChildren) => ({
  part: meaningIn("datePart", part),
  of: lowerDate(it, first(dateExpression)),
}));

const lowerEveryStep = node("EveryStep", (it, c: cst.EveryStepCstChildren) => {
  const unit = c.TimeUnit && first(c.TimeUnit);
  if (unit && unitOf(unit) !== "month") it.report("TN1019", it.tokenSpan(unit), { found: unit.image });
  return {
    which: meaningIn(c.count ? "whichOfEvery" : "whichAnniversary", c.which),
    months: c.count ? lowerChain(it, first(c.count)) : anniversaryMonths(it, first(c.which)),
    anchor: lowerDate(it, first(c.anchor)),
    relation: relationOf(c.direction),
    from: lowerDate(it, first(c.from)),
  };
});

/** The figure inside `the first 3-month anniversary of`. */
function anniversaryMonths(it: Lowering, token: Token): ast.NumberLiteral {
  const match = /\d+/.exec(token.image);
  const { index, 0: digits } = match ?? { index: 0, 0: "" };
  const start = token.startOffset + index;
  const span = it.place(start, start + digits.length);
  return { kind: "NumberLiteral", digits, unit: "number", span };
}

function relationOf(direction: cst.DirectionCstNode[] | undefined): ast.DateStep["relation"] {
  return meaningIn("relation", first(direction).children.word);
}
