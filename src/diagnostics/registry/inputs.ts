import type { WrittenEntry } from "./entry.ts";

/** An event as an example gives it. */
type ExampleEvent = Readonly<Record<string, string>>;

const notice = (on: string, more: ExampleEvent = {}) => ({ on, event: "Rate Notice", ...more });
const returned = (on: string, more: ExampleEvent = {}) => ({ on, event: "Payment Returned", ...more });
const payment = { on: "2024-02-01", event: "Payment Made", id: "p1", Amount: "5", Method: "wire" };
const itsReturn = returned("2024-02-05", { for: "p1" });

/**
 * Band 5: scenario, market and calendar files.
 *
 * 50 any file, 51 market and calendar, 52 scenarios, 53 how the files of a scenario go together, 54 comparisons. The scenarios here are of an invented loan: `Loan Amount` has to be
 * given; a payment has an `Amount` and a `Method`; `Payment Returned` refers to a payment; `Amount Owed` can be asked.
 */
export const inputs = {
  TN5001: {
    slug: "wrong-kind-in-file",
    message: "{place} must be {expected}, but this is {found}",
    label: "{found}",
    explanation: "The file has something of another kind in this place. The message says what belongs there.",
    ...inScenario({ events: '{ "on": "2024-02-01" }' }, { events: [] }),
  },
  TN5002: {
    slug: "not-text",
    message: "{file} is not plain text: {found}",
    explanation:
      "The file is perhaps a spreadsheet, an archive, or text in another encoding. Save it as plain text in UTF-8: from a " +
      "spreadsheet, as CSV in UTF-8.",
    help: "save it as plain text in UTF-8",
    ...inMarket(["2024-01-02,1,1,1,1,1,100\u0000"]),
  },
  TN5003: {
    slug: "beyond-limits",
    message: "{file} is too {what}: the limit is {limit}",
    help: "split the file, or raise the limit for files that you trust",
    explanation:
      "A file beyond these limits is not read, so that a mistaken or hostile file can't bring the program down.",
    language: "scenario",
    wrong: `{ "scenario": ${"[".repeat(80)}${"]".repeat(80)} }\n`,
    right: scenarioWith({}),
  },
  TN5004: {
    slug: "broken-json",
    message: "This is not JSON: {problem}",
    explanation:
      "A scenario is a JSON file. JSON has no comments, no comma after the last item, and double quotes around each name and " +
      "text. The mistake is often just before the place shown.",
    language: "scenario",
    wrong: '{ "scenario": "payment", }\n',
    right: scenarioWith({}),
  },
  TN5005: {
    slug: "key-twice",
    message: "`{key}` is given twice",
    label: "given again here",
    help: "keep one of the two",
    explanation: "One of two values would be lost without a word, so neither is taken.",
    ...inScenario(
      { terms: '{ "Loan Amount": "1000", "Loan Amount": "2000" }' },
      { terms: '{ "Loan Amount": "1000" }' },
    ),
  },
  TN5006: {
    slug: "not-a-date",
    message: "`{text}` is not a date: {problem}",
    explanation: "A date is year, month and day, as in 2024-02-29, and has to be a day that the calendar has.",
    ...inScenario({ events: [notice("2024-02-30")] }, { events: [notice("2024-02-29")] }),
  },
  TN5101: {
    slug: "no-rows",
    message: "{file} has no {rows}",
    help: "begin the file with the line `{header}`, then one line per day",
    explanation:
      "A market file has one row per trading day, and a calendar one per holiday, below a line that names the columns.",
    ...inMarket([]),
  },
  TN5102: {
    slug: "missing-column",
    message: "{file} has no column `{column}`",
    label: "the columns are named here",
    explanation:
      "The first line names the columns, separated by commas and in any order. A market needs date, open, high, low, close, " +
      "vwap and volume; a calendar needs date and holiday. Other columns are passed over.",
    language: "market",
    wrong: "date,open,high,low,close,volume\n2024-01-02,1,1,1,1,100\n",
    right: "date,open,high,low,close,vwap,volume\n2024-01-02,1,1,1,1,1,100\n",
  },
  TN5103: {
    slug: "column-twice",
    message: "{file} names the column `{column}` twice",
    help: "keep one of the two",
    explanation: "Which of the two columns holds the figures can't be determined.",
    language: "market",
    wrong: "date,open,high,low,close,close,vwap,volume\n2024-01-02,1,1,1,1,1,1,100\n",
    right: "date,open,high,low,close,vwap,volume\n2024-01-02,1,1,1,1,1,100\n",
  },
  TN5104: {
    slug: "wrong-number-of-cells",
    message: "This row has {found}, but the first line names {expected}",
    help: "write one cell for each column; a comma inside a cell needs double quotes around the cell",
    explanation: "A row with a cell too few or too many has its figures under the wrong names.",
    ...inMarket(["2024-01-02,1,1,1,1,100"]),
  },
  TN5105: {
    slug: "rows-out-of-order",
    message: "{date} stands after {earlier}, which is later",
    help: "sort the rows by date, the earliest first",
    explanation:
      "Rows are read in order of time. A row out of order is more often a mistyped date than a row in the wrong place.",
    ...inMarket(
      ["2024-01-03,1,1,1,1,1,100", "2024-01-02,1,1,1,1,1,100"],
      ["2024-01-02,1,1,1,1,1,100", "2024-01-03,1,1,1,1,1,100"],
    ),
  },
  TN5106: {
    slug: "day-twice",
    message: "{date} has two rows",
    help: "keep one row for each day",
    explanation: "A day has one row; with two, an average would count it twice.",
    ...inMarket(
      ["2024-01-02,1,1,1,1,1,100", "2024-01-02,2,2,2,2,2,100"],
      ["2024-01-02,1,1,1,1,1,100", "2024-01-03,2,2,2,2,2,100"],
    ),
  },
  TN5107: {
    slug: "not-a-market-figure",
    message: "The {column} of {date} is `{text}`: {problem}",
    help: "write a plain decimal, such as 0.0425",
    explanation:
      "Prices and volumes are plain decimals of at most 40 digits: no sign, no exponent, no comma between thousands, no currency. " +
      "A day on which nothing traded has no row at all.",
    ...inMarket(["2024-01-02,1,1,1,n/a,1,100"]),
  },
  TN5108: {
    slug: "figure-not-positive",
    message: "The {column} of {date} is {text}, but it must be {expected}",
    help: "correct the figure, or take the row out if the stock did not trade on that day",
    explanation:
      "A price is above zero, and a volume is not below it. A row stands for a day on which the stock traded.",
    ...inMarket(["2024-01-02,1,1,0,1,1,100"]),
  },
  TN5109: {
    slug: "low-above-high",
    message: "The low of {date}, {low}, is above its high, {high}",
    help: "correct one of the two, or exchange them",
    explanation: "The lowest price of a day can't be above its highest. The two columns may have been exchanged.",
    ...inMarket(["2024-01-02,1,1,2,1,1,100"], ["2024-01-02,1,2,1,1,1,100"]),
  },
  TN5110: {
    slug: "more-problems",
    message: "{file} has {count}",
    explanation: "Only the first problems of a file are listed. The rest shows once these are mended.",
    language: "market",
    wrong: `date,open,high,low,close,vwap,volume\n${"soon,1,1,1,1,1,100\n".repeat(21)}`,
    right: "date,open,high,low,close,vwap,volume\n2024-01-02,1,1,1,1,1,100\n",
  },
  TN5111: {
    slug: "broken-quotes",
    message: "The double quotes of this row do not match",
    help: 'close each cell that opens with a double quote on the same line; a double quote inside it is written twice, `""`',
    explanation: "A cell in double quotes has to end on the line where it begins.",
    language: "calendar",
    wrong: 'date,holiday\n2024-01-01,"New Year\n',
    right: 'date,holiday\n2024-01-01,"New Year"\n',
  },
  TN5112: {
    slug: "row-on-a-day-off",
    severity: "warning",
    message: "The market data have rows on days without trading: {days}",
    help: "take these rows out; each row counts as a trading day",
    explanation:
      "A row is a trading day. A row on a Saturday, a Sunday or, by the calendar of an exchange, on a day on which that is closed " +
      "moves every window of trading days by one, and its prices count.",
    ...inMarket(
      ["2024-01-05,1,1,1,1,1,100", "2024-01-06,2,2,2,2,2,100", "2024-01-08,3,3,3,3,3,100"],
      ["2024-01-05,1,1,1,1,1,100", "2024-01-08,3,3,3,3,3,100"],
    ),
  },
  TN5113: {
    slug: "days-without-row",
    severity: "warning",
    message: "The market data have no row for business days between their rows: {days}",
    help: "fill in the rows if the stock traded; where it did not, this is right",
    explanation:
      "A day without a row is no trading day: a window of 20 trading days then reaches one day further back. That is right where " +
      "the stock did not trade, and wrong where a row is missing. Holidays of `{calendar}` are not counted.",
    ...inMarket(
      ["2024-01-03,1,1,1,1,1,100", "2024-01-05,2,2,2,2,2,100"],
      ["2024-01-03,1,1,1,1,1,100", "2024-01-04,2,2,2,2,2,100"],
    ),
  },
  TN5114: {
    slug: "jump-like-a-split",
    severity: "warning",
    message: "The price jumps like a split, and the timeline has none there: {days}",
    help: "if it was a split, say so by the event that changes the share basis",
    explanation:
      "From one close to the next the price is multiplied or divided by a whole number, between days on which it hardly moves. " +
      "Without the event, prices before the split and after it are mixed.",
    ...inMarket(
      ["2024-01-03,4,4,4,4,4,100", "2024-01-04,4,4,4,4,4,110", "2024-01-05,2,2,2,2,2,100"],
      ["2024-01-03,4,4,4,4,4,100", "2024-01-04,4,4,4,4,4,110", "2024-01-05,3,3,3,3,3,100"],
    ),
  },
  TN5115: {
    slug: "prices-already-adjusted",
    severity: "warning",
    message:
      "The price does not move over the split of {days}: the file may hold prices that are adjusted for it already",
    help: "use prices as they traded, without adjustment; the engine restates them itself",
    explanation:
      "Market data hold prices as they traded. Where the timeline has a split and the file is adjusted for it already, as the files of " +
      "many vendors are, every earlier price is adjusted twice.",
    ...inMarket(
      ["2024-01-03,4,4,4,4,4,100", "2024-01-04,4,4,4,4,4,110", "2024-01-05,4,4,4,4,4,90"],
      ["2024-01-03,8,8,8,8,8,100", "2024-01-04,4,4,4,4,4,110", "2024-01-05,4,4,4,4,4,90"],
    ),
  },
  TN5116: {
    slug: "rows-alike",
    severity: "warning",
    message: "Rows in a row have the very same figures: {days}",
    help: "take out the rows of days without trading; where the figures are made up for a test, write `# made up` above the first line",
    explanation:
      "Three rows or more with the same prices and the same volume are mostly a price that was carried forward over days without trading. " +
      "A file whose figures are made up says so in a line above the names of its columns, `# made up`.",
    ...inMarket(
      ["2024-01-03,1,2,1,2,1.5,100", "2024-01-04,1,2,1,2,1.5,100", "2024-01-05,1,2,1,2,1.5,100"],
      ["2024-01-03,1,2,1,2,1.5,100", "2024-01-04,1,2,1,2,1.5,120", "2024-01-05,1,2,1,2,1.5,90"],
    ),
  },
  TN5117: {
    slug: "days-without-volume",
    severity: "warning",
    message: "Rows have a volume of zero: {days}",
    help: "where only days with trading count, say so in the clause, `on which (market volume is more than 0 shares)`, or take these rows out",
    explanation:
      "A row is a trading day, whether any share traded on it or not. Where the contract means days on which the stock traded, rows " +
      "without volume do not belong into the file, or the clause says it: `20 trading days on which (market volume is more than 0 " +
      "shares) ending today` goes back to days that count.",
    ...inMarket(
      ["2024-01-03,1,1,1,1,1,100", "2024-01-04,1,1,1,1,1,0"],
      ["2024-01-03,1,1,1,1,1,100", "2024-01-04,1,1,1,1,1,50"],
    ),
  },
  TN5118: {
    slug: "not-a-line-of-names",
    message: "{file} {found}",
    label: "the columns are named here",
    explanation:
      "The first line names the columns, in small letters and with commas between them. Files of other programs often have " +
      "semicolons or tabs, capital letters, or no such line at all.",
    language: "market",
    wrong: "date;open;high;low;close;vwap;volume\n2024-01-02;1;1;1;1;1;100\n",
    right: "date,open,high,low,close,vwap,volume\n2024-01-02,1,1,1,1,1,100\n",
  },
  TN5119: {
    slug: "price-outside-its-day",
    severity: "warning",
    message: "The open, close or vwap lies outside the low and high of its day: {days}",
    help: "check that no column is adjusted or filled in by itself, and that the columns are not mixed up",
    explanation:
      "No share trades below the low of a day or above its high. Where another figure of the row does, the columns mostly come from " +
      "different sources: a close that is adjusted for a split or a dividend stands beside prices as they traded.",
    ...inMarket(
      ["2024-01-03,10,11,9,10,10,100", "2024-01-04,10,11,9,2.5,10,150"],
      ["2024-01-03,10,11,9,10,10,100", "2024-01-04,10,11,9,10.5,10,150"],
    ),
  },
  TN5201: {
    slug: "unknown-key",
    message: "{place} has no key `{key}`",
    label: "unknown",
    explanation:
      "A key that is not known would be passed over, and a mistyped one would be missed. Event fields go by their defined names.",
    ...inScenario({ more: '"reading": {}' }, { more: '"readings": {}' }),
  },
  TN5202: {
    slug: "missing-key",
    message: "{place} lacks `{key}`, {expected}",
    help: 'add `"{key}": …`',
    explanation: "The place can't be understood without this key.",
    ...inScenario({ events: [{ event: "Rate Notice" }] }, { events: [notice("2024-02-01")] }),
  },
  TN5203: {
    slug: "number-instead-of-text",
    message: "{place} is written as a number; amounts are texts, so that no digit is lost",
    label: "a number",
    help: 'write `"{text}"`',
    explanation:
      "Programs that read JSON keep numbers in binary, where 0.1 is not quite 0.1. A text is kept digit for digit, so each " +
      "amount stands in double quotes.",
    ...inScenario({ terms: '{ "Loan Amount": 1000 }' }, { terms: '{ "Loan Amount": "1000" }' }),
  },
  TN5204: {
    slug: "unknown-term",
    message: "`{note}` has no deal term `{name}`",
    label: "unknown",
    explanation:
      "The deal terms are those that the template declares with `given`, by their defined names, capitals included.",
    ...inScenario(
      { terms: '{ "Loan Amount": "1000", "Loan Rate": "0.08" }' },
      { terms: '{ "Loan Amount": "1000", "Rate": "0.08" }' },
    ),
  },
  TN5205: {
    slug: "missing-term",
    message: "The deal term `{name}` {lack}; `{note}` has no default for it",
    explanation:
      "A deal term without a default has to be given by each scenario. A list has at least one row, unless it is declared `if any`.",
    ...inScenario({ terms: "{}" }, { terms: '{ "Loan Amount": "1000" }' }),
  },
  TN5206: {
    slug: "event-not-in-template",
    message: "`{note}` has no event `{name}`",
    label: "unknown",
    explanation: "The events are those that the template declares, by their defined names, capitals included.",
    ...inScenario({ events: [{ on: "2024-02-01", event: "Rate Note" }] }, { events: [notice("2024-02-01")] }),
  },
  TN5207: {
    slug: "unknown-field",
    message: "The event `{event}` has no field `{name}`",
    label: "unknown",
    explanation:
      "Beside `on`, `at`, `event`, `id` and `for`, an event takes the fields that the template declares for it.",
    ...inScenario({ events: [notice("2024-02-01", { Amount: "5" })] }, { events: [notice("2024-02-01")] }),
  },
  TN5208: {
    slug: "missing-field",
    message: "The event `{event}` lacks its field `{name}`",
    explanation: "A field without a default has to be given with each event of that name.",
    ...inScenario(
      { events: [{ on: "2024-02-01", event: "Payment Made", Method: "wire" }] },
      { events: [{ on: "2024-02-01", event: "Payment Made", Amount: "5", Method: "wire" }] },
    ),
  },
  TN5209: {
    slug: "reading-not-in-template",
    message: "`{note}` has no reading `{name}`",
    label: "unknown",
    explanation:
      "A reading is a passage that can be read in more than one way. `tenor readings` lists those of a template.",
    ...inScenario(
      { more: '"readings": { "day of grace": "business" }' },
      { more: '"readings": { "days of grace": "business" }' },
    ),
  },
  TN5210: {
    slug: "choice-not-in-template",
    message: "The reading `{name}` has no choice `{choice}`",
    help: "choose {choices}",
    explanation:
      "A reading can be chosen only among the ways that the template gives. Where it gives one way only, that one need not be named.",
    ...inScenario(
      { more: '"readings": { "days of grace": "banking" }' },
      { more: '"readings": { "days of grace": "business" }' },
    ),
  },
  TN5211: {
    slug: "not-in-the-list",
    message: "`{name}` can't be `{text}`",
    help: "write {options}",
    explanation: "The template lists what this field or deal term may be.",
    ...inScenario(
      { events: [{ on: "2024-02-01", event: "Payment Made", Amount: "5", Method: "gold" }] },
      { events: [{ on: "2024-02-01", event: "Payment Made", Amount: "5", Method: "cash" }] },
    ),
  },
  TN5212: {
    slug: "unknown-value",
    message: "`{note}` defines no value `{name}`",
    label: "unknown",
    explanation:
      "A question names a value of the template: a definition, a state or a deal term, by its defined name, capitals included.",
    ...inScenario(
      { ask: '[{ "value": "Amount Owned", "on": "2024-02-01" }]' },
      { ask: '[{ "value": "Amount Owed", "on": "2024-02-01" }]' },
    ),
  },
  TN5213: {
    slug: "wrong-type",
    message: "`{name}` is {expected}, but {text} is {found}",
    help: "write {example}",
    explanation:
      "The template says what kind of value this is. Amounts are decimals, quotients or figures with their unit, in double quotes; a " +
      'percentage or rate is "8%", or as a fraction "0.08"; dates are as in "2024-02-29"; yes or no is true or false.',
    ...inScenario({ terms: '{ "Loan Amount": "1,000" }' }, { terms: '{ "Loan Amount": "1000" }' }),
  },
  TN5214: {
    slug: "before-the-note",
    message: "{what} is on {date}, but the note exists only from {start}",
    label: "before the note",
    explanation:
      "Nothing can happen under a note before its first day, nor on each of the days of a list where one of them lies before it. Either the " +
      "date or the deal term is mistaken.",
    ...inScenario({ events: [notice("2023-12-29")] }, { events: [notice("2024-01-29")] }),
  },
  TN5215: {
    slug: "id-of-no-event",
    message: "No event of {where} has the id `{id}`",
    label: "names nothing",
    explanation:
      "`for` and `of` name an event of the same scenario by its `id`; `of` may name a section of the template instead.",
    ...inScenario({ events: [itsReturn] }, { events: [payment, itsReturn] }),
  },
  TN5216: {
    slug: "for-another-event",
    message: "`{event}` is for {wanted}, but `{id}` is {found}",
    explanation: "An event that refers to another one says, in the template, which event that is.",
    ...inScenario(
      { events: [notice("2024-02-01", { id: "r1" }), returned("2024-02-05", { for: "r1" })] },
      { events: [payment, itsReturn] },
    ),
  },
  TN5217: {
    slug: "missing-for",
    message: "`{event}` lacks `for`: it must say for which {wanted} it is",
    help: 'give that event an `id`, and add `"for": ID` here',
    explanation: "The event changes what belongs to one other event, so it has to say which.",
    ...inScenario({ events: [returned("2024-02-05")] }, { events: [payment, itsReturn] }),
  },
  TN5218: {
    slug: "needless-for",
    message: "`{event}` takes no `for`: it refers to no other event",
    help: "take `for` out",
    explanation: "The template does not tie this event to another one, so what `for` names would be passed over.",
    ...inScenario(
      { events: [notice("2024-02-01", { id: "r1" }), notice("2024-02-05", { for: "r1" })] },
      { events: [notice("2024-02-05")] },
    ),
  },
  TN5219: {
    slug: "for-itself",
    message: "The event `{id}` is for itself",
    help: "name the `id` of the event that it is for",
    explanation: "An event can refer to another one only.",
    ...inScenario(
      { events: [returned("2024-02-05", { id: "x1", for: "x1" })] },
      { events: [payment, returned("2024-02-05", { id: "x1", for: "p1" })] },
    ),
  },
  TN5220: {
    slug: "id-twice",
    message: "Two events have the id `{id}`",
    label: "used again here",
    help: "give each event an id of its own",
    explanation:
      "`for` and `of` name an event by its id; with two of one id, which of them is meant can't be determined.",
    ...inScenario(
      { events: [notice("2024-02-01", { id: "r1" }), notice("2024-02-05", { id: "r1" })] },
      { events: [notice("2024-02-01", { id: "r1" }), notice("2024-02-05", { id: "r2" })] },
    ),
  },
  TN5221: {
    slug: "id-like-a-section",
    message: "The id `{id}` is also a section of `{note}`",
    help: "choose another id, such as `{example}`",
    explanation: "`of` may name an event or a section, so an id must not look like a section of the template.",
    ...inScenario({ events: [notice("2024-02-01", { id: "3.7" })] }, { events: [notice("2024-02-01", { id: "r1" })] }),
  },
  TN5222: {
    slug: "not-a-note",
    message: "`{text}` names no template",
    help: "write the name of a template, such as `my-note`, or the path of a `.tenor` file with `/` between folders",
    explanation:
      "`note` is either a plain name (letters, digits and inner hyphens), which is looked for under `terms/`, or the path of a " +
      "file that ends in `.tenor`, counted from the scenario's folder.",
    ...inScenario({ note: "../sample-loan" }, { note: "sample-loan" }),
  },
  TN5223: {
    slug: "not-a-time",
    message: "`{text}` is not a time of day",
    help: "write hours and minutes from 00:00 to 23:59, such as `17:30`, or `5:30 p.m.`",
    explanation:
      "Times are those of the note's zone: on the 24-hour clock, with two digits for each part, or on that of 12 hours with a.m. and p.m.",
    ...inScenario(
      { events: [{ on: "2024-02-01", at: "5 pm", event: "Rate Notice" }] },
      { events: [{ on: "2024-02-01", at: "17:00", event: "Rate Notice" }] },
    ),
  },
  TN5224: {
    slug: "of-does-not-fit",
    message: "`{value}` belongs to {owner}, but the question {found}",
    help: "{way}",
    explanation:
      "Some values belong to one event, so that each event has its own; a question names that event with `of`. A value of " +
      "the whole note is asked with `on` and a day.",
    ...inScenario(
      { ask: '[{ "value": "Amount Credited", "on": "2024-02-01" }]' },
      { events: [payment], ask: '[{ "value": "Amount Credited", "of": "p1" }]' },
    ),
  },
  TN5225: {
    slug: "question-without-a-day",
    message: "`{value}` has a value on each day, but the question names none",
    help: 'add `"on": DATE`',
    explanation:
      "A value can change from day to day. Only a value that was fixed by an event can be asked without a day.",
    ...inScenario({ ask: '[{ "value": "Amount Owed" }]' }, { ask: '[{ "value": "Amount Owed", "on": "2024-02-01" }]' }),
  },
  TN5226: {
    slug: "for-a-later-event",
    message: "This is on {date}, but `{id}`, which it is for, comes only on {later}",
    label: "before what it is for",
    help: "correct one of the two dates, or name another event",
    explanation:
      "What answers an event, such as a delivery or a reply, cannot come before that event: not on an earlier day, nor at an earlier " +
      "time of the same day. Where times are equal or absent, the events of a day run as they are listed, so that the answer is " +
      "listed behind its event.",
    ...inScenario(
      {
        events: [
          { on: "2024-02-05", event: "Payment Made", id: "p1", Amount: "5", Method: "wire" },
          returned("2024-02-01", { for: "p1" }),
        ],
      },
      { events: [payment, itsReturn] },
    ),
  },
  TN5227: {
    slug: "negative-amount",
    message: "`{name}` is {text}: an amount of money, a price or a number of shares cannot be less than nothing",
    label: "less than nothing",
    help: "take the minus sign out, or report what happened as the event that it is",
    explanation:
      "A payment of less than nothing would raise a debt, and a conversion of less than nothing would undo another. What goes the " +
      "other way is an event of its own.",
    ...inScenario({ terms: '{ "Loan Amount": "-1000" }' }, { terms: '{ "Loan Amount": "1000" }' }),
  },
  TN5228: {
    slug: "percent-in-doubt",
    message: "`{name}` is {text}, and {text} is {asFraction}; {asPercent} is `{asPercent}` or `{fraction}`",
    label: "with or without a percent sign?",
    help: "write `{asPercent}` or `{asFraction}`, whichever is meant",
    explanation:
      "A percentage or rate without a percent sign is a fraction: 0.08 is 8%. A fraction of 1 or more is more often a percentage " +
      "whose sign was left out, so such a figure has to say what it is.",
    ...inScenario(
      { terms: '{ "Loan Amount": "1000", "Rate": "8" }' },
      { terms: '{ "Loan Amount": "1000", "Rate": "8%" }' },
    ),
  },
  TN5240: {
    slug: "listed-against-the-times",
    severity: "warning",
    message: "On {day}, `{before}` at {beforeTime} is listed before `{event}` at {time}, but runs after it",
    label: "runs first",
    help: "list the events of a day by their times, or correct the time that is wrong",
    explanation:
      "Events of one day run by their times, whatever their order in the list. The list decides only where times are equal, or where " +
      "an event has none: that one stands right after the event listed before it. A list against the times may have a wrong time.",
    language: "scenario",
    wrong: scenarioWith({
      events: [
        { on: "2024-02-01", at: "16:00", event: "Rate Notice", id: "afternoon" },
        { on: "2024-02-01", at: "09:00", event: "Rate Notice", id: "morning" },
      ],
    }),
    right: scenarioWith({
      events: [
        { on: "2024-02-01", at: "09:00", event: "Rate Notice", id: "morning" },
        { on: "2024-02-01", at: "16:00", event: "Rate Notice", id: "afternoon" },
      ],
    }),
  },
  TN5302: {
    slug: "unknown-calendar",
    message: "There is no calendar `{name}`",
    help: "write the path of a calendar file, or one of the built-in ones: {known}",
    explanation:
      "`calendar` is the path of a CSV file with the columns date and holiday, counted from the scenario's folder, or the name " +
      "of a calendar that Tenor brings. So is `business days:` in the head of a note, counted from the note's folder, for scenarios " +
      "and tests that name none. Business days can't be determined without one.",
    ...inScenario({ more: '"calendar": "us-banks"' }, { more: '"calendar": "us-bank"' }),
  },
  TN5420: {
    slug: "series-not-in-template",
    message: "{note} reads no series `{series}`",
    explanation:
      "Under `market` stands a file for each series that the note declares, by its name. A note that declares none has one file, and no " +
      "name beside it.",
    ...inScenario({ more: '"market": { "Stok": "m.csv" }' }, { more: '"market": { "Stock": "m.csv" }' }),
  },
  TN5421: {
    slug: "market-of-several-series",
    message: "The note reads the series {series}, and `market` does not say whose data the file has",
    help: "write a file for each, as in `{example}`",
    explanation:
      "A note that reads one series may have its file under `market` alone. Where it declares several, each file stands under the name " +
      "of its series. A series that no clause needs on the way to an answer may be left out.",
    ...inScenario({ more: '"market": "m.csv"' }, { more: '"market": { "Stock": "m.csv" }' }),
  },
  TN5422: {
    slug: "unknown-column-of-series-in-scenario",
    message: "The series `{series}` has no column `{column}`",
    help: "its columns are {columns}",
    explanation:
      "Under `columns` stands what the file calls a column of the series: the name that clauses say, a colon, and the name in the first " +
      "line of the file.",
    ...inScenario(
      { more: '"market": { "file": "m.csv", "columns": { "cloze": "PX_LAST" } }' },
      { more: '"market": { "file": "m.csv", "columns": { "close": "PX_LAST" } }' },
    ),
  },
  TN5423: {
    slug: "faulty-market-file",
    message: "{problem}",
    help: "write the path of the file, or `{example}`",
    explanation:
      "A file of market data is named by its path. Where its first line has other names than those of the note, an object says them: the " +
      "path under `file`, the name of each column under `columns`, and the name of the column of dates under `date`.",
    ...inScenario(
      { more: '"market": { "file": "m.csv", "column": { "close": "PX_LAST" } }' },
      { more: '"market": { "file": "m.csv", "columns": { "close": "PX_LAST" } }' },
    ),
  },
  TN5430: {
    slug: "rows-not-given",
    message: "The text of the file of rows {file} was not given",
    label: "its rows are events",
    help: "give the text of the file, or take it out of `rows`",
    explanation:
      "A scenario may name files whose rows are events, under `rows`, and files whose rows are a list among its deal terms. The command " +
      "line reads them. A program that loads a scenario gives their texts with it, by the paths that the scenario writes; without " +
      "them, rows would be missing. The subjects of a comparison, and the variants of a simulation, read no such files: a subject " +
      "file has the rows of a list in itself.",
    ...inScenario(
      { more: '"rows": [{ "file": "payments.csv", "event": "Payment Made" }]' },
      { events: [{ on: "2024-03-01", event: "Payment Made", Amount: "100", Method: "cash" }] },
    ),
  },
  TN5495: {
    slug: "rates-without-percent-sign",
    message:
      "The {column} of {date} is {text}, and {text} is {asFraction}; {asPercent} is `{asPercent}` or `{fraction}`",
    label: "with or without a percent sign?",
    help: "write a percent sign behind each figure of the column, or divide them by 100",
    explanation:
      "A rate or percentage in a file of market data is a fraction, 0.0525, or has a percent sign: `5.25%`. Many files leave the sign out. " +
      "What is then 1 or more is reported, once for its column; a rate that is meant to be 525% has the sign as well.",
    language: "market",
    wrong: "date,rate\n2024-01-02,5.25\n2024-01-03,5.3\n",
    right: "date,rate\n2024-01-02,5.25%\n2024-01-03,0.053\n",
  },
} as const satisfies Readonly<Record<`TN5${number}`, WrittenEntry>>;

function inMarket(wrong: readonly string[], right: readonly string[] = ["2024-01-02,1,1,1,1,1,100"]) {
  return { language: "market", wrong: marketOf(wrong), right: marketOf(right) } as const;
}

function inScenario(wrong: ScenarioParts, right: ScenarioParts) {
  return { language: "scenario", wrong: scenarioWith(wrong), right: scenarioWith(right) } as const;
}

/** A small market file of these rows. */
function marketOf(rows: readonly string[]): string {
  return ["date,open,high,low,close,vwap,volume", ...rows, ""].join("\n");
}

interface ScenarioParts {
  readonly note?: string;
  readonly terms?: string;
  /** One event a line, or what stands in the place of the list. */
  readonly events?: readonly ExampleEvent[] | string;
  readonly ask?: string;
  /** Another key with its value. */
  readonly more?: string;
}

function listOf(events: readonly ExampleEvent[] = []): string {
  const lines = events.map((event) => JSON.stringify(event, null, 1).replaceAll(/\n\s*/g, " "));
  return `[${lines.join(",\n             ")}]`;
}

/** A small scenario of the invented loan, with the parts that an example is about; parts are JSON. */
export function scenarioWith({ note, terms, events, ask, more }: ScenarioParts): string {
  const lines = [
    '"scenario": "payment"',
    `"note": ${JSON.stringify(note ?? "sample-loan")}`,
    `"terms": ${terms ?? '{ "Loan Amount": "1000" }'}`,
    ...(more === undefined ? [] : [more]),
    `"events": ${typeof events === "string" ? events : listOf(events)}`,
    `"ask": ${ask ?? "[]"}`,
  ];
  return `{\n${lines.map((line) => `  ${line}`).join(",\n")}\n}\n`;
}
