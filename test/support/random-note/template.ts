import type { Meaning, Role } from "../../../grammar/vocabulary.ts";
import { meaningsIn, wordsFor } from "../../../grammar/words.ts";
import { dayCounts, goesByPeriods } from "../../../src/units/day-count.ts";
import { marketColumns } from "../../../src/units/market-columns.ts";
import type { Draw } from "./draw.ts";
import { pickFrom } from "./draw.ts";
import {
  columnsOf,
  comparedTypes,
  countsWithType,
  foldsWithValue,
  measureTypes,
  pairTypes,
  whichOf,
  wordsIn,
} from "./fitting-words.ts";

/** A template as statements, so that one can be taken out, and the names that can be asked for. */
export interface RandomTemplate {
  readonly head: string;
  readonly statements: readonly string[];
}

export function templateText({ head, statements }: RandomTemplate): string {
  return `${head}\n${statements.join("\n")}\n`;
}

/** The files that tables of random notes name. */
export const tableFiles = [
  { name: "steps.csv", text: "from,to but excluding,value\n,2,5\n2,30,-7.5\n60,,1\n" },
  { name: "lines.csv", text: "at,value\n0,5\n2,-1\n30,4.25\n" },
];

const head = `note "Generated"
  language: 1
  parties: Borrower, Holder
  exists from: Issue Date
  times are in: "New York"
given Issue Date: date = 2024-01-02
given Principal: money
given Rate: rate = 10% per year
given Term Floor: price = $3 per share, restated for splits
given Term Count: shares = 40 shares, not restated for splits
given Tranche 2: money, if any
given Spare Price: price, if any, restated for splits
given Listed Days: dates, if any
  Sum: money
  Part: number, optional
event Split
  Ratio: number
event Combination
  Old per New: number
share basis changes on Split by its Ratio
share basis changes on Combination by 1 / its Old per New
event Tick
event Reply for Notice by Borrower
  Amount: money
reading "basis"
  passage: "one or the other"
  choices: "left", "right"
  chosen: "left"`;

/** The same with the market data declared as a series, and another one beside it. */
function inSeries({ head: opening, statements }: RandomTemplate): RandomTemplate {
  const declared = `series Stock has ${marketColumns.join(", ")}\nseries Fix has fixing`;
  const named = opening.replace("\ngiven", `\n  trading days: Stock\n${declared}\ngiven`);
  return { head: named, statements: statements.map((it) => it.replaceAll(/\bmarket (?=[a-z])/g, "Stock ")) };
}

/** The same in dollars and kroner, which are converted at a rate of a deal term or of a clause. */
function inTwoCurrencies({ head: opening, statements }: RandomTemplate): RandomTemplate {
  const said = (text: string) =>
    text
      .replaceAll(/(: | is )(money|price)\b/g, "$1$2 in USD")
      .replaceAll(
        /^(series Stock has )(.*)$/gm,
        (_, start: string, columns: string) =>
          start + columns.replaceAll(/open|high|low|close|vwap/g, "$&: price in USD"),
      )
      .replaceAll(/^account .*$/gm, "$&\n  currency: USD");
  const rate = "given Krone Rate: NOK per USD = NOK 8.25 per USD";
  const named = said(opening).replace("\n  exists", "\n  currencies: USD, NOK\n  exists");
  const own = [
    "Krone Balance starts at NOK 500",
    "account Krone Fee owed by Borrower to Holder\n  currency: NOK\n  accrues: Rate on Krone Balance by actual/365\n  from and including: Issue Date",
    "on 2024-01-12\n  Krone Balance falls by NOK 12.50\n  Krone Fee is charged with $20 * Krone Rate",
    "on 2024-01-19\n  NOK 30 is applied to Krone Fee, then Krone Balance",
    "Krone Total means unpaid Krone Fee + Krone Balance * 2",
  ];
  return { head: `${named}\n${rate}`, statements: [...own, ...statements.map(said)] };
}

/** The same, maturing on the last of February, by which one day count goes. */
function maturing({ head: opening, statements }: RandomTemplate): RandomTemplate {
  const named = opening.replace("\n  exists", "\n  matures on: Last Day\n  exists");
  return { head: `${named}\ngiven Last Day: date = 2024-02-29`, statements };
}

/** The same with the calendar of an exchange, by which trading days go beyond the data. */
function onAnExchange({ head: opening, statements }: RandomTemplate): RandomTemplate {
  const named = opening.includes("trading days: Stock")
    ? opening.replace("trading days: Stock", 'trading days: Stock by "nyse"')
    : opening.replace("\ngiven", '\n  trading days: "nyse"\ngiven');
  return { head: named, statements };
}

/**
 * A small note of well-formed statements over a fixed set of names.
 *
 * Definitions read those that come before them, so none depends on itself. What may have no value stands only where the
 * language lets it stand.
 */
export function randomTemplate(draw: Draw): RandomTemplate {
  return new Writer(draw).template();
}

/** A notice that came in by 18:00, or was reported without a time. */
const inTime = ["its time is not set or its time is before 18:00", "(its time, or else 12:00) is before 18:00"];

export type Type = "money" | "price" | "shares" | "number" | "date" | "condition";

/** What an expression may name: of the note, and of the occurrence that its statement is about. */
interface Names {
  readonly of: "note" | "Notice" | "Reply" | "Deal" | "Pay Days" | "Listed Days";
  readonly depth: number;
  /** Fixed values of the occurrence itself that are already there. */
  readonly fixed: boolean;
  /** Whether the defaults may be read: not by what their conditions may rest on. */
  readonly late: boolean;
  /** Whether a fold stands between the expression and its statement. */
  readonly inFold: boolean;
}

const note: Names = { of: "note", depth: 3, fixed: false, late: false, inFold: false };
const late: Names = { ...note, late: true };

/** Day counts, with interest periods for those that go by them. */
const countings = dayCounts.flatMap((name) =>
  goesByPeriods(name) ? [6, 12].map((months) => `${name} every ${months} months from 2023-08-31`) : [name],
);

/** Business days of calendars that a phrase names itself. */
const ownDays = ['"london" business day', '"oslo or us-bank" business day'];

class Writer {
  readonly #draw: Draw;
  /** Names that can be read, by type; those that may have no value apart. */
  readonly #known = new Map<Type, string[]>();
  readonly #optional = new Map<Type, string[]>();
  readonly #ofNotice = new Map<Type, string[]>();
  readonly #fixedOfNotice = new Map<Type, string[]>();
  readonly #ofDates = new Map<Type, string[]>();
  #isFeeOnEach = false;
  /** Whether each notice has accounts of its own, and late charges on each of what is overdue of it. */
  readonly #hasDues: boolean;
  #isChargeOnEach = false;
  /** Whether duties are declared, so that expressions can ask how far they have come. */
  #hasDuties = false;
  readonly #isInSeries: boolean;
  readonly #hasKroner: boolean;

  constructor(draw: Draw) {
    this.#draw = draw;
    this.#isInSeries = draw(3) === 0;
    this.#hasKroner = this.#isInSeries && draw(2) === 0;
    this.#hasDues = draw(2) === 0;
  }

  template(): RandomTemplate {
    const notice = [
      "event Notice by Holder",
      "  Amount: money",
      "  Count: shares = 10 shares",
      "  Wanted: date, optional",
      "  Open: yes or no = no",
      '  Kind: "plain", "other", "third" = "plain"',
      ...(this.#chance(2)
        ? [`  takes effect on: its date if ${this.#pick(...inTime)}, otherwise 1 business day after its date`]
        : []),
    ].join("\n");
    const deal = [
      "event Deal by Borrower",
      "  Worth: price as of Record Date",
      "  Record Date: date",
      ...(this.#chance(3)
        ? [`  takes effect ${this.#chance(3) ? "at the start of" : "on"}: the later of its date and its Record Date`]
        : []),
    ].join("\n");
    this.#put(this.#known, "money", "Principal", "Balance");
    this.#put(this.#known, "shares", "Held");
    this.#put(this.#known, "price", "Floor");
    this.#put(this.#known, "date", "Issue Date");
    this.#put(this.#known, "condition", "Lapsed");
    this.#put(this.#optional, "date", "Mark");
    this.#put(this.#optional, "money", "Level");
    this.#put(this.#optional, "money", "Tranche 2");
    this.#put(this.#optional, "price", "Spare Price");
    const first = this.#layer("One");
    const owned = [
      ...this.#rows(),
      this.#owned("Fine", "money", "means"),
      this.#owned("Ready", "condition", "holds when"),
      this.#owned("Limit Day", "date", "means"),
      ...this.#statesOfEach(),
    ];
    const maybes = [
      `Maybe Amount means ${this.#expr("money", note)} only while ${this.#expr("condition", note)}`,
      `Maybe Day means ${this.#expr("date", note)} only while ${this.#expr("condition", note)}`,
    ];
    this.#put(this.#optional, "money", "Maybe Amount");
    this.#put(this.#optional, "date", "Maybe Day");
    const second = this.#layer("Two");
    const circle = this.#circle();
    const duties = this.#duties();
    const third = `section 5 "Third"\nAmount Three means ${this.#expr("money", late)}`;
    const power = this.#power();
    const struck = [
      this.#fixed("Struck Amount", "money"),
      this.#fixed("Struck Price", "price"),
      this.#fixed("Struck Count", "shares"),
    ];
    const statements = [
      notice,
      deal,
      'Day Count means as "basis" is read\n  "left": actual/actual\n  "right": 30/360',
      `Last Notice means ${this.#word(countsWithType, "date", "count")} Notice events where ${this.#pick("its Open", "(its Amount is more than $20)")}`,
      `Balance starts at Principal`,
      `Held starts at 100 shares${this.#pick(...wordsIn("basis"))}`,
      `Floor starts at $2 per share${this.#pick(...wordsIn("basis"))}`,
      "Mark is a date, at first not set",
      "Level is money, at first not set",
      "Lapsed holds from Tick until Notice",
      ...first,
      ...owned,
      ...maybes,
      ...second,
      ...circle,
      ...duties,
      third,
      ...power,
      ...struck,
      ...this.#accounts(),
      "Kept means (unpaid Interest on (Balance / 2)) + overdue Interest on (Balance / 4)",
      ...this.#rules(),
      ...this.#dated(),
      ...this.#defaults(),
      ...this.#exceptions(),
    ];
    const whole = this.#isInSeries ? inSeries({ head, statements }) : { head, statements };
    const made = this.#hasKroner ? inTwoCurrencies(whole) : whole;
    const placed = this.#draw(4) === 0 ? onAnExchange(made) : made;
    return this.#draw(3) === 0 ? maturing(placed) : placed;
  }

  // ---------------------------------------------------------------- statements

  #layer(word: "One" | "Two"): string[] {
    const section = `section ${word === "One" ? 1 : 2} "${word}"`;
    const statements = [
      `${section}\nAmount ${word} means ${this.#expr("money", note)}`,
      `Price ${word} means ${this.#expr("price", note)}`,
      `Count ${word} means ${this.#expr("shares", note)}`,
      `Day ${word} means ${this.#expr("date", note)}`,
      `Flag ${word} holds when ${this.#expr("condition", note)}`,
    ];
    this.#put(this.#known, "money", `Amount ${word}`);
    this.#put(this.#known, "price", `Price ${word}`);
    this.#put(this.#known, "shares", `Count ${word}`);
    this.#put(this.#known, "date", `Day ${word}`);
    this.#put(this.#known, "condition", `Flag ${word}`);
    if (word === "Two") return statements;
    statements.push(`Ratio One means ${this.#expr("number", note)}`);
    this.#put(this.#known, "number", "Ratio One");
    return statements;
  }

  /** A count of shares that its own clause needs, straight or bent one way. */
  #circle(): string[] {
    if (this.#chance(2)) return [];
    const [extreme, other] = this.#pick(["the greater of", "the lesser of"], ["the lesser of", "the greater of"]);
    const fixed = () => `(${this.#expr("shares", { ...note, depth: 1 })})`;
    const part = () => `(${this.#pick("5%", "20%", "60%", "150%")} * All In)`;
    const bent = this.#chance(2);
    // What is taken away bends the other way.
    const side = (words = extreme) => {
      const [first, second] = [this.#pick(fixed, part)(), part()];
      return bent ? `(${words} ${first} and ${second})` : second;
    };
    const capped = `its Amount / ($${this.#pick("40", "500", "6,000")} / All In)`;
    const taken = bent
      ? `its Amount / (${other} ($${this.#pick("40", "500")} / All In) and $${this.#pick("1", "7")} per share, not restated for splits)`
      : capped;
    const sum = `(the sum of its Taken over Notice events${this.#pick("", " where its Open")})`;
    const statements = [
      `Taken for each Notice means ${taken}`,
      `All In is shares, solved as ${fixed()} ${this.#pick(`- ${side(other)}`, `+ ${side()}`, `+ ${side()} + ${sum}`, `+ ${sum}`)}`,
    ];
    this.#put(this.#known, "shares", "All In");
    return statements;
  }

  /** A schedule, with values of each of its dates. */
  #rows(): string[] {
    const row: Names = { ...note, of: "Pay Days" };
    const schedules = this.#schedules();
    const before = `(its previous Weight, or else ${this.#expr("number", { ...row, depth: 1 })})`;
    const weight = `Weight for each of Pay Days means ${this.#expr("number", row)} ${this.#pick("+", "*")} ${before}`;
    this.#put(this.#ofDates, "number", "its Weight");
    const share = `Share for each of Pay Days means ${this.#expr("money", row)}`;
    this.#put(this.#ofDates, "money", "its Share");
    return [...schedules, weight, share];
  }

  #ofRow(type: Type): string[] {
    return this.#ofDates.get(type) ?? [];
  }

  /** A schedule by cycle, or one that is joined of such a one and of days. */
  #schedules(): string[] {
    if (this.#chance(2)) return [this.#schedule("Pay Days")];
    const short: Names = { ...note, depth: 0 };
    const moved = this.#pick(
      "2 days before its date",
      "(its date, following)",
      this.#expr("date", { ...short, depth: 1 }),
    );
    const kept = `((its date) only while ${this.#expr("condition", short)})`;
    const each = `${this.#pick(moved, kept)} for each of Base Days`;
    const day = this.#pick("Mark", "2024-02-29", this.#expr("date", short));
    const listed = this.#pick("Listed Days", `${moved} for each of Listed Days`);
    const parts = this.#pick(each, `Base Days and ${day}`, `${day}, ${each} and Issue Date`, `${listed} and ${day}`);
    const begins = this.#chance(2) ? "\n  first period begins: 2024-01-01" : "";
    return [this.#schedule("Base Days"), `Pay Days are ${parts}${begins}`];
  }

  #schedule(name: string): string {
    const cycle = this.#pick(
      "every month",
      `every ${this.#pick("1", "2", "(the day of Issue Date)")} ${this.#pick(...wordsIn("longUnit"), "days")}`,
      "every 10 days",
      "every 15 January, 29 February and 10 March",
    );
    const isOfYear = cycle.includes("January");
    const from = `${this.#pick(...wordsIn("rangeStart"))} ${this.#pick("Issue Date", "Issue Date", "2024-01-31", "(Mark, or else Issue Date)")}`;
    const closing = this.#pick(...wordsIn("rangeEnd"));
    const isEndIn = closing === wordsFor("included", "rangeEnd");
    const lines = [
      ...(!isOfYear && this.#chance(3) ? [`counted from: ${this.#pick("2024-01-31", "2024-02-10", "today")}`] : []),
      ...(this.#chance(2) ? [`first period begins: ${this.#pick("2024-01-01", "Issue Date", "2024-01-20")}`] : []),
      ...(this.#chance(3) ? [`first period: ${this.#pick(...wordsIn("stub"))}`] : []),
      ...(isEndIn && !this.#chance(6) ? [`last period: ${this.#pick(...wordsIn("stub"))}`] : []),
      ...(/month$|(months|years)$/.test(cycle) && this.#chance(2) ? ["month ends: kept"] : []),
    ];
    const head = `${name} are ${cycle} ${from} ${closing} ${this.#pick("2024-03-20", "2024-03-31", "90 days after Issue Date")}${this.#pick("", "", ...wordsIn("convention"), `${wordsIn("convention")[0]} trading day`)}`;
    return [head, ...lines.map((line) => `  ${line}`)].join("\n");
  }

  /** Some dates of the schedule, for a fold. */
  #payDays(names: Names): string {
    return `Pay Days${this.#span(names)}`;
  }

  #span(names: Names): string {
    const relation = () => this.#pick(...wordsIn("relation"));
    const day = () => this.#pick("today", "2024-02-01", this.#expr("date", { ...names, depth: 0 }));
    return this.#pick("", ` ${relation()} ${day()}`, ` ${this.#range(names)}`);
  }

  #owned(name: string, type: Type, verb: string): string {
    const statement = `${name} for each Notice ${verb} ${this.#expr(type, { ...note, of: "Notice" })}`;
    this.#put(this.#ofNotice, type, `its ${name}`);
    return statement;
  }

  /** States of each notice; one may have no value. */
  #statesOfEach(): string[] {
    // Words about splits at the end of a start belong to the state: no figure in it has its own.
    const start = this.#expr("money", { ...note, of: "Notice", depth: 2 }).replaceAll(
      /, (not )?restated for splits/g,
      "",
    );
    const lot = this.#pick("its Count", "(its Count * 2)", "Held", "(Held + its Count)");
    const states = [
      `Rest for each Notice starts at ${start}`,
      `Lot for each Notice starts at ${lot}${this.#pick(...wordsIn("basis"))}`,
      "Grade for each Notice is money, at first not set",
      `Fixed Amount for each Notice is fixed on ${this.#pick("Tick", "Reply", "Notice", "Deal")} to be ${this.#expr("money", { ...note, of: "Notice", depth: 2 })}`,
      `Fixed Price is fixed on Deal to be ${this.#pick("its Worth", this.#expr("price", { ...note, of: "Deal", depth: 1 }))}`,
    ];
    this.#put(this.#optional, "price", "Fixed Price");
    this.#put(this.#ofNotice, "money", "its Rest", "(its Grade, or else $3)", "(its Fixed Amount, or else $4)");
    this.#put(this.#ofNotice, "shares", "its Lot");
    return states;
  }

  #changeOfEach(names: Names): string {
    const isTied = names.of === "Reply" || names.of === "Notice";
    const isOne = isTied && !this.#chance(3);
    const whose = names.of === "Reply" ? "its Notice's " : "its ";
    const filter = this.#chance(2) ? ` where ${this.#filter("Notice", names)}` : "";
    const state = (name: string) => (isOne ? `${whose}${name}` : `${name} for each Notice${filter}`);
    const value = (type: Type) => (isOne ? this.#expr(type, names) : this.#body(type, "Notice", names));
    const verb = () => this.#pick("becomes", "rises by", "falls by");
    return this.#pick(
      () => `${state("Rest")} ${verb()} ${value("money")}`,
      () => `${state("Rest")} falls by ${value("money")}`,
      () => `${state("Lot")} ${verb()} ${value("shares")}`,
      () => `${state("Grade")} becomes ${this.#pick("not set", value("money"))}`,
    )();
  }

  #fixed(name: string, type: Type): string {
    const value = () => this.#expr(type, { ...late, of: "Notice", fixed: true });
    const statement = this.#pick(
      () => `${name} for each Notice is fixed as ${value()}`,
      () => `${name} for each Notice is fixed, as "basis" is read\n  "left": ${value()}\n  "right": ${value()}`,
    )();
    this.#put(this.#fixedOfNotice, type, `its ${name}`);
    return statement;
  }

  /** What must be done, and must not be, and an election; what is asked of them comes later. */
  #duties(): string[] {
    if (this.#chance(3)) return [];
    this.#hasDuties = true;
    const ofNotice: Names = { ...note, of: "Notice", depth: 1 };
    const short: Names = { ...note, depth: 1 };
    const while_ = (names: Names) => (this.#chance(2) ? ` while ${this.#expr("condition", names)}` : "");
    const unless = this.#chance(2) ? ` unless ${this.#expr("condition", short)}` : "";
    const day = this.#pick("3 days after its date", "its Limit Day", "its Wanted", "2 business days after its date");
    const payday = this.#pick("2024-01-20", "Mark", "Day One");
    const excuse = this.#chance(2)
      ? `section 6.1 "Excuse"\nnotwithstanding ${this.#pick("Answer", "Payoff", "Debt Cap")} of 6\n  while: ${this.#expr("condition", short)}\n  it is: "excused"`
      : undefined;
    return [
      `section 6 "Duties"\nfor each Notice, the Borrower must give Reply by ${day}${while_(ofNotice)} called Answer`,
      `the Borrower must pay ${this.#expr("money", short)} to Holder by ${payday}${while_(short)} called Payoff`,
      `the Borrower must not let ${this.#expr("money", short)} ${this.#pick(...wordsIn("be"))} ${this.#expr("money", short)} at any time${unless}, called Debt Cap`,
      "the Borrower must not give Deal unless its Worth is more than Floor, called Bad Deal",
      ...(this.#chance(2) ? [this.#election(ofNotice)] : []),
      ...(excuse === undefined ? [] : [excuse]),
    ];
  }

  #election(names: Names): string {
    const isOfEach = this.#chance(2);
    const head = isOfEach
      ? `for each Notice, the Borrower may give Reply by ${this.#pick("its Limit Day", "5 days after its date")}`
      : `the Borrower may give Reply by ${this.#pick("2024-01-25", "Day One")}`;
    this.#put(isOfEach ? this.#ofNotice : this.#known, "money", isOfEach ? "its Elected" : "Elected");
    const otherwise = this.#expr("money", isOfEach ? { ...names, depth: 0 } : { ...note, depth: 0 });
    return `${head} called Elected\n  electing: its Amount\n  if none is made: ${otherwise.replace("its Elected", "$7").replace("Elected", "$7")}`;
  }

  /** How far a duty has come. */
  #standings(type: Type, { of, late: isLate }: Names): string[] {
    if (!this.#hasDuties || !isLate) return [];
    const duties = of === "Notice" ? ["its Answer", "Payoff"] : ["Payoff"];
    const anyOf = [...duties, "Debt Cap"];
    const words = wordsIn("standing");
    if (type === "number") return duties.map((it) => `(the days of delay of ${it})`);
    if (type !== "condition") return [];
    return [
      `(${this.#pick(...duties)} ${this.#pick(...words)})`,
      `(${this.#pick(...anyOf)} ${this.#pick("is breached", "is excused")})`,
      `(${this.#pick(...duties)} ${this.#pick(...wordsIn("lateness"))} 2 days)`,
      "(the Borrower is in breach of 6)",
      `(the day of performance of ${this.#pick(...duties)} ${this.#pick("is set", "is not set")})`,
      `(the first day of breach of ${this.#pick(...anyOf)} ${this.#pick("is set", "is not set")})`,
    ];
  }

  #accounts(): string[] {
    const basis = () => this.#pick(...countings, "Day Count");
    const while_ = () => (this.#chance(3) ? `\n  while: ${this.#expr("condition", late)}` : "");
    const interest = `account Interest owed by Borrower to Holder\n  accrues: Rate on ${this.#pick("Balance", "Balance", "(Balance + Amount One)", "(the greater of $0 and Amount One)")} at the end of each day by ${basis()}\n  from and including: ${this.#pick("Issue Date", "Issue Date", "2024-01-10", "Day One")} to but excluding today${while_()}`;
    this.#isFeeOnEach = this.#chance(2);
    const dayOfPayment = this.#pick(
      "",
      '\n  day of payment counts: "basis" is read "left"',
      "\n  day of payment counts: yes",
    );
    if (this.#isFeeOnEach) {
      const onEach = `account Fee owed by Borrower to Holder\n  accrues: ${this.#pick("Rate", "20% per year", `(Rate * ${this.#expr("number", late)})`)} on each overdue Interest by ${basis()}\n  from and including: Issue Date${while_()}${dayOfPayment}`;
      return [interest, onEach, ...this.#accountsOfEach()];
    }
    const fee = `account Fee owed by Borrower to Holder\n  accrues: ${this.#pick("Rate", "20% per year")} on ${this.#pick("overdue Interest", "(overdue Interest + Balance)", "Balance")} by ${basis()}\n  from and including: Issue Date${while_()}`;
    return [interest, fee, ...this.#accountsOfEach()];
  }

  /** Accounts of each notice, of which what is late bears charges of its own. */
  #accountsOfEach(): string[] {
    if (!this.#hasDues) return [];
    const own: Names = { ...late, of: "Notice", fixed: true, depth: 1 };
    const while_ = () => (this.#chance(3) ? `\n  while: ${this.#expr("condition", own)}` : "");
    const base = this.#pick("its Rest", "its Rest", "(the greater of $0 and its Rest)", "its Amount");
    const from = this.#pick("its date", "its date", "its Limit Day", "5 days after its date");
    const dues = `account Dues for each Notice owed by Borrower to Holder\n  accrues: ${this.#pick("Rate", "15% per year")} on ${base} by ${this.#pick(...countings)}\n  from and including: ${from}${while_()}`;
    const of = this.#pick(
      "on each overdue its Dues",
      "on each overdue its Dues",
      "on overdue its Dues",
      "on (unpaid its Dues + its Amount)",
    );
    const counts = of.includes("each") ? this.#pick("", "\n  day of payment counts: yes") : "";
    this.#isChargeOnEach = of.includes("each");
    return [
      dues,
      `account Charge for each Notice owed by Borrower to Holder\n  accrues: 20% per year ${of} by ${this.#pick(...countings)}\n  from and including: its date${while_()}${counts}`,
    ];
  }

  /** What is done to the account of one notice, or to those of several. */
  #postingOfEach(names: Names): string {
    const { account, isOne } = this.#accountOfEach("Dues", names);
    const amount = () => (isOne ? this.#expr("money", names) : this.#body("money", "Notice", names));
    const day = () => this.#pick("today", "Day One", "2024-01-25", "5 days after today");
    return this.#pick(
      () => `${account} falls due on ${day()}`,
      () => `${account} falls due on ${day()}`,
      () => `${account} falls due on ${day()}, payable on 3 days after today`,
      () => `${account} falls due on ${day()} for every day of the month of ${this.#pick("today", "2024-02-10")}`,
      () => `${account} falls due in full on ${day()}`,
      () => `${account} falls due in the amount of (${amount()}) on ${day()}`,
      () => `${account} is charged with ${amount()} due on ${day()}`,
      () => `${account} is ${this.#pick("waived", "waived for every day of the month of today", "cleared")}`,
      () => `${account} is converted by ${amount()}`,
      () => `${this.#accountOfEach("Charge", names).account} is charged with $3 due on ${day()}`,
    )();
  }

  #accountOfEach(name: string, names: Names): { readonly account: string; readonly isOne: boolean } {
    const isOne = (names.of === "Reply" || names.of === "Notice") && !this.#chance(3);
    const whose = names.of === "Reply" ? "its Notice's " : "its ";
    const filter = this.#chance(2) ? ` where ${this.#filter("Notice", names)}` : "";
    return { account: isOne ? `${whose}${name}` : `${name} for each Notice${filter}`, isOne };
  }

  /** What goes to accounts and states of one notice, or of several. */
  #paymentOfEach(names: Names): string {
    const to = (name: string) => {
      const { account, isOne } = this.#accountOfEach(name, names);
      return isOne ? account : `${account}${this.#pick("", " pro rata")}`;
    };
    const whose = names.of === "Reply" ? "its Notice's " : names.of === "Notice" ? "its " : undefined;
    const inTurn =
      whose !== undefined && this.#isChargeOnEach
        ? [`due ${whose}Dues, each amount with its Charge, then ${whose}Rest`]
        : [];
    const targets = this.#pick(
      `due ${to("Dues")}, then ${to("Rest")}`,
      `${to("Dues")}`,
      `due ${to("Dues")}, then ${to("Charge")}, then Interest`,
      `due Interest, then ${to("Dues")}`,
      `${to("Rest")}, then due ${to("Dues")}`,
      ...inTurn,
    );
    const money = this.#chance(3) ? `(${this.#charged(names)} * 20)` : this.#charged(names);
    return `${money} is applied to ${targets}`;
  }

  #power(): string[] {
    if (this.#chance(2)) return [];
    const lines = ["the Holder may give Notice called Asking"];
    if (this.#chance(2)) {
      lines.push(`  only if all of`);
      lines.push(`    (i) ${this.#expr("condition", { ...late, of: "Notice", depth: 2 })}, else "first"`);
      lines.push(`    (ii) ${this.#expr("condition", { ...late, of: "Notice", depth: 2 })}, else "second"`);
    }
    lines.push(
      "  asking for: its Amount",
      "  up to the least of",
      `    (i) ${this.#expr("money", { ...late, of: "Notice", depth: 2 })}`,
    );
    if (this.#chance(2)) lines.push("    (ii) Balance");
    lines.push(
      this.#chance(3)
        ? '  beyond that: as "basis" is read\n    "left": cut back\n    "right": void'
        : `  beyond that: ${this.#pick(...wordsIn("beyond"))}`,
    );
    lines.push("  giving: Room Given");
    this.#put(this.#fixedOfNotice, "money", "its Room Given");
    return [lines.join("\n")];
  }

  #rules(): string[] {
    const rules = Array.from({ length: 2 + this.#draw(6) }, () => this.#rule());
    const inSections = rules.map((rule, index) => (index < 3 ? `section 6.${index + 1} "Rule"\n${rule}` : rule));
    const order = this.#pick(["6.1", "6.2"], ["6.2", "6.1"], rules.length > 2 ? ["6.3", "6.1", "6.2"] : ["6.2", "6.1"]);
    return [...inSections, ...(this.#chance(2) ? [`order on one day: ${order.join(", then ")}`] : [])];
  }

  /** What happens by itself, with what is for it; in the section of the last rule. */
  #dated(): string[] {
    const days = this.#pick("every 2 weeks", "every 9 days", "every month");
    const moved = this.#pick("", ", following", ", modified following trading day");
    const before = this.#pick("2 business days", "3 trading days", "1 day");
    const on = this.#pick(
      "on each of Beat Days",
      "on each of Early Days",
      "on each of Listed Days",
      "on the first day of the month of today",
      "on the last trading day of the month of today",
      "on the first business day on or after 2024-01-20",
      "on 3 trading days after 2024-01-10",
    );
    const value = this.#expr("money", { ...late, depth: 2 });
    const counted = on.includes("Listed")
      ? "(its Sum / $7) * (its Part, or else 2) * "
      : on.includes("each")
        ? this.#pick("its number * ", "(today - (its start, or else its date)) * ")
        : "";
    return [
      `Beat Days are ${days} from ${this.#pick("and including", "but excluding")} Issue Date to but excluding 2024-03-20${moved}`,
      `Early Days are ${before} before its date for each of Beat Days`,
      `event Beat ${on}`,
      `event Pulse on ${this.#pick("2024-01-16", "each of Beat Days")}`,
      "event Echo for Beat by Borrower\n  Amount: money",
      `Beat Amount for each Beat is fixed as ${counted}(${value})`,
      `Beat Left for each Beat starts at its Beat Amount`,
      `Beat Note for each Beat means ${this.#expr("money", { ...note, depth: 1 })} + (its Beat Left)`,
      ...(this.#chance(2)
        ? [
            `for each Beat, the Borrower must give Echo by ${this.#pick("2 days after its date", "its date")} called Echoing`,
          ]
        : []),
      `when Beat${this.#maybeIf("note")}\n  ${this.#pick("Balance rises by its Beat Amount", "Fee is charged with $2 due on its date", "Level becomes its Beat Amount")}`,
      `when Pulse\n  ${this.#pick("Balance falls by Balance / 2", "Balance rises by (the number of Beat events) * $3")}`,
      "when Echo\n  its Beat's Beat Left falls by its Amount",
      `Default occurs for each Beat\n  when its Beat Left is more than $${this.#pick("0", "40")}\n  unless cured by the end of: 3 days after its date`,
    ];
  }

  #rule(): string {
    const trigger = this.#draw(10);
    if (trigger === 9 && this.#chance(3)) {
      return `on each of Listed Days${this.#maybeIf("Listed Days")}${this.#changes({ ...late, of: "Listed Days" })}`;
    }
    if (trigger === 9) {
      return `on each of Pay Days${this.#maybeIf("Pay Days")}${this.#changes({ ...late, of: "Pay Days" })}`;
    }
    if (trigger < 3) {
      return `when Notice${this.#maybeIf("Notice")}${this.#changes({ ...late, of: "Notice", fixed: true })}`;
    }
    if (trigger === 3) return `when Reply${this.#maybeIf("Reply")}${this.#changes({ ...late, of: "Reply" })}`;
    if (trigger === 4) return `when Tick${this.#maybeIf("note")}${this.#changes(late)}`;
    if (trigger === 5) return `on ${this.#calendarDay()}${this.#maybeIf("note")}${this.#changes(late)}`;
    if (trigger === 6) {
      return `when ${this.#pick("Flag One", "Flag Two", "Lapsed", "Default")} ${this.#pick(...wordsIn("edge"))}${this.#maybeIf("note")}${this.#changes(late)}`;
    }
    if (trigger === 7) {
      return `when Ready of each Notice ${this.#pick(...wordsIn("edge"))}${this.#maybeIf("Notice")}${this.#changes({ ...late, of: "Notice", fixed: true })}`;
    }
    return `when Deal${this.#maybeIf("Deal")}${this.#changes({ ...late, of: "Deal" })}`;
  }

  #calendarDay(): string {
    return this.#pick(
      "(the last day of the month of today)",
      "2024-01-15",
      "2024-01-15",
      "(the first business day on or after 2024-01-20)",
      "Day One",
      "Maybe Day",
      "(the first day of the month of today)",
      "(the first 1-month anniversary of Issue Date on or after today)",
    );
  }

  #maybeIf(of: Names["of"]): string {
    return this.#chance(3) ? ` if ${this.#expr("condition", { ...late, of, depth: 2 })}` : "";
  }

  #changes(names: Names): string {
    const changes = Array.from({ length: 1 + this.#draw(2) }, () => this.#change({ ...names, depth: 1 }));
    if (changes.length === 1 || this.#chance(2)) return changes.map((change) => `\n  ${change}`).join("");
    return `, in this order${changes.map((change, index) => `\n  (${"i".repeat(index + 1)}) ${change}`).join("")}`;
  }

  #change(names: Names): string {
    const amount = () => this.#expr("money", names);
    const day = () => this.#pick("today", "Day One", "2024-01-25", "5 days after today", "1 business day after today");
    if (this.#chance(4)) return this.#changeOfEach(names);
    if (this.#hasDues && this.#chance(3)) {
      return this.#chance(2) ? this.#paymentOfEach(names) : this.#postingOfEach(names);
    }
    switch (this.#draw(22)) {
      case 0:
        return `Balance becomes ${amount()}`;
      case 1:
        return `Balance rises by ${amount()}`;
      case 2:
      case 3:
        return `Balance falls by (the lesser of ${amount()} and Balance)`;
      case 4:
        return `Held ${this.#pick("rises by", "falls by", "becomes")} ${this.#expr("shares", names)}`;
      case 5:
        return `Floor becomes ${this.#expr("price", names)}`;
      case 6:
        return `Mark becomes ${this.#pick("today", "today", "not set", this.#expr("date", names))}`;
      case 7:
        return `Level becomes ${this.#pick("not set", amount())}`;
      case 8:
        return `Interest falls due on ${day()}`;
      case 9:
        return `Interest falls due on ${day()}, payable on 3 days after today`;
      case 10:
        return `Interest falls due on ${day()} for every day of the month of ${this.#pick("today", "Issue Date", "2024-02-10")}`;
      case 11:
        return `Interest falls due in full on ${day()}`;
      case 12:
        return `Interest is charged with ${this.#charged(names)} due on ${day()}`;
      case 13:
        return `Interest is waived for every day of the month of ${this.#pick("today", "Issue Date", "2024-02-10")}`;
      case 14:
        return this.#pick("Interest is waived", "Interest is cleared", "Fee is cleared");
      case 15:
        return `Interest is converted by ${this.#pick("unpaid Interest on (the lesser of $100 and Balance)", "(unpaid Interest / 2)", "$0.5", "due Interest")}`;
      case 17:
        return `Interest falls due in the amount of ${this.#charged(names)} on ${day()}${this.#pick("", ", payable on 3 days after today")}`;
      case 18:
        return `Balance rises by (unpaid Interest / 2)`;
      case 16:
        return `Fee is charged with ${this.#charged(names)} due on ${day()}, payable on 2 days after today`;
      default:
        return `${this.#charged(names)} is applied to ${this.#pick(
          "due Interest, then Fee, then Interest",
          "Interest",
          "Interest, then Balance",
          "due Interest, then Balance",
          "Fee, then due Interest, then Balance",
          "due Fee, then Interest",
          ...(this.#isFeeOnEach
            ? [
                "due Interest, each amount with its Fee, then Fee",
                "due Interest, each amount with its Fee, then the rest of Interest",
              ]
            : []),
        )}`;
    }
  }

  #charged({ of }: Names): string {
    return of === "Notice" || of === "Reply"
      ? this.#pick("its Amount", "(its Amount / 50)", "$1.5")
      : this.#pick("$2", "$1.5", "$40");
  }

  #defaults(): string[] {
    return Array.from({ length: 1 + this.#draw(3) }, (_, index) => {
      const isOwned = this.#chance(3);
      const of = isOwned ? "Notice" : "note";
      const from = isOwned ? "its date" : this.#pick("Issue Date", "2024-01-15", "today", "(Mark, or else today)");
      const cure = this.#chance(2)
        ? `\n  unless cured by the end of: ${this.#pick("3 days", "5 days", "2 business days", "0 days")} after ${from}`
        : "";
      const ends = this.#chance(4) ? `\n  continues: ${this.#pick(...wordsIn("continues"))}` : "";
      const owner = isOwned ? " for each Notice" : "";
      return `section 7.${index + 1} "Watch"\nDefault occurs${owner}\n  when ${this.#expr("condition", { ...note, of, depth: 2 })}${cure}${ends}`;
    });
  }

  #exceptions(): string[] {
    const targets = [
      ["Amount Two", "money", "2"],
      ["Price Two", "price", "2"],
      ["Amount Three", "money", "5"],
      ["Fine", "money", "1"],
      ["Struck Amount", "money", "5"],
    ] as const;
    const taken: string[] = [];
    return Array.from({ length: this.#draw(4) }, (_, index) => {
      const [name, type, section] = targets[this.#draw(this.#chance(2) ? targets.length : 1)] ?? targets[0];
      // Two layers of definitions come before an exception's own, so that it can't depend on itself through them.
      const known = this.#expr("condition", { ...note, depth: 2 }).replaceAll(
        /(Amount|Price|Count|Day|Flag) (Two|Three)/g,
        "$1 One",
      );
      const plain = this.#expr(type, { ...note, depth: 2 }).replaceAll(
        /(Amount|Price|Count|Day|Flag) (Two|Three)/g,
        "$1 One",
      );
      const displaced = this.#pick(
        `${name} under ${section} * 2`,
        `(${name} under ${section}) as of 2 days before today`,
        `the greater of ${name} under ${section} and ${plain}`,
      );
      const others = taken.flatMap((it, at) => (it === name ? [`8.${at + 1}`] : []));
      const over = others.length > 0 && !this.#chance(3) ? `\n  over: ${this.#pick(...others)}` : "";
      taken.push(name);
      return `section 8.${index + 1} "Exception"\nnotwithstanding ${name} of ${section}\n  while: ${known}\n  it is: ${this.#pick(plain, displaced)}${over}`;
    });
  }

  // ---------------------------------------------------------------- words

  /** One of the words of a role that fit a type. */
  #word<R extends Role, T>(fitting: Readonly<Record<Meaning<R>, readonly T[]>>, type: T, role: R): string {
    return this.#pick(
      ...meaningsIn(role).flatMap((means) => (fitting[means].includes(type) ? [wordsFor(means, role)] : [])),
    );
  }

  #measures(type: Type, account: string): string[] {
    return meaningsIn("measure").flatMap((means) =>
      measureTypes[means] === type ? [`${wordsFor(means, "measure")} ${account}`] : [],
    );
  }

  // ---------------------------------------------------------------- expressions

  /** A value that is always there, in brackets where it is put together. */
  #expr(type: Type, names: Names): string {
    if (names.depth <= 0 || this.#chance(5)) return this.#leaf(type, names);
    const inner: Names = { ...names, depth: names.depth - 1 };
    if (this.#chance(14)) {
      return `(as "basis" is read "left": ${this.#expr(type, inner)} "right": ${this.#expr(type, inner)})`;
    }
    if (type !== "condition" && this.#chance(8))
      return `(${this.#expr(type, inner)} if ${this.#expr("condition", inner)}, otherwise ${this.#expr(type, inner)})`;
    if (type !== "condition" && this.#chance(8))
      return `(${this.#maybe(type, inner)}, or else ${this.#expr(type, inner)})`;
    if (this.#chance(7)) return `(${this.#expr(type, inner)} as of ${this.#pastDay(inner)})`;
    switch (type) {
      case "money":
        return this.#money(inner);
      case "price":
        return this.#price(inner);
      case "shares":
        return this.#shares(inner);
      case "number":
        return this.#number(inner);
      case "date":
        return this.#date(inner);
      case "condition":
        return this.#condition(inner);
    }
  }

  #leaf(type: Type, names: Names): string {
    const known = [...(this.#known.get(type) ?? [])];
    if (names.of === "Notice") {
      known.push(...(this.#ofNotice.get(type) ?? []));
      if (names.fixed || names.inFold) known.push(...(this.#fixedOfNotice.get(type) ?? []));
    }
    known.push(
      ...this.#literals(type, names.late),
      ...this.#ofOccurrence(type, names),
      ...(type === "money" ? this.#duesOf(names) : []),
      ...this.#standings(type, names),
    );
    return this.#pick(...known);
  }

  /** What is measured of the accounts of the notice spoken of. */
  #duesOf({ of, late: isLate }: Names): string[] {
    const whose = of === "Notice" ? "its " : of === "Reply" ? "its Notice's " : undefined;
    if (!this.#hasDues || whose === undefined) return [];
    return [
      ...this.#measures("money", `${whose}Dues`),
      ...this.#measures("money", `${whose}Charge`),
      `${whose}Dues payable on today`,
      ...(isLate ? [`unpaid ${whose}Dues on $7`, `overdue ${whose}Dues on $5`] : []),
    ];
  }

  /** A figure in brackets, which says whether it follows a split. */
  #withBasis(figure: string): string {
    return `(${figure}${this.#pick(...wordsIn("basis"))})`;
  }

  #literals(type: Type, isLate: boolean): string[] {
    switch (type) {
      case "money":
        return [
          "$0",
          "$1",
          "$250",
          "$1000",
          "(-$40)",
          ...(this.#hasKroner ? ["(NOK 160 / Krone Rate)", "(Krone Balance / NOK 10 per USD)"] : []),
          ...(this.#hasKroner && isLate ? ["(unpaid Krone Fee * $1 / NOK 8)"] : []),
          ...this.#measures("money", "Interest"),
          ...this.#measures("money", "Fee"),
          ...(isLate ? ["unpaid Interest on Balance"] : []),
          "Interest payable on today",
        ];
      case "price":
        return [
          this.#withBasis("$1 per share"),
          this.#withBasis("$0.5 per share"),
          "Term Floor",
          ...columnsOf("price"),
        ];
      case "shares":
        return [this.#withBasis("0 shares"), this.#withBasis("33 shares"), "Term Count", ...columnsOf("shares")];
      case "number":
        return [
          "0",
          "1",
          "2",
          "(-3)",
          "50%",
          "(today - Issue Date)",
          "the number of Notice events",
          "the number of Beat events",
        ].map((it) => (it.startsWith("the") ? `(${it})` : it));
      case "date":
        return ["today", "today", "2024-01-15", "2024-02-01"];
      case "condition":
        return [
          "(Notice has happened)",
          "the day has ended",
          "(Tick has not happened)",
          "(Beat has happened)",
          "(Mark is set)",
          "(Level is not set)",
          ...(isLate ? ["Default", "(Default is continuing)", "(Default is not continuing)"] : ["Lapsed"]),
          '("basis" is read "left")',
          "(today is 2024-01-10)",
        ];
    }
  }

  #ofOccurrence(type: Type, { of, late: isLate }: Names): string[] {
    const own: Partial<Record<Type, string[]>> =
      of === "Notice"
        ? {
            money: ["its Amount", "its Amount"],
            shares: ["its Count"],
            date: ["its date"],
            condition: [
              "its Open",
              "(its Reply has happened)",
              "(its Wanted is set)",
              "(its time is set and its time is before 18:00)",
              `(its time is set and its time is before (${this.#pick("1", "0.5", "(1 / 7)")} hours after ${this.#pick("17:00 London", "09:30 Tokyo", "its time")} on its date))`.replace(
                "its time on its date",
                "its time",
              ),
              "(its time is set and (its time - (90 minutes before the end of the day)) is less than (the start of the day - 06:30))",
              `(its Kind is one of ${this.#pick('"plain", "other"', '"other", "third"')})`,
            ],
          }
        : of === "Reply"
          ? {
              money: [
                "its Amount",
                "its Notice's Amount",
                ...(isLate && this.#fixedOfNotice.has("price") ? ["its Notice's Struck Amount"] : []),
              ],
              date: ["its date", "its Notice's date"],
            }
          : of === "Pay Days"
            ? { date: ["its date"], number: ["its number", ...this.#ofRow("number")], money: this.#ofRow("money") }
            : of === "Listed Days"
              ? { date: ["its date"], number: ["its number", "(its Part, or else 1)"], money: ["its Sum"] }
              : of === "Deal"
                ? { price: ["its Worth"], date: ["its date", "its Record Date"] }
                : {};
    const found = own[type] ?? [];
    // Listed twice, as the rest of the list is long.
    return [...found, ...found, ...found];
  }

  /** By steps of a date or a number, or in straight lines between points. */
  #table(type: Type, names: Names): string {
    const isDate = this.#pick(true, false);
    const key = this.#expr(isDate ? "date" : "number", names);
    // A file says percentages with their signs.
    const plain = () =>
      this.#pick(
        "the day of today",
        "(the number of Notice events)",
        `(${this.#expr("date", { ...names, depth: 0 })} - Issue Date)`,
      );
    const [one, two, three] = isDate ? ["2024-01-10", "2024-01-15", "2024-02-01"] : ["0", "2", "30"];
    const cell = () => this.#expr(type, names);
    const isStraight = ["money", "price", "shares", "number"].includes(type) && this.#pick(true, false);
    // A name takes a figure behind it on its line as a part of it.
    const table = (head: string, rows: readonly string[]) => `(by the table of ${[head, ...rows].join("\n    ")})`;
    if (!isStraight && type === "number" && !isDate && this.#chance(2)) {
      return `(by the table of ${plain()}\n    from "steps.csv": number)`;
    }
    if (!isStraight) {
      const rows = this.#pick(
        [`${one} to but excluding ${two}: ${cell()}`, `${two} to ${three}: ${cell()}`],
        [`up to ${one}: ${cell()}`, `from ${three}: ${cell()}`],
        [`${two}: ${cell()}`],
      );
      return table(key, rows);
    }
    if (type === "number" && !isDate && this.#chance(2))
      return `(by the table of ${plain()}, in straight lines\n    from "lines.csv": number)`;
    const isTwo = this.#pick(true, false);
    const across = isTwo ? ` and ${this.#expr("number", names)}` : "";
    const rows = [one, two, three].map((head) => `${head}: ${cell()}${isTwo ? `, ${cell()}` : ""}`);
    return table(`${key}${across}, in straight lines`, isTwo ? ["columns: 0, 100", ...rows] : rows);
  }

  /** A value that may not be there, in brackets. */
  #maybe(type: Type, names: Names): string {
    const ways: (() => string)[] = [() => `(${this.#expr(type, names)} only while ${this.#expr("condition", names)})`];
    for (const name of this.#optional.get(type) ?? []) ways.push(() => name);
    if (names.depth > 0) ways.push(() => this.#table(type, { ...names, depth: Math.min(names.depth, 1) }));
    if (type !== "condition") ways.push(() => `(${this.#maybeLeaf(type, names)} as of ${this.#pastDay(names)})`);
    if (type === "date") {
      ways.push(
        () =>
          `(${this.#pick(...wordsIn("extremeFold"))} its date over Notice events where ${this.#filter("Notice", names)})`,
        ...this.#measures("date", "Interest").map((words) => () => words),
        ...(this.#hasDues && names.of === "Notice" ? this.#measures("date", "its Dues") : []).map(
          (words) => () => words,
        ),
        () =>
          `(${this.#word(countsWithType, "date", "count")} days ${this.#range(names)} on which ${this.#expr("condition", { ...names, depth: Math.min(names.depth, 1) })})`,
      );
      ways.push(() => `(${this.#word(countsWithType, "date", "count")} ${this.#payDays(names)})`);
      if (names.of === "Pay Days") ways.push(() => "its previous date");
      if (names.late) ways.push(() => "the earliest start of Default");
      if (names.late && this.#hasDuties) {
        ways.push(
          () => `(the first day of breach of ${this.#pick("Payoff", "Debt Cap")})`,
          () => `(the day of performance of ${names.of === "Notice" ? "its Answer" : "Payoff"})`,
        );
      }
      if (names.of === "Notice")
        ways.push(
          () => "its Wanted",
          () => "its Reply's date",
        );
    }
    if (type === "money") {
      ways.push(
        () =>
          `(${this.#word(foldsWithValue, "maybe", "fold")} ${this.#body("money", "Notice", names)} over Notice events)`,
      );
      ways.push(() => "Last Notice's Amount");
      if (names.of === "Notice") ways.push(() => "its Reply's Amount");
    }
    if (type === "price")
      ways.push(
        () => `(${this.#word(foldsWithValue, "maybe", "fold")} ${this.#body("price", "Deal", names)} over Deal events)`,
      );
    if (type === "money" || type === "price" || type === "shares") {
      const inner = { ...names, depth: Math.min(names.depth, 1) };
      ways.push(
        () =>
          `(${this.#word(foldsWithValue, "maybe", "fold")} ${this.#expr(type, inner)} over days ${this.#range(names)})`,
      );
    }
    return this.#pick(...ways)();
  }

  #maybeLeaf(type: Type, names: Names): string {
    const known = this.#optional.get(type) ?? [];
    return known.length === 0
      ? `(${this.#leaf(type, names)} only while ${this.#leaf("condition", names)})`
      : this.#pick(...known);
  }

  #money(names: Names): string {
    const money = () => this.#expr("money", names);
    return this.#pick(
      () => `(${money()} ${this.#pick(...wordsIn("sum"))} ${money()})`,
      () => `(the lesser of ${money()} and unlimited)`,
      () => `(-(${money()}))`,
      () => `(${money()} ${this.#pick(...wordsIn("product"))} ${this.#expr("number", names)})`,
      () => `(${this.#expr("shares", names)} * ${this.#expr("price", names)})`,
      () => `(${this.#word(pairTypes, "money", "pairPick")} ${money()} and ${money()})`,
      () =>
        `(${this.#pick(...wordsIn("listPick", "total"))} (i) ${money()} (ii) ${this.#maybe("money", names)}, if set)`,
      () =>
        `(${money()}${this.#pick(...wordsIn("rounding"))} ${this.#pick("$1", "$0.01", "$5", ...wordsIn("minorUnit"))})`,
      () =>
        `(${this.#word(foldsWithValue, "always", "fold")} ${this.#body("money", "Notice", names)} over Notice events)`,
      () =>
        `(${this.#word(foldsWithValue, "always", "fold")} ${this.#body("money", "Notice", names)} over Notice events where ${this.#filter("Notice", names)})`,
      () =>
        `(${this.#word(foldsWithValue, "always", "fold")} ${this.#body("money", "Reply", names)} over Reply events)`,
      () =>
        `(${this.#word(foldsWithValue, "always", "fold")} ${this.#expr("money", { ...names, depth: Math.min(names.depth, 1) })} over ${this.#pick(...wordsIn("dayUnit"))} ${this.#range(names)})`,
      () => `(interest at Rate on ${money()} ${this.#range(names)} by ${this.#pick(...countings)})`,
      () => `(the sum of ${this.#body("money", "Pay Days", names)} over ${this.#payDays(names)})`,
      () => `(the sum of ${this.#body("money", "Listed Days", names)} over Listed Days${this.#span(names)})`,
      () => (names.late ? `(${this.#pick("unpaid", "overdue")} Interest on ${money()})` : "due Interest"),
      () => `(Interest payable on ${this.#expr("date", names)})`,
    )();
  }

  /** The day up to which a column is looked for, and sometimes how much earlier it may be. */
  #upTo(names: Names): string {
    const bound = `, at most ${this.#pick("1", "3")} ${this.#pick(...wordsIn("dayUnit"))} earlier`;
    return `at or before ${this.#expr("date", { ...names, depth: 0 })}${this.#pick("", bound)}`;
  }

  #price(names: Names): string {
    const price = () => this.#expr("price", names);
    const window = () => {
      const [count, chosen] = [
        this.#pick("2", "3", "5"),
        `on which ${this.#expr("condition", { ...names, depth: 0 })}`,
      ];
      const ends = [
        "1 trading day before today",
        "today",
        "1 day before today",
        names.of === "note" ? "today" : "its date",
      ];
      const ending = `ending ${this.#pick(...ends)}`;
      const days = `${count} trading days`;
      return `over ${this.#pick(`${days} ${ending}`, `${days} ${ending}`, `${days} ${chosen} ${ending}`, `${days} ${ending} ${chosen}`)}`;
    };
    const quoted = () => this.#pick("market close", "market low", "Floor", ...(this.#known.get("price") ?? []));
    return this.#pick(
      () => `(${price()} ${this.#pick(...wordsIn("product"))} ${this.#expr("number", names)})`,
      () => `(${price()} ${this.#pick(...wordsIn("sum"))} ${price()})`,
      () => `(${this.#expr("money", names)} / ${this.#expr("shares", names)})`,
      () => `(${this.#word(pairTypes, "price", "pairPick")} ${price()} and ${price()})`,
      () => `(${this.#pick(...wordsIn("listPick"))} (i) ${price()} (ii) ${this.#maybe("price", names)}, if set)`,
      () => `(the average of ${quoted()} ${window()})`,
      () => `(the average of the 2 ${this.#pick(...wordsIn("extremes"))} ${quoted()} ${window()})`,
      () => `(${this.#word(foldsWithValue, "maybe", "fold")} ${quoted()} ${window()})`,
      () => `(market close ${this.#upTo(names)})`,
      () =>
        `(market close as of ${this.#pick("the last trading day on or before today", "1 trading day before today", "2024-01-05")})`,
    )();
  }

  #shares(names: Names): string {
    const count = () => this.#expr("shares", names);
    return this.#pick(
      () => `(${count()} ${this.#pick(...wordsIn("sum"))} ${count()})`,
      () => `(${this.#expr("money", names)} / ${this.#expr("price", names)})`,
      () => `(${count()}${this.#pick(...wordsIn("rounding"))} 1 share)`,
      () => `(${this.#word(pairTypes, "shares", "pairPick")} ${count()} and ${count()})`,
      () => `(${count()} ${this.#pick(...wordsIn("product"))} ${this.#expr("number", names)})`,
      () =>
        `(${this.#word(foldsWithValue, "always", "fold")} ${this.#body("shares", "Notice", names)} over Notice events)`,
    )();
  }

  #number(names: Names): string {
    const number = () => this.#expr("number", names);
    return this.#pick(
      () => `(${number()} ${this.#pick(...wordsIn("sum", "product"))} ${number()})`,
      // An exponent that is a fraction as it is written is refused, so one that is drawn is rounded to halves.
      () =>
        `(${number()} ${this.#pick(...wordsIn("power"))} ${this.#pick("2", "(0 - 1)", "0", `(${number()}, rounded down to 0.5)`)})`,
      () =>
        `((${this.#pick("1.05", "(4 / 9)", "110%", ...wordsIn("euler"))} to the power of ${this.#pick("(1 / 2)", "(1 / 12)", "0.25", "(-3 / 7)", "2")})${this.#pick(...wordsIn("rounding"))} ${this.#pick("0.1", "0.01")})`,
      () => `(${this.#expr("money", names)} / ${this.#expr("money", names)})`,
      () => `(${this.#expr("shares", names)} / ${this.#expr("shares", names)})`,
      () =>
        `(${this.#word(countsWithType, "number", "count")} ${this.#pick(...wordsIn("dayUnit"), ...ownDays)} ${this.#range(names)})`,
      () =>
        `(the number of days ${this.#range(names)} on which ${this.#expr("condition", { ...names, depth: Math.min(names.depth, 1) })})`,
      () => `(the number of Notice events where ${this.#filter("Notice", names)})`,
      () => `(the number of ${this.#payDays(names)})`,
      () => `(the number of ${this.#pick(...wordsIn("dayUnit"))} ${this.#range(names)} that have ended)`,
      () => `(the interest factor at Rate ${this.#range(names)} by ${this.#pick(...countings)})`,
      () => `(the product of ${this.#body("number", "Pay Days", names)} over ${this.#payDays(names)})`,
      () =>
        `(the sum of ${this.#body("number", "Pay Days", names)} over ${this.#payDays(names)} where ${this.#filter("Pay Days", names)})`,
      () => `(${this.#pick(...wordsIn("datePart"))} ${this.#expr("date", names)})`,
      () => `(${number()}${this.#pick(...wordsIn("rounding"))} 1)`,
      () => (this.#isInSeries ? `(Fix fixing ${this.#upTo(names)})` : `(${number()} * 2)`),
    )();
  }

  #date(names: Names): string {
    const date = () => this.#expr("date", names);
    return this.#pick(
      () =>
        `(${this.#draw(5)} ${this.#pick(...wordsIn("dayUnit", "longUnit"), ...ownDays.map((unit) => `${unit}s`))} ${this.#pick(...wordsIn("shift"))} ${date()})`,
      () => `(${this.#expr("number", { ...names, depth: 0 })} days after ${date()})`,
      () => `(${this.#word(pairTypes, "date", "pairPick")} ${date()} and ${date()})`,
      () => `(${this.#pick(...wordsIn("extremeFold"))} (i) ${date()} (ii) ${this.#maybe("date", names)}, if set)`,
      () => {
        const relation = this.#pick(...meaningsIn("relation"));
        return `(${wordsFor(whichOf[relation], "which")} ${this.#pick("business day", "trading day", ...ownDays)} ${relation} ${date()})`;
      },
      () =>
        `(${date()}${this.#pick(...wordsIn("convention"))}${this.#pick("", "", ...[...meaningsIn("dayUnit"), ...ownDays].map((unit) => ` ${unit}`))})`,
      () =>
        `(${this.#pick(...wordsIn("which"))} ${this.#pick(...meaningsIn("dayUnit"), ...ownDays)} ${this.#pick(...wordsIn("period"))} ${date()})`,
      () => {
        const relation = this.#pick(...meaningsIn("relation"));
        const every = `${wordsFor(whichOf[relation], "whichOfEvery")} ${this.#pick("1", "2", "3")} months from`;
        const anniversary = wordsFor(whichOf[relation], "whichAnniversary").replace("3", this.#pick("1", "3"));
        return `(${this.#pick(every, anniversary)} ${date()} ${relation} ${date()})`;
      },
    )();
  }

  #condition(names: Names): string {
    const condition = () => this.#expr("condition", names);
    const compared = (type: "money" | "price" | "shares" | "number") =>
      `(${this.#expr(type, names)} ${this.#word(comparedTypes, type, "comparison")} ${this.#expr(type, names)})`;
    return this.#pick(
      () => `(${condition()} ${this.#pick(...wordsIn("logic"))} ${condition()})`,
      () => `(${this.#pick(...wordsIn("conditionList"))} (i) ${condition()} (ii) ${condition()})`,
      () => `(not ${condition()})`,
      () => compared("money"),
      () => compared("price"),
      () => compared("shares"),
      () => compared("number"),
      () =>
        `(${this.#expr("date", names)} ${this.#word(comparedTypes, "date", "comparison")} ${this.#expr("date", names)})`,
      () => `(${this.#pick(...wordsIn("eventQuantifier"))} Notice has ${this.#filter("Notice", names)})`,
      () => `(some Reply has ${this.#filter("Reply", names)})`,
      () => `(${this.#pick(...wordsIn("eventQuantifier"))} Notice ${this.#pick("is", "is not")} Open)`,
      () =>
        `(${this.#pick("1", "3")} ${this.#pick(...wordsIn("dayUnit"), ...ownDays.map((unit) => `${unit}s`))} ${this.#pick(...wordsIn("shiftTest"))} ${this.#expr("date", { ...names, depth: 0 })})`,
      () => `(${this.#expr("date", names)} is one of ${this.#pick("Pay Days", "Listed Days")})`,
      () =>
        `(${this.#pick(...wordsIn("dayQuantifier"))} ${this.#pick(...meaningsIn("dayUnit"), ...ownDays)} ${this.#range(names)}, ${this.#expr("condition", { ...names, depth: Math.min(names.depth, 1) })})`,
      () =>
        `(on some day of 3 trading days ending 1 trading day before today, market close is more than ${this.#expr("price", { ...names, depth: 0 })})`.replace(
          "some day of 3 trading days",
          "some trading day of 3 trading days",
        ),
      () => `(${this.#maybe("date", names)} is ${this.#pick("set", "not set")})`,
      () => `(${this.#maybe("money", names)} is ${this.#pick("set", "not set")})`,
      () => this.#noticeAgainst(names),
    )();
  }

  /** A reply or another notice compared with the one that the statement is about. */
  #noticeAgainst({ of, inFold }: Names): string {
    if (of !== "Notice" || inFold) return "Lapsed";
    return this.#pick(
      "(some Reply for this Notice has happened)",
      "(no Reply for this Notice has its Amount is more than this Notice's Amount)",
      "(some Notice has (its Amount is more than this Notice's Amount))",
    );
  }

  #body(type: Type, of: Names["of"], names: Names): string {
    return this.#expr(type, { of, depth: Math.min(names.depth, 1), fixed: false, late: names.late, inFold: true });
  }

  #filter(of: Names["of"], names: Names): string {
    return this.#expr("condition", {
      of,
      depth: Math.min(names.depth, 1),
      fixed: false,
      late: names.late,
      inFold: true,
    });
  }

  #range(names: Names): string {
    const day = () =>
      this.#pick(
        "Issue Date",
        "today",
        "2024-01-10",
        "3 days before today",
        "1 month before today",
        ...(names.of === "note" ? ["Day One".replace("Day One", this.#first("date"))] : ["its date"]),
      );
    return `${this.#pick(...wordsIn("rangeStart"))} ${day()} ${this.#pick(...wordsIn("rangeEnd"))} ${day()}`;
  }

  #first(type: Type): string {
    return this.#known.get(type)?.at(-1) ?? "today";
  }

  #pastDay({ of }: Names): string {
    return this.#pick(
      "2 days before today",
      "1 day before today",
      "Issue Date",
      "1 trading day before today",
      "2024-01-12",
      "(Mark, or else Issue Date)",
      ...(of === "note" ? [] : ["its date", "1 day before its date"]),
    );
  }

  #put(into: Map<Type, string[]>, type: Type, ...names: string[]): void {
    into.set(type, [...(into.get(type) ?? []), ...names]);
  }

  #chance(outOf: number): boolean {
    return this.#draw(outOf) === 0;
  }

  #pick<T>(...choices: readonly T[]): T {
    return pickFrom(this.#draw, choices);
  }
}
