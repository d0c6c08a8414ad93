import { EOF } from "chevrotain";
import { placesOfTime } from "./forms/places.ts";
import type { Token } from "./tokens.ts";
import { tokens as t } from "./tokens.ts";
import { isIn } from "./words.ts";

/**
 * The grammar, without meaning. Rules stand in reading order: statements, their parts, values, conditions, dates.
 *
 * `Name` is a token of `tokens.ts`, `name` another rule, `<role>` any word of a role of the vocabulary, and `at:` before
 * one of them its name in the tree. `?`, `*` and `+` are as usual, `|` parts alternatives, and brackets group. `#entry` is a
 * list of entries whose labels go on from one to the next. `[gate]` at the head of what may be left out, or of an
 * alternative, names what has to hold there as well, and `~` an alternative that goes before a later one with the same
 * opening. Two tokens decide every choice; a test has Chevrotain look for choices that they don't.
 */
export const productions = {
  // ---------------------------------------------------------------- statements
  statement: `noteHead | given | series | sectionHeading | eventDeclaration | shareBasis | namedDeclaration | account | reading | rule | dayOrder
    | exception | partyClause | inWords | ourView | sentenceMark | roleMark | story | plan | signal | priceImpact | clauseHead | takes | gives | use`,
  noteHead: `Note title:Text (
      LanguageLine version:NumberLiteral
    | PartiesLine party:Name (Comma party:Name)*
    | ExistsFromLine existsFrom:Name
    | MaturesOnLine maturesOn:Name
    | CurrenciesLine currency:Name (Comma currency:Name)*
    | BusinessDaysLine businessDays:Text
    | TimesAreInLine timesIn:Text
    | MarketDataLine marketData:<marketData>
    | TradingDaysLine (tradedSeries:Name (By exchange:Text)? | exchange:Text)
    | ContractTextLine contractText:Text
  )*`,
  given: "Given Name Colon (listOfDates | type (CommaIfAny | Equals initial:value)? basis?)",
  /** `given Instalments: dates` with what each row of the list has. */
  listOfDates: "DatesType CommaIfAny? field*",
  /** `series Bid has close, fixing: number` */
  series: "Series Name Has seriesColumn (Comma seriesColumn)*",
  seriesColumn: "column (Colon type)?",
  column: "word:Word | word:RateType | word:PriceType",
  sectionHeading: "(Section sectionName | named:NamedSection) title:Text?",
  /** `1.2(a)`, `Article III`; a heading stands for a section without a number. */
  sectionName: "label:SectionToken | heading:Text",
  /** `event Instalment Due on each of Instalment Dates` happens without anybody giving it. */
  eventDeclaration: `Event Name (For refersTo:Name)? (By by:Name)? (OnEach Of schedule:Name | On date:operand)?
    (field | (TakesEffectOnLine | TakesEffectAtStartOfLine) takesEffectOn:value)*`,
  field: "Name Colon type (AsOf asOf:Name)? CommaOptional? (Equals initial:operand)?",
  /** `price in NOK`, `NOK per EUR` */
  type: "word:<type> (InCurrency currency:Name)? | currency:Name | options:texts",
  /** `"merger", "asset sale"` */
  texts: "Text ([isNextText] Comma Text)*",
  shareBasis: "ShareBasis Name By ratio:value",

  /** Every statement that opens with a name: definitions, states, defaults. */
  namedDeclaration:
    "(Name | quotedName:Text) (owner | rowOwner)? (definition | fixing | status | startingState | kindDeclaration | schedule | defaultDeclaration)",
  owner: "ForEach Name",
  /** Of each date of a schedule. */
  rowOwner: "ForEach Of Name",
  /** `is fixed, as "fraction" is read`: what is fixed is what the reading in force says. */
  definition: "verb:<definition> value | IsFixedCommaAs readings",
  fixing: "IsFixedOn event:Name ToBe value",
  status: "HoldsFrom from:Name Until until:Name",
  startingState: "StartsAt value basis?",
  /** A state that is not set at first, or a figure that depends on itself. */
  kindDeclaration: "Is (A | An)? type (CommaNotSet basis? | CommaSolvedAs value)",
  basis: "word:<basis>",
  schedule: "Are (cycleDates | joinedDates)",
  /** `every 6 May and 6 November from but excluding D to and including E`, with what is said of its ends */
  cycleDates: `Every (dayOfYear:DayOfYear ((Comma | And) dayOfYear:DayOfYear)* | count:chain? TimeUnit) range
    (convention:<convention> unit?)? (CountedFromLine anchor:value | FirstPeriodBeginsLine begins:value | FirstPeriodLine firstPeriod:<stub>
    | LastPeriodLine lastPeriod:<stub> | MonthEndsLine Kept)*`,
  /** `Coupon Dates, Instalment Dates and Maturity Date`, or days said for each date of another schedule */
  joinedDates: "datesPart ((Comma | And) datesPart)* (FirstPeriodBeginsLine begins:value)?",
  datesPart: "date:operand rowOwner?",
  defaultDeclaration: `Occurs owner? (When condition | CuredByLine cureBy:value | ContinuesLine ends:<continues>)*`,
  account: `Account Name owner? OwedBy debtor:Name To creditor:Name (
      CurrencyLine currency:Name
    | accrual
    | FromAndIncludingLine from:value (ToButExcluding Today)?
    | WhileLine condition
    | DayOfPaymentCountsLine dayOfPayment:condition
  )*`,
  /** `at the end of each day` and `to but excluding today` say what is so of every account. */
  accrual: "AccruesLine rate:product (OnEach | On) base:product AtTheEndOfEachDay? By dayCount:primary periods?",
  /** `every 6 months from Issue Date`: the interest periods by which some day counts go. */
  periods: "Every count:NumberLiteral TimeUnit From anchor:dateExpression",
  reading: "Reading name:Text (PassageLine passage:Text | ChoicesLine choices:texts | ChosenLine chosen:Text)*",

  // ---------------------------------------------------------------- rules and exceptions
  rule: `(whenTrigger | calendarTrigger | everyTrigger) AtTheClose? (If condition)?
    (change+ | CommaInThisOrder #orderedStep | Comma gift (CommaOtherwise gift)?)`,
  /** Each step finds what those before it have changed. */
  orderedStep: "ListLabel change+",
  /** What the sections bring about on one day comes one after the other. */
  dayOrder: "OrderOnOneDayLine sectionName (CommaThen sectionName)+",
  whenTrigger: "When Name (OfEach owner:Name | ForEach owner:Name)? (Under sections)? edge:<edge>?",
  calendarTrigger: "OnEach Of schedule:Name | OnEach TimeUnit | (OnEach | On) date:operand owner?",
  /** `every 10 trading days from and including Issue Date`: days on which a plan acts. */
  everyTrigger: "Every count:chain TimeUnit FromAndIncluding from:dateExpression",
  /** What a rule of a plan gives, each field with its value. */
  gift: "The party:Name Gives event:Name (Comma givenField)*",
  givenField: "Name Being operand",
  /** `X for each E where C becomes V`, `its X becomes V`: states of events. */
  change: "Name (owner (Where filter)?)? namedChange | ~ [isOfEvent] chain namedChange | [isPayment] application",
  namedChange: `BecomesNotSet | Becomes value | RisesBy value | FallsBy value
    | IsCharged With? value (DueOn date:operand)? payableOn?
    | (FallsDueOn | FallsDueInFullOn) date:operand payableOn? forTheMonth?
    | FallsDueBy product On date:operand payableOn?
    | IsWaived forTheMonth? | IsConvertedBy value | IsCleared`,
  payableOn: "CommaPayableOn date:operand",
  forTheMonth: "ForTheMonthOf dateExpression",
  application: "amount:operand IsAppliedTo paymentTarget (CommaThen paymentTarget)*",
  /** `its Note Issued's Interest`, `due Interest for each Note Issued where C pro rata`: accounts and states of events. */
  paymentTarget:
    "(Due | TheRestOf)? (~ [isOfOne] of:chain | Name (owner (Where filter)?)?) ProRata? (EachWithIts companion:Name)?",
  exception: `Notwithstanding Name (Of of:sectionName)? (WhileLine condition | ItIsLine value | OverLine over:sections)*`,
  /** `3.6`, `3.6 or 3.8`, `3.6, 3.8 or 1.6(a)` */
  sections: "sectionName ([isNextSection] (Comma | Or) sectionName)*",

  // ---------------------------------------------------------------- powers, duties, prohibitions
  /** `for each Notice, the Borrower must give …` */
  partyClause:
    "(ForEach each:Name Comma)? The party:Name (power | deliveryDuty | paymentDuty | prohibition | covenant | sale)",
  power: `MayGive event:Name endsBy? called? (onlyIf | AskingForLine askingFor:value | limit | beyond | GivingLine giving:Name
      | ElectingLine electing:value | IfNoneIsMadeLine otherwise:value)*`,
  /** The last day of a power or a duty, of each event where there is one for each. */
  endsBy: "(By | NoLaterThan | OnOrBefore) due:operand owner?",
  called: "(Called | CommaCalled) Name",
  /** A condition may open with the same words; in a power's list each entry may say its reason. */
  onlyIf: "OnlyIf (~ AllOf #requirement | condition reason?)",
  requirement: "ListLabel condition reason?",
  reason: "CommaElse Text",
  /** A value may open with the same words; here each entry is a limit of its own. */
  limit: "UpTo (~ TheLeastOf entries | value)",
  beyond: "BeyondThatLine (beyondRule | As reading:Text IsRead (choice:Text Colon beyondRule)+)",
  beyondRule: "word:<beyond>",
  deliveryDuty: "MustGive event:Name dutyTerms",
  paymentDuty: "MustPay amount:operand (To to:Name)? dutyTerms",
  dutyTerms: "endsBy (While condition owner?)? called?",
  prohibition: "MustNotGive event:Name (Unless condition)? called",
  /** `must not let Total Debt be more than $5 at any time` */
  covenant: "MustNotLet left:operand word:<be> right:operand AtAnyTime? (Unless condition)? called",

  // ---------------------------------------------------------------- words, views, roles, tests
  inWords: "(InWordsLine | InWords Comma The party:Name modality:<modality> Colon) Text",
  /** `our view on Conversion Date: "…"` says of which of several things it is. */
  ourView: "(OurViewLine | OurViewOn on:Name Colon) Text (InsteadOfLine insteadOf:Text | FavoursLine favours:Name)*",
  /** `sentence 3`, `sentences 2 to 4 are out of scope: "representation"` */
  sentenceMark: `(Sentence | Sentences) ordinals ((IsOutOfScopeLine | AreOutOfScopeLine) reason:Text)?
    | RestIsOutOfScopeLine reason:Text`,
  ordinals: "ordinalRange (Comma ordinalRange)*",
  ordinalRange: "from:NumberLiteral (To to:NumberLiteral)?",
  roleMark: "Role Text Colon Name",
  story: `Test title:Text (
      WithLine storyTerm
    | ReadingLine reading:Text Equals choice:Text
    | MarketLine marketFile
    | CalendarLine calendar:Text
    | ContinuesLine setUp:Text
    | storyEvent
    | expectation
  )*`,
  /** A deal term, or one row of a list: `with: Instalments on 2024-03-01, Amount $100` */
  storyTerm: "term:Name (Equals termValue:operand | On on:dateExpression (Comma storyField)*)",
  /** `market: Bid = "quotes.csv", close = "Bid Close", date = "Day"` */
  marketFile: "(series:Name Equals)? file:Text (Comma fileColumn)*",
  fileColumn: "(column | DateType) Equals written:Text",
  storyEvent: `On on:dateExpression (At at:primary)? Colon Name id:Text? (For refersTo:Text)?
    (Comma storyField)*`,
  /** Behind a comma `Ratio 2` is one name by its form: a number at its end is the value, where none follows. */
  storyField: "Name primary?",
  expectation: `ExpectLine Name (Of (of:Text | of:SectionToken))? (On on:dateExpression)?
    (IsNoValue | IsRefused | IsAnError error:Text | Is expected:operand) (Under section:sectionName)?`,

  // ---------------------------------------------------------------- plans
  /** The rules, sales and price impact behind it, up to the next plan, are its own. */
  plan: "Plan title:Text",
  signal: "Signal Name Equals initial:operand basis?",
  /** `the Holder sells Shares Issued, at most 10% * market volume, at market vwap, leaving Unsold Shares` */
  sale: "Sells of:operand CommaAtMost most:operand Comma At price:operand (CommaLeaving leaving:Name)?",
  priceImpact:
    "PriceImpactLine coefficient:operand (LastingPartLine lasting:operand | HalfLifeLine halfLife:operand | SourceLine source:Text)*",

  // ---------------------------------------------------------------- clauses that notes share
  clauseHead: `Clause title:Text
    (LanguageLine version:NumberLiteral | SaysLine says:Text | SentenceLine sentence:Text | AlsoKnownAsLine alsoKnownAs:texts | SourceLine source:Text)*`,
  /** `takes Issue Price for each Issuance: price meaning "…"`, `changes Ratcheted Price: price` */
  takes: `verb:<takes> Name owner? Colon (Event (For refersTo:Name)? | Account | Party | DayCountType | type) meaning?`,
  meaning: "Meaning Text",
  /** `gives Lowers Price for each Issuance meaning "…"` */
  gives: "Gives Name owner? meaning?",
  use: "Use clause:Text (From file:Text)? (InCurrency currency:Name)? (SaysLine says:Text)? binding*",
  binding: "Name Colon value",

  // ---------------------------------------------------------------- values
  /** Cases, `only while` or `or else` over what stands at its head; two of these need brackets. */
  value: "asRead | table | head:rounded (cases | onlyWhile | orElse)?",
  asRead: "As readings",
  readings: "reading:Text IsRead ([isNextArm] readingArm)+",
  readingArm: "choice:Text Colon value",
  /** `by the table of Days Since Issue`, with a row for each range of it; with columns, a row for each figure of it. */
  table: `ByTheTableOf key:product (And across:product)? CommaInStraightLines?
    (~[isTableFile] tableFile | (ColumnsLine column:literal (Comma column:literal)*)? ([isTableRow] tableRow)+)`,
  /** `from "premium.csv": percent`: the rows stand in a file. */
  tableFile: "From file:Text Colon type basis?",
  /** `0 to 30: 120%`, `$0 to but excluding $100: 5%`, `from 181: 150%`, `up to 30: 5%`, `$20: 4, 3, 2` */
  tableRow:
    "(From from:literal | UpTo upTo:literal | at:literal ((To | ToButExcluding) to:literal)?) Colon cell:operand (Comma cell:operand)*",
  cases: "If condition furtherCase* CommaOtherwise (asRead | otherwise:rounded)",
  furtherCase: "Comma rounded If condition",
  onlyWhile: "OnlyWhile condition",
  orElse: "(CommaOrElse rounded)+",
  /** `Amount, rounded down to $0.01`, `Amount, rounded to the nearest cent`, `Due Date, modified following`; business days are meant where no others are named. */
  rounded: "condition (mode:<rounding> (Cent | step:primary) | convention:<convention> ([isUnit] unit)?)?",

  // ---------------------------------------------------------------- conditions
  condition: "conditionList | logic",
  conditionList: "word:<conditionList> #conditionEntry",
  conditionEntry: "ListLabel condition",
  logic: "test ((And test)+ | (Or test)+)?",
  test: "Not? (daysTest | [isEventsTest] eventsTest | readingTest | [isBreachTest] breachTest | comparison)",
  daysTest: "quantifier:<dayQuantifier> unit (range | Of dayWindow) Comma test",
  /** `some Buy-In for this Notice of Conversion is Settled`, `no Partial Call has C` */
  eventsTest: "quantifier:<eventQuantifier> Name (eventsAre | ofThis (eventsAre | HasHappened))",
  eventsAre: "Has test | (Is | IsNot) memberName",
  ofThis: "For This event:Name",
  readingTest: "reading:Text IsRead choice:Text",
  /** `the Borrower is in breach of 4.2 or 4.3` */
  breachTest: "The party:Name IsInBreachOf sections",
  comparison: `left:operand
    (IsSet | IsNotSet | IsContinuing | IsNotContinuing | HasHappened | HasNotHappened | IsOneOf (options:texts | schedule:Name) | standing:<standing>
      | IsLateByMoreThan right:operand | relation right:operand)?`,
  relation: "word:<comparison>",

  // ---------------------------------------------------------------- operands
  /** What a comparison compares and a list adds up: a pick, a fold, interest, or a sum of products. */
  operand: "pairPick | listPick | fold | interestOn | sum",
  pairPick: "word:<pairPick> (entries | several)",
  /** `A and B`, `A, B and C` */
  several: "pickOperand (Comma pickOperand)* Comma? And pickOperand",
  pickOperand: "product CommaIfSet?",
  listPick: "word:<listPick> (entries | several) | TheTotalOf (entries | [isNoLabel] foldBody)",
  entries: "#entry",
  entry: "ListLabel operand CommaIfSet? ([isBetweenEntries] (Comma And? | And))?",
  fold: "word:<extremeFold> (entries | foldBody) | word:<fold> extremesPick? foldBody | word:<count> set",
  foldBody: "product (Over set | ForEach event:Name (Where filter)?)",
  /** `the 3 lowest of` */
  extremesPick: "The count:primary which:<extremes>",
  set: `event:Name Events ofThis? (Where filter)? | ~ [isScheduled] schedule:Name (range | direction dateExpression)? (Where filter)?
    | (~ unit range | ThoseOf? dayWindow) (OnWhich filter | ThatHaveEnded)?`,
  filter: "Not? dated",
  /** `from and including D to but excluding E` */
  range: "opening:<rangeStart> from:dateExpression closing:<rangeEnd> to:dateExpression",
  /** `20 trading days ending D`, `the last 20 trading days on which C ending D` */
  dayWindow: "(The | [isLastOf] TheLast)? count:chain unit (OnWhich filter)? Ending dateExpression",
  /** The factor is interest on 1. */
  interestOn:
    "(InterestAt rate:product On base:product | TheInterestFactorAt rate:product) range By dayCount:primary periods?",
  sum: "product (operator:<sum> product)*",
  product: "raised (operator:<product> raised)*",
  /** `A to the power of N`; two powers in a row need brackets. */
  raised: "Minus? Fraction? base:dated (ToThePowerOf exponent:dated)?",
  /** A value with what follows it closely: its members, `as of`, and a shift of so many days. */
  dated: "primary (member | asOf)* ([isShift] shift)?",
  member: "Possessive memberName (PayableOn payableOn:dateExpression)?",
  asOf: "AsOf dateExpression",
  /** `business days after D`; `months` alone makes the number before it a length of time. */
  shift: `unit (direction:<shift> dateExpression | HavePassedSince since:dateExpression)?
    | clockUnit:<clockUnit> direction:<shift> dateExpression`,
  /** `business days`, `"london and us-bank" business days` */
  unit: "calendar:Text? TimeUnit",
  dateExpression: "chain ([isShift] shift)?",
  chain: "primary member*",
  primary: "literal | clockTime | reference | measure | dutyMeasure | step | everyStep | datePart | bracket",
  bracket: "LeftBracket value RightBracket",
  literal: `(figure:<figure> | DateLiteral | DayCount | Text | answer:<yesNo> | Unlimited | EulersNumber | Today | TheDayHasEnded)
    ([isOfFigure] basis)?`,
  /** `17:00`, `17:00 London on D`, `the end of the day` */
  clockTime: "(TimeLiteral | edge:<dayEdge>) ([isPlace] place:Name TimeType? (On on:chain)?)?",
  reference: `Name (Under sections | PayableOn payableOn:dateExpression)? ([isColumn] column upToDay?)?
    | (Its Previous? | ItIs | ItIsNot) memberName (PayableOn payableOn:dateExpression)?
    | This event:Name
    | Market column upToDay?`,
  /** `EURNOK fixing at or before D, at most 5 business days earlier` */
  upToDay: "AtOrBefore dateExpression (CommaAtMost most:chain unit Earlier)?",
  /** A field or value of an event, or its `date` or `time`. */
  memberName: "word:<member>",
  /** `unpaid Interest`, `unpaid its Interest`, `overdue its Note Issued's Interest`. */
  measure: "word:<measure> (~ [isOfOne] of:chain | Name) ([isDated] On on:chain)? ([isStart] Under sections)?",
  /** `the days of delay of its Delivery` */
  dutyMeasure: "word:<dutyMeasure> duty:chain",
  /** `the first business day on or after D`, `the last day of the month of D` */
  step: "which:<which> unit (direction | period:<period>) dateExpression",
  /** `the first of every 3 months from D on or after today`, or `the first 3-month anniversary of D on or after today` */
  everyStep: `(which:<whichAnniversary> | which:<whichOfEvery> count:chain TimeUnit From) anchor:dateExpression direction
    from:dateExpression`,
  direction: "word:<relation>",
  /** `the month of D`: 1 to 12 */
  datePart: "part:<datePart> dateExpression",
} as const;

/** The token so far from a place: 1 is the next one, -1 the last. */
export type Look = (howMuch: number) => Token;

/** How a statement is read. */
export interface Reading {
  /** Whether a lower-case word behind a name is a column of a series. */
  readonly takesColumns: boolean;
}

/** What has to hold at a place beside the next two tokens. */
export const gates: Readonly<Record<string, (look: Look, reading: Reading) => boolean>> = {
  isNextText: (look) => look(2).tokenType === t.Text,
  isNextArm: (look) => look(2).tokenType === t.Colon,
  isTableFile: (look) => look(1).tokenType === t.From && look(2).tokenType === t.Text,
  isTableRow,
  isNextSection,
  /** `no` may also be the answer `no` with a name on the next line. */
  isEventsTest: (look) => look(1).tokenType !== t.No || opensEventsTest.has(look(3).tokenType),
  isBreachTest: (look) => look(3).tokenType === t.IsInBreachOf,
  isOfFigure,
  /** `(i) A, (ii) B and (iii) C` on one line. */
  isBetweenEntries: (look) => look(look(2).tokenType === t.And ? 3 : 2).tokenType === t.ListLabel,
  isPayment: (look, { takesColumns }) => takesColumns || look(1).tokenType !== t.Name || look(2).tokenType !== t.Word,
  isOfEvent,
  /** `(1) A` is a list whose label is not written as one. */
  isNoLabel: (look) => look(2).tokenType !== t.NumberLiteral || look(3).tokenType !== t.RightBracket,
  isColumn: (look, { takesColumns }) => takesColumns && look(0).tokenType === t.Name,
  /** A text may also open the next choice or stand for something else: then no unit follows it. */
  /** A name that does not stand for how many days there are. */
  isScheduled: (look) => {
    const isCount = isUnit(look(look(2).tokenType === t.Text ? 3 : 2));
    return look(1).tokenType === t.Name && !isCount && !goesOn.has(look(2).tokenType);
  },
  isUnit: (look) => isUnitAt(look),
  /** `the last 20 trading days`, and not `the last trading day before D` as a count. */
  isLastOf: (look) => !isUnit(look(look(2).tokenType === t.Text ? 3 : 2)),
  isShift: (look) => isUnitAt(look) || isIn(look(1).tokenType.name, "clockUnit"),
  /** Another name behind a time may be of the next line. */
  isPlace: (look) =>
    look(1).tokenType === t.Name &&
    (placesOfTime.has(look(1).image) || look(2).tokenType === t.On || look(2).tokenType === t.TimeType),
  isOfOne: (look) => look(1).tokenType === t.Its || look(1).tokenType === t.This,
  isDated: (look) => [t.Unpaid, t.Overdue].includes(measureBehind(look)),
  isStart: (look) => look(-1).tokenType === t.StartOf,
};

/** A row of a table, and not the limit of a power or an amount that is paid. */
function isTableRow(look: Look): boolean {
  const opens = look(1).tokenType;
  let at = opens === t.From || opens === t.UpTo ? 2 : 1;
  while (!rowEnds.has(look(at).tokenType) && at < longestBound) at++;
  return rowEnds.has(look(at).tokenType);
}
/** A figure may say of what shares it is. */
const longestBound = 5;
const rowEnds = new Set([t.Colon, t.To, t.ToButExcluding]);

/** What follows the event in a test of events. */
const opensEventsTest = new Set([t.Has, t.Is, t.IsNot, t.For]);

/** What makes more of a name than a name. */
const goesOn = new Set([t.Possessive, t.Under, t.PayableOn, t.Events, t.Word, t.RateType, t.PriceType]);

const isUnitAt = (look: Look) => [1, 2].some((at) => isUnit(look(at)) && (at === 1 || look(1).tokenType === t.Text));

/** The word in front of an account, or of one of an event. */
function measureBehind(look: Look): Token["tokenType"] {
  let at = 0;
  while (ofAccount.has(look(at).tokenType)) at--;
  return look(at).tokenType;
}
const ofAccount = new Set([t.Name, t.Possessive, t.Its, t.This]);

/** A name behind `its` or `this`, and what is done to it. */
function isOfEvent(look: Look): boolean {
  if (look(1).tokenType !== t.Its && look(1).tokenType !== t.This) return false;
  let at = 2;
  while (look(at).tokenType === t.Name || look(at).tokenType === t.Possessive) at++;
  const verb = look(at).tokenType.name;
  return isIn(verb, "stateVerb") || isIn(verb, "accountVerb");
}

const isUnit = ({ tokenType }: Token): boolean => (tokenType.CATEGORIES ?? []).includes(t.TimeUnit);

/** After a comma a plain number or a text may also open the next case: then it stands alone before no `or` and no end. */
function isNextSection(look: Look): boolean {
  const { tokenType } = look(2);
  if (tokenType === t.Text && look(1).tokenType === t.Or) return look(3).tokenType !== t.IsRead;
  if (tokenType !== t.Text && !(tokenType.CATEGORIES ?? []).includes(t.SectionToken)) return false;
  if (look(1).tokenType === t.Or || (tokenType !== t.NumberLiteral && tokenType !== t.Text)) return true;
  const after = look(3).tokenType;
  return endsSections.has(after) || after.LABEL?.endsWith(":") === true;
}

/** What may follow a list of sections after its last comma. */
const endsSections = new Set([t.Comma, t.Or, t.Begins, t.Ends, EOF]);

/** In a value with which something starts, the words about splits belong to the whole statement, not to a figure. */
function isOfFigure(look: Look): boolean {
  if (!isIn(look(1).tokenType.name, "basis")) return false;
  for (let at = -1; ; at--) {
    const { tokenType } = look(at);
    if (tokenType === t.Given || tokenType === t.StartsAt || tokenType === t.Signal) return false;
    if (tokenType === EOF) return true;
  }
}
