/** What contracts say in other words than the language: each is answered with the language's own, and reads in those. */
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { textOf } from "../../src/source/span.ts";
import { parse } from "../../src/syntax/parse.ts";

const found = (text: string): readonly Diagnostic[] => parse(new SourceFile("note", `${text}\n`)).diagnostics;

/** What is written, the code, the text under the carets, words of the message or its help; then how it is right. */
type Row = [written: string, code: string, under: string, words: string, right: string];

const duty = "the Borrower must give Report";
const fails = "Default occurs\n  when Late";
const account = "account Interest owed by Borrower to Holder\n  accrues: 8% per year on Principal by";
const power = "the Holder may give Notice\n  up to Principal\n";

describe("duties, payments, schedules and lines of a test in other words", () => {
  const paid = "when Payment\n  its Amount";
  const story = 'test "x"\n  ';
  test.each<[written: string, under: string, words: string]>([
    [`${paid} is applied first to due Fee, then Fee`, "is applied first to", "write `is applied to`"],
    [`${paid} shall be applied to due Fee`, "shall be applied to", "write `is applied to`"],
    [`${paid} is applied to due Fee and then to Fee`, "and then to", "write `, then`"],
    ["when Payment\n  apply its Amount to due Fee", "apply", "`AMOUNT is applied to due NAME"],
    ["when Payment\n  charge Fee its Amount", "charge", "`NAME is charged AMOUNT due on DATE`"],
    ["when Payment\n  Fee accrues $5", "accrues", "where the account is declared"],
    ["Default occurs if Late", "occurs if", "write `occurs when`"],
    ["Good holds if Late", "holds if", "write `holds when`"],
    ["Good holds when Due is late by at least 3 days", "by at least 3 days", "write `by more than 2 days`"],
    ["Good holds when Due has been performed", "has been performed", "write `is performed`"],
    ["Good holds when Due is not performed", "is not performed", "`not (NAME is performed)`"],
    ["the Borrower must give Report before 2024-03-01", "before", "`by 1 day before D`"],
    ["Report must be given by 2024-03-01", "Report", "`the PARTY must give Report by DATE`"],
    ["Pay Days are each month from and including D to and including E", "are each", "write `are every`"],
    ["Pay Days are every quarter from D to E", "are every quarter", "write `are every 3 months`"],
    ["Pay Days are quarterly", "are quarterly", "write `are every 3 months`"],
    ["Pay Days means every 3 months from and including D to and including E", "means every 3", "write `are every 3`"],
    ["Pay Days are the last day of every month from D to E", "of every month", "`month ends: kept`"],
    [
      "Pay Days are 31 March and 30 September of each year",
      "are 31 March and 30 September of each year",
      "`are every 31 March and 30 September`",
    ],
    ["X means the maximum of A and B", "the maximum of", "write `the greater of`"],
    [
      "X means market close on the previous trading day",
      "on the previous trading day",
      "`as of 1 trading day before today`",
    ],
    ["X means the 5-day VWAP", "the 5-day VWAP", "`the average of market vwap over 5 trading days"],
    ["X means $13/3 per share", "$13/3 per share", "write `$13 per share / 3`"],
    ["X means Fee per share", "share", "Expected"],
    ["series Fix: rate", ":", "write `has`"],
    ["series Fix has a close", "has a", "write `has`"],
    [`${story}reading: "r" is "a"`, "is", "write `=`"],
    [`${story}with: A = $1, B = $2`, ",", "write `with: B = …` on a line of its own"],
    [`${story}expect: X is $1 on 2024-01-10`, "X is $1 on 2024-01-10", "write `X on 2024-01-10 is $1`"],
    [`${story}expect: X on 2024-01-10 = $1`, "=", "write `is`"],
    [`${story}on 2024-01-10: Payment, Amount: $5`, "Amount:", "write `Amount`"],
    [`${story}on 2024-01-10: Payment of $5`, "of", "`Payment, Amount $5`"],
    [`${story}on 2024-01-10: Payment Amount $5`, "$5", "`Payment, Amount $5`"],
  ])("%j", (written, under, words) => {
    const [first, ...others] = found(written);
    expect(first && textOf(first.span)).toBe(under);
    expect(`${first?.message} ${first?.help}`).toContain(words);
    expect(others).toEqual([]);
  });

  test("one edit takes the signs out of all entries of a list", () => {
    const text = "X means the least of\n  (i) $1;\n  (ii) $2; and\n  (iii) $3.\n";
    const [first, ...others] = found(text);
    expect([first?.code, others.length]).toEqual(["TN1037", 0]);
    const { span, text: right } = first?.fix ?? { span: { start: 0, end: 0 }, text: "" };
    expect(text.slice(0, span.start) + right + text.slice(span.end)).toBe(
      "X means the least of\n  (i) $1\n  (ii) $2\n  (iii) $3.\n",
    );
  });
});

describe("what the fix leaves can be read", () => {
  test.each<Row>([
    ...([
      ["given Fee = $5", "TN1001", "=", "write `given Fee: money = …`", "given Fee: money = $5"],
      ["given Fee is 8% per year", "TN1001", "is", "write `given Fee: rate = …`", "given Fee: rate = 8% per year"],
      ["given Fee: rate is 8% per year", "TN1035", "is", "write `=`", "given Fee: rate = 8% per year"],
      ["given Due Day: 2024-01-02", "TN1001", "2024-01-02", "`date = 2024-01-02`", "given Due Day: date = 2024-01-02"],
      ...(
        [
          ["section 1(b) Right to convert", 'section 1(b) "Right to convert"'],
          ["section 1.1: Title", 'section 1.1 "Title"'],
          ['section 1.1 - "Title"', 'section 1.1 "Title"'],
          ["Section 2. Conversion", 'section 2 "Conversion"'],
          ["SECTION 2. CONVERSION", 'section 2 "CONVERSION"'],
          ["Section 2.", "section 2"],
          ["§ 2 Conversion at will", 'section § 2 "Conversion at will"'],
          ["2. Conversion", 'section 2 "Conversion"'],
          ["1.1 Conversion; who may", 'section 1.1 "Conversion; who may"'],
          ["Article III Covenants", 'section Article III "Covenants"'],
          ["Schedule 1, para 3 – Rates", 'section Schedule 1, para 3 "Rates"'],
          ["Condition 5(b)(ii): Rates", 'section Condition 5(b)(ii) "Rates"'],
          ["section Coupon", 'section "Coupon"'],
          ["Section 3 (a). Rates", 'section 3(a) "Rates"'],
          ["section 3 (Rates)", 'section 3 "(Rates)"'],
          ["section 3A", 'section "3A"'],
          ["section 3-A", 'section "3-A"'],
          ["section IV Covenants", 'section "IV Covenants"'],
          ["section Interest", 'section "Interest"'],
          ["section Voting Rights", 'section "Voting Rights"'],
          ["Section IV. Rank", 'section "IV. Rank"'],
        ] as const
      ).map(([written, right]): Row => [written, "TN1035", written, `write \`${right}\``, right]),
      [
        "section 1.1: Title -- so far",
        "TN1035",
        "section 1.1: Title",
        'write `section 1.1 "Title"`',
        'section 1.1 "Title" -- so far',
      ],
      ['Section "Coupon"', "TN1006", "Section", "write `section`", 'section "Coupon"'],
    ] satisfies Row[]),
    ...([
      [
        "D means 10 Trading Days after E",
        "TN1006",
        "Trading Days",
        "write `trading days`",
        "D means 10 trading days after E",
      ],
      [
        "D means the first Business Day after E",
        "TN1006",
        "Business Day",
        "write `business day`",
        "D means the first business day after E",
      ],
      ["D means 10 Calendar Days after E", "TN1035", "Calendar Days", "write `days`", "D means 10 days after E"],
      [
        "D means 2 Banking Days after E",
        "TN1035",
        "Banking Days",
        "write `business days`",
        "D means 2 business days after E",
      ],
      [
        "D means within 3 trading days after E",
        "TN1035",
        "within 3 trading days after",
        "write `3 trading days after`",
        "D means 3 trading days after E",
      ],
      ["D means within 3 days of E", "TN1035", "within 3 days of", "write `3 days after`", "D means 3 days after E"],
      [
        `${duty} within 3 days after D`,
        "TN1035",
        "within 3 days after",
        "write `by 3 days after`",
        `${duty} by 3 days after D`,
      ],
      [
        "D means the last day of the quarter",
        "TN1035",
        "of the quarter",
        "write `of the quarter of today`",
        "D means the last day of the quarter of today",
      ],
      [
        "D means the last business day of each calendar month",
        "TN1035",
        "of each calendar month",
        "write `of the month of today`",
        "D means the last business day of the month of today",
      ],
      [
        "D means first overdue date of Interest",
        "TN1035",
        "first overdue date of",
        "write `the first overdue date of`",
        "D means the first overdue date of Interest",
      ],
      [
        "D means 3 days after last day of the month of today",
        "TN1035",
        "last day",
        "write `the last day`",
        "D means 3 days after the last day of the month of today",
      ],
      [
        "N means number of Notice events",
        "TN1035",
        "number of",
        "write `the number of`",
        "N means the number of Notice events",
      ],
    ] satisfies Row[]),
    ...([
      [`${account} Act/365L`, "TN1035", "Act/365L", "write `actual/365L`", `${account} actual/365L`],
      [
        `${account} Act/Act (ICMA)`,
        "TN1035",
        "Act/Act (ICMA)",
        "write `actual/actual ICMA`",
        `${account} actual/actual ICMA`,
      ],
      [`${account} Act/Act (ISDA)`, "TN1035", "Act/Act (ISDA)", "write `actual/actual`", `${account} actual/actual`],
      [`${account} act/360`, "TN1035", "act/360", "write `actual/360`", `${account} actual/360`],
      [`${account} Act/365 (Fixed)`, "TN1035", "Act/365 (Fixed)", "write `actual/365`", `${account} actual/365`],
      [
        `${account} ACT/ACT\n  while: Open`,
        "TN1035",
        "ACT/ACT",
        "write `actual/actual`",
        `${account} actual/actual\n  while: Open`,
      ],
      [
        "when Notice\n  Owed is reduced by $5",
        "TN1035",
        "is reduced by",
        "write `falls by`",
        "when Notice\n  Owed falls by $5",
      ],
      [
        "when Notice\n  Owed falls by $1\n  Paid Sum increases by $1",
        "TN1035",
        "increases by",
        "write `rises by`",
        "when Notice\n  Owed falls by $1\n  Paid Sum rises by $1",
      ],
      ["on Due Day\n  Owed is set to $0", "TN1035", "is set to", "write `becomes`", "on Due Day\n  Owed becomes $0"],
      ["when Notice\n  Owed is $5", "TN1035", "is", "write `becomes`", "when Notice\n  Owed becomes $5"],
      [
        "when Notice\n  Interest is due on today",
        "TN1035",
        "is due on",
        "write `falls due on`",
        "when Notice\n  Interest falls due on today",
      ],
    ] satisfies Row[]),
    ...([
      [
        "the Holder may not give Notice called Broken",
        "TN1035",
        "not",
        "write `must not give`",
        "the Holder must not give Notice called Broken",
      ],
      [
        "the Borrower must deliver Report by D",
        "TN1035",
        "deliver",
        "write `must give`",
        "the Borrower must give Report by D",
      ],
      [
        "the Borrower must repay Principal by D",
        "TN1035",
        "repay",
        "write `must pay`",
        "the Borrower must pay Principal by D",
      ],
      ["the Holder may exercise Notice", "TN1035", "exercise", "write `may give`", "the Holder may give Notice"],
      [`${power}  beyond that: cut down`, "TN1035", "cut down", "write `cut back`", `${power}  beyond that: cut back`],
      [`${power}  beyond that: reduced`, "TN1035", "reduced", "write `cut back`", `${power}  beyond that: cut back`],
      [
        `${fails}\n  unless cured within 5 days after D`,
        "TN1035",
        "unless cured within 5 days after",
        "write `unless cured by the end of: 5 days after`",
        `${fails}\n  unless cured by the end of: 5 days after D`,
      ],
      [
        `${fails}\n  unless cured by D`,
        "TN1035",
        "unless cured by",
        "write `unless cured by the end of:`",
        `${fails}\n  unless cured by the end of: D`,
      ],
      [
        "Late holds when a Notice has (its Open)",
        "TN1035",
        "a Notice has",
        "write `some Notice has`",
        "Late holds when some Notice has (its Open)",
      ],
      [
        "Late holds when any Notice has (its Open)",
        "TN1035",
        "any Notice has",
        "write `some Notice has`",
        "Late holds when some Notice has (its Open)",
      ],
      [
        "Late holds when each Notice has (its Open)",
        "TN1035",
        "each Notice has",
        "write `every Notice has`",
        "Late holds when every Notice has (its Open)",
      ],
      ["Half means 50% * the Fee", "TN1035", "the Fee", "write `Fee`", "Half means 50% * Fee"],
      [
        "Late holds when today is from and including D to but excluding E",
        "TN1035",
        "is from and including",
        "write `today is on or after D and today is before E`",
        "Late holds when today is on or after D and today is before E",
      ],
    ] satisfies Row[]),
    ...([
      [
        "Fee means $5 if Large, $1 otherwise",
        "TN1035",
        ", $1 otherwise",
        "write `, otherwise $1`",
        "Fee means $5 if Large, otherwise $1",
      ],
      [
        "Fee means ($5 if Large, $1 otherwise) * 2",
        "TN1035",
        ", $1 otherwise",
        "write `, otherwise $1`",
        "Fee means ($5 if Large, otherwise $1) * 2",
      ],
      ["Price means 85% of Average Price", "TN1035", "of", "write `85% *`", "Price means 85% * Average Price"],
      [
        "Price means the arithmetic average of market vwap over 5 days ending today",
        "TN1035",
        "arithmetic",
        "write `the average of`",
        "Price means the average of market vwap over 5 days ending today",
      ],
      [
        "Price means the simple mean of market vwap over 5 days ending today",
        "TN1035",
        "simple",
        "write `the average of`",
        "Price means the average of market vwap over 5 days ending today",
      ],
      [
        "Sum means Fee * $10 per $1,000",
        "TN1035",
        "$10 per $1,000",
        "write `AMOUNT / $1,000 * $10`",
        "Sum means Fee / $1,000 * $10",
      ],
      [
        "Sum means $10 per $1,000 of Fee",
        "TN1035",
        "$10 per $1,000",
        "write `AMOUNT / $1,000 * $10`",
        "Sum means $10 / $1,000 * Fee",
      ],
      [
        "Price means 85% * Close, at least $0.40 per share",
        "TN1035",
        ", at least",
        "write `the greater of 85% * Close and $0.40 per share`",
        "Price means the greater of 85% * Close and $0.40 per share",
      ],
      [
        "Price means Close, but not more than $2 per share",
        "TN1035",
        ", but not more than",
        "write `the lesser of Close and $2 per share`",
        "Price means the lesser of Close and $2 per share",
      ],
    ] satisfies Row[]),
    ...([
      ["Fee shall mean $5", "TN1035", "Fee shall mean", "write `Fee means`", "Fee means $5"],
      ["the Low Price means A", "TN1035", "the Low Price means", "write `Low Price means`", "Low Price means A"],
      [
        'the term "Low Price" has the meaning A',
        "TN1035",
        'the term "Low Price" has the meaning',
        "write `Low Price means`",
        "Low Price means A",
      ],
      [
        "if Large, Owed becomes $5",
        "TN1035",
        "if",
        "write `when Large begins`",
        "when Large begins\n  Owed becomes $5",
      ],
      ["If Large then Owed becomes $5", "TN1035", "If", "on an indented line", "when Large begins\n  Owed becomes $5"],
      ["event Sale\n  Amount money", "TN1001", "money", "write `Amount: money`", "event Sale\n  Amount: money"],
      [
        "event Sale\n  Amount: money\n  Fee means $5",
        "TN1002",
        "Fee",
        "take away the blanks",
        "event Sale\n  Amount: money\nFee means $5",
      ],
      [
        "in words: the Borrower’s duty; see § 2.",
        "TN1035",
        "the Borrower’s duty; see § 2.",
        "in double quotes",
        'in words: "the Borrower’s duty; see § 2."',
      ],
      [
        "in words, the Borrower must: do this",
        "TN1035",
        "do this",
        "in double quotes",
        'in words, the Borrower must: "do this"',
      ],
      ["D means no later than E", "TN1001", "no later than", "named by its last day", "D means E"],
    ] satisfies Row[]),
    ...([
      ["Fee means $2.5m", "TN1024", "$2.5m", "write `$2.5 million`", "Fee means $2.5 million"],
      ["D means 2006/03/01", "TN1035", "2006/03/01", "write `2006-03-01`", "D means 2006-03-01"],
      [
        "D means the fifth business day after E",
        "TN1024",
        "the fifth business day after",
        "write `5 business days after`",
        "D means 5 business days after E",
      ],
      [
        "D means the 12th day before E",
        "TN1024",
        "the 12th day before",
        "write `12 days before`",
        "D means 12 days before E",
      ],
      [
        "D means the date that is 5 days after E",
        "TN1024",
        "the date that is 5 days",
        "write `5 days`",
        "D means 5 days after E",
      ],
      ["D means a year after E", "TN1024", "a year", "write `1 year`", "D means 1 year after E"],
      ["Fee means A x 2", "TN1024", "x", "write `*`", "Fee means A * 2"],
      ["Fee means an amount equal to A", "TN1024", "an amount equal to A", "write `A`", "Fee means A"],
      ["Fee means the lesser of A or B", "TN1035", "or", "write `and`", "Fee means the lesser of A and B"],
      ["given Fee: dollars", "TN1035", "dollars", "write `money`", "given Fee: money"],
      [
        "Upon Notice\n  Owed becomes $5",
        "TN1035",
        "Upon Notice",
        "write `when Notice`",
        "when Notice\n  Owed becomes $5",
      ],
      [
        "when Notice is given\n  Owed becomes $5",
        "TN1035",
        "when Notice is given",
        "write `when Notice`",
        "when Notice\n  Owed becomes $5",
      ],
      [
        "Late holds when today falls on or after D",
        "TN1024",
        "falls on or after",
        "write `is on or after`",
        "Late holds when today is on or after D",
      ],
      [
        "Late holds when A shall not exceed B",
        "TN1024",
        "shall not exceed",
        "write `is at most`",
        "Late holds when A is at most B",
      ],
      ...(
        [
          ["may not exceed", "is at most"],
          ["cannot exceed", "is at most"],
          ["is at or above", "is at least"],
          ["is greater or equal to", "is at least"],
          ["is at least equal to", "is at least"],
          ["is not under", "is at least"],
          ["is at or below", "is at most"],
          ["is less or equal", "is at most"],
          ["is up to", "is at most"],
          ["is later than or equal to", "is on or after"],
          ["is on or subsequent to", "is on or after"],
          ["is before or equal to", "is on or before"],
          ["is no later than or on", "is on or before"],
          ["is strictly greater than", "is more than"],
          ["is strictly before", "is before"],
          ["is unequal to", "is not"],
          ["is not different from", "is"],
          ["is not strictly more than", "is at most"],
          ["is not smaller", "is at least"],
          ["is not up to", "is more than"],
          ["does not fall below", "is at least"],
        ] as const
      ).map(
        ([written, right]): Row => [
          `Late holds when A ${written} B`,
          "TN1024",
          written,
          `write \`${right}\``,
          `Late holds when A ${right} B`,
        ],
      ),
      ["Fee means twice A", "TN1024", "twice", "write `2 *`", "Fee means 2 * A"],
      ["P means $0.05 each", "TN1024", "each", "write `per share`", "P means $0.05 per share"],
      ["P means $5 per common share", "TN1024", "per common share", "write `per share`", "P means $5 per share"],
      [
        "Fee means A rounded up to the next cent",
        "TN1024",
        "rounded up to the next cent",
        "write `, rounded up to a cent`",
        "Fee means A, rounded up to a cent",
      ],
      [
        "Late holds when no Payment has happened",
        "TN1024",
        "no Payment has happened",
        "write `not (Payment has happened)`",
        "Late holds when not (Payment has happened)",
      ],
      [
        "Fee means A, not to exceed B",
        "TN1035",
        ", not to exceed",
        "write `the lesser of A and B`",
        "Fee means the lesser of A and B",
      ],
      ["any Fee means $5", "TN1035", "any Fee means", "write `Fee means`", "Fee means $5"],
      ["given Fee money", "TN1001", "money", "write `Fee: money`", "given Fee: money"],
      ["given Fee money = $5", "TN1001", "money", "write `Fee: money`", "given Fee: money = $5"],
      ["event Sale\n  Price is price", "TN1001", "is", "write `Price: price`", "event Sale\n  Price: price"],
      ['event Sale\n  Kind "a", "b"', "TN1001", '"a"', 'write `Kind: "a"`', 'event Sale\n  Kind: "a", "b"'],
      ["If Late\n  Owed becomes $5", "TN1035", "If", "write `when Late begins`", "when Late begins\n  Owed becomes $5"],
      ["Late holds when A =< B", "TN1008", "=<", "write `is at most`", "Late holds when A is at most B"],
      ["Late holds when A => B", "TN1008", "=>", "write `is at least`", "Late holds when A is at least B"],
      ["Late holds when A is not > B", "TN1008", "is not >", "write `is at most`", "Late holds when A is at most B"],
      [
        "Late holds when A is not <= B",
        "TN1008",
        "is not <=",
        "write `is more than`",
        "Late holds when A is more than B",
      ],
      ["Late holds when A is >= B", "TN1008", "is >=", "write `is at least`", "Late holds when A is at least B"],
      ["Fee means $1,000.-", "TN1035", "$1,000.-", "write `$1,000`", "Fee means $1,000"],
      ["Fee means 5 EUR", "TN1035", "5 EUR", "write `€5`", "Fee means €5"],
      ["Fee means 5 pounds", "TN1035", "5 pounds", "write `£5`", "Fee means £5"],
      ["Fee means USD 5 million", "TN1035", "USD 5 million", "write `$5 million`", "Fee means $5 million"],
      ["Fee means 5 dollars", "TN1035", "5 dollars", "write `$5`", "Fee means $5"],
      ["Fee means half A", "TN1024", "half", "write `half of`", "Fee means half of A"],
      ["Fee means A less B", "TN1024", "less", "write `-`", "Fee means A - B"],
      ["Fee means the product of A and B", "TN1024", "the product of A and", "write `A *`", "Fee means A * B"],
      ["Fee means the sum of A and $5", "TN1024", "the sum of A and", "write `A +`", "Fee means A + $5"],
      [
        "Fee means the highest of A, B and C",
        "TN1024",
        "the highest of A",
        "write `the greatest of A`",
        "Fee means the greatest of A, B and C",
      ],
      [
        "Fee means A rounded to the nearest cent",
        "TN1024",
        "rounded to the nearest cent",
        "write `, rounded half up to a cent`",
        "Fee means A, rounded half up to a cent",
      ],
      [
        "N means A, rounded down to the nearest whole share",
        "TN1024",
        ", rounded down to the nearest whole share",
        "write `, rounded down to 1 share`",
        "N means A, rounded down to 1 share",
      ],
      [
        "Late holds when A falls below B",
        "TN1024",
        "falls below",
        "write `is less than`",
        "Late holds when A is less than B",
      ],
      ["Late holds when A is over B", "TN1024", "is over", "write `is more than`", "Late holds when A is more than B"],
      [
        "Late holds when all Notice have (its Open)",
        "TN1035",
        "all Notice have",
        "write `every Notice has`",
        "Late holds when every Notice has (its Open)",
      ],
      [
        "Late holds when no Notice have (its Open)",
        "TN1035",
        "no Notice have",
        "write `no Notice has`",
        "Late holds when no Notice has (its Open)",
      ],
      [
        "Fee means the first of its Choice over Notice events",
        "TN1035",
        "the first of its Choice over Notice events",
        "write `(the first of Notice events)'s Choice`",
        "Fee means (the first of Notice events)'s Choice",
      ],
    ] satisfies Row[]),
    ...([
      [
        "Fee means the total of\n  (i) A;\n  (ii) B",
        "TN1037",
        ";",
        "take it out",
        "Fee means the total of\n  (i) A\n  (ii) B",
      ],
      [
        "Late holds when any of\n  (i) A; or\n  (ii) B",
        "TN1037",
        "; or",
        "take it out",
        "Late holds when any of\n  (i) A\n  (ii) B",
      ],
      [
        "Late holds when all of\n  (i) A, and\n  (ii) B",
        "TN1037",
        ", and",
        "take it out",
        "Late holds when all of\n  (i) A\n  (ii) B",
      ],
      [
        "Fee means the total of\n  (1) A\n  (ii) B",
        "TN1035",
        "(1)",
        "write `(i)`",
        "Fee means the total of\n  (i) A\n  (ii) B",
      ],
      [
        "Fee means the total of\n  (i) A\n  2. B",
        "TN1035",
        "2.",
        "write `(ii)`",
        "Fee means the total of\n  (i) A\n  (ii) B",
      ],
      [
        `${duty} within three (3) business days of D`,
        "TN1035",
        "within three (3) business days of",
        "write `by 3 business days after`",
        `${duty} by 3 business days after D`,
      ],
    ] satisfies Row[]),
  ])("%j", (written, code, under, words, right) => {
    const [finding, another] = found(written);
    expect([finding?.code, finding && textOf(finding.span), another]).toEqual([code, under, undefined]);
    expect(`${finding?.message}; ${finding?.help}`).toContain(words);
    const fix = finding?.fix;
    expect(fix && written.slice(0, fix.span.start) + fix.text + written.slice(fix.span.end)).toBe(right);
    expect(found(right)).toEqual([]);
  });
});

describe("where no fix is certain, what the help says can be read", () => {
  test.each<Row>([
    [
      "Price means the closing price",
      "TN1001",
      "the closing price",
      "Expected a wording of the language, but found `the closing price`",
      "Price means market close",
    ],
    [
      "D means the last day with E",
      "TN1001",
      "with",
      "`of the month of`, `of the quarter of` or `of the year of`, but found",
      "D means the last day of the quarter of E",
    ],
    [
      "A means the average of market low over 5 ending today",
      "TN1001",
      "ending",
      "Expected days, months or years, but found `ending`",
      "A means the average of market low over 5 days ending today",
    ],
    [
      "given Fee = Principal",
      "TN1001",
      "=",
      "write `given Fee: KIND = …`, with a kind such as `money`",
      "given Fee: money = Principal",
    ],
    [
      `${fails}\n  unless cured within 5 days`,
      "TN1035",
      "unless cured within 5 days",
      "write `unless cured by the end of: 5 days after D`",
      `${fails}\n  unless cured by the end of: 5 days after D`,
    ],
    [
      "the Holder may within 5 days give Notice",
      "TN1001",
      "within",
      "write `may give` and the event; say when under `only if`",
      "the Holder may give Notice\n  only if today is before D",
    ],
    [
      "the Borrower must within 5 days give Report",
      "TN1001",
      "within",
      "write `must give EVENT by DATE` or",
      `${duty} by 5 days after D`,
    ],
    [
      "the Borrower must not at all give Report",
      "TN1001",
      "at",
      "write `must not give` and the event",
      "the Borrower must not give Report called Broken",
    ],
    [
      "Late holds when today is between D and E",
      "TN1018",
      "between",
      "write `today is on or after D and today is on or before E`",
      "Late holds when today is on or after D and today is on or before E",
    ],
    [
      "Late holds when Fee is between $5 and $9",
      "TN1001",
      "between",
      "write `Fee is at least A and Fee is at most B`",
      "Late holds when Fee is at least $5 and Fee is at most $9",
    ],
    [
      "Late holds when Open or today is from and including D to and including E",
      "TN1035",
      "is from and including",
      "`today is on or after D and today is on or before E`",
      "Late holds when Open or (today is on or after D and today is on or before E)",
    ],
    [
      "Price means 85% of the lesser of A and B",
      "TN1035",
      "of",
      "write `85% *` and the value, in brackets",
      "Price means 85% * (the lesser of A and B)",
    ],
    ["Fee means 50% of A + B", "TN1035", "of", "and the value, in brackets", "Fee means 50% * (A + B)"],
    ["Fee means A - the sum of B and C", "TN1024", "the sum of B and", "write `(B + …)`", "Fee means A - (B + C)"],
    [
      "Fee means half of the excess of A over B",
      "TN1001",
      "the excess of A over",
      "write `the greater of $0 and (A - B)`",
      "Fee means half of (the greater of $0 and (A - B))",
    ],
    [
      "Fee means the product of A + B and C",
      "TN1024",
      "the product of A + B and",
      "write `((A + B) * …)`",
      "Fee means ((A + B) * C)",
    ],
    [
      "Late holds when A is not less than $5 and not more than $9",
      "TN1001",
      "not more than",
      "in a condition write `A is at most B`",
      "Late holds when A is at least $5 and A is at most $9",
    ],
    [
      "Price means A + B, at least $5",
      "TN1035",
      ", at least",
      "write `the greater of A and B`",
      "Price means the greater of (A + B) and $5",
    ],
    [
      "D means 3 trading days",
      "TN1001",
      "",
      "write `3 trading days after D` for a date, `3 days` for how many",
      "D means 3 trading days after E",
    ],
    ["Fee means CHF 500", "TN1005", "CHF 500", "a code is one where the head of the note names it", "Fee means $500"],
    [
      "Fee means no less than $5",
      "TN1001",
      "no less than",
      "at least so much is `the greater of A and B`",
      "Fee means the greater of A and $5",
    ],
    ["Fee means A, if Large", "TN1001", ", if", "`VALUE only while CONDITION`", "Fee means A only while Large"],
    ["Late holds when Large is true", "TN1001", "is true", "a yes or no stands by itself", "Late holds when Large"],
    [
      "Fee means NOK 100,000",
      "TN1005",
      "NOK 100,000",
      "write `NOK 100,000`, and in the head of the note `currencies: NOK`",
      "Fee means $100,000",
    ],
    [
      "if A is more than B, Owed becomes $5",
      "TN1035",
      "if",
      "give the condition a name with `NAME holds when CONDITION`; then write `when NAME begins`",
      "when Above begins\n  Owed becomes $5",
    ],
    [
      "Fee means A, provided that Large",
      "TN1001",
      ", provided that",
      "write `VALUE if CONDITION, otherwise VALUE`",
      "Fee means A if Large, otherwise $0",
    ],
    [
      "Fee means A unless Large",
      "TN1001",
      "unless",
      "write `VALUE only while not CONDITION`",
      "Fee means A only while not Large",
    ],
    [
      "Fee means A, subject to Cap",
      "TN1001",
      ", subject to",
      "write a limit as `the lesser of A and B`",
      "Fee means the lesser of A and Cap",
    ],
    [
      "on Quarter End\n  Interest falls due on today in arrears",
      "TN1001",
      "in arrears",
      "take it out",
      "on Quarter End\n  Interest falls due on today",
    ],
    ["D means 1/3/06", "TN1005", "1/3/06", "write `2006-01-03` or `2006-03-01`", "D means 2006-01-03"],
    [
      "Late holds when A is positive",
      "TN1001",
      "is positive",
      "write `is more than $0`",
      "Late holds when A is more than $0",
    ],
    [
      "the Borrower must give notice by today",
      "TN1022",
      "notice",
      "with its capitals: `Notice`",
      "the Borrower must give Notice by today",
    ],
  ])("%j", (written, code, under, words, right) => {
    const [finding, another] = found(written);
    expect([finding?.code, finding && textOf(finding.span), another]).toEqual([code, under, undefined]);
    expect(`${finding?.message}; ${finding?.help}`).toContain(words);
    expect(finding?.fix === undefined || code === "TN1022").toBe(true);
    expect(found(right)).toEqual([]);
  });
});

/** What is written, the text under the carets, and what the fix makes of it; the help says the same. */
const mended: readonly (readonly [written: string, under: string, right: string])[] = [
  ["Borrower must give Report by D", "Borrower must give", "the Borrower must give Report by D"],
  ["Each Holder may give Notice", "Each Holder may give", "the Holder may give Notice"],
  ["Borrower shall pay A by D", "Borrower shall pay", "the Borrower must pay A by D"],
  ["Late holds when all Payments have (its Open)", "all Payments have", "Late holds when every Payment has (its Open)"],
  [
    "Late holds when no Notices of Default have (its Open)",
    "no Notices of Default have",
    "Late holds when no Notice of Default has (its Open)",
  ],
  [
    "N means the sum of its Amount over all Deliveries",
    "all Deliveries",
    "N means the sum of its Amount over Delivery events",
  ],
  ["Fee means A net of B", "net of", "Fee means A - B"],
  ["Fee means A, after deduction of B", ", after deduction of", "Fee means A - B"],
  ["Fee means A together with B", "together with", "Fee means A + B"],
  ["Fee means 2/3rds of A", "2/3rds of", "Fee means 2 / 3 * A"],
  ["Fee means 5 1/2%", "5 1/2", "Fee means 5.5%"],
  ["Fee means 5½%", "5½", "Fee means 5.5%"],
  ["Fee means one-half per cent", "one-half per cent", "Fee means 0.5%"],
  ["Fee means $10 for each $1,000 of A", "$10 for each $1,000", "Fee means $10 / $1,000 * A"],
  ["Fee means five thousand dollars ($5,000)", "five thousand dollars ($5,000)", "Fee means $5,000"],
  ["Fee means fifty cents", "fifty cents", "Fee means $0.50"],
  ["Fee means $12 500", "$12 500", "Fee means $12,500"],
  ["Fee means 5$", "5$", "Fee means $5"],
  ["Fee means $-5", "$-5", "Fee means -$5"],
  ["Fee means 2 A", "2 A", "Fee means 2 * A"],
  ["Fee means A if B, else C", ", else", "Fee means A if B, otherwise C"],
  ["Fee means A if B; otherwise C", "; otherwise", "Fee means A if B, otherwise C"],
  [`${account} actual/365 (Fixed)`, "actual/365 (Fixed)", `${account} actual/365`],
  [`${account} 30E/360 (Eurobond Basis)`, "30E/360 (Eurobond Basis)", `${account} 30E/360`],
  ["D means 5 days from E", "from", "D means 5 days after E"],
  ["D means the next business day after E", "the next business day after", "D means 1 business day after E"],
  [
    "D means the Business Day immediately preceding E",
    "the Business Day immediately preceding",
    "D means 1 business day before E",
  ],
  ["D means the 5th Business Day following E", "the 5th Business Day following", "D means 5 business days after E"],
  ["D means the second anniversary of E", "the second anniversary of", "D means 2 years after E"],
  [
    "N means A, rounded down to the nearest whole number of shares",
    ", rounded down to the nearest whole number of shares",
    "N means A, rounded down to 1 share",
  ],
  ["when Sale, Owed becomes $5", "when Sale, ", "when Sale\n  Owed becomes $5"],
  ["when Sale:\n  Owed becomes $5", "when Sale:", "when Sale\n  Owed becomes $5"],
  ["Upon Sale, Owed falls by $5", "Upon Sale, ", "when Sale\n  Owed falls by $5"],
  ["when Sale\n  the Owed Sum becomes $5", "the Owed Sum", "when Sale\n  Owed Sum becomes $5"],
  ["in words the Company keeps books", "in words the Company keeps books", 'in words: "the Company keeps books"'],
  ['in words, the Borrower shall not: "lend"', "shall not", 'in words, the Borrower must not: "lend"'],
  ["Late holds when its Delivery hasn't happened", "hasn't", "Late holds when its Delivery has not happened"],
  ["Late holds when A is $5 or more", "is $5 or more", "Late holds when A is at least $5"],
  ["Late holds when A is not B or less", "is not B or less", "Late holds when A is more than B"],
  ["Late holds when today is D or earlier", "is D or earlier", "Late holds when today is on or before D"],
  ["Late holds when today <= D", "<=", "Late holds when today is on or before D"],
  ["Late holds when A Day >= B Day", ">=", "Late holds when A Day is on or after B Day"],
  [
    "Late holds when today is a minimum of 10 days before D",
    "is a minimum of",
    "Late holds when today is on or before 10 days before D",
  ],
  ["Late holds when today >= 10 days before D", ">=", "Late holds when today is on or before 10 days before D"],
];

test.each(mended)("%j is one finding, at %j", (written, under, right) => {
  const [finding, another] = found(written);
  expect([finding && textOf(finding.span), another]).toEqual([under, undefined]);
  const fix = finding?.fix;
  expect(fix && written.slice(0, fix.span.start) + fix.text + written.slice(fix.span.end)).toBe(right);
  expect(found(right)).toEqual([]);
});

/** What can be meant in several ways is not mended; the help has the ways, and each can be read. */
test.each([
  ["Fee means A net of B + C", ["Fee means A - (B + C)", "Fee means (A - B) + C"]],
  ["Fee means $10 per $1,000 of A + B", ["Fee means (A + B) / $1,000 * $10", "Fee means A / $1,000 * $10 + B"]],
  ["D means 3-1-2006", ["D means 2006-03-01", "D means 2006-01-03"]],
  [
    "Late holds when today is within three business days of D",
    ["Late holds when today is on or before three business days after D", "Late holds when today is on or after D"],
  ],
  [
    "Late holds when today is within 3 days before D",
    ["Late holds when today is on or after 3 days before D", "Late holds when today is on or before D"],
  ],
  ["Late holds when Fee is not between $5 and $9", ["Late holds when Fee is less than A or Fee is more than B"]],
])("%j is asked about", (written, ways) => {
  const [finding, another] = found(written);
  expect([finding?.fix, another]).toEqual([undefined, undefined]);
  for (const way of ways) {
    expect(finding?.help).toContain(way.replace(/^(?:Fee means|D means|Late holds when(?: today)?) /, ""));
    expect(found(way)).toEqual([]);
  }
});

/** A word that is near is suggested only where the grammar takes it. */
test.each(["Fee means A th of B", "Late holds when A fails B", "Fee means A whole B"])(
  "%j is no slip of the pen",
  (written) => {
    expect(found(written).map(({ help = "" }) => help)).toEqual([expect.not.stringContaining("did you mean")]);
  },
);

test.each([
  "Late Days means 14 days",
  "Late holds when Late Days is more than 14 days",
  'test "a"\n  expect: Late Days on 2024-01-02 is 14 days',
  "First means the last of Notice events",
])("%j is as it should be", (written) => expect(found(written)).toEqual([]));
