import { writtenSection } from "../../grammar/forms/sections.ts";
import { writtenDayOfYear } from "../../grammar/forms/written-dates.ts";
import { romanLabel } from "../../grammar/labels.ts";
import { wordsFor } from "../../grammar/words.ts";
import { byKind } from "../base/by-kind.ts";
import { textOf } from "../source/span.ts";
import type {
  AccountChange,
  AccountDeclaration,
  AppliedChange,
  Beyond,
  Change,
  ChangedState,
  Comparison,
  Covenant,
  CycleDates,
  DatesPart,
  DefaultDeclaration,
  Definition,
  Duty,
  EventDeclaration,
  Exception,
  Expression,
  FieldDeclaration,
  Gift,
  Identifier,
  MarketFile,
  NoteHead,
  OfEvents,
  PlanRule,
  Power,
  Prohibition,
  Quoted,
  Rule,
  ScheduleDeclaration,
  SentenceMark,
  SeriesDeclaration,
  StateDeclaration,
  Statement,
  Story,
  StoryEvent,
  StoryExpectation,
  SyntaxTree,
  Takes,
  TypeName,
} from "../syntax/ast.ts";
import {
  afterOn,
  closed,
  counted,
  printBeforeOn,
  printBehindName,
  printDate,
  printEntries,
  printExpression,
  printFilter,
  printListed,
  printMoved,
  printPeriods,
  printRange,
  printSections,
  printTexts,
  printType,
} from "./print-expression.ts";

/**
 * A syntax tree as Tenor text, a statement after the other. Parsing it gives the same tree, but for the places.
 *
 * Comments and the layout of the original are not in the tree. A broken statement is printed as it was written.
 */
export function printTree({ statements }: SyntaxTree): string {
  return statements.map((statement) => `${printStatement(statement)}\n`).join("");
}

/** One statement, without a line end after it. */
export const printStatement = byKind<Statement, string>({
  NoteHead: printNoteHead,
  Given: (s) =>
    `given ${s.name.text}: ${printType(s.type)}${s.isOptional ? ", if any" : ""}${optional(" = ", s.initial && value(s.initial))}${printBasis(s)}`,
  SeriesDeclaration: printSeries,
  SectionHeading: (s) => `section ${writtenSection(s.label.text)}${optional(" ", s.title && quoted(s.title))}`,
  EventDeclaration: printEvent,
  ShareBasis: (s) => `share basis changes on ${s.event.text} by ${value(s.ratio)}`,
  Definition: (s) =>
    s.solved
      ? `${s.name.text}${ofOwner(s.owner)} is ${article(s.solved)}${printType(s.solved)}, solved as ${printExpression(s.value, "value", "")}`
      : `${s.name.text}${s.isOfSchedule ? optional(" for each of ", s.owner?.text) : ofOwner(s.owner)} ${printDefined(s)}`,
  StatusDefinition: (s) => `${s.name.text} holds from ${s.from.text} until ${s.until.text}`,
  StateDeclaration: printState,
  AccountDeclaration: printAccount,
  ReadingDeclaration: (s) =>
    block(`reading ${quoted(s.name)}`, [
      s.passage && `passage: ${quoted(s.passage)}`,
      s.choices.length > 0 && `choices: ${printTexts(s.choices)}`,
      s.chosen && `chosen: ${quoted(s.chosen)}`,
    ]),
  ScheduleDeclaration: printSchedule,
  Rule: printRule,
  DayOrder: (s) => `order on one day: ${s.sections.map(({ text }) => writtenSection(text)).join(", then ")}`,
  Exception: printException,
  Power: printPower,
  Duty: printDuty,
  Prohibition: printProhibition,
  Covenant: printCovenant,
  DefaultDeclaration: printDefault,
  InWords: (s) =>
    s.party ? `in words, the ${s.party.text} ${s.modality}: ${quoted(s.text)}` : `in words: ${quoted(s.text)}`,
  OurView: (s) =>
    block(`our view${optional(" on ", s.on?.text)}: ${quoted(s.text)}`, [
      s.insteadOf && `instead of: ${quoted(s.insteadOf)}`,
      s.favours && `favours: ${s.favours.text}`,
    ]),
  SentenceMark: printSentenceMark,
  RoleMark: (s) => `role ${quoted(s.role)}: ${s.name.text}`,
  Story: printStory,
  PlanHead: (s) => `plan ${quoted(s.title)}`,
  PlanRule: printPlanRule,
  Sale: (s) =>
    `the ${s.party.text} sells ${operand(s.received)}, at most ${operand(s.most)}, at ${operand(s.price)}${optional(", leaving ", s.leaving?.text)}`,
  PriceImpact: (s) =>
    block(`price impact: ${operand(s.coefficient)}`, [
      `lasting part: ${operand(s.lasting)}`,
      `half life in trading days: ${operand(s.halfLife)}`,
      s.source && `source: ${quoted(s.source)}`,
    ]),
  ClauseHead: (s) =>
    block(`clause ${quoted(s.title)}`, [
      s.language && `language: ${s.language.version}`,
      s.says && `says: ${quoted(s.says)}`,
      s.sentence && `sentence: ${quoted(s.sentence)}`,
      s.alsoKnownAs.length > 0 && `also known as: ${printTexts(s.alsoKnownAs)}`,
      ...s.sources.map((source) => `source: ${quoted(source)}`),
    ]),
  Takes: (s) =>
    `${wordsFor(s.verb, "takes")} ${s.name.text}${ofOwner(s.owner)}: ${printKind(s.what)}${printMeaning(s.meaning)}`,
  Gives: (s) => `gives ${s.name.text}${ofOwner(s.owner)}${printMeaning(s.meaning)}`,
  Use: (s) =>
    block(`use ${quoted(s.clause)}${optional(" from ", s.from && quoted(s.from))}`, [
      s.says && `says: ${quoted(s.says)}`,
      ...s.bindings.map((binding) => `${binding.name.text}: ${value(binding.value)}`),
    ]),
  BrokenStatement: (s) => textOf(s.span),
});

function printKind(what: Takes["what"]): string {
  if (what.kind === "TypeName") return printType(what);
  if (what.kind === "EventKind") return `event${optional(" for ", what.refersTo?.text)}`;
  return plainKinds[what.kind];
}

const plainKinds = { AccountKind: "account", PartyKind: "party", DayCountKind: "day count" } as const;

const printMeaning = (meaning: Quoted | undefined): string => optional(" meaning ", meaning && quoted(meaning));

const indent = "  ";

/** A head with its indented lines; what is absent leaves no line. */
function block(head: string, lines: readonly (string | undefined | false)[]): string {
  return [head, ...lines.flatMap((line) => (line === undefined || line === false ? [] : indent + line))].join("\n");
}

const optional = (before: string, text: string | undefined): string => (text === undefined ? "" : before + text);
const quoted = ({ text }: Identifier): string => `"${text}"`;
const ofOwner = (owner: Identifier | undefined): string => optional(" for each ", owner?.text);
/** `means …`, `is fixed as …`; `is fixed, as "fraction" is read` where a reading says it. */
function printDefined({ verb, value }: Definition): string {
  const text = printExpression(value, "value", "");
  return verb === "is fixed as" && value.kind === "AsRead"
    ? `is fixed, ${text}`
    : `${wordsFor(verb, "definition")} ${text}`;
}

const calledName = (name: Identifier | undefined): string => optional(" called ", name?.text);

const value = (expression: Expression): string => printExpression(expression, "value", indent);
const operand = (expression: Expression): string => printExpression(expression, "operand", indent);
const condition = (expression: Expression): string => printExpression(expression, "condition", indent);

function printSentenceMark({ sentences, reason }: SentenceMark): string {
  if (sentences.length === 0) return `the rest is out of scope:${optional(" ", reason && quoted(reason))}`;
  const [only, ...others] = sentences;
  const isOne = only !== undefined && others.length === 0 && only.from === only.to;
  const ranges = sentences.map(({ from, to }) => (from === to ? String(from) : `${from} to ${to}`)).join(", ");
  const scope = reason && ` ${isOne ? "is" : "are"} out of scope: ${quoted(reason)}`;
  return `${isOne ? "sentence" : "sentences"} ${ranges}${scope ?? ""}`;
}

// ---------------------------------------------------------------- declarations

function printNoteHead(s: NoteHead): string {
  return block(`note ${quoted(s.title)}`, [
    s.language && `language: ${s.language.version}`,
    s.parties.length > 0 && `parties: ${s.parties.map(({ text }) => text).join(", ")}`,
    s.currencies && `currencies: ${s.currencies.map(({ text }) => text).join(", ")}`,
    s.existsFrom && `exists from: ${s.existsFrom.text}`,
    s.maturesOn && `matures on: ${s.maturesOn.text}`,
    s.businessDays && `business days: ${quoted(s.businessDays)}`,
    s.timesIn && `times are in: ${quoted(s.timesIn)}`,
    s.contractText && `text: ${quoted(s.contractText)}`,
    s.marketData && `market data: ${wordsFor(s.marketData.rule, "marketData")}`,
    printTradingDays(s),
  ]);
}

function printTradingDays({ tradingDays, exchange }: NoteHead): string | undefined {
  const parts = [tradingDays?.text, exchange && quoted(exchange)].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : `trading days: ${parts.join(" by ")}`;
}

function printSeries(s: SeriesDeclaration): string {
  const columns = s.columns.map(({ column, type }) => `${column.text}${optional(": ", type && printType(type))}`);
  return `series ${s.name.text} has ${columns.join(", ")}`;
}

function printEvent(s: EventDeclaration): string {
  const happens = optional(" ", s.happens && printTrigger(s.happens));
  const head = `event ${s.name.text}${optional(" for ", s.refersTo?.text)}${optional(" by ", s.by?.text)}${happens}`;
  const takesEffect = s.opensDay ? "takes effect at the start of" : "takes effect on";
  return block(head, [...s.fields.map(printField), s.takesEffectOn && `${takesEffect}: ${value(s.takesEffectOn)}`]);
}

function printField(s: FieldDeclaration): string {
  const optionalMark = s.isOptional ? ", optional" : "";
  const initial = optional(" = ", s.initial && operand(s.initial));
  return `${s.name.text}: ${printType(s.type)}${optional(" as of ", s.asOf?.text)}${optionalMark}${initial}`;
}

const printBasis = ({ basis }: Pick<StateDeclaration, "basis">): string => (basis ? wordsFor(basis, "basis") : "");

function printState(s: StateDeclaration): string {
  const basis = printBasis(s);
  const name = `${s.name.text}${ofOwner(s.owner)}`;
  if (s.isSignal) return `signal ${name} = ${optional("", s.initial && operand(s.initial))}${basis}`;
  if (s.initial !== undefined) return `${name} starts at ${printExpression(s.initial, "value", "")}${basis}`;
  if (s.fixing)
    return `${name} is fixed on ${s.fixing.event.text} to be ${printExpression(s.fixing.value, "value", "")}`;
  return `${name} is ${s.type ? article(s.type) + printType(s.type) : ""}, at first not set${basis}`;
}

const article = ({ name }: TypeName): string => (withoutArticle.has(name) ? "" : "a ");

const withoutArticle: ReadonlySet<TypeName["name"]> = new Set(["money", "shares", "yes or no", "choice"]);

function printAccount(s: AccountDeclaration): string {
  const { accrual } = s;
  return block(`account ${s.name.text}${ofOwner(s.owner)} owed by ${s.debtor.text} to ${s.creditor.text}`, [
    s.money && !s.money.isImplied && `currency: ${s.money.currency}`,
    accrual &&
      `accrues: ${printBeforeOn(accrual.rate, "product", indent)} ${printBase(accrual)} by ${printExpression(accrual.basis, "primary", indent)}${printPeriods(accrual.periods, indent)}`,
    s.from && `from and including: ${value(s.from)}${s.dayOfPayment ? "" : " to but excluding today"}`,
    s.condition && `while: ${condition(s.condition)}`,
    s.dayOfPayment && `day of payment counts: ${condition(s.dayOfPayment)}`,
  ]);
}

function printBase({ base, isOnEach }: NonNullable<AccountDeclaration["accrual"]>): string {
  const text = afterOn(printExpression(base, "product", indent));
  return isOnEach ? `on each ${text}` : `on ${text} at the end of each day`;
}

function printDefault(s: DefaultDeclaration): string {
  return block(`${s.family.text} occurs${ofOwner(s.owner)}`, [
    s.condition.kind !== "Missing" && `when ${condition(s.condition)}`,
    s.cureBy && `unless cured by the end of: ${value(s.cureBy)}`,
    `continues: ${wordsFor(s.ends, "continues")}`,
  ]);
}

function printSchedule(s: ScheduleDeclaration): string {
  const { dates } = s;
  const begins = s.begins && `first period begins: ${value(s.begins)}`;
  if (dates.kind === "JoinedDates") {
    return block(`${s.name.text} are ${listed(dates.parts.map(printDatesPart))}`, [begins]);
  }
  if (dates.kind === "GivenDates") {
    return block(`given ${s.name.text}: dates${dates.isOptional ? ", if any" : ""}`, dates.columns.map(printField));
  }
  const { cycle, range, moved } = dates;
  return block(
    `${s.name.text} are every ${printCycle(cycle)} ${printRange(range, "")}${moved ? printMoved(moved) : ""}`,
    [
      dates.anchor && `counted from: ${value(dates.anchor)}`,
      begins,
      dates.firstPeriod && `first period: ${dates.firstPeriod}`,
      dates.lastPeriod && `last period: ${dates.lastPeriod}`,
      dates.keepsMonthEnds && "month ends: kept",
    ],
  );
}

function printDatesPart({ date, each }: DatesPart): string {
  return `${operand(date)}${optional(" for each of ", each?.text)}`;
}

const listed = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`;

function printCycle(cycle: CycleDates["cycle"]): string {
  if (cycle.kind === "Interval") {
    return cycle.count === undefined ? cycle.unit : `${closed(cycle.count, "")} ${counted(cycle.count, cycle.unit)}`;
  }
  return listed(cycle.days.map(({ month, day }) => writtenDayOfYear(month, day)));
}

// ---------------------------------------------------------------- rules and exceptions

function printRule(s: Rule): string {
  const head = `${printTrigger(s.trigger)}${optional(" if ", s.condition && condition(s.condition))}`;
  const isInOrder = s.changes.some(({ step }) => step !== undefined);
  if (!isInOrder)
    return block(
      head,
      s.changes.map((change) => printChange(change, asItIs)),
    );
  const lines = s.changes.map((change, index) => {
    const isFirst = s.changes[index - 1]?.step !== change.step;
    return `${isFirst ? romanLabel(change.step ?? 0) : indent} ${printChange(change, inBrackets)}`;
  });
  return block(`${head}, in this order`, lines);
}

function printTrigger(trigger: Rule["trigger"]): string {
  if (trigger.kind === "EventTrigger") return `when ${trigger.event.text}`;
  if (trigger.kind === "ScheduleTrigger") return `on each of ${trigger.schedule.text}`;
  if (trigger.kind === "CalendarTrigger") return `on ${afterOn(operand(trigger.date))}${ofOwner(trigger.owner)}`;
  const under = trigger.sections.length > 0 ? ` under ${printSections(trigger.sections)}` : "";
  return `when ${trigger.name.text}${ofOwner(trigger.owner)}${under} ${wordsFor(trigger.edge, "edge")}`;
}

function printPlanRule(s: PlanRule): string {
  const when = `${printPlanTrigger(s.trigger)}${s.isAtClose ? " at the close" : ""}`;
  const head = `${when}${optional(" if ", s.condition && condition(s.condition))},`;
  const otherwise = optional(", otherwise ", s.otherwise && printGift(s.otherwise));
  return block(head, [`${printGift(s.gives)}${otherwise}`]);
}

function printPlanTrigger(trigger: PlanRule["trigger"]): string {
  if (trigger.kind === "EachDayTrigger") return `on each ${trigger.unit}`;
  if (trigger.kind !== "EveryDaysTrigger") return printTrigger(trigger);
  const { count, unit, from } = trigger;
  return `every ${closed(count, "")} ${counted(count, unit)} from and including ${printDate(from, indent)}`;
}

function printGift({ party, event, fields }: Gift): string {
  const parts = fields.map((field) => `, ${field.name.text} being ${operand(field.value)}`);
  return `the ${party.text} gives ${event.text}${parts.join("")}`;
}

/** `close` has the last say on the text of each value. */
type Closing = (text: string) => string;

const printChange = byKind<Change, string, [close: Closing]>({
  SetChange: (change, close) => `${printChanged(change)} becomes ${close(value(change.value))}`,
  AddChange: (change, close) =>
    `${printChanged(change)} ${change.sign === 1 ? "rises" : "falls"} by ${close(value(change.value))}`,
  ClearChange: (change) => `${printChanged(change)} becomes not set`,
  AccountChange: printAccountChange,
  AppliedChange: ({ amount, targets }) => {
    const accounts = targets.map(
      ({ isDueOnly, isProRata, lateCharges, ...of }, index) =>
        `${isDueOnly ? "due " : restOf(of, targets.slice(0, index))}${printOfEvents(of)}${isProRata ? " pro rata" : ""}${optional(", each amount with its ", lateCharges?.text)}`,
    );
    return `${operand(amount)} is applied to ${accounts.join(", then ")}`;
  },
});

const printChanged = ({ state, ...of }: ChangedState): string => printOfEvents({ name: state, ...of });

type NamedOfEvents = OfEvents & { readonly name: Identifier };

function printOfEvents({ name, subject, each }: NamedOfEvents): string {
  if (subject) return printExpression(subject, "chain", indent);
  return `${name.text}${ofOwner(each?.owner)}${printFilter(each?.where, "where", indent)}`;
}

const asItIs: Closing = (text) => text;
/** In a step, the entries of a list would go on with the next step. */
const inBrackets: Closing = (text) => (text.includes("\n") ? `(${text})` : text);

function printAccountChange({ verb, account, inFull, subject, each, ...parts }: AccountChange, close: Closing): string {
  const amount = parts.amount === undefined ? "" : close(value(parts.amount));
  const date = parts.date === undefined ? "" : ` on ${close(operand(parts.date))}`;
  const payableOn = optional(", payable on ", parts.payableOn && close(operand(parts.payableOn)));
  const month = optional(" for every day of the month of ", parts.month && printDate(parts.month, indent));
  const done: { readonly [V in AccountChange["verb"]]: () => string } = {
    "is charged": () => ` with ${amount}${date && ` due${date}`}${payableOn}`,
    "falls due": () => {
      const part = parts.amount && ` in the amount of ${printBeforeOn(parts.amount, "product", indent)}`;
      return `${part ?? (inFull ? " in full" : "")}${date}${payableOn}${part ? "" : month}`;
    },
    "is waived": () => month,
    "is converted": () => ` by ${amount}`,
    "is cleared": () => "",
  };
  const changed = printOfEvents({ name: account, ...(subject && { subject }), ...(each && { each }) });
  return `${changed} ${verb}${done[verb]()}`;
}

function printException(s: Exception): string {
  return block(`notwithstanding ${s.name.text}${optional(" of ", s.of && writtenSection(s.of.text))}`, [
    s.condition.kind !== "Missing" && `while: ${condition(s.condition)}`,
    s.value.kind !== "Missing" && `it is: ${value(s.value)}`,
    s.over.length > 0 && `over: ${printSections(s.over)}`,
  ]);
}

// ---------------------------------------------------------------- powers, duties, prohibitions

const forOwner = (owner: Identifier | undefined) => (owner ? `for each ${owner.text}, ` : "");

/** Behind `due Interest`, `Interest` is the rest of it. */
function restOf(target: NamedOfEvents, before: AppliedChange["targets"]): string {
  const text = printOfEvents(target);
  return before.some((earlier) => earlier.isDueOnly && printOfEvents(earlier) === text) ? "the rest of " : "";
}

function printPower(s: Power): string {
  const by = optional(" by ", s.due && operand(s.due));
  return block(`${forOwner(s.owner)}the ${s.party.text} may give ${s.event.text}${by}${calledName(s.name)}`, [
    ...printConditions(s.conditions),
    s.askingFor && `asking for: ${value(s.askingFor)}`,
    ...printLimits(s.limits),
    s.beyond && `beyond that: ${printBeyond(s.beyond)}`,
    s.giving && `giving: ${s.giving.text}`,
    s.electing && `electing: ${value(s.electing)}`,
    s.otherwise && `if none is made: ${value(s.otherwise)}`,
  ]);
}

function printConditions(conditions: Power["conditions"]): string[] {
  const [only] = conditions;
  const reasonOf = (reason: Identifier | undefined) => optional(", else ", reason && quoted(reason));
  if (only === undefined) return [];
  if (conditions.length === 1) {
    const text = condition(only.condition);
    return [`only if ${text.startsWith("all of") ? `(${text})` : text}${reasonOf(only.reason)}`];
  }
  const entries = conditions.map((it, index) => {
    const label = romanLabel(index);
    return `\n${indent}${indent}${label} ${printListed(it.condition, label, indent + indent)}${reasonOf(it.reason)}`;
  });
  return [`only if all of${entries.join("")}`];
}

function printLimits(limits: Power["limits"]): string[] {
  const [only] = limits;
  if (only === undefined) return [];
  if (limits.length === 1) {
    const text = value(only.value);
    return [`up to ${text.startsWith("the least of") ? `(${text})` : text}`];
  }
  const operands = limits.map((it) => ({ value: it.value, ifSet: false }));
  return [`up to the least of${printEntries(operands, indent)}`];
}

function printBeyond(beyond: Beyond): string {
  if (beyond.kind === "Fixed") return wordsFor(beyond.rule, "beyond");
  const arms = beyond.arms.map((it) => `\n${indent}${indent}${quoted(it.choice)}: ${wordsFor(it.rule, "beyond")}`);
  return `as ${quoted(beyond.reading)} is read${arms.join("")}`;
}

function printDuty(s: Duty): string {
  const what =
    s.event !== undefined
      ? `give ${s.event.text}`
      : `pay ${s.amount === undefined ? "" : operand(s.amount)}${optional(" to ", s.to?.text)}`;
  const during = optional(" while ", s.condition && condition(s.condition));
  return `${forOwner(s.owner)}the ${s.party.text} must ${what} by ${operand(s.due)}${during}${calledName(s.name)}`;
}

function printProhibition(s: Prohibition): string {
  const unless = optional(" unless ", s.unless && condition(s.unless));
  return `the ${s.party.text} must not give ${s.event.text}${unless}, called ${s.name.text}`;
}

function printCovenant(s: Covenant): string {
  const unless = optional(" unless ", s.unless && condition(s.unless));
  const state = s.condition.kind === "Comparison" ? s.condition : undefined;
  const words = state && `${operand(state.left)} ${printBe(state.word)} ${operand(state.right)}`;
  return `the ${s.party.text} must not let ${words ?? ""} at any time${unless}, called ${s.name.text}`;
}

function printBe(word: Comparison["word"]): string {
  return word === "less than" || word === "more than" ? wordsFor(word, "be") : "";
}

// ---------------------------------------------------------------- tests

/** The lines stand in the order in which they are written. */
function printStory(s: Story): string {
  const lines = [
    ...s.terms.map(
      ({ name, value }) => [name, `with: ${name.text} = ${printBeforeOn(value, "operand", indent)}`] as const,
    ),
    ...s.rows.map((it) => [it, printStoryRow(it)] as const),
    ...s.readings.map(({ name, choice }) => [name, `reading: ${quoted(name)} = ${quoted(choice)}`] as const),
    ...s.market.map((it) => [it, printMarketFile(it)] as const),
    ...(s.calendar === undefined ? [] : [[s.calendar, `calendar: ${quoted(s.calendar)}`] as const]),
    ...(s.setUp === undefined ? [] : [[s.setUp, `continues: ${quoted(s.setUp)}`] as const]),
    ...s.events.map((it) => [it, printStoryEvent(it)] as const),
    ...s.expectations.map((it) => [it, printExpectation(it)] as const),
  ];
  const inOrder = lines.toSorted(([a], [b]) => a.span.start - b.span.start);
  return block(
    `test ${quoted(s.title)}`,
    inOrder.map(([, line]) => line),
  );
}

function printMarketFile({ series, file, columns }: MarketFile): string {
  const names = columns.map(({ column, written }) => `, ${column.text} = ${quoted(written)}`);
  return `market: ${series === undefined ? "" : `${series.text} = `}${quoted(file)}${names.join("")}`;
}

function printStoryEvent(s: StoryEvent): string {
  const time = optional(" at ", s.at && printBehindName(s.at, indent));
  const id = optional(" ", s.id && quoted(s.id));
  const refersTo = optional(" for ", s.refersTo && quoted(s.refersTo));
  const fields = s.fields.map((field) => `, ${field.name.text} ${printBehindName(field.value, indent)}`);
  return `on ${afterOn(printDate(s.on, indent))}${time}: ${s.event.text}${id}${refersTo}${fields.join("")}`;
}

/** A row of a list. */
function printStoryRow({ list, on, fields }: Story["rows"][number]): string {
  const columns = fields.map((field) => `, ${field.name.text} ${printBehindName(field.value, indent)}`);
  return `with: ${list.text} on ${afterOn(printDate(on, indent))}${columns.join("")}`;
}

function printExpectation(s: StoryExpectation): string {
  const of = s.of && writtenSection(s.of.text);
  const head = `expect: ${s.value.text}${optional(" of ", of)}${optional(" on ", s.on && afterOn(printDate(s.on, indent)))}`;
  return `${head} is ${printExpected(s.expected)}${optional(" under ", s.section && writtenSection(s.section.text))}`;
}

function printExpected(expected: StoryExpectation["expected"]): string {
  if (expected.kind === "ExpectedNull") return "no value";
  if (expected.kind === "ExpectedError" && expected.text.text === "refused") return "refused";
  if (expected.kind === "ExpectedError") return `an error ${quoted(expected.text)}`;
  return printBeforeOn(expected, "operand", indent);
}
