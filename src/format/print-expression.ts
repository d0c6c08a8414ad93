import { romanLabel } from "../../grammar/labels.ts";
import { isMeaning, wordsFor } from "../../grammar/words.ts";
import { assertNever } from "../base/assert-never.ts";
import { textOf } from "../source/span.ts";
import type {
  Arithmetic,
  AsRead,
  Cases,
  ConditionList,
  DayRange,
  DaysFold,
  DaysTest,
  DayWindow,
  EventsFold,
  Expression,
  Extreme,
  Identifier,
  Logic,
  Measure,
  NumberLiteral,
  Quoted,
  Total,
} from "../syntax/ast.ts";

/** How tightly an expression holds together, the loosest first; in a tighter place it needs brackets. */
export const levels = {
  value: 0,
  rounded: 1,
  condition: 2,
  test: 3,
  operand: 4,
  product: 5,
  raised: 6,
  dated: 7,
  chain: 8,
  primary: 9,
} as const;
export type Level = keyof typeof levels;

/** An expression as Tenor text that parses back to it; lists and choices take a line each, indented by `indent`. */
export function printExpression(expression: Expression, level: Level, indent: string): string {
  const text = bare(expression, indent);
  return levels[levelOf(expression)] < levels[level] ? `(${text})` : text;
}

/** As above, for a place before the word `on`, which `unpaid N` and `overdue N` would take as their own. */
export function printBeforeOn(expression: Expression, level: Level, indent: string): string {
  const text = printExpression(expression, level, indent);
  return /\b(?:unpaid|overdue) [A-Z][^()]*$/.test(text) ? `(${text})` : text;
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
  const isDate =
    expression.kind === "DateShift" || levels[levelOf(expression)] >= levels.chain || opensEnded(expression);
  const text = bare(expression, indent);
  return isDate ? text : `(${text})`;
}

function levelOf(expression: Expression): Level {
  switch (expression.kind) {
    case "AsRead":
    case "Cases":
    case "OnlyWhile":
    case "OrElse":
      return "value";
    case "Rounded":
      return "rounded";
    case "ConditionList":
    case "Logic":
      return "condition";
    case "Not":
    case "DaysTest":
    case "EventsTest":
    case "ReadingTest":
    case "Comparison":
    case "SetTest":
    case "HappenedTest":
    case "OneOf":
      return "test";
    case "Extreme":
    case "Total":
    case "DaysFold":
    case "EventsFold":
    case "InterestOn":
      return "operand";
    case "Arithmetic":
      return levelsOfOperators[expression.operator];
    case "AsOf":
    case "DateShift":
      return "dated";
    case "NumberLiteral":
      return ["days", "months", "years"].includes(expression.unit) ? "dated" : "primary";
    case "MemberReference":
      return "chain";
    default:
      return "primary";
  }
}

/** Whether the text of a primary ends in a date or a chain that would take in what follows closely. */
function opensEnded(expression: Expression): boolean {
  const { kind } = expression;
  return (
    kind === "DateStep" ||
    kind === "PeriodEdge" ||
    kind === "EveryStep" ||
    (kind === "Measure" && (expression.on ?? expression.sections) !== undefined)
  );
}

/** A chain with a definite end, for the count before a unit and the target before `'s`. */
function closed(expression: Expression, indent: string): string {
  const text = printExpression(expression, "chain", indent);
  return opensEnded(expression) || expression.kind === "UnderSection" ? `(${text})` : text;
}

function bare(e: Expression, indent: string): string {
  const at = (part: Expression, level: Level) => printExpression(part, level, indent);
  const date = (part: Expression) => printDate(part, indent);
  switch (e.kind) {
    case "NumberLiteral":
      return printFigure(e);
    case "DateLiteral":
    case "TimeLiteral":
    case "DayCountName":
      return e.text;
    case "TextLiteral":
      return `"${e.text}"`;
    case "YesNoLiteral":
      return e.value ? "yes" : "no";
    case "Unlimited":
      return "unlimited";
    case "Today":
      return "today";
    case "NameReference":
      return e.name.text;
    case "ItsReference":
      return `${e.isSaid ? "it is" : "its"} ${e.name.text}`;
    case "ThisReference":
      return `this ${e.event.text}`;
    case "MemberReference":
      return `${closed(e.target, indent)}'s ${e.name.text}`;
    case "MarketColumn":
      return `market ${e.column.text}`;
    case "Arithmetic":
      return printArithmetic(e, indent);
    case "Extreme":
    case "Total":
      return printPick(e, indent);
    case "Cases":
      return printCases(e, indent);
    case "AsRead":
      return printAsRead(e, indent);
    case "OnlyWhile":
      return `${at(e.value, "rounded")} only while ${at(e.condition, "condition")}`;
    case "OrElse":
      return `${at(e.value, "rounded")}, or else ${at(e.fallback, e.fallback.kind === "OrElse" ? "value" : "rounded")}`;
    case "Rounded":
      return `${at(e.value, "condition")}${wordsFor(e.mode, "rounding")} ${at(e.step, "primary")}`;
    case "AsOf":
      return `${e.value.kind === "AsOf" ? bare(e.value, indent) : at(e.value, "chain")} as of ${date(e.date)}`;
    case "UnderSection":
      return `${e.name.text} under ${printSections(e.sections)}`;
    case "Measure":
      return printMeasure(e, indent);
    case "InterestOn":
      return `interest at ${printBeforeOn(e.rate, "product", indent)} on ${afterOn(at(e.base, "product"))} ${printRange(e.range, indent)} by ${at(e.basis, "primary")}`;
    case "DaysFold":
    case "EventsFold":
      return printFold(e, indent);
    case "DaysTest":
      return printDaysTest(e, indent);
    case "EventsTest":
      return `${wordsFor(e.quantifier, "eventQuantifier")} ${e.event.text} has ${at(e.condition, "test")}`;
    case "DateShift":
      return `${closed(e.count, indent)} ${counted(e.count, e.unit)} ${wordsFor(e.direction, "shift")} ${date(e.from)}`;
    case "DateStep":
      return `${wordsFor(e.which, "which")} ${e.unit} ${wordsFor(e.relation, "relation")} ${date(e.from)}`;
    case "PeriodEdge":
      return `${wordsFor(e.which, "which")} ${e.unit} ${wordsFor(e.period, "period")} ${date(e.of)}`;
    case "EveryStep":
      return `${wordsFor(e.which, "whichOfEvery")} ${closed(e.months, indent)} ${counted(e.months, "month")} from ${date(e.anchor)} ${wordsFor(e.relation, "relation")} ${date(e.from)}`;
    case "Comparison":
      return `${at(e.left, "operand")} ${wordsFor(e.word, "comparison")} ${at(e.right, "operand")}`;
    case "SetTest":
      return `${at(e.value, "operand")} ${e.isNegated ? "is not set" : "is set"}`;
    case "HappenedTest":
      return `${at(e.target, "operand")} ${e.isNegated ? "has not happened" : "has happened"}`;
    case "ReadingTest":
      return `"${e.reading.text}" is read "${e.choice.text}"`;
    case "OneOf":
      return `${at(e.value, "operand")} is one of ${printTexts(e.options)}`;
    case "Not":
      if (e.condition.kind === "ItsReference" && e.condition.isSaid) return `it is not ${e.condition.name.text}`;
      return e.condition.kind === "Not" ? `not (${bare(e.condition, indent)})` : `not ${at(e.condition, "test")}`;
    case "Logic":
      return printLogic(e, indent);
    case "ConditionList":
      return printConditionList(e, indent);
    case "Missing":
      return textOf(e.span);
    default:
      return assertNever(e);
  }
}

// ---------------------------------------------------------------- figures and names

function printFigure({ basis, ...plain }: NumberLiteral): string {
  return `${printPlain(plain)}${basis ? wordsFor(basis, "basis") : ""}`;
}

function printPlain({ digits, unit }: Pick<NumberLiteral, "digits" | "unit">): string {
  const [whole = "", fraction] = digits.split(".");
  const grouped = whole.replaceAll(/(?<=\d)(?=(?:\d{3})+$)/g, ",");
  const figure = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  switch (unit) {
    case "number":
      return figure;
    case "money":
      return `$${figure}`;
    case "price":
      return `$${figure} per share`;
    case "percent":
      return `${figure}%`;
    case "rate":
      return `${figure}% per year`;
    case "shares":
      return digits === "1" ? "1 share" : `${figure} shares`;
    case "days":
    case "months":
    case "years":
      return digits === "1" ? `1 ${unit.slice(0, -1)}` : `${figure} ${unit}`;
    default:
      return assertNever(unit);
  }
}

/** A unit of time, in the singular behind a plain 1. */
function counted(count: Expression, unit: string): string {
  return count.kind === "NumberLiteral" && count.unit === "number" && count.digits === "1" ? unit : `${unit}s`;
}

export function printTexts(texts: readonly Quoted[]): string {
  return texts.map(({ text }) => `"${text}"`).join(", ");
}

export function printSections(sections: readonly Identifier[]): string {
  const labels = sections.map(({ text }) => text);
  return labels.length < 2 ? labels.join("") : `${labels.slice(0, -1).join(", ")} or ${labels.at(-1) ?? ""}`;
}

function printMeasure({ measure, name, on, sections }: Measure, indent: string): string {
  if (sections) return `start of ${name.text} under ${printSections(sections)}`;
  if (measure === "payable") return `${name.text} payable on ${on ? printDate(on, indent) : "today"}`;
  const figure = `${wordsFor(measure, "measure")} ${name.text}`;
  return on ? `${figure} on ${afterOn(closed(on, indent))}` : figure;
}

// ---------------------------------------------------------------- values

const levelsOfOperators = { "+": "operand", "-": "operand", "*": "product", "/": "product", "^": "raised" } as const;

function printArithmetic({ operator, left, right }: Arithmetic, indent: string): string {
  if (operator === "^") {
    return `${printExpression(left, "dated", indent)} ${wordsFor(operator, "power")} ${printExpression(right, "dated", indent)}`;
  }
  const isSum = operator === "+" || operator === "-";
  const isSameRank = left.kind === "Arithmetic" && levelOf(left) === (isSum ? "operand" : "product");
  const isQuotientTwice = isSameRank && operator === "/" && left.operator === "/";
  const first =
    isSameRank && !isQuotientTwice ? bare(left, indent) : printExpression(left, isSum ? "product" : "raised", indent);
  return `${first} ${operator} ${printExpression(right, isSum ? "product" : "raised", indent)}`;
}

function printPick(e: Extreme | Total, indent: string): string {
  const opening = e.kind === "Total" ? "the total of" : wordsFor(e.word, "pairPick", "listPick", "extremeFold");
  if (e.kind === "Total" || !isMeaning("pairPick", e.word)) return opening + printEntries(e.operands, indent);
  const operands = e.operands.map((it) => printExpression(it.value, "product", indent) + (it.ifSet ? ", if set" : ""));
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

function printCases({ arms, otherwise }: Cases, indent: string): string {
  const texts = arms.map(({ value }) => printExpression(value, "rounded", indent));
  const cases = arms.map(({ condition }, index) => {
    const text = printExpression(condition, "condition", indent);
    const runsOn = text.includes("is one of") && text.endsWith('"') && texts[index + 1]?.startsWith('"') === true;
    return `${texts[index] ?? ""} if ${runsOn ? `(${text})` : text}`;
  });
  const last = printExpression(otherwise, otherwise.kind === "AsRead" ? "value" : "rounded", indent);
  return `${cases.join(", ")}, otherwise ${last}`;
}

function printAsRead({ reading, arms }: AsRead, indent: string): string {
  const inner = `${indent}  `;
  const lines = arms.map(({ choice, value }) => {
    const text = printExpression(value, "value", inner);
    return `\n${inner}"${choice.text}": ${endsInChoices(value) ? `(${text})` : text}`;
  });
  return `as "${reading.text}" is read${lines.join("")}`;
}

/** Whether choices of another reading would be taken for its own. */
function endsInChoices(value: Expression): boolean {
  return value.kind === "AsRead" || (value.kind === "Cases" && endsInChoices(value.otherwise));
}

function printFold(e: DaysFold | EventsFold, indent: string): string {
  const pick = e.kind === "DaysFold" ? e.pick : undefined;
  const which = pick ? `the ${printCount(pick.count, indent)} ${pick.which} of ` : "";
  const body = e.body ? `${which}${printExpression(e.body, "product", indent)} over ` : "";
  const set = e.kind === "DaysFold" ? printDays(e.days, indent) : `${e.event.text} events`;
  const filter = e.where ? ` ${e.kind === "DaysFold" ? "on which" : "where"} ${printFilter(e.where, indent)}` : "";
  return `${wordsFor(e.operation, "fold", "count", "extremeFold")} ${body}${set}${filter}`;
}

/** The count of `the 3 lowest of`; `the start of` would be one phrase. */
function printCount(count: Expression, indent: string): string {
  const text = printExpression(count, "primary", indent);
  return text.startsWith("start of") ? `(${text})` : text;
}

function printFilter(where: Expression, indent: string): string {
  if (where.kind !== "Not") return printExpression(where, "dated", indent);
  return `not ${printExpression(where.condition, "dated", indent)}`;
}

function printDays(days: DayRange | DayWindow, indent: string): string {
  if (days.kind === "DayWindow") return printWindow(days, indent);
  return `${days.unit}s ${printRange(days, indent)}`;
}

function printWindow({ count, unit, ending }: DayWindow, indent: string): string {
  return `${closed(count, indent)} ${counted(count, unit)} ending ${printDate(ending, indent)}`;
}

function printRange({ from, fromIncluded, to, toIncluded }: DayRange, indent: string): string {
  const opening = wordsFor(fromIncluded ? "included" : "excluded", "rangeStart");
  const closing = wordsFor(toIncluded ? "included" : "excluded", "rangeEnd");
  return `${opening} ${printDate(from, indent)} ${closing} ${printDate(to, indent)}`;
}

// ---------------------------------------------------------------- conditions

function printDaysTest({ quantifier, days, condition }: DaysTest, indent: string): string {
  const range = days.kind === "DayWindow" ? `of ${printWindow(days, indent)}` : printRange(days, indent);
  return `${wordsFor(quantifier, "dayQuantifier")} ${days.unit} ${range}, ${printExpression(condition, "test", indent)}`;
}

function printLogic({ operator, conditions }: Logic, indent: string): string {
  const parts = conditions.map((condition, index) => {
    const text = printExpression(condition, "test", indent);
    const isOpen = index < conditions.length - 1 && isQuantified(condition);
    return isOpen || (operator === "or" && index > 0 && /^(?:\d|no(?![A-Za-z]))/.test(text)) ? `(${text})` : text;
  });
  return parts.join(` ${operator} `);
}

/** Whether a condition ends in another one that `and` and `or` might belong to. */
function isQuantified(condition: Expression): boolean {
  if (condition.kind === "Not") return isQuantified(condition.condition);
  return condition.kind === "DaysTest" || condition.kind === "EventsTest";
}

function printConditionList({ word, items }: ConditionList, indent: string): string {
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
