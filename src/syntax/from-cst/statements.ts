import type * as cst from "../../../grammar/cst.generated.d.ts";
import { digitsOf } from "../../../grammar/forms/figures.ts";
import { dayOfYearIn } from "../../../grammar/forms/written-dates.ts";
import type { Token } from "../../../grammar/tokens.ts";
import { isName } from "../../../grammar/tokens.ts";
import type { Span } from "../../source/span.ts";
import { spanFrom, textOf } from "../../source/span.ts";
import type * as ast from "../ast.ts";
import {
  basisOf,
  checkFirstLabel,
  columnName,
  cycleUnit,
  lowerChain,
  lowerCondition,
  lowerDate,
  lowerEntries,
  lowerFilter,
  lowerMoved,
  lowerOperand,
  lowerPeriods,
  lowerPrimary,
  lowerProduct,
  lowerRange,
  lowerReadings,
  lowerSections,
  lowerValue,
  nameOfMember,
} from "./expressions.ts";
import type { Lowering } from "./lowering.ts";
import { first, meaningIn, node, wordOf } from "./lowering.ts";
import {
  lowerEachDay,
  lowerEvery,
  lowerPlanHead,
  lowerPlanRule,
  lowerSale,
  lowerSignal,
  triggerOfNote,
} from "./plans.ts";
import { lowerTexts, lowerType } from "./types.ts";

/** A statement of the grammar as a node of the syntax tree. The grammar found no error in it. */
export function lowerStatement(it: Lowering, { children }: cst.StatementCstNode): ast.Statement {
  const c = children;
  if (c.noteHead) return lowerNoteHead(it, first(c.noteHead));
  if (c.given) return lowerGiven(it, first(c.given));
  if (c.series) return lowerSeries(it, first(c.series));
  if (c.sectionHeading) return lowerSectionHeading(it, first(c.sectionHeading));
  if (c.eventDeclaration) return lowerEvent(it, first(c.eventDeclaration));
  if (c.shareBasis) return lowerShareBasis(it, first(c.shareBasis));
  if (c.namedDeclaration) return lowerNamed(it, first(c.namedDeclaration));
  if (c.account) return lowerAccount(it, first(c.account));
  if (c.reading) return lowerReading(it, first(c.reading));
  if (c.rule) return lowerRule(it, first(c.rule));
  if (c.dayOrder) return lowerDayOrder(it, first(c.dayOrder));
  if (c.exception) return lowerException(it, first(c.exception));
  if (c.partyClause) return lowerPartyClause(it, first(c.partyClause));
  if (c.inWords) return lowerInWords(it, first(c.inWords));
  if (c.sentenceMark) return lowerSentenceMark(it, first(c.sentenceMark));
  if (c.ourView) return lowerOurView(it, first(c.ourView));
  if (c.roleMark) return lowerRole(it, first(c.roleMark));
  if (c.plan) return lowerPlanHead(it, first(c.plan));
  if (c.signal) return lowerSignal(it, first(c.signal));
  if (c.priceImpact) return lowerPriceImpact(it, first(c.priceImpact));
  if (c.clauseHead) return lowerClauseHead(it, first(c.clauseHead));
  if (c.takes) return lowerTakes(it, first(c.takes));
  if (c.gives) return lowerGives(it, first(c.gives));
  if (c.use) return lowerUse(it, first(c.use));
  return lowerStory(it, first(c.story));
}

// ---------------------------------------------------------------- lines

/** Reports a labelled line that comes a second time; the first one counts. Of each kind of line, the words that open one. */
function oneLineEach(it: Lowering, ...openings: readonly (readonly Token[] | undefined)[]): void {
  for (const second of openings.flatMap((all) => all?.slice(1) ?? [])) {
    it.report("TN1027", it.tokenSpan(second), { label: wordOf(second).replace(/:$/, "") });
  }
}

/** What stands where a statement lacks a line that it can't do without. */
function lackingLine(it: Lowering, span: Span, statement: string, line: string): ast.Expression {
  it.report("TN1026", span, { statement, line });
  return { kind: "Missing", span };
}

// ---------------------------------------------------------------- declarations

const lowerNoteHead = node("NoteHead", (it, c: cst.NoteHeadCstChildren) => {
  oneLineEach(
    it,
    c.LanguageLine,
    c.PartiesLine,
    c.CurrenciesLine,
    c.ExistsFromLine,
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
    ...(c.businessDays && { businessDays: it.quoted(first(c.businessDays)) }),
    ...(c.timesIn && { timesIn: it.quoted(first(c.timesIn)) }),
    ...(c.marketData && { marketData: strictnessOf(it, c.marketData) }),
    ...(c.tradedSeries && { tradingDays: it.name(first(c.tradedSeries)) }),
    ...(c.exchange && { exchange: it.quoted(first(c.exchange)) }),
    ...(c.contractText && { contractText: it.quoted(first(c.contractText)) }),
  };
});

function versionOf(it: Lowering, tokens: readonly Token[]): NonNullable<ast.NoteHead["language"]> {
  const version = first(tokens);
  return { version: Number(digitsOf(version.image)), span: it.tokenSpan(version) };
}

function strictnessOf(it: Lowering, tokens: readonly Token[]): NonNullable<ast.NoteHead["marketData"]> {
  return { rule: meaningIn("marketData", tokens), span: it.tokenSpan(first(tokens)) };
}

const lowerSeries = node("SeriesDeclaration", (it, { Name, seriesColumn }: cst.SeriesCstChildren) => ({
  name: it.name(first(Name)),
  columns: seriesColumn.map(({ children: { column, type } }) => ({
    column: columnName(it, first(column)),
    ...(type && { type: lowerType(it, first(type)) }),
  })),
}));

function lowerGiven(it: Lowering, node: cst.GivenCstNode): ast.Given | ast.ScheduleDeclaration {
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

const lowerSectionHeading = node(
  "SectionHeading",
  (it, { sectionName, named, title }: cst.SectionHeadingCstChildren) => ({
    label: named ? it.numbered(first(named)) : it.section(first(sectionName)),
    ...(title && { title: it.quoted(first(title)) }),
  }),
);

const lowerEvent = node("EventDeclaration", (it, c: cst.EventDeclarationCstChildren) => {
  const { TakesEffectOnLine = [], TakesEffectAtStartOfLine = [] } = c;
  for (const second of [...TakesEffectOnLine, ...TakesEffectAtStartOfLine].slice(1)) {
    it.report("TN1027", it.tokenSpan(second), { label: "takes effect" });
  }
  return {
    name: it.name(first(c.Name)),
    ...(c.refersTo && { refersTo: it.name(first(c.refersTo)) }),
    ...(c.by && { by: it.name(first(c.by)) }),
    ...happensIn(it, c),
    fields: (c.field ?? []).map((each) => lowerField(it, each)),
    ...(c.takesEffectOn && { takesEffectOn: lowerValue(it, first(c.takesEffectOn)) }),
    opensDay: TakesEffectAtStartOfLine.length > 0,
  };
});

/** When an event happens without anybody giving it. */
function happensIn(it: Lowering, c: cst.EventDeclarationCstChildren): Pick<ast.EventDeclaration, "happens"> {
  if (c.schedule && c.OnEach) {
    const schedule = it.name(first(c.schedule));
    return {
      happens: { kind: "ScheduleTrigger", schedule, span: spanFrom(it.tokenSpan(first(c.OnEach)), schedule.span) },
    };
  }
  if (!c.date || !c.On) return {};
  const date = lowerOperand(it, first(c.date));
  return {
    happens: { kind: "CalendarTrigger", date, span: spanFrom(it.tokenSpan(first(c.On)), it.span(first(c.date))) },
  };
}

const lowerField = node("FieldDeclaration", (it, c: cst.FieldCstChildren) => ({
  name: it.name(first(c.Name)),
  type: lowerType(it, first(c.type)),
  isOptional: c.CommaOptional !== undefined,
  ...(c.initial && { initial: lowerOperand(it, first(c.initial)) }),
  ...(c.asOf && { asOf: it.name(first(c.asOf)) }),
}));

const lowerShareBasis = node("ShareBasis", (it, { Name, ratio }: cst.ShareBasisCstChildren) => ({
  event: it.name(first(Name)),
  ratio: lowerValue(it, first(ratio)),
}));

function lowerNamed(it: Lowering, node: cst.NamedDeclarationCstNode): ast.Statement {
  const { Name, quotedName, owner, rowOwner, definition, status, fixing, startingState, kindDeclaration, ...others } =
    node.children;
  const name = quotedName ? termIn(it, first(quotedName)) : it.name(first(Name));
  const span = it.span(node);
  if (definition) {
    const { verb, value, readings } = first(definition).children;
    return {
      kind: "Definition",
      name,
      ...(owner && { owner: ownerOf(it, owner) }),
      ...(rowOwner && { owner: it.name(first(first(rowOwner).children.Name)), isOfSchedule: true as const }),
      verb: readings ? "is fixed as" : meaningIn("definition", verb),
      value: readings ? lowerReadings(it, readings) : lowerValue(it, first(value)),
      span,
    };
  }
  const isOfEach = (startingState ?? kindDeclaration ?? fixing) !== undefined;
  const [each] = [...(isOfEach ? [] : (owner ?? [])), ...(rowOwner ?? [])];
  if (each) {
    it.report("TN1001", it.span(each), {
      expected: rowOwner
        ? "`means`, `holds when` or `is fixed as` for a value of each date"
        : "`means`, `holds when`, `is fixed as`, `starts at`, `is …, at first not set` or `is …, solved as` for a value of each event",
      found: "`for each` before another verb",
    });
  }
  const ofOwner = owner && { owner: ownerOf(it, owner) };
  if (status) {
    const { from, until } = first(status).children;
    return { kind: "StatusDefinition", name, from: it.name(first(from)), until: it.name(first(until)), span };
  }
  if (startingState) {
    const { value, basis } = first(startingState).children;
    const initial = lowerValue(it, first(value));
    return { kind: "StateDeclaration", name, ...ofOwner, initial, ...basisOf(basis), span };
  }
  if (kindDeclaration) {
    const { type: kind, value, basis } = first(kindDeclaration).children;
    const type = lowerType(it, first(kind));
    if (value === undefined) return { kind: "StateDeclaration", name, ...ofOwner, type, ...basisOf(basis), span };
    return {
      kind: "Definition",
      name,
      ...ofOwner,
      verb: "means",
      solved: type,
      value: lowerValue(it, first(value)),
      span,
    };
  }
  if (fixing) {
    const { event, value } = first(fixing).children;
    const fixed = { event: it.name(first(event)), value: lowerValue(it, first(value)) };
    return { kind: "StateDeclaration", name, ...ofOwner, fixing: fixed, span };
  }
  if (others.schedule) return { kind: "ScheduleDeclaration", name, ...lowerSchedule(it, first(others.schedule)), span };
  return lowerDefault(it, name, first(others.defaultDeclaration), span);
}

type ScheduleParts = Omit<ast.ScheduleDeclaration, "kind" | "name" | "span">;

function lowerSchedule(it: Lowering, { children: { cycleDates, joinedDates } }: cst.ScheduleCstNode): ScheduleParts {
  if (cycleDates) return lowerCycleDates(it, first(cycleDates));
  const node = first(joinedDates);
  const { datesPart, begins } = node.children;
  const parts = datesPart.map((part): ast.DatesPart => {
    const { date, rowOwner } = part.children;
    const each = rowOwner && { each: it.name(first(first(rowOwner).children.Name)) };
    return { kind: "DatesPart", date: lowerOperand(it, first(date)), ...each, span: it.span(part) };
  });
  return {
    dates: { kind: "JoinedDates", parts, span: it.span(node) },
    ...(begins && { begins: lowerValue(it, first(begins)) }),
  };
}

function lowerCycleDates(it: Lowering, node: cst.CycleDatesCstNode): ScheduleParts {
  const { children: c } = node;
  oneLineEach(it, c.CountedFromLine, c.FirstPeriodBeginsLine, c.FirstPeriodLine, c.LastPeriodLine, c.MonthEndsLine);
  const [cycle, range] = [lowerCycle(it, c), lowerRange(it, first(c.range))];
  const inVain = (line: readonly Token[] | undefined, because: string) => {
    if (line) it.report("TN1052", it.tokenSpan(first(line)), { line: wordOf(first(line)), because });
  };
  const countsMonths = cycle.kind === "Interval" && (cycle.unit === "month" || cycle.unit === "year");
  if (!countsMonths) inVain(c.MonthEndsLine, "only dates that are months or years apart have month ends to keep");
  if (cycle.kind === "DaysOfYear") inVain(c.CountedFromLine, "days of the year are counted from no other day");
  if (!range.toIncluded) inVain(c.LastPeriodLine, "the last day is not one of the dates");
  const dates: ast.CycleDates = {
    kind: "CycleDates",
    cycle,
    range,
    ...(c.convention && { moved: lowerMoved(it, c.convention, c.unit) }),
    ...(c.anchor && { anchor: lowerValue(it, first(c.anchor)) }),
    ...(c.firstPeriod && { firstPeriod: meaningIn("stub", c.firstPeriod) }),
    ...(c.lastPeriod && { lastPeriod: meaningIn("stub", c.lastPeriod) }),
    ...(c.Kept && { keepsMonthEnds: true as const }),
    span: it.span(node),
  };
  return { dates, ...(c.begins && { begins: lowerValue(it, first(c.begins)) }) };
}

function lowerCycle(
  it: Lowering,
  { Every, dayOfYear, count, TimeUnit }: cst.CycleDatesCstChildren,
): ast.CycleDates["cycle"] {
  const opening = it.tokenSpan(first(Every));
  if (dayOfYear) {
    const days = dayOfYear.map((token) => ({ ...dayOfYearIn(token.image), span: it.tokenSpan(token) }));
    for (const { day, month, span } of days) {
      if (day < 1 || day > (daysOfMonths[month - 1] ?? 0)) it.report("TN1050", span, { day: textOf(span) });
    }
    return { kind: "DaysOfYear", days, span: spanFrom(opening, first(days.slice(-1)).span) };
  }
  const unit = first(TimeUnit);
  const span = spanFrom(opening, it.tokenSpan(unit));
  return { kind: "Interval", ...(count && { count: lowerChain(it, first(count)) }), unit: cycleUnit(it, unit), span };
}

const daysOfMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A defined term in quotes, as contracts have it where they define it. */
function termIn(it: Lowering, token: Token): ast.Identifier {
  const { text, span } = it.quoted(token);
  if (!isName(text)) {
    const right = text.replaceAll(/(?<![A-Za-z0-9-])[a-z]/g, (letter) => letter.toUpperCase());
    const fix = isName(right) ? { span, text: right } : undefined;
    it.report("TN1022", span, { found: text, right }, { fix });
  }
  return { text: text.replaceAll(/[ \t]+/g, " "), span };
}

function ownerOf(it: Lowering, owner: readonly cst.OwnerCstNode[]): ast.Identifier {
  return it.name(first(first(owner).children.Name));
}

function lowerDefault(
  it: Lowering,
  family: ast.Identifier,
  node: cst.DefaultDeclarationCstNode,
  span: Span,
): ast.DefaultDeclaration {
  const { owner, When, condition, CuredByLine, cureBy, ContinuesLine, ends } = node.children;
  oneLineEach(it, When, CuredByLine, ContinuesLine);
  return {
    kind: "DefaultDeclaration",
    family,
    ...(owner && { owner: ownerOf(it, owner) }),
    condition: condition
      ? lowerCondition(it, first(condition))
      : lackingLine(it, family.span, `\`${family.text} occurs\``, "when CONDITION"),
    ...(cureBy && { cureBy: lowerValue(it, first(cureBy)) }),
    ends: ends ? meaningIn("continues", ends) : "with the condition",
    span,
  };
}

const lowerAccount = node("AccountDeclaration", (it, c: cst.AccountCstChildren) => {
  const accrues = c.accrual?.flatMap(({ children }) => children.AccruesLine);
  oneLineEach(it, c.CurrencyLine, accrues, c.FromAndIncludingLine, c.WhileLine, c.DayOfPaymentCountsLine);
  return {
    name: it.name(first(c.Name)),
    ...(c.owner && { owner: ownerOf(it, c.owner) }),
    ...moneyOf(it, c.currency),
    debtor: it.name(first(c.debtor)),
    creditor: it.name(first(c.creditor)),
    ...(c.accrual && { accrual: lowerAccrual(it, first(c.accrual)) }),
    ...(c.from && { from: lowerValue(it, first(c.from)) }),
    ...(c.condition && { condition: lowerCondition(it, first(c.condition)) }),
    ...(c.dayOfPayment && { dayOfPayment: lowerCondition(it, first(c.dayOfPayment)) }),
  };
});

function lowerAccrual(it: Lowering, node: cst.AccrualCstNode): NonNullable<ast.AccountDeclaration["accrual"]> {
  const { rate, base, OnEach, dayCount, periods } = node.children;
  return {
    rate: lowerProduct(it, first(rate)),
    base: lowerProduct(it, first(base)),
    ...(OnEach && { isOnEach: true }),
    basis: lowerPrimary(it, first(dayCount)),
    ...(periods && { periods: lowerPeriods(it, first(periods)) }),
    span: it.span(node),
  };
}

const lowerReading = node("ReadingDeclaration", (it, c: cst.ReadingCstChildren) => {
  oneLineEach(it, c.PassageLine, c.ChoicesLine, c.ChosenLine);
  const name = it.quoted(first(c.name));
  if (!c.choices)
    it.report("TN1026", name.span, { statement: `the reading "${name.text}"`, line: 'choices: "…", "…"' });
  return {
    name,
    ...(c.passage && { passage: it.quoted(first(c.passage)) }),
    choices: c.choices ? lowerTexts(it, first(c.choices)) : [],
    ...(c.chosen && { chosen: it.quoted(first(c.chosen)) }),
  };
});

// ---------------------------------------------------------------- rules and exceptions

function lowerRule(it: Lowering, node: cst.RuleCstNode): ast.Rule | ast.PlanRule {
  const { children: c } = node;
  const span = it.span(node);
  const trigger = lowerTrigger(it, c);
  if (c.gift) return lowerPlanRule(it, node, trigger, span);
  return {
    kind: "Rule",
    trigger: triggerOfNote(it, trigger, c.AtTheClose !== undefined),
    ...(c.condition && { condition: lowerCondition(it, first(c.condition)) }),
    changes: c.orderedStep ? lowerSteps(it, c.orderedStep) : (c.change ?? []).map((each) => lowerChange(it, each)),
    span,
  };
}

function lowerTrigger(it: Lowering, c: cst.RuleCstChildren): ast.PlanTrigger {
  if (c.whenTrigger) return lowerWhen(it, first(c.whenTrigger));
  return c.everyTrigger ? lowerEvery(it, first(c.everyTrigger)) : lowerCalendar(it, first(c.calendarTrigger));
}

function lowerSteps(it: Lowering, steps: readonly cst.OrderedStepCstNode[]): ast.Change[] {
  checkFirstLabel(it, first(first(steps).children.ListLabel));
  return steps.flatMap(({ children }, step) => children.change.map((each) => ({ ...lowerChange(it, each), step })));
}

const lowerDayOrder = node("DayOrder", (it, { sectionName }: cst.DayOrderCstChildren) => ({
  sections: sectionName.map((section) => it.section(section)),
}));

function lowerCalendar(it: Lowering, node: cst.CalendarTriggerCstNode): ast.PlanTrigger {
  const { schedule, TimeUnit, date, owner } = node.children;
  const span = it.span(node);
  if (schedule) return { kind: "ScheduleTrigger", schedule: it.name(first(schedule)), span };
  if (TimeUnit) return lowerEachDay(it, first(TimeUnit), span);
  const ofOwner = owner && { owner: ownerOf(it, owner) };
  return { kind: "CalendarTrigger", date: lowerOperand(it, first(date)), ...ofOwner, span };
}

function lowerWhen(it: Lowering, node: cst.WhenTriggerCstNode): ast.Rule["trigger"] {
  const { Name, owner, sections, edge } = node.children;
  const name = it.name(first(Name));
  const span = it.span(node);
  if (edge) {
    return {
      kind: "EdgeTrigger",
      edge: meaningIn("edge", edge),
      name,
      ...(owner && { owner: it.name(first(owner)) }),
      sections: sections ? lowerSections(it, first(sections)) : [],
      span,
    };
  }
  if (owner || sections) {
    it.report("TN1001", { ...span, start: span.end }, { expected: "`begins` or `ends`", found: "a change" });
  }
  return { kind: "EventTrigger", event: name, span };
}

function lowerChange(it: Lowering, node: cst.ChangeCstNode): ast.Change {
  const { Name, chain, owner, filter, namedChange, application } = node.children;
  const span = it.span(node);
  if (application) {
    const { amount, paymentTarget } = first(application).children;
    return {
      kind: "AppliedChange",
      amount: lowerOperand(it, first(amount)),
      targets: lowerTargets(it, paymentTarget),
      span,
    };
  }
  const { name, ...events } = lowerOfEvents(it, { Name, of: chain, owner, filter }, "a state");
  const changed = { state: name, ...events };
  const c = first(namedChange).children;
  const value = c.value ? lowerValue(it, first(c.value)) : c.product && lowerProduct(it, first(c.product));
  if (c.BecomesNotSet) return { kind: "ClearChange", ...changed, span };
  if (c.Becomes && value) return { kind: "SetChange", ...changed, value, span };
  if (c.RisesBy && value) return { kind: "AddChange", ...changed, sign: 1, value, span };
  if (c.FallsBy && value) return { kind: "AddChange", ...changed, sign: -1, value, span };
  return {
    kind: "AccountChange",
    account: name,
    ...events,
    verb: accountVerb(c),
    ...(value && { amount: value }),
    ...(c.date && { date: lowerOperand(it, first(c.date)) }),
    ...(c.FallsDueInFullOn && { inFull: true }),
    ...(c.payableOn && { payableOn: lowerOperand(it, first(first(c.payableOn).children.date)) }),
    ...(c.forTheMonth && { month: lowerDate(it, first(first(c.forTheMonth).children.dateExpression)) }),
    span,
  };
}

function lowerTargets(it: Lowering, nodes: readonly cst.PaymentTargetCstNode[]): ast.AppliedChange["targets"] {
  const targets = nodes.map(({ children }) => ({
    isDueOnly: children.Due !== undefined,
    ...lowerOfEvents(it, children, "an account"),
    ...(children.ProRata && { isProRata: true as const }),
    ...(children.companion && { lateCharges: it.name(first(children.companion)) }),
  }));
  nodes.forEach(({ children: { TheRestOf } }, index) => {
    const name = targets[index]?.name.text ?? "";
    const isOfDue = targets.slice(0, index).some((earlier) => earlier.isDueOnly && earlier.name.text === name);
    if (!TheRestOf || isOfDue) return;
    const facts = { expected: `\`due ${name}\` in front of the rest of it`, found: "none" };
    it.report("TN1001", it.tokenSpan(first(TheRestOf)), facts, { help: `write \`${name}\` alone` });
  });
  return targets;
}

/** `X`, `its X`, `its E's X`, and `X for each E where C`; `what` is what X has to be. */
function lowerOfEvents(
  it: Lowering,
  { Name, of, owner, filter }: OfEventsChildren,
  what: string,
): ast.OfEvents & { readonly name: ast.Identifier } {
  const subject = of && lowerChain(it, first(of));
  const where = filter && lowerFilter(it, first(filter));
  const each = owner && { owner: ownerOf(it, owner), ...(where && { where }) };
  const name = subject ? nameOfMember(it, subject, what) : it.name(first(Name ?? []));
  return { name, ...(subject && { subject }), ...(each && { each }) };
}
interface OfEventsChildren {
  readonly Name?: cst.PaymentTargetCstChildren["Name"] | undefined;
  readonly of?: cst.PaymentTargetCstChildren["of"] | undefined;
  readonly owner?: cst.PaymentTargetCstChildren["owner"] | undefined;
  readonly filter?: cst.PaymentTargetCstChildren["filter"] | undefined;
}

function accountVerb(c: cst.NamedChangeCstChildren): ast.AccountChange["verb"] {
  if (c.IsCharged) return "is charged";
  if (c.FallsDueOn || c.FallsDueInFullOn || c.FallsDueBy) return "falls due";
  if (c.IsWaived) return "is waived";
  return c.IsConvertedBy ? "is converted" : "is cleared";
}

const lowerException = node("Exception", (it, c: cst.ExceptionCstChildren) => {
  oneLineEach(it, c.WhileLine, c.ItIsLine, c.OverLine);
  const name = it.name(first(c.Name));
  const statement = `the exception to \`${name.text}\``;
  return {
    name,
    ...(c.of && { of: it.section(first(c.of)) }),
    condition: c.condition
      ? lowerCondition(it, first(c.condition))
      : lackingLine(it, name.span, statement, "while: CONDITION"),
    value: c.value ? lowerValue(it, first(c.value)) : lackingLine(it, name.span, statement, "it is: VALUE"),
    over: (c.over ?? []).flatMap((sections) => lowerSections(it, sections)),
  };
});

// ---------------------------------------------------------------- powers, duties, prohibitions

function lowerPartyClause(
  it: Lowering,
  node: cst.PartyClauseCstNode,
): ast.Power | ast.Duty | ast.Prohibition | ast.Covenant | ast.Sale {
  const { each, party, power, deliveryDuty, paymentDuty, prohibition, covenant, sale } = node.children;
  const who = { party: it.name(first(party)) };
  const span = it.span(node);
  const owner = each && { owner: it.name(first(each)) };
  if (power) return withOwner(it, lowerPower(it, who, first(power), span), owner);
  if (deliveryDuty) {
    const { event, dutyTerms } = first(deliveryDuty).children;
    const terms = lowerDutyTerms(it, first(dutyTerms));
    return withOwner(it, { kind: "Duty", ...who, event: it.name(first(event)), ...terms, span }, owner);
  }
  if (paymentDuty) {
    const { amount, to, dutyTerms } = first(paymentDuty).children;
    const duty: ast.Duty = {
      kind: "Duty",
      ...who,
      ...(to && { to: it.name(first(to)) }),
      amount: lowerOperand(it, first(amount)),
      ...lowerDutyTerms(it, first(dutyTerms)),
      span,
    };
    return withOwner(it, duty, owner);
  }
  if (owner) {
    it.report("TN1001", owner.owner.span, { expected: "a duty, or a power with an end", found: "another statement" });
  }
  if (sale) return lowerSale(it, who.party, first(sale), span);
  if (covenant) return lowerCovenant(it, who, first(covenant), span);
  const { event, condition, called } = first(prohibition).children;
  return {
    kind: "Prohibition",
    ...who,
    event: it.name(first(event)),
    ...(condition && { unless: lowerCondition(it, first(condition)) }),
    name: it.name(first(first(called).children.Name)),
    span,
  };
}

/** `for each E, the Borrower must …`: once, and for what has a last day. */
function withOwner<S extends ast.Duty | ast.Power>(it: Lowering, statement: S, owner: Pick<S, "owner"> | undefined): S {
  const each = owner?.owner;
  if (each === undefined) return statement;
  if (statement.owner) it.report("TN1027", statement.owner.span, { label: "for each" });
  if (!statement.due) it.report("TN1001", each.span, { expected: "`by` and a last day for each", found: "none" });
  return { ...statement, owner: each };
}

function lowerCovenant(
  it: Lowering,
  who: Pick<ast.Covenant, "party">,
  { children }: cst.CovenantCstNode,
  span: Span,
): ast.Covenant {
  const { left, word, right, condition, called } = children;
  const values = { left: lowerOperand(it, first(left)), right: lowerOperand(it, first(right)) };
  const place = spanFrom(values.left.span, values.right.span);
  return {
    kind: "Covenant",
    ...who,
    condition: { kind: "Comparison", word: meaningIn("be", word), ...values, span: place },
    ...(condition && { unless: lowerCondition(it, first(condition)) }),
    name: it.name(first(first(called).children.Name)),
    span,
  };
}

function lowerDutyTerms(
  it: Lowering,
  { children }: cst.DutyTermsCstNode,
): Pick<ast.Duty, "due" | "owner" | "name" | "condition"> {
  const { endsBy, owner: behind = [], condition, called } = children;
  const ends = first(endsBy).children;
  const owner = [...(ends.owner ?? []), ...behind];
  for (const second of owner.slice(1)) it.report("TN1027", it.span(second), { label: "for each" });
  return {
    due: lowerOperand(it, first(ends.due)),
    ...(owner.length > 0 && { owner: ownerOf(it, owner) }),
    ...(condition && { condition: lowerCondition(it, first(condition)) }),
    ...(called && { name: it.name(first(first(called).children.Name)) }),
  };
}

function lowerPower(it: Lowering, who: Pick<ast.Power, "party">, node: cst.PowerCstNode, span: Span): ast.Power {
  const c = node.children;
  oneLineEach(
    it,
    c.beyond?.flatMap(({ children }) => children.BeyondThatLine),
    c.AskingForLine,
    c.GivingLine,
    c.ElectingLine,
    c.IfNoneIsMadeLine,
  );
  const ends = c.endsBy && first(c.endsBy).children;
  return {
    kind: "Power",
    ...who,
    event: it.name(first(c.event)),
    ...(c.called && { name: it.name(first(first(c.called).children.Name)) }),
    conditions: (c.onlyIf ?? []).flatMap((each) => lowerOnlyIf(it, each)),
    ...(c.askingFor && { askingFor: lowerValue(it, first(c.askingFor)) }),
    limits: (c.limit ?? []).flatMap((each) => lowerLimit(it, each)),
    ...(c.beyond && { beyond: lowerBeyond(it, first(c.beyond)) }),
    ...(c.giving && { giving: it.name(first(c.giving)) }),
    ...(ends && { due: lowerOperand(it, first(ends.due)) }),
    ...(ends?.owner && { owner: ownerOf(it, ends.owner) }),
    ...(c.electing && { electing: lowerValue(it, first(c.electing)) }),
    ...(c.otherwise && { otherwise: lowerValue(it, first(c.otherwise)) }),
    span,
  };
}

function lowerOnlyIf(it: Lowering, node: cst.OnlyIfCstNode): ast.Power["conditions"] {
  const { requirement, condition, reason } = node.children;
  if (requirement) checkFirstLabel(it, first(first(requirement).children.ListLabel));
  const single = condition ? [{ children: { condition, reason }, location: node.location }] : [];
  return [...(requirement ?? []), ...single].map((each) => ({
    condition: lowerCondition(it, first(each.children.condition)),
    ...(each.children.reason && { reason: it.quoted(first(first(each.children.reason).children.Text)) }),
    span: it.span(each),
  }));
}

function lowerLimit(it: Lowering, { children }: cst.LimitCstNode): ast.Power["limits"] {
  const values = children.entries
    ? lowerEntries(it, first(children.entries)).map(({ value }) => value)
    : [lowerValue(it, first(children.value))];
  return values.map((value) => ({ value, span: value.span }));
}

function lowerBeyond(it: Lowering, node: cst.BeyondCstNode): ast.Beyond {
  const { beyondRule, reading, choice } = node.children;
  const rules = (beyondRule ?? []).map(({ children }) => meaningIn("beyond", children.word));
  const span = it.span(node);
  if (!reading || !choice) return { kind: "Fixed", rule: first(rules), span };
  const arms = paired(choice, rules, (name, rule) => ({ choice: it.quoted(name), rule }));
  return { kind: "AsRead", reading: it.quoted(first(reading)), arms, span };
}

// ---------------------------------------------------------------- words, views, roles, tests

const lowerInWords = node("InWords", (it, { party, modality, Text }: cst.InWordsCstChildren) => ({
  ...(party && { party: it.name(first(party)) }),
  modality: modality ? meaningIn("modality", modality) : "says",
  text: it.quoted(first(Text)),
}));

const lowerOurView = node("OurView", (it, c: cst.OurViewCstChildren) => {
  oneLineEach(it, c.InsteadOfLine, c.FavoursLine);
  return {
    ...(c.on && { on: it.name(first(c.on)) }),
    text: it.quoted(first(c.Text)),
    ...(c.insteadOf && { insteadOf: it.quoted(first(c.insteadOf)) }),
    ...(c.favours && { favours: it.name(first(c.favours)) }),
  };
});

const lowerSentenceMark = node("SentenceMark", (it, { ordinals, reason }: cst.SentenceMarkCstChildren) => ({
  sentences: (ordinals ?? []).flatMap(({ children }) => children.ordinalRange.map((range) => lowerOrdinals(it, range))),
  ...(reason && { reason: it.quoted(first(reason)) }),
}));

/** Sentences are counted from 1; a range runs forwards. */
function lowerOrdinals(it: Lowering, node: cst.OrdinalRangeCstNode): ast.SentenceRange {
  const numberIn = (tokens: readonly Token[]) => Number(digitsOf(first(tokens).image));
  const { from: opening, to: closing = opening } = node.children;
  const range = { from: numberIn(opening), to: numberIn(closing), span: it.span(node) };
  const isCount = Number.isInteger(range.from) && Number.isInteger(range.to) && range.from >= 1;
  if (!isCount || range.to < range.from) it.report("TN1075", range.span, { found: textOf(range.span) });
  return range;
}

const lowerRole = node("RoleMark", (it, { Text, Name }: cst.RoleMarkCstChildren) => ({
  role: it.quoted(first(Text)),
  name: it.name(first(Name)),
}));

const lowerStory = node("Story", (it, c: cst.StoryCstChildren) => {
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
function paired<V, T>(
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

const lowerPriceImpact = node("PriceImpact", (it, c: cst.PriceImpactCstChildren) => {
  oneLineEach(it, c.LastingPartLine, c.HalfLifeLine, c.SourceLine);
  const coefficient = lowerOperand(it, first(c.coefficient));
  const lacking = (line: string) => lackingLine(it, coefficient.span, "`price impact`", line);
  return {
    coefficient,
    lasting: c.lasting ? lowerOperand(it, first(c.lasting)) : lacking("lasting part: PERCENT"),
    halfLife: c.halfLife ? lowerOperand(it, first(c.halfLife)) : lacking("half life in trading days: NUMBER"),
    ...(c.source && { source: it.quoted(first(c.source)) }),
  };
});

// ---------------------------------------------------------------- clauses that notes share

const lowerClauseHead = node("ClauseHead", (it, c: cst.ClauseHeadCstChildren) => ({
  title: it.quoted(first(c.title)),
  ...(c.version && { language: versionOf(it, c.version) }),
  ...(c.says && { says: it.quoted(first(c.says)) }),
  ...(c.sentence && { sentence: it.quoted(first(c.sentence)) }),
  alsoKnownAs: (c.alsoKnownAs ?? []).flatMap((texts) => lowerTexts(it, texts)),
  sources: (c.source ?? []).map((token) => it.quoted(token)),
}));

function lowerTakes(it: Lowering, node: cst.TakesCstNode): ast.Statement {
  const { verb, Name, owner, Event, refersTo, Account, Party, DayCountType, type, meaning } = node.children;
  const span = it.span(node);
  const whatOf = () => {
    if (Event) return { kind: "EventKind", ...(refersTo && { refersTo: it.name(first(refersTo)) }), span } as const;
    if (Account) return { kind: "AccountKind", span } as const;
    if (Party) return { kind: "PartyKind", span } as const;
    return DayCountType ? ({ kind: "DayCountKind", span } as const) : lowerType(it, first(type));
  };
  return {
    kind: "Takes",
    verb: meaningIn("takes", verb),
    name: it.name(first(Name)),
    ...(owner && { owner: ownerOf(it, owner) }),
    what: whatOf(),
    ...(meaning && { meaning: meaningOf(it, meaning) }),
    span,
  };
}

function meaningOf(it: Lowering, nodes: readonly cst.MeaningCstNode[]): ast.Identifier {
  return it.quoted(first(first(nodes).children.Text));
}

const lowerGives = node("Gives", (it, { Name, owner, meaning }: cst.GivesCstChildren) => ({
  name: it.name(first(Name)),
  ...(owner && { owner: ownerOf(it, owner) }),
  ...(meaning && { meaning: meaningOf(it, meaning) }),
}));

/** What amounts of an account are: what it says, or the currency of a note that names one. */
function moneyOf(it: Lowering, said: readonly Token[] | undefined): { readonly money?: ast.TypeName } {
  const [token] = said ?? [];
  const money = { kind: "TypeName", name: "money", options: [] } as const;
  if (token !== undefined) return { money: { ...money, currency: it.name(token).text, span: it.tokenSpan(token) } };
  const [currency] = it.currencies;
  return currency === undefined ? {} : { money: { ...money, currency, isImplied: true, span: it.place(0, 0) } };
}

const lowerUse = node("Use", (it, { clause, file, currency, says, binding = [] }: cst.UseCstChildren) => ({
  clause: it.quoted(first(clause)),
  ...(file && { from: it.quoted(first(file)) }),
  ...(currency && { currency: it.name(first(currency)) }),
  ...(says && { says: it.quoted(first(says)) }),
  bindings: binding.map(({ children }) => ({
    name: it.name(first(children.Name)),
    value: lowerValue(it, first(children.value)),
  })),
}));
