import { writtenSection } from "../../grammar/forms/sections.ts";
import { romanLabel } from "../../grammar/labels.ts";
import { isMeaning, wordsFor } from "../../grammar/words.ts";
import { byKind } from "../base/by-kind.ts";
import { textOf } from "../source/span.ts";
import type {
  Arithmetic,
  AsRead,
  Cases,
  Comparison,
  ConditionList,
  DateShift,
  DayRange,
  DaysFold,
  DaysTest,
  DayWindow,
  EventsFold,
  EventsTest,
  Expression,
  Extreme,
  Identifier,
  InterestPeriods,
  Logic,
  MarketColumn,
  Measure,
  Moved,
  NumberLiteral,
  Quoted,
  Table,
  TableRow,
  TimeLiteral,
  Total,
  TypeName,
} from "../syntax/ast.ts";

/** How tightly an expression holds together, the loosest first; in a tighter place it needs brackets. */
const levels = [
  "value",
  "rounded",
  "condition",
  "test",
  "operand",
  "product",
  "raised",
  "dated",
  "chain",
  "primary",
] as const;
export type Level = (typeof levels)[number];

const isLooser = (one: Level, other: Level): boolean => levels.indexOf(one) < levels.indexOf(other);

/** An expression as Tenor text that parses back to it; lists and choices take a line each, indented by `indent`. */
export function printExpression(expression: Expression, level: Level, indent: string): string {
  const text = bare(expression, indent);
  return isLooser(levelOf(expression), level) ? `(${text})` : text;
}

/** As above, for a place before the word `on`, which `unpaid N` and `overdue N` would take as their own. */
export function printBeforeOn(expression: Expression, level: Level, indent: string): string {
  const text = printExpression(expression, level, indent);
  return /\b(?:unpaid|overdue) (?:its |this )?[A-Z][^()]*$/.test(text) ? `(${text})` : text;
}

/** For a place behind the word `on`, which makes one phrase with `no`. */
export function afterOn(text: string): string {
  return text.replace(/^no(?![A-Za-z])/, "(no)");
}

/** A value right behind a name: another name there would run on from it. */
export function printBehindName(expression: Expression, indent: string): string {
  const text = printBeforeOn(expression, "primary", indent);
  return /^[A-Z]/.test(text) ? `(${text})` : text;
}

/** A date: a name, a literal, what belongs to an event, a shift, or a bracket. */
export function printDate(expression: Expression, indent: string): string {
  const { kind } = expression;
  // What a column is read up to would take a bound that belongs to the date around it.
  const isBounded = kind === "MarketColumn" && expression.date !== undefined;
  const isDate = kind === "DateShift" || !isLooser(levelOf(expression), "chain") || opensEnded(expression);
  const text = bare(expression, indent);
  return isDate && !isBounded ? text : `(${text})`;
}

/** The kinds of expression that are looser than a primary, but for those whose level depends on what they hold. */
const kindsAt: Readonly<Partial<Record<Level, readonly Expression["kind"][]>>> = {
  value: ["AsRead", "Table", "Cases", "OnlyWhile", "OrElse"],
  rounded: ["Rounded", "Adjusted"],
  condition: ["ConditionList", "Logic"],
  test: [
    "Not",
    "DaysTest",
    "EventsTest",
    "ReadingTest",
    "BreachTest",
    "Comparison",
    "SetTest",
    "HappenedTest",
    "DutyTest",
    "OneOf",
    "ScheduledTest",
  ],
  operand: ["Extreme", "Total", "DaysFold", "EventsFold", "InterestOn"],
  dated: ["AsOf", "DateShift"],
  chain: ["MemberReference"],
};

const continues = (it: Expression): boolean =>
  (it.kind === "NameReference" || it.kind === "UnderSection") && it.continues === true;
const printContinues = (it: Expression): string => (continues(it) ? " is continuing" : "");

function levelOf(expression: Expression): Level {
  const { kind } = expression;
  if (continues(expression)) return "test";
  if (kind === "Arithmetic") return levelsOfOperators[expression.operator];
  if (kind === "NumberLiteral" && expression.digits.startsWith("-")) return "raised";
  if (kind === "NumberLiteral") return isTime(expression.unit) ? "dated" : "primary";
  return levels.find((level) => kindsAt[level]?.includes(kind)) ?? "primary";
}

const isTime = (unit: NumberLiteral["unit"]): boolean => ["days", "weeks", "months", "years"].includes(unit);

/** Whether the text of a primary ends in a date or a chain that would take in what follows closely. */
function opensEnded(expression: Expression): boolean {
  const { kind } = expression;
  return (
    kind === "DateStep" ||
    kind === "PeriodEdge" ||
    kind === "DatePart" ||
    kind === "EveryStep" ||
    kind === "DutyMeasure" ||
    (kind === "MarketColumn" && expression.date !== undefined) ||
    (kind === "Measure" && (expression.on ?? expression.sections) !== undefined)
  );
}

/** A chain with a definite end, for the count before a unit and the target before `'s`. */
export function closed(expression: Expression, indent: string): string {
  const text = printExpression(expression, "chain", indent);
  // Before a unit the number at the end of a name would be a figure of it.
  const endsInNumber = /[A-Za-z] \d+$/.test(text);
  // A text there would name a calendar.
  return opensEnded(expression) ||
    expression.kind === "TextLiteral" ||
    expression.kind === "UnderSection" ||
    endsInNumber
    ? `(${text})`
    : text;
}

const bare = (expression: Expression, indent: string): string => printers(expression, partsAt(indent));

/** What prints the parts of an expression that is indented so far. */
type Parts = ReturnType<typeof partsAt>;

function partsAt(indent: string) {
  return {
    indent,
    at: (part: Expression, level: Level) => printExpression(part, level, indent),
    bare: (part: Expression) => bare(part, indent),
    closed: (part: Expression) => closed(part, indent),
    date: (part: Expression) => printDate(part, indent),
    range: (part: DayRange) => printRange(part, indent),
  };
}

const printers: (expression: Expression, parts: Parts) => string = byKind({
  NumberLiteral: printFigure,
  DateLiteral: (e) => e.text,
  TimeLiteral: printTime,
  DayCountName: (e) => e.text,
  TextLiteral: (e) => `"${e.text}"`,
  YesNoLiteral: (e) => (e.value ? "yes" : "no"),
  Unlimited: () => "unlimited",
  EulersNumber: () => "e",
  MinorUnit: () => "a cent",
  Today: () => "today",
  DayEnded: () => "the day has ended",
  NameReference: (e) => e.name.text + printContinues(e),
  ItsReference: (e) => `${e.isSaid ? "it is" : "its"} ${e.isPrevious ? "previous " : ""}${e.name.text}`,
  ThisReference: (e) => `this ${e.event.text}`,
  MemberReference: (e, { closed }) => `${closed(e.target)}'s ${e.name.text}`,
  MarketColumn: printColumn,
  Arithmetic: printArithmetic,
  Extreme: printPick,
  Total: printPick,
  Cases: printCases,
  AsRead: printAsRead,
  Table: printTable,
  OnlyWhile: (e, { at }) => `${at(e.value, "rounded")} only while ${at(e.condition, "condition")}`,
  OrElse: (e, { at }) =>
    `${at(e.value, "rounded")}, or else ${at(e.fallback, e.fallback.kind === "OrElse" ? "value" : "rounded")}`,
  Rounded: (e, { at }) => `${at(e.value, "condition")}${wordsFor(e.mode, "rounding")} ${at(e.step, "primary")}`,
  Adjusted: (e, { at }) => `${at(e.date, "condition")}${printMoved(e)}`,
  AsOf: (e, { at, bare, date }) =>
    `${e.value.kind === "AsOf" ? bare(e.value) : at(e.value, "chain")} as of ${date(e.date)}`,
  UnderSection: (e) => `${e.name.text} under ${printSections(e.sections)}${printContinues(e)}`,
  Measure: printMeasure,
  InterestOn: (e, { at, range, indent }) => {
    const head = isOne(e.base)
      ? `the interest factor at ${at(e.rate, "product")}`
      : `interest at ${printBeforeOn(e.rate, "product", indent)} on ${afterOn(at(e.base, "product"))}`;
    return `${head} ${range(e.range)} by ${at(e.basis, "primary")}${printPeriods(e.periods, indent)}`;
  },
  DaysFold: printFold,
  EventsFold: printFold,
  DaysTest: printDaysTest,
  EventsTest: printEventsTest,
  TimeShift: (e, { closed, date }) =>
    `${closed(e.count)} ${counted(e.count, e.unit)} ${wordsFor(e.direction, "shift")} ${date(e.time)}`,
  DateShift: (e, { closed, date }) =>
    `${closed(e.count)} ${counted(e.count, unitText(e))} ${wordsFor(e.direction, "shift")} ${date(e.from)}`,
  DateStep: (e, { date }) =>
    `${wordsFor(e.which, "which")} ${unitText(e)} ${wordsFor(e.relation, "relation")} ${date(e.from)}`,
  PeriodEdge: (e, { date }) =>
    `${wordsFor(e.which, "which")} ${unitText(e)} ${wordsFor(e.period, "period")} ${date(e.of)}`,
  DatePart: (e, { date }) => `${wordsFor(e.part, "datePart")} ${date(e.of)}`,
  EveryStep: (e, { closed, date }) =>
    `${wordsFor(e.which, "whichOfEvery")} ${closed(e.months)} ${counted(e.months, "month")} from ${date(e.anchor)} ${wordsFor(e.relation, "relation")} ${date(e.from)}`,
  Comparison: (e, { at, closed, date }) => {
    const passed = daysPassed(e);
    if (passed === undefined)
      return `${at(e.left, "operand")} ${wordsFor(e.word, "comparison")} ${at(e.right, "operand")}`;
    return `${closed(e.right)} ${counted(e.right, unitText(passed))} ${e.right.kind === "NumberLiteral" && e.right.digits === "1" ? "has" : "have"} passed since ${date(passed.from)}`;
  },
  SetTest: (e, { at }) => `${at(e.value, "operand")} ${e.isNegated ? "is not set" : "is set"}`,
  HappenedTest: (e, { at }) => `${at(e.target, "operand")} ${e.isNegated ? "has not happened" : "has happened"}`,
  ReadingTest: (e) => `"${e.reading.text}" is read "${e.choice.text}"`,
  DutyTest: (e, { at }) => {
    const duty = at(e.duty, "operand");
    if (e.byMoreThan === undefined) return `${duty} ${wordsFor(e.standing, "standing")}`;
    return `${duty} is late by more than ${at(e.byMoreThan, "operand")}`;
  },
  BreachTest: (e) => `the ${e.party.text} is in breach of ${printSections(e.sections)}`,
  DutyMeasure: (e, { closed }) => `${wordsFor(e.measure, "dutyMeasure")} ${closed(e.duty)}`,
  OneOf: (e, { at }) => `${at(e.value, "operand")} is one of ${printTexts(e.options)}`,
  ScheduledTest: (e, { at }) => `${at(e.value, "operand")} is one of ${e.schedule.text}`,
  Not: (e, { at, bare }) => {
    if (e.condition.kind === "ItsReference" && e.condition.isSaid) return `it is not ${e.condition.name.text}`;
    if (continues(e.condition)) return bare(e.condition).replace(/is continuing$/, "is not continuing");
    return e.condition.kind === "Not" ? `not (${bare(e.condition)})` : `not ${at(e.condition, "test")}`;
  },
  Logic: printLogic,
  ConditionList: printConditionList,
  Missing: (e) => textOf(e.span),
});

// ---------------------------------------------------------------- figures and names

function printFigure({ digits: written, unit, basis, mark, per }: NumberLiteral): string {
  const sign = written.startsWith("-") ? "-" : "";
  const digits = written.slice(sign.length);
  const [whole = "", fraction] = digits.split(".");
  const grouped = whole.replaceAll(/(?<=\d)(?=(?:\d{3})+$)/g, ",");
  const [usual, words] = signsOfUnits[unit];
  const before = mark === undefined ? usual : /[A-Z]$/.test(mark) ? `${mark} ` : mark;
  const after = words + (per ?? "");
  const singular = digits === "1" ? after.replace(/s$/, "") : after;
  return `${sign}${before}${grouped}${fraction === undefined ? "" : `.${fraction}`}${singular}${basis ? wordsFor(basis, "basis") : ""}`;
}

/** What stands before a figure and after it. */
const signsOfUnits: { readonly [U in NumberLiteral["unit"]]: readonly [before: string, after: string] } = {
  number: ["", ""],
  money: ["$", ""],
  price: ["$", " per share"],
  "exchange rate": ["$", " per "],
  percent: ["", "%"],
  rate: ["", "% per year"],
  shares: ["", " shares"],
  days: ["", " days"],
  weeks: ["", " weeks"],
  months: ["", " months"],
  years: ["", " years"],
};

/** `"london" business day`, `day`, `month` */
/** `, modified following`, `, following trading day` */
export function printMoved(moved: Moved): string {
  const isPlain = moved.unit === "business day" && moved.calendar === undefined;
  return `${wordsFor(moved.convention, "convention")}${isPlain ? "" : ` ${unitText(moved)}`}`;
}

function unitText({ unit, calendar }: Pick<DateShift, "unit" | "calendar">): string {
  return calendar === undefined ? unit : `"${calendar.text}" ${unit}`;
}

/** ` every 6 months from D`, behind a day count. */
export function printPeriods(periods: InterestPeriods | undefined, indent: string): string {
  if (periods === undefined) return "";
  const { digits, unit } = periods.length;
  return ` every ${digits} ${unit}${digits === "1" ? "" : "s"} from ${printDate(periods.anchor, indent)}`;
}

/** A unit of time, in the singular behind a plain 1. */
export function counted(count: Expression, unit: string): string {
  return isOne(count) ? unit : `${unit}s`;
}

const isOne = (value: Expression): boolean =>
  value.kind === "NumberLiteral" && value.unit === "number" && value.digits === "1";

export function printTexts(texts: readonly Quoted[]): string {
  return texts.map(({ text }) => `"${text}"`).join(", ");
}

export function printSections(sections: readonly Identifier[]): string {
  const labels = sections.map(({ text }) => writtenSection(text));
  return labels.length < 2 ? labels.join("") : `${labels.slice(0, -1).join(", ")} or ${labels.at(-1) ?? ""}`;
}

function printColumn(
  { series, column, date: day, count, unit, calendar }: MarketColumn,
  { closed, date }: Parts,
): string {
  const figure = `${series?.text ?? "market"} ${column.text}`;
  if (day === undefined) return figure;
  const most =
    count &&
    unit &&
    `, at most ${closed(count)} ${counted(count, unitText({ unit, ...(calendar && { calendar }) }))} earlier`;
  return `${figure} at or before ${date(day)}${most ?? ""}`;
}

function printMeasure({ measure, name, subject, on, sections }: Measure, { closed, date, at }: Parts): string {
  const account = subject ? at(subject, "chain") : name.text;
  if (measure === "payable") return `${account} payable on ${on ? date(on) : "today"}`;
  const figure = `${wordsFor(measure, "measure")} ${account}`;
  if (sections) return `${figure} under ${printSections(sections)}`;
  return on ? `${figure} on ${afterOn(closed(on))}` : figure;
}

// ---------------------------------------------------------------- values

const levelsOfOperators = { "+": "operand", "-": "operand", "*": "product", "/": "product", "^": "raised" } as const;

function printArithmetic({ operator, left, right }: Arithmetic, { at, bare }: Parts): string {
  if (operator === "^") {
    return `${at(left, "dated")} ${wordsFor(operator, "power")} ${at(right, "dated")}`;
  }
  const isSum = operator === "+" || operator === "-";
  const isSameRank = left.kind === "Arithmetic" && levelOf(left) === (isSum ? "operand" : "product");
  const isQuotientTwice = isSameRank && operator === "/" && left.operator === "/";
  const first = isSameRank && !isQuotientTwice ? bare(left) : at(left, isSum ? "product" : "raised");
  return `${first} ${operator} ${at(right, isSum ? "product" : "raised")}`;
}

function printPick(e: Extreme | Total, { at, indent }: Parts): string {
  const opening = e.kind === "Total" ? "the total of" : wordsFor(e.word, "pairPick", "listPick", "extremeFold");
  if (e.kind === "Total" || !isMeaning("pairPick", e.word)) return opening + printEntries(e.operands, indent);
  const operands = e.operands.map((it) => at(it.value, "product") + (it.ifSet ? ", if set" : ""));
  return `${opening} ${operands.join(" and ")}`;
}

/** A labelled list, an entry a line; a list inside an entry stands in brackets. */
export function printEntries(operands: Extreme["operands"], indent: string): string {
  const inner = `${indent}  `;
  return operands
    .map(({ value, ifSet }, index) => {
      const text = printExpression(value, "operand", inner);
      const isOpen = text.includes("\n") || (ifSet && value.kind === "Extreme");
      const entry = isOpen && levelOf(value) === "operand" ? `(${text})` : text;
      return `\n${inner}${romanLabel(index)} ${entry}${ifSet ? ", if set" : ""}`;
    })
    .join("");
}

function printCases({ arms, otherwise }: Cases, { at }: Parts): string {
  const texts = arms.map(({ value }) => at(value, "rounded"));
  const cases = arms.map(({ condition }, index) => {
    const text = at(condition, "condition");
    const runsOn = text.includes("is one of") && text.endsWith('"') && texts[index + 1]?.startsWith('"') === true;
    return `${texts[index] ?? ""} if ${runsOn ? `(${text})` : text}`;
  });
  const last = at(otherwise, otherwise.kind === "AsRead" ? "value" : "rounded");
  return `${cases.join(", ")}, otherwise ${last}`;
}

function printAsRead({ reading, arms }: AsRead, { indent }: Parts): string {
  const inner = `${indent}  `;
  const lines = arms.map(({ choice, value }) => {
    const text = printExpression(value, "value", inner);
    return `\n${inner}"${choice.text}": ${endsInChoices(value) ? `(${text})` : text}`;
  });
  return `as "${reading.text}" is read${lines.join("")}`;
}

export function printType({ name, options, currency, per, isImplied }: TypeName): string {
  if (name === "choice") return printTexts(options);
  if (name === "exchange rate") return `${currency} per ${per}`;
  return wordsFor(name, "type") + (currency === undefined || isImplied ? "" : ` in ${currency}`);
}

function printTable({ key, across, isStraight, rows, file }: Table, { at, indent }: Parts): string {
  const inner = `\n${indent}  `;
  const list = (parts: readonly Expression[], level: Level) => parts.map((it) => at(it, level)).join(", ");
  const second = across ? ` and ${at(across.key, "product")}` : "";
  const head = `by the table of ${at(key, "product")}${second}${isStraight ? ", in straight lines" : ""}`;
  if (file !== undefined) {
    const basis = file.basis ? wordsFor(file.basis, "basis") : "";
    return `${head}${inner}from "${file.name.text}": ${printType(file.type)}${basis}`;
  }
  const columns = across ? `${inner}columns: ${list(across.columns, "primary")}` : "";
  const lines = rows.map((row) => `${inner}${printReach(row, at)}: ${list(row.cells, "operand")}`);
  return `${head}${columns}${lines.join("")}`;
}

function printReach({ reach, opens, closes }: TableRow, at: Parts["at"]): string {
  const [first, last] = [opens, closes].map((it) => (it ? at(it, "primary") : ""));
  const words = { at: "", to: " to ", below: " to but excluding ", from: "from ", "up to": "up to " }[reach];
  return reach === "from" || reach === "up to" ? `${words}${first || last}` : `${first}${words}${last}`;
}

/** Whether choices of another reading would be taken for its own. */
function endsInChoices(value: Expression): boolean {
  return value.kind === "AsRead" || (value.kind === "Cases" && endsInChoices(value.otherwise));
}

function printFold(e: DaysFold | EventsFold, { at, indent }: Parts): string {
  const pick = e.kind === "DaysFold" ? e.pick : undefined;
  const which = pick ? `the ${printCount(pick.count, indent)} ${pick.which} of ` : "";
  const body = e.body ? `${which}${at(e.body, "product")} over ` : "";
  if (e.kind === "EventsFold") {
    const { tie, others } = tiedTo(e.where);
    return `${wordsFor(e.operation, "fold", "count", "extremeFold")} ${body}${printSet(e, indent)}${tie}${printFilter(others, "where", indent)}`;
  }
  const hasEnded = e.where?.kind === "DayEnded";
  const filter = hasEnded ? " that have ended" : printFilter(e.where, "on which", indent);
  // Behind a window of a value, the condition would be that by which its days are counted.
  const isChosen = e.days.kind === "DayWindow" && e.days.where === undefined;
  const those = isChosen && e.body && e.where ? "those of " : "";
  return `${wordsFor(e.operation, "fold", "count", "extremeFold")} ${body}${those}${printDays(e.days, indent)}${filter}`;
}

/** Of `its Buy-In is this Buy-In` and what else is asked: the first as ` for this Buy-In`. */
function tiedTo(where: Expression | undefined): {
  readonly tie: string;
  readonly others?: Expression | undefined;
} {
  const conditions = where?.kind === "Logic" && where.operator === "and" ? where.conditions : where ? [where] : [];
  const [first, ...others] = conditions;
  const event = first && tied(first);
  if (event === undefined) return { tie: "", others: where };
  const tie = ` for this ${event}`;
  const [second] = others;
  if (where?.kind !== "Logic" || second === undefined) return { tie };
  // Conditions joined by themselves would be joined to the tie when read again.
  if (others.length === 1 && second.kind === "Logic" && second.operator === "and") return { tie: "", others: where };
  return { tie, others: others.length > 1 ? { ...where, conditions: others } : second };
}

/** The event of `its E is this E`. */
function tied(condition: Expression): string | undefined {
  if (condition.kind !== "Comparison" || condition.word !== "is") return undefined;
  const { left, right } = condition;
  const isTie = left.kind === "ItsReference" && !left.isPrevious && !left.isSaid && right.kind === "ThisReference";
  return isTie && left.name.text === right.event.text ? left.name.text : undefined;
}

function printEventsTest({ quantifier, event, condition }: EventsTest, { at }: Parts): string {
  const { tie, others } = tiedTo(condition);
  const head = `${wordsFor(quantifier, "eventQuantifier")} ${event.text}${tie}`;
  if (others === undefined) return `${head} has happened`;
  const said = others.kind === "Not" ? others.condition : others;
  if (said.kind !== "ItsReference" || !said.isSaid) return `${head} has ${at(others, "test")}`;
  return `${head} ${others.kind === "Not" ? "is not" : "is"} ${said.name.text}`;
}

/** Of `3 trading days have passed since D`: days from but excluding D to today that have ended, at least so many. */
function daysPassed({ word, left }: Comparison): DayRange | undefined {
  if (word !== "at least" || left.kind !== "DaysFold" || left.operation !== "number") return undefined;
  const { days, where } = left;
  const isPassed = days.kind === "DayRange" && !days.fromIncluded && days.toIncluded && days.to.kind === "Today";
  return isPassed && where?.kind === "DayEnded" ? days : undefined;
}

function printTime({ text, place, on }: TimeLiteral, { closed }: Parts): string {
  const shown = text === "24:00" ? "the end of the day" : text === "00:00" ? "the start of the day" : text;
  return `${shown}${place ? ` ${place.text}` : ""}${on ? ` on ${closed(on)}` : ""}`;
}

export function printFilter(where: Expression | undefined, word: string, indent: string): string {
  if (where === undefined) return "";
  const negated = where.kind === "Not" ? where.condition : undefined;
  return ` ${word} ${negated ? "not " : ""}${printExpression(negated ?? where, "dated", indent)}`;
}

function printSet({ event, dates }: EventsFold, indent: string): string {
  if (dates === undefined) return `${event.text} events`;
  const { from, fromIncluded, to, toIncluded } = dates;
  if (from && to) return `${event.text} ${printRange({ from, fromIncluded, to, toIncluded }, indent)}`;
  if (from) return `${event.text} ${fromIncluded ? "on or after" : "after"} ${printDate(from, indent)}`;
  return to ? `${event.text} ${toIncluded ? "on or before" : "before"} ${printDate(to, indent)}` : event.text;
}

/** The count of `the 3 lowest of`; behind `the` there is no other phrase that opens with it. */
function printCount(count: Expression, indent: string): string {
  const text = printExpression(count, "primary", indent);
  return text.startsWith("the ") ? `(${text})` : text;
}

function printDays(days: DayRange | DayWindow, indent: string): string {
  return days.kind === "DayWindow" ? printWindow(days, indent) : `${unitText(days)}s ${printRange(days, indent)}`;
}

function printWindow(days: DayWindow, indent: string): string {
  const { count, where, ending } = days;
  const which = printFilter(where, "on which", indent);
  return `${closed(count, indent)} ${counted(count, unitText(days))}${which} ending ${printDate(ending, indent)}`;
}

export function printRange(
  { from, fromIncluded, to, toIncluded }: Pick<DayRange, "from" | "fromIncluded" | "to" | "toIncluded">,
  indent: string,
): string {
  const opening = wordsFor(fromIncluded ? "included" : "excluded", "rangeStart");
  const closing = wordsFor(toIncluded ? "included" : "excluded", "rangeEnd");
  return `${opening} ${printDate(from, indent)} ${closing} ${printDate(to, indent)}`;
}

// ---------------------------------------------------------------- conditions

function printDaysTest({ quantifier, days, condition }: DaysTest, { at, range, indent }: Parts): string {
  const set = days.kind === "DayWindow" ? `of ${printWindow(days, indent)}` : range(days);
  return `${wordsFor(quantifier, "dayQuantifier")} ${unitText(days)} ${set}, ${at(condition, "test")}`;
}

function printLogic({ operator, conditions }: Logic, { at }: Parts): string {
  const parts = conditions.map((condition, index) => {
    const text = at(condition, "test");
    const isOpen = index < conditions.length - 1 && isQuantified(condition);
    return isOpen || (operator === "or" && index > 0 && goesOnAfterOr.test(text)) ? `(${text})` : text;
  });
  return parts.join(` ${operator} `);
}

/** Behind `or` a number or a text may be a further section, and `no` with a name the opening of a test. */
const goesOnAfterOr = /^(?:\d|no(?![A-Za-z])|"(?![^"]*" is read))/;

/** Whether a condition ends in another one that `and` and `or` might belong to. */
function isQuantified(condition: Expression): boolean {
  if (condition.kind === "Not") return isQuantified(condition.condition);
  if (condition.kind === "EventsTest") return / has (?!happened$)/.test(printExpression(condition, "test", ""));
  return condition.kind === "DaysTest";
}

function printConditionList({ word, items }: ConditionList, { indent }: Parts): string {
  const inner = `${indent}  `;
  const entries = items.map(({ label, condition }) => `\n${inner}${label} ${printListed(condition, label, inner)}`);
  return `${word}${entries.join("")}`;
}

/** A condition as an entry of a list: a list inside it stands in brackets unless its labels are of the other kind. */
export function printListed(condition: Expression, label: string, indent: string): string {
  const text = printExpression(condition, "condition", indent);
  const isRoman = /^\([ivx]+\)$/.test(label);
  const isOther = condition.kind === "ConditionList" && condition.items[0]?.label === (isRoman ? "(a)" : "(i)");
  const isFlat =
    isOther && condition.items.every((item) => !printExpression(item.condition, "condition", "").includes("\n"));
  return text.includes("\n") && !isFlat ? `(${text})` : text;
}
