/**
 * Every word of the language, once: its text, its role, the token it is, and what it means in the syntax tree.
 *
 * Tokens, parser, messages, the syntax tree, its lowering, the printer and the tests read this table. A new row in a role
 * is parsed and printed like the others of its role; whatever has to think about its meaning fails to compile.
 */
export interface Row {
  /** As written, in single blanks; a label with its colon. For tokens with many texts, what a message calls them. */
  readonly words: string;
  readonly role: Role;
  /** A second role, where the grammar takes the same word for something else. */
  readonly also?: Role;
  /** What the syntax tree says for it. */
  readonly means?: string;
  /** Whether a name that follows is declared by it. */
  readonly declares?: true;
  /** For figures: their form, with F for the digits, and an example. */
  readonly form?: string;
  readonly example?: string;
}

/** What a word is for. */
export type Role =
  | "head"
  | "line"
  | "connector"
  | "part"
  | "type"
  | "kind"
  | "takes"
  | "definition"
  | "declaration"
  | "basis"
  | "continues"
  | "edge"
  | "stateVerb"
  | "accountVerb"
  | "beyond"
  | "modality"
  | "tail"
  | "rounding"
  | "conditionList"
  | "logic"
  | "negation"
  | "dayQuantifier"
  | "eventQuantifier"
  | "comparison"
  | "stateTest"
  | "sum"
  | "product"
  | "power"
  | "pairPick"
  | "listPick"
  | "total"
  | "extremeFold"
  | "fold"
  | "count"
  | "extremes"
  | "rangeStart"
  | "rangeEnd"
  | "relation"
  | "shift"
  | "which"
  | "whichOfEvery"
  | "whichAnniversary"
  | "period"
  | "dayUnit"
  | "longUnit"
  | "measure"
  | "payable"
  | "interest"
  | "member"
  | "reference"
  | "yesNo"
  | "constant"
  | "figure"
  | "literal"
  | "section"
  | "mark";

export const vocabulary = {
  // ---------------------------------------------------------------- heads of statements
  Note: { words: "note", role: "head" },
  Given: { words: "given", role: "head", declares: true },
  Section: { words: "section", role: "head" },
  Event: { words: "event", role: "head", declares: true },
  ShareBasis: { words: "share basis changes on", role: "head" },
  Account: { words: "account", role: "head", declares: true },
  Reading: { words: "reading", role: "head" },
  When: { words: "when", role: "head" },
  OnEach: { words: "on each", role: "head" },
  Notwithstanding: { words: "notwithstanding", role: "head" },
  The: { words: "the", role: "head", also: "connector" },
  Role: { words: "role", role: "head" },
  Test: { words: "test", role: "head" },
  InWords: { words: "in words", role: "head" },
  Clause: { words: "clause", role: "head" },
  Use: { words: "use", role: "head" },
  Gives: { words: "gives", role: "head" },
  Takes: { words: "takes", role: "takes", also: "head", means: "takes" },
  Changes: { words: "changes", role: "takes", also: "head", means: "changes" },
  Excepts: { words: "excepts", role: "takes", also: "head", means: "excepts" },

  // ---------------------------------------------------------------- labels that open a line
  LanguageLine: { words: "language:", role: "line" },
  PartiesLine: { words: "parties:", role: "line" },
  ExistsFromLine: { words: "exists from:", role: "line" },
  BusinessDaysLine: { words: "business days:", role: "line" },
  TimesAreInLine: { words: "times are in:", role: "line" },
  TakesEffectOnLine: { words: "takes effect on:", role: "line" },
  TakesEffectAtStartOfLine: { words: "takes effect at the start of:", role: "line" },
  AccruesLine: { words: "accrues:", role: "line" },
  FromAndIncludingLine: { words: "from and including:", role: "line" },
  WhileLine: { words: "while:", role: "line" },
  DayOfPaymentCountsLine: { words: "day of payment counts:", role: "line" },
  PassageLine: { words: "passage:", role: "line" },
  ChoicesLine: { words: "choices:", role: "line" },
  ChosenLine: { words: "chosen:", role: "line" },
  ItIsLine: { words: "it is:", role: "line" },
  OverLine: { words: "over:", role: "line" },
  AskingForLine: { words: "asking for:", role: "line" },
  BeyondThatLine: { words: "beyond that:", role: "line" },
  GivingLine: { words: "giving:", role: "line", declares: true },
  CuredByLine: { words: "unless cured by the end of:", role: "line" },
  ContinuesLine: { words: "continues:", role: "line" },
  InWordsLine: { words: "in words:", role: "line", also: "head" },
  OurViewLine: { words: "our view:", role: "line", also: "head" },
  InsteadOfLine: { words: "instead of:", role: "line" },
  FavoursLine: { words: "favours:", role: "line" },
  WithLine: { words: "with:", role: "line" },
  ReadingLine: { words: "reading:", role: "line" },
  MarketLine: { words: "market:", role: "line" },
  CalendarLine: { words: "calendar:", role: "line" },
  ExpectLine: { words: "expect:", role: "line" },
  SaysLine: { words: "says:", role: "line" },
  AlsoKnownAsLine: { words: "also known as:", role: "line" },
  SourceLine: { words: "source:", role: "line" },

  // ---------------------------------------------------------------- what a statement is made of
  On: { words: "on", role: "connector" },
  For: { words: "for", role: "connector" },
  By: { words: "by", role: "connector" },
  Of: { words: "of", role: "connector" },
  To: { words: "to", role: "connector" },
  At: { words: "at", role: "connector" },
  A: { words: "a", role: "connector" },
  An: { words: "an", role: "connector" },
  From: { words: "from", role: "connector" },
  Over: { words: "over", role: "connector" },
  As: { words: "as", role: "connector" },
  ForEach: { words: "for each", role: "part" },
  OfEach: { words: "of each", role: "part" },
  Until: { words: "until", role: "part" },
  OwedBy: { words: "owed by", role: "part" },
  DueOn: { words: "due on", role: "part" },
  CommaPayableOn: { words: ", payable on", role: "part" },
  ForTheMonthOf: { words: "for the month of", role: "part" },
  EachWithIts: { words: "each with its", role: "part" },
  IsAppliedTo: { words: "is applied to", role: "part" },
  CommaThen: { words: ", then", role: "part" },
  CommaNotSet: { words: ", at first not set", role: "part" },
  CommaOptional: { words: ", optional", role: "part" },
  CommaElse: { words: ", else", role: "part" },
  CommaOtherwise: { words: ", otherwise", role: "part" },
  CommaIfSet: { words: ", if set", role: "part" },
  MayGive: { words: "may give", role: "part" },
  MustGive: { words: "must give", role: "part" },
  MustPay: { words: "must pay", role: "part" },
  MustNotGive: { words: "must not give", role: "part" },
  Called: { words: "called", role: "part", declares: true },
  CommaCalled: { words: ", called", role: "part", declares: true },
  OnlyIf: { words: "only if", role: "part" },
  UpTo: { words: "up to", role: "part" },
  Unless: { words: "unless", role: "part" },
  While: { words: "while", role: "part" },
  Where: { words: "where", role: "part" },
  OnWhich: { words: "on which", role: "part" },
  Has: { words: "has", role: "part" },
  Under: { words: "under", role: "part" },
  Meaning: { words: "meaning", role: "part" },
  Ending: { words: "ending", role: "part" },
  Events: { words: "events", role: "part" },
  AsOf: { words: "as of", role: "part" },
  IsRead: { words: "is read", role: "part" },
  IsNoValue: { words: "is no value", role: "part" },
  IsAnError: { words: "is an error", role: "part" },
  Party: { words: "party", role: "kind" },
  DayCountType: { words: "day count", role: "kind" },
  Means: { words: "means", role: "definition", means: "means" },
  HoldsWhen: { words: "holds when", role: "definition", means: "holds when" },
  IsFixedAs: { words: "is fixed as", role: "definition", means: "is fixed as" },
  HoldsFrom: { words: "holds from", role: "declaration" },
  StartsAt: { words: "starts at", role: "declaration" },
  Occurs: { words: "occurs", role: "declaration" },
  CommaRestated: { words: ", restated for splits", role: "basis", means: "restated" },
  CommaNotRestated: { words: ", not restated for splits", role: "basis", means: "not restated" },
  WhileTheConditionHolds: { words: "while the condition holds", role: "continues", means: "with the condition" },
  ForGood: { words: "for good", role: "continues", means: "never" },
  Begins: { words: "begins", role: "edge", means: "begins" },
  Ends: { words: "ends", role: "edge", means: "ends" },
  BecomesNotSet: { words: "becomes not set", role: "stateVerb" },
  Becomes: { words: "becomes", role: "stateVerb" },
  RisesBy: { words: "rises by", role: "stateVerb" },
  FallsBy: { words: "falls by", role: "stateVerb" },
  IsCharged: { words: "is charged", role: "accountVerb", means: "is charged" },
  FallsDueOn: { words: "falls due on", role: "accountVerb", means: "falls due" },
  FallsDueInFullOn: { words: "falls due in full on", role: "accountVerb", means: "falls due" },
  FallsDueBy: { words: "falls due by", role: "accountVerb", means: "falls due" },
  IsWaived: { words: "is waived", role: "accountVerb", means: "is waived" },
  IsConvertedBy: { words: "is converted by", role: "accountVerb", means: "is converted" },
  IsCleared: { words: "is cleared", role: "accountVerb", means: "is cleared" },
  CutBack: { words: "cut back", role: "beyond", means: "cut back" },
  Void: { words: "void", role: "beyond", means: "void" },
  Must: { words: "must", role: "modality", means: "must" },
  May: { words: "may", role: "modality", means: "may" },
  MustNot: { words: "must not", role: "modality", means: "must not" },

  // ---------------------------------------------------------------- types
  MoneyType: { words: "money", role: "type", means: "money" },
  PriceType: { words: "price", role: "type", means: "price" },
  SharesType: { words: "shares", role: "type", means: "shares" },
  PercentType: { words: "percent", role: "type", means: "percent" },
  RateType: { words: "rate", role: "type", means: "rate" },
  NumberPerShareType: { words: "number per share", role: "type", means: "number per share" },
  NumberType: { words: "number", role: "type", means: "number" },
  DateType: { words: "date", role: "type", also: "member", means: "date" },
  TimeType: { words: "time", role: "type", also: "member", means: "time" },
  YesOrNoType: { words: "yes or no", role: "type", means: "yes or no" },
  TextType: { words: "text", role: "type", means: "text" },

  // ---------------------------------------------------------------- values
  If: { words: "if", role: "tail" },
  OnlyWhile: { words: "only while", role: "tail" },
  CommaOrElse: { words: ", or else", role: "tail" },
  CommaRoundedDown: { words: ", rounded down to", role: "rounding", means: "down" },
  CommaRoundedUp: { words: ", rounded up to", role: "rounding", means: "up" },
  CommaRoundedHalfUp: { words: ", rounded half up to", role: "rounding", means: "half up" },
  CommaRoundedHalfEven: { words: ", rounded half even to", role: "rounding", means: "half even" },
  TheLesserOf: { words: "the lesser of", role: "pairPick", means: "lesser" },
  TheGreaterOf: { words: "the greater of", role: "pairPick", means: "greater" },
  TheEarlierOf: { words: "the earlier of", role: "pairPick", means: "earlier" },
  TheLaterOf: { words: "the later of", role: "pairPick", means: "later" },
  TheLeastOf: { words: "the least of", role: "listPick", means: "least" },
  TheGreatestOf: { words: "the greatest of", role: "listPick", means: "greatest" },
  TheTotalOf: { words: "the total of", role: "total" },
  TheEarliestOf: { words: "the earliest of", role: "extremeFold", means: "earliest" },
  TheLatestOf: { words: "the latest of", role: "extremeFold", means: "latest" },
  TheSumOf: { words: "the sum of", role: "fold", means: "sum" },
  TheAverageOf: { words: "the average of", role: "fold", means: "average" },
  TheHighestOf: { words: "the highest of", role: "fold", means: "highest" },
  TheLowestOf: { words: "the lowest of", role: "fold", means: "lowest" },
  TheNumberOf: { words: "the number of", role: "count", means: "number" },
  TheFirstOf: { words: "the first of", role: "count", means: "first" },
  TheLastOf: { words: "the last of", role: "count", means: "last" },
  LowestOf: { words: "lowest of", role: "extremes", means: "lowest" },
  HighestOf: { words: "highest of", role: "extremes", means: "highest" },
  InterestAt: { words: "interest at", role: "interest" },
  Unpaid: { words: "unpaid", role: "measure", means: "unpaid" },
  Due: { words: "due", role: "measure", means: "due" },
  Overdue: { words: "overdue", role: "measure", means: "overdue" },
  Accruing: { words: "accruing", role: "measure", means: "accruing" },
  Paid: { words: "paid", role: "measure", means: "paid" },
  TheFirstOverdueDateOf: { words: "the first overdue date of", role: "measure", means: "first overdue" },
  StartOf: { words: "start of", role: "measure", means: "start of" },
  PayableOn: { words: "payable on", role: "payable", means: "payable" },
  Its: { words: "its", role: "reference" },
  ItIs: { words: "it is", role: "reference" },
  ItIsNot: { words: "it is not", role: "reference" },
  This: { words: "this", role: "reference" },
  Market: { words: "market", role: "reference" },
  Today: { words: "today", role: "constant" },
  Unlimited: { words: "unlimited", role: "constant" },
  Yes: { words: "yes", role: "yesNo", means: "yes" },
  No: { words: "no", role: "yesNo", also: "eventQuantifier", means: "no" },
  Plus: { words: "+", role: "sum", means: "+" },
  Minus: { words: "-", role: "sum", means: "-" },
  Times: { words: "*", role: "product", means: "*" },
  Divide: { words: "/", role: "product", means: "/" },
  ToThePowerOf: { words: "to the power of", role: "power", means: "^" },

  // ---------------------------------------------------------------- dates
  TheFirst: { words: "the first", role: "which", means: "first" },
  TheLast: { words: "the last", role: "which", means: "last" },
  TheFirstOfEvery: { words: "the first of every", role: "whichOfEvery", means: "first" },
  TheLastOfEvery: { words: "the last of every", role: "whichOfEvery", means: "last" },
  TheFirstAnniversaryOf: { words: "the first 3-month anniversary of", role: "whichAnniversary", means: "first" },
  TheLastAnniversaryOf: { words: "the last 3-month anniversary of", role: "whichAnniversary", means: "last" },
  OfTheMonthOf: { words: "of the month of", role: "period", means: "month" },
  OfTheQuarterOf: { words: "of the quarter of", role: "period", means: "quarter" },
  OfTheYearOf: { words: "of the year of", role: "period", means: "year" },
  FromAndIncluding: { words: "from and including", role: "rangeStart", means: "included" },
  FromButExcluding: { words: "from but excluding", role: "rangeStart", means: "excluded" },
  ToAndIncluding: { words: "to and including", role: "rangeEnd", means: "included" },
  ToButExcluding: { words: "to but excluding", role: "rangeEnd", means: "excluded" },
  OnOrAfter: { words: "on or after", role: "relation", means: "on or after" },
  OnOrBefore: { words: "on or before", role: "relation", means: "on or before" },
  After: { words: "after", role: "relation", also: "shift", means: "after" },
  Before: { words: "before", role: "relation", also: "shift", means: "before" },
  BusinessDays: { words: "business days", role: "dayUnit", means: "business day" },
  TradingDays: { words: "trading days", role: "dayUnit", means: "trading day" },
  Days: { words: "days", role: "dayUnit", means: "day" },
  Months: { words: "months", role: "longUnit", means: "month" },
  Years: { words: "years", role: "longUnit", means: "year" },

  // ---------------------------------------------------------------- conditions
  AllOf: { words: "all of", role: "conditionList", means: "all of" },
  AnyOf: { words: "any of", role: "conditionList", means: "any of" },
  NoneOf: { words: "none of", role: "conditionList", means: "none of" },
  And: { words: "and", role: "logic", means: "and" },
  Or: { words: "or", role: "logic", means: "or" },
  Not: { words: "not", role: "negation" },
  OnEvery: { words: "on every", role: "dayQuantifier", means: "every" },
  OnSome: { words: "on some", role: "dayQuantifier", means: "some" },
  OnNo: { words: "on no", role: "dayQuantifier", means: "no" },
  Every: { words: "every", role: "eventQuantifier", means: "every" },
  Some: { words: "some", role: "eventQuantifier", means: "some" },
  Is: { words: "is", role: "comparison", means: "is" },
  IsNot: { words: "is not", role: "comparison", means: "is not" },
  IsMoreThan: { words: "is more than", role: "comparison", means: "more than" },
  IsLessThan: { words: "is less than", role: "comparison", means: "less than" },
  IsAtLeast: { words: "is at least", role: "comparison", means: "at least" },
  IsAtMost: { words: "is at most", role: "comparison", means: "at most" },
  IsBefore: { words: "is before", role: "comparison", means: "before" },
  IsAfter: { words: "is after", role: "comparison", means: "after" },
  IsOnOrBefore: { words: "is on or before", role: "comparison", means: "on or before" },
  IsOnOrAfter: { words: "is on or after", role: "comparison", means: "on or after" },
  IsSet: { words: "is set", role: "stateTest" },
  IsNotSet: { words: "is not set", role: "stateTest" },
  HasHappened: { words: "has happened", role: "stateTest" },
  HasNotHappened: { words: "has not happened", role: "stateTest" },
  IsOneOf: { words: "is one of", role: "stateTest" },

  // ---------------------------------------------------------------- figures, names, signs
  Text: { words: "a text in double quotes", role: "literal", means: "text" },
  DayCount: { words: "a day count such as actual/365", role: "literal" },
  DateLiteral: { words: "a date", role: "literal", means: "date", example: "2005-12-28" },
  TimeLiteral: { words: "a time", role: "literal", means: "time", example: "18:00" },
  SectionLabel: { words: "a section", role: "section" },
  PriceLiteral: {
    words: "a price",
    role: "figure",
    means: "price",
    form: "$F per share",
    example: "$0.05 per share",
  },
  MoneyLiteral: { words: "an amount of money", role: "figure", means: "money", form: "$F", example: "$500,000" },
  RateLiteral: { words: "a rate", role: "figure", means: "rate", form: "F% per year", example: "8% per year" },
  PercentLiteral: { words: "a percent", role: "figure", means: "percent", form: "F%", example: "50%" },
  SharesLiteral: {
    words: "a number of shares",
    role: "figure",
    means: "shares",
    form: "F shares",
    example: "1,000 shares",
  },
  NumberLiteral: { words: "a number", role: "figure", means: "number", form: "F", example: "1,000" },
  NamedSection: { words: "a section", role: "section" },
  Preamble: { words: "preamble", role: "section" },
  Name: { words: "a name", role: "reference", also: "member" },
  ListLabel: { words: "a label such as (i)", role: "mark" },
  Possessive: { words: "'s", role: "mark" },
  Word: { words: "a word", role: "mark" },
  Colon: { words: ":", role: "mark" },
  Comma: { words: ",", role: "mark" },
  LeftBracket: { words: "(", role: "mark" },
  RightBracket: { words: ")", role: "mark" },
  Equals: { words: "=", role: "mark" },
} as const satisfies Readonly<Record<string, Row>>;

/** The columns of market data, by the words that follow `market`. */
export const marketColumns = ["open", "high", "low", "close", "vwap", "volume"] as const;

type Table = typeof vocabulary;
export type TokenName = keyof Table;
/** The texts of the words. */
export type Words = Table[TokenName]["words"];
/** The words of a role, by the names of their tokens. */
export type NameIn<R extends Role> = {
  [K in TokenName]: Table[K] extends { readonly role: R } | { readonly also: R } ? K : never;
}[TokenName];
/** What the words of a role mean. */
export type Meaning<R extends Role> = Extract<Table[NameIn<R>], { readonly means: string }>["means"];
