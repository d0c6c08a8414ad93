import fc from "fast-check";
import { SourceFile } from "../../src/source/source-file.ts";
import type { Expression, Identifier, Statement, SyntaxTree, TypeName } from "../../src/syntax/ast.ts";
import { catalogNames } from "../grammar/catalog-names.ts";

/** Trees without places are compared, so that one place serves every generated node. */
const span = { source: new SourceFile("generated", ""), start: 0, end: 0 };
const node = <T extends object>(parts: T) => ({ ...parts, span });

const identifier = (text: string): Identifier => ({ text, span });
const name = fc.constantFrom(...catalogNames, "Tranche 2", "Series A1 Issued", "Class 3 Event").map(identifier);
const quoted = fc.constantFrom("low", "per day", "a (i) b", "-- no comment", "it's 5%", "😀", "").map(identifier);
const section = fc
  .constantFrom(
    "1.2(a)",
    "8(a)(vii)",
    "3.10",
    "3",
    "preamble",
    "Article III",
    "Exhibit A",
    "Condition 5(b)(ii)",
    "Clause 7",
    "Schedule 1, para 3",
    "§ 2",
    "Coupon",
    "change of control",
  )
  .map(identifier);
const sections = fc.array(section, { minLength: 1, maxLength: 3 });
const memberName = fc.oneof(name, fc.constantFrom("date", "time", "start", "number").map(identifier));
const dayUnit = fc.constantFrom("day", "business day", "trading day");
const relation = fc.constantFrom("on or after", "on or before", "after", "before");
const which = fc.constantFrom("first", "last");
const listLabel = (index: number, isRoman: boolean) =>
  isRoman ? `(${["i", "ii", "iii", "iv"][index] ?? ""})` : `(${"abcd".charAt(index)})`;

/** A key that is there only with a value. */
const maybe = <K extends string, T>(key: K, value: fc.Arbitrary<T>): fc.Arbitrary<{ readonly [key in K]?: T }> =>
  fc
    .option(value, { nil: undefined, freq: 2 })
    .map((it) => (it === undefined ? {} : { [key]: it }) as { [key in K]?: T });

/** Parts put together into one node. */
function made<T extends object>(parts: fc.Arbitrary<object>[]): fc.Arbitrary<T> {
  return fc.tuple(...parts).map((all) => Object.assign({ span }, ...all) as T);
}
const fixed = <T extends object>(parts: T) => fc.constant(parts);
const some = <K extends string, T>(key: K, value: fc.Arbitrary<T>) => value.map((it) => ({ [key]: it }));

/** `every 6 months from D` */
const periods = (anchor: fc.Arbitrary<Expression>) =>
  made([
    ...[fixed({ kind: "InterestPeriods" }), some("anchor", anchor)],
    some("length", fc.constantFrom(node({ digits: "6", unit: "month" }), node({ digits: "1", unit: "year" }))),
  ]);

/** A unit, and for business days perhaps a calendar. */
const countedDays = fc.oneof(some("unit", dayUnit), fc.record({ unit: fc.constant("business day"), calendar: quoted }));

const digits = fc.constantFrom(
  "0",
  "1",
  "2",
  "0.05",
  "12",
  "500000",
  "1000.25",
  "100000000",
  "007",
  "-5",
  "-0.25",
  "-1",
);
const units = ["number", "money", "price", "shares", "percent", "rate", "days", "weeks", "months", "years"] as const;
const figure = made([
  fixed({ kind: "NumberLiteral" }),
  some("digits", digits),
  some("unit", fc.constantFrom(...units)),
]);
const wholeNumber = made([
  fixed({ kind: "NumberLiteral", unit: "number" }),
  some("digits", fc.constantFrom("1", "3", "20")),
]);

const column = fc.constantFrom("low", "high", "close", "rate", "fixing").map(identifier);

const leaves: fc.Arbitrary<object> = fc.oneof(
  figure,
  fc.constantFrom("2005-12-28", "2008-02-29").map((text) => node({ kind: "DateLiteral", text })),
  fc.constantFrom("18:00", "00:00").map((text) => node({ kind: "TimeLiteral", text })),
  fc.constantFrom("actual/360", "30E/360").map((text) => node({ kind: "DayCountName", text })),
  quoted.map(({ text }) => node({ kind: "TextLiteral", text })),
  fc.boolean().map((value) => node({ kind: "YesNoLiteral", value })),
  fc.constantFrom(node({ kind: "Unlimited" }), node({ kind: "Today" }), node({ kind: "DayEnded" })),
  name.map((it) => node({ kind: "NameReference", name: it })),
  memberName.map((it) => node({ kind: "ItsReference", name: it })),
  memberName.map((it) => node({ kind: "ItsReference", name: it, isPrevious: true })),
  name.map((it) => node({ kind: "ThisReference", event: it })),
  column.map((it) => node({ kind: "MarketColumn", column: it })),
  made([fixed({ kind: "MarketColumn" }), some("series", name), some("column", column)]),
  made([fixed({ kind: "UnderSection" }), some("name", name), some("sections", sections)]),
  made([fixed({ kind: "ReadingTest" }), some("reading", quoted), some("choice", quoted)]),
);

/** Dates of a schedule between two days, on one side of one, or all. */
const dates = (part: fc.Arbitrary<Expression>) =>
  fc.oneof(
    made([
      ...[fixed({ kind: "ScheduledDates" }), some("from", part), some("to", part)],
      ...[some("fromIncluded", fc.boolean()), some("toIncluded", fc.boolean())],
    ]),
    made([fixed({ kind: "ScheduledDates", toIncluded: true }), some("from", part), some("fromIncluded", fc.boolean())]),
    made([fixed({ kind: "ScheduledDates", fromIncluded: true }), some("to", part), some("toIncluded", fc.boolean())]),
    fc.constant(node({ kind: "ScheduledDates", fromIncluded: true, toIncluded: true })),
  );

/** Every kind of expression, with every kind in each of its places. */
export const expression = fc.letrec<{ expression: Expression; days: object }>((tie) => {
  const part = tie("expression");
  const operands = (minLength: number, maxLength: number) =>
    some("operands", fc.array(fc.record({ value: part, ifSet: fc.boolean() }), { minLength, maxLength }));
  const range = made([
    ...[fixed({ kind: "DayRange" }), some("from", part), some("to", part)],
    ...[some("fromIncluded", fc.boolean()), some("toIncluded", fc.boolean())],
  ]);
  const rangeOf = (unit: fc.Arbitrary<object>) => fc.tuple(range, unit).map(([it, days]) => ({ ...it, ...days }));
  const conditions = fc.tuple(fc.array(part, { minLength: 1, maxLength: 3 }), fc.boolean());
  return {
    days: fc.oneof(
      rangeOf(countedDays),
      made([fixed({ kind: "DayWindow" }), some("count", part), countedDays, some("ending", part)]),
    ),
    expression: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      leaves as fc.Arbitrary<Expression>,
      ...(
        [
          [fixed({ kind: "MarketColumn" }), maybe("series", name), some("column", column), some("date", part)],
          [
            ...[fixed({ kind: "MarketColumn" }), maybe("series", name), some("column", column), some("date", part)],
            ...[some("count", part), some("unit", dayUnit)],
          ],
          [fixed({ kind: "MemberReference" }), some("target", part), some("name", memberName)],
          [
            ...[fixed({ kind: "Arithmetic" }), some("operator", fc.constantFrom("+", "-", "*", "/", "^"))],
            ...[some("left", part), some("right", part)],
          ],
          [
            fixed({ kind: "Extreme" }),
            some("word", fc.constantFrom("lesser", "greater", "earlier", "later")),
            operands(2, 2),
          ],
          [
            fixed({ kind: "Extreme" }),
            some("word", fc.constantFrom("least", "greatest", "earliest", "latest")),
            operands(1, 3),
          ],
          [fixed({ kind: "Total" }), operands(1, 3)],
          [
            ...[fixed({ kind: "Cases" }), some("otherwise", part)],
            some("arms", fc.array(fc.record({ value: part, condition: part }), { minLength: 1, maxLength: 2 })),
          ],
          [
            ...[fixed({ kind: "AsRead" }), some("reading", quoted)],
            some("arms", fc.array(fc.record({ choice: quoted, value: part }), { minLength: 1, maxLength: 2 })),
          ],
          [fixed({ kind: "OnlyWhile" }), some("value", part), some("condition", part)],
          [fixed({ kind: "OrElse" }), some("value", part), some("fallback", part)],
          [
            ...[fixed({ kind: "Rounded" }), some("value", part), some("step", part)],
            some("mode", fc.constantFrom("down", "up", "half up", "half even")),
          ],
          [
            ...[fixed({ kind: "Adjusted" }), some("date", part), countedDays],
            some(
              "convention",
              fc.constantFrom("following", "modified following", "preceding", "modified preceding", "unadjusted"),
            ),
          ],
          [fixed({ kind: "AsOf" }), some("value", part), some("date", part)],
          [
            ...[fixed({ kind: "Measure" }), some("name", name)],
            some("measure", fc.constantFrom("due", "overdue", "accruing", "paid", "first overdue", "start of")),
          ],
          [fixed({ kind: "Measure", measure: "start of" }), some("name", name), some("sections", sections)],
          [fixed({ kind: "Measure", measure: "unpaid" }), some("name", name), maybe("on", part)],
          [fixed({ kind: "Measure", measure: "payable" }), some("name", name), some("on", part)],
          [
            ...[fixed({ kind: "InterestOn" }), some("rate", part), some("base", part), some("basis", part)],
            ...[some("range", rangeOf(fixed({ unit: "day" }))), maybe("periods", periods(part))],
          ],
          [
            ...[fixed({ kind: "DaysFold" }), some("operation", fc.constantFrom("sum", "average", "highest", "lowest"))],
            maybe("pick", fc.record({ count: part, which: fc.constantFrom("lowest", "highest") })),
            ...[some("body", part), some("days", tie("days")), maybe("where", part)],
          ],
          [
            ...[fixed({ kind: "DaysFold" }), some("operation", fc.constantFrom("number", "first", "last"))],
            ...[some("days", tie("days")), maybe("where", part)],
          ],
          [
            fixed({ kind: "EventsFold" }),
            some("operation", fc.constantFrom("sum", "product", "average", "highest", "lowest", "earliest", "latest")),
            ...[some("body", part), some("event", name), maybe("dates", dates(part)), maybe("where", part)],
          ],
          [
            ...[fixed({ kind: "EventsFold" }), some("operation", fc.constantFrom("number", "first", "last"))],
            ...[some("event", name), maybe("dates", dates(part)), maybe("where", part)],
          ],
          [
            ...[fixed({ kind: "DaysTest" }), some("quantifier", fc.constantFrom("every", "some", "no"))],
            ...[some("days", tie("days")), some("condition", part)],
          ],
          [
            ...[fixed({ kind: "EventsTest" }), some("quantifier", fc.constantFrom("every", "some", "no"))],
            ...[some("event", name), some("condition", part)],
          ],
          [
            ...[fixed({ kind: "DateShift" }), some("count", fc.oneof(wholeNumber, part)), some("from", part)],
            some("unit", fc.constantFrom("day", "business day", "trading day", "week", "month", "year")),
            some("direction", fc.constantFrom("after", "before")),
          ],
          [
            ...[fixed({ kind: "DateStep" }), some("which", which), countedDays, some("relation", relation)],
            some("from", part),
          ],
          [
            ...[fixed({ kind: "PeriodEdge" }), some("which", which), countedDays, some("of", part)],
            some("period", fc.constantFrom("month", "quarter", "year")),
          ],
          [...[fixed({ kind: "DatePart" }), some("of", part)], some("part", fc.constantFrom("day", "month", "year"))],
          [
            ...[fixed({ kind: "EveryStep" }), some("which", which), some("months", fc.oneof(wholeNumber, part))],
            ...[some("anchor", part), some("relation", relation), some("from", part)],
          ],
          [
            ...[fixed({ kind: "Comparison" }), some("left", part), some("right", part)],
            some(
              "word",
              fc.constantFrom(
                ...["is", "is not", "more than", "less than", "at least", "at most"],
                ...["before", "after", "on or before", "on or after"],
              ),
            ),
          ],
          [fixed({ kind: "SetTest" }), some("value", part), some("isNegated", fc.boolean())],
          [fixed({ kind: "HappenedTest" }), some("target", part), some("isNegated", fc.boolean())],
          [
            fixed({ kind: "OneOf" }),
            some("value", part),
            some("options", fc.array(quoted, { minLength: 1, maxLength: 2 })),
          ],
          [
            fixed({ kind: "DutyTest" }),
            some("duty", part),
            some("standing", fc.constantFrom("performed", "open", "breached", "excused", "late")),
          ],
          [fixed({ kind: "DutyTest", standing: "late" }), some("duty", part), some("byMoreThan", part)],
          [fixed({ kind: "BreachTest" }), some("party", name), some("sections", sections)],
          [
            fixed({ kind: "DutyMeasure" }),
            some("measure", fc.constantFrom("delay", "performance", "breach")),
            some("duty", part),
          ],
          [fixed({ kind: "ScheduledTest" }), some("value", part), some("schedule", name)],
          [fixed({ kind: "Not" }), some("condition", part)],
          [
            ...[fixed({ kind: "Logic" }), some("operator", fc.constantFrom("and", "or"))],
            some("conditions", fc.array(part, { minLength: 2, maxLength: 3 })),
          ],
          [
            ...[fixed({ kind: "ConditionList" }), some("word", fc.constantFrom("all of", "any of", "none of"))],
            some(
              "items",
              conditions.map(([all, isRoman]) =>
                all.map((condition, index) => node({ label: listLabel(index, isRoman), condition })),
              ),
            ),
          ],
        ] as fc.Arbitrary<object>[][]
      ).map((parts) => made<Expression>(parts)),
    ),
  };
}).expression;

const typeWords = [
  ...["money", "price", "shares", "percent", "rate", "number", "number per share", "date", "time", "yes or no", "text"],
] as TypeName["name"][];
const type = fc.oneof(
  fc.constantFrom(...typeWords).map((word) => node({ kind: "TypeName", name: word, options: [] })),
  fc
    .array(quoted, { minLength: 1, maxLength: 3 })
    .map((options) => node({ kind: "TypeName", name: "choice", options })),
);
const figureType = fc
  .constantFrom("price", "rate", "number", "shares", "percent")
  .map((word) => node({ kind: "TypeName", name: word, options: [] }));
const fileColumn = fc.record({
  column: fc.oneof(column, fc.constant(identifier("date"))),
  written: quoted,
});
const markets = fc.uniqueArray(
  made<{ readonly series?: Identifier }>([
    ...[fixed({ kind: "MarketFile" }), maybe("series", name), some("file", quoted)],
    some("columns", fc.array(fileColumn, { maxLength: 2 })),
  ]),
  { maxLength: 2, selector: ({ series }) => series?.text },
);
const basis = maybe("basis", fc.constantFrom("restated", "not restated"));

const field = made([
  ...[fixed({ kind: "FieldDeclaration" }), some("name", name), some("type", type), some("isOptional", fc.boolean())],
  ...[maybe("initial", expression), maybe("asOf", name)],
]);

const target = fc.oneof(
  fc.record({ isDueOnly: fc.boolean(), name }),
  fc.record({ isDueOnly: fc.constant(true), name, lateCharges: name }),
);

/** A state of the note, of one event, or of each that meets a condition. */
const changed = fc.oneof(
  fc.record({ state: name }),
  name.map((state) => ({ state, subject: { kind: "ItsReference", name: state, span } })),
  fc.record({ state: name, each: made([some("owner", name), maybe("where", expression)]) }),
);
const ofState = (parts: fc.Arbitrary<object>[]) =>
  fc.tuple(changed, made(parts)).map(([state, rest]) => ({ ...state, ...rest }));

const change = fc.oneof(
  ofState([fixed({ kind: "SetChange" }), some("value", expression)]),
  ofState([fixed({ kind: "AddChange" }), some("value", expression), some("sign", fc.constantFrom(1, -1))]),
  ofState([fixed({ kind: "ClearChange" })]),
  made([
    ...[fixed({ kind: "AccountChange", verb: "is charged" }), some("account", name), some("amount", expression)],
    ...[maybe("date", expression), maybe("payableOn", expression)],
  ]),
  made([
    ...[fixed({ kind: "AccountChange", verb: "falls due" }), some("account", name), some("date", expression)],
    ...[maybe("payableOn", expression), maybe("month", expression), maybe("inFull", fc.constant(true))],
  ]),
  made([
    ...[fixed({ kind: "AccountChange", verb: "falls due" }), some("account", name), some("amount", expression)],
    ...[some("date", expression), maybe("payableOn", expression)],
  ]),
  made([fixed({ kind: "AccountChange", verb: "is waived" }), some("account", name), maybe("month", expression)]),
  made([fixed({ kind: "AccountChange", verb: "is converted" }), some("account", name), some("amount", expression)]),
  made([fixed({ kind: "AccountChange", verb: "is cleared" }), some("account", name)]),
  made([
    ...[fixed({ kind: "AppliedChange" }), some("amount", expression)],
    some("targets", fc.array(target, { minLength: 1, maxLength: 3 })),
  ]),
);

/** One change a step, or two in the second. */
const steps = fc
  .array(change, { minLength: 2, maxLength: 3 })
  .map((all) => all.map((it, index) => ({ ...it, step: Math.min(index, 1) })));

const trigger = fc.oneof(
  made([fixed({ kind: "EventTrigger" }), some("event", name)]),
  made([fixed({ kind: "CalendarTrigger" }), some("date", expression)]),
  made([fixed({ kind: "ScheduleTrigger" }), some("schedule", name)]),
  made([
    ...[fixed({ kind: "EdgeTrigger" }), some("edge", fc.constantFrom("begins", "ends")), some("name", name)],
    ...[maybe("owner", name), some("sections", fc.oneof(fc.constant([]), sections))],
  ]),
);

/** A range of one sentence is printed as its number alone. */
const ordinals = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.nat(4))
  .map(([from, more]) => ({ from, to: from + more }));

const storyEvent = made([
  ...[fixed({ kind: "StoryEvent" }), some("on", expression), maybe("at", expression), some("event", name)],
  ...[maybe("id", quoted), maybe("refersTo", quoted)],
  some("fields", fc.array(fc.record({ name, value: expression }), { maxLength: 2 })),
]);
const storyRow = made([
  ...[fixed({ kind: "StoryRow" }), some("list", name), some("on", expression)],
  some("fields", fc.array(fc.record({ name, value: expression }), { maxLength: 2 })),
]);
const expectation = made([
  ...[fixed({ kind: "StoryExpectation" }), some("value", name), maybe("on", expression)],
  maybe("of", fc.oneof(section, fc.constantFrom("c1", "a b").map(identifier))),
  some(
    "expected",
    fc.oneof(
      expression as fc.Arbitrary<object>,
      fc.constant({ kind: "ExpectedNull" }),
      quoted.map((text) => ({ kind: "ExpectedError", text })),
    ),
  ),
]);

const beyond = fc.oneof(
  made([fixed({ kind: "Fixed" }), some("rule", fc.constantFrom("cut back", "void"))]),
  made([
    ...[fixed({ kind: "AsRead" }), some("reading", quoted)],
    some(
      "arms",
      fc.array(fc.record({ choice: quoted, rule: fc.constantFrom("cut back", "void") }), {
        minLength: 1,
        maxLength: 2,
      }),
    ),
  ]),
);

const duty = [
  ...[fixed({ kind: "Duty" }), some("party", name), some("due", expression), maybe("owner", name)],
  ...[maybe("name", name), maybe("condition", expression)],
];

/** A power is for each of some events only with a last day for each. */
const endsBy = fc
  .tuple(fc.option(expression, { nil: undefined }), fc.option(name, { nil: undefined }))
  .map(([due, owner]) => (due === undefined ? {} : { due, ...(owner !== undefined && { owner }) }));

/** Only an event with a day of its own may open that day. */
const effect = fc
  .tuple(fc.option(expression, { nil: undefined }), fc.boolean())
  .map(([day, opensDay]) => (day === undefined ? { opensDay: false } : { takesEffectOn: day, opensDay }));

const range = (toIncluded: boolean) =>
  made([
    ...[fixed({ kind: "DayRange", unit: "day", toIncluded }), some("fromIncluded", fc.boolean())],
    ...[some("from", expression), some("to", expression)],
  ]);
const stub = fc.constantFrom("short", "long");
const moved = maybe(
  "moved",
  fc.record({ convention: fc.constantFrom("following", "modified preceding", "unadjusted"), unit: dayUnit }),
);
const intervals = made([
  fixed({ kind: "CycleDates" }),
  some(
    "cycle",
    made([
      fixed({ kind: "Interval" }),
      ...[maybe("count", fc.oneof(wholeNumber, expression)), some("unit", fc.constantFrom("month", "year"))],
    ]),
  ),
  ...[some("range", range(true)), moved, maybe("anchor", expression)],
  ...[maybe("firstPeriod", stub), maybe("lastPeriod", stub), maybe("keepsMonthEnds", fc.constant(true))],
]);
const yearDay = fc.constantFrom({ month: 5, day: 6 }, { month: 2, day: 29 }, { month: 12, day: 31 }).map(node);
const daysOfYears = made([
  fixed({ kind: "CycleDates" }),
  some("cycle", made([fixed({ kind: "DaysOfYear" }), some("days", fc.array(yearDay, { minLength: 1, maxLength: 3 }))])),
  ...[some("range", range(false)), moved, maybe("firstPeriod", stub)],
]);
const datesPart = made([fixed({ kind: "DatesPart" }), some("date", expression), maybe("each", name)]);
const joinedDates = made([
  ...[fixed({ kind: "JoinedDates" }), some("parts", fc.array(datesPart, { minLength: 1, maxLength: 3 }))],
]);

const givenDates = made([
  ...[fixed({ kind: "GivenDates" }), some("columns", fc.array(field, { maxLength: 2 }))],
  maybe("isOptional", fc.constant(true)),
]);

/** Every kind of statement. */
export const statement: fc.Arbitrary<Statement> = fc.oneof(
  ...(
    [
      [
        ...[fixed({ kind: "NoteHead" }), some("title", quoted), some("parties", fc.array(name, { maxLength: 2 }))],
        maybe("language", fc.constant(node({ version: 1 }))),
        ...[
          maybe("existsFrom", name),
          maybe("maturesOn", name),
          maybe("businessDays", quoted),
          maybe("timesIn", quoted),
        ],
        maybe("contractText", quoted),
        maybe("marketData", fc.constant(node({ rule: "strict" }))),
        maybe("tradingDays", name),
      ],
      [fixed({ kind: "Given" }), some("name", name), some("type", type), maybe("initial", expression)],
      [
        ...[fixed({ kind: "SeriesDeclaration" }), some("name", name)],
        some(
          "columns",
          fc.array(made([some("column", column), maybe("type", figureType)]), { minLength: 1, maxLength: 3 }),
        ),
      ],
      [fixed({ kind: "SectionHeading" }), some("label", section), maybe("title", quoted)],
      [
        ...[fixed({ kind: "EventDeclaration" }), some("name", name), maybe("refersTo", name), maybe("by", name)],
        ...[some("fields", fc.array(field, { maxLength: 3 })), effect],
      ],
      [fixed({ kind: "ShareBasis" }), some("event", name), some("ratio", expression)],
      [
        ...[fixed({ kind: "Definition" }), some("name", name), maybe("owner", name), some("value", expression)],
        some("verb", fc.constantFrom("means", "holds when", "is fixed as")),
      ],
      [
        ...[
          fixed({ kind: "Definition", verb: "means" }),
          some("name", name),
          some("solved", type),
          some("value", expression),
        ],
      ],
      [
        ...[fixed({ kind: "Definition", isOfSchedule: true }), some("name", name), some("owner", name)],
        ...[some("value", expression), some("verb", fc.constantFrom("means", "holds when", "is fixed as"))],
      ],
      [
        ...[fixed({ kind: "ScheduleDeclaration" }), some("name", name), maybe("begins", expression)],
        some("dates", fc.oneof(intervals, daysOfYears, joinedDates)),
      ],
      [fixed({ kind: "ScheduleDeclaration" }), some("name", name), some("dates", givenDates)],
      [fixed({ kind: "StatusDefinition" }), some("name", name), some("from", name), some("until", name)],
      [
        fixed({ kind: "StateDeclaration" }),
        some("name", name),
        maybe("owner", name),
        some("initial", expression),
        basis,
      ],
      [fixed({ kind: "StateDeclaration" }), some("name", name), maybe("owner", name), some("type", type), basis],
      [
        ...[fixed({ kind: "StateDeclaration" }), some("name", name), maybe("owner", name)],
        some("fixing", made([some("event", name), some("value", expression)])),
      ],
      [
        ...[fixed({ kind: "AccountDeclaration" }), some("name", name), some("debtor", name), some("creditor", name)],
        maybe(
          "accrual",
          made([
            ...[some("rate", expression), some("base", expression), some("basis", expression)],
            ...[maybe("isOnEach", fc.constant(true)), maybe("periods", periods(expression))],
          ]),
        ),
        ...[maybe("from", expression), maybe("condition", expression), maybe("dayOfPayment", expression)],
      ],
      [
        ...[
          fixed({ kind: "ReadingDeclaration" }),
          some("name", quoted),
          maybe("passage", quoted),
          maybe("chosen", quoted),
        ],
        some("choices", fc.array(quoted, { minLength: 1, maxLength: 3 })),
      ],
      [
        ...[fixed({ kind: "Rule" }), some("trigger", trigger), maybe("condition", expression)],
        some("changes", fc.oneof(fc.array(change, { minLength: 1, maxLength: 3 }), steps)),
      ],
      [fixed({ kind: "DayOrder" }), some("sections", fc.array(section, { minLength: 2, maxLength: 3 }))],
      [
        ...[fixed({ kind: "Exception" }), some("name", name), maybe("of", section), some("condition", expression)],
        ...[some("value", expression), some("over", fc.oneof(fc.constant([]), sections))],
      ],
      [
        ...[fixed({ kind: "Power" }), some("party", name), some("event", name), maybe("name", name)],
        some("conditions", fc.array(made([some("condition", expression), maybe("reason", quoted)]), { maxLength: 3 })),
        ...[
          maybe("askingFor", expression),
          some("limits", fc.array(made([some("value", expression)]), { maxLength: 3 })),
        ],
        ...[maybe("beyond", beyond), maybe("giving", name), endsBy],
        ...[maybe("electing", expression), maybe("otherwise", expression)],
      ],
      [...duty, some("event", name)],
      [...duty, some("amount", expression), maybe("to", name)],
      [
        ...[fixed({ kind: "Prohibition" }), some("party", name), some("event", name), maybe("unless", expression)],
        some("name", name),
      ],
      [
        ...[fixed({ kind: "Covenant" }), some("party", name), maybe("unless", expression), some("name", name)],
        some(
          "condition",
          made([
            ...[fixed({ kind: "Comparison" }), some("left", expression), some("right", expression)],
            some("word", fc.constantFrom("more than", "less than")),
          ]),
        ),
      ],
      [
        ...[
          fixed({ kind: "DefaultDeclaration" }),
          some("family", name),
          maybe("owner", name),
          some("condition", expression),
        ],
        ...[maybe("cureBy", expression), some("ends", fc.constantFrom("with the condition", "never"))],
      ],
      [fixed({ kind: "InWords", modality: "says" }), some("text", quoted)],
      [
        ...[fixed({ kind: "InWords" }), some("party", name), some("text", quoted)],
        some("modality", fc.constantFrom("must", "may", "must not")),
      ],
      [
        ...[fixed({ kind: "OurView" }), maybe("on", name), some("text", quoted)],
        ...[maybe("insteadOf", quoted), maybe("favours", name)],
      ],
      [
        fixed({ kind: "SentenceMark" }),
        some("sentences", fc.array(ordinals, { minLength: 1, maxLength: 3 })),
        maybe("reason", quoted),
      ],
      [fixed({ kind: "SentenceMark", sentences: [] }), some("reason", quoted)],
      [fixed({ kind: "RoleMark" }), some("role", quoted), some("name", name)],
      [
        ...[fixed({ kind: "Story" }), some("title", quoted), maybe("calendar", quoted)],
        some("market", markets),
        some("terms", fc.array(fc.record({ name, value: expression }), { maxLength: 2 })),
        some("rows", fc.array(storyRow, { maxLength: 2 })),
        some("readings", fc.array(fc.record({ name: quoted, choice: quoted }), { maxLength: 2 })),
        some("events", fc.array(storyEvent, { maxLength: 2 })),
        some("expectations", fc.array(expectation, { maxLength: 2 })),
      ],
    ] as fc.Arbitrary<object>[][]
  ).map((parts) => made<Statement>(parts)),
);

export function treeOf(statements: readonly Statement[]): SyntaxTree {
  return { kind: "SyntaxTree", statements, span };
}

/** A tree without its places, for comparison. */
export function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== "span" && key !== "trivia");
  return Object.fromEntries(entries.map(([key, part]) => [key, withoutPlaces(part)]));
}
