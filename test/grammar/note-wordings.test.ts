/** Words of contracts for powers, ranges, days and names: each has the language's own, and the right form has no finding. */
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { textOf } from "../../src/source/span.ts";
import { parse } from "../../src/syntax/parse.ts";

const found = (text: string): readonly Diagnostic[] => parse(new SourceFile("note", `${text}\n`)).diagnostics;

/** What is written, the code, the text under the carets, words of the message or its help; then how it is right. */
type Row = [written: string, code: string, under: string, words: string, right: string];

const may = "the Holder may give Notice";
const must = "the Borrower must give Report by D";
const mustNot = "the Borrower must not give Loan";
const days = "N means the number of days";
const fails = "Default occurs\n  when Late";
const account = "account Fee owed by A to B\n  accrues: 1% per year on P by actual/360\n ";
const outOfScope = 'out of scope: "recital or form"';

describe("the language's own words are said", () => {
  test.each<Row>([
    [`${may} if C`, "TN1035", "if", "write `only if`", `${may} only if C`],
    [`${may} when C`, "TN1035", "when", "write `only if`", `${may} only if C`],
    [`${may} so long as C`, "TN1035", "so long as", "write `only if`", `${may} only if C`],
    [`${may} provided that C`, "TN1035", "provided that", "write `only if`", `${may} only if C`],
    [`${may} unless C`, "TN1171", "unless", "write `only if not CONDITION`", `${may} only if not C`],
    [`${may} until this Note is Paid`, "TN1171", "until", "write `only if` and what holds", `${may} only if Open`],
    [`${may} until P is $0`, "TN1171", "until", "write `only if` and what holds", `${may} only if P is more than $0`],
    [`${may} until E`, "TN1172", "until", "`by 1 day before D` where it is not", `${may} by 1 day before E`],
    [`the Borrower must give Report until E`, "TN1172", "until", "the last day of the duty", must],
    [`${must} if C`, "TN1171", "if", "write `while CONDITION`", `${must} while C`],
    [`${must} unless C`, "TN1171", "unless", "write `while not CONDITION`", `${must} while (not C)`],
    [`${mustNot} if C called X`, "TN1171", "if", "`unless not CONDITION`", `${mustNot} unless not C called X`],
    [
      `${mustNot} without consent`,
      "TN1171",
      "without",
      "`unless its Consent`",
      `${mustNot} unless its Consent called X`,
    ],
    [
      `${mustNot} until E`,
      "TN1171",
      "until",
      "`unless today is after D`",
      `${mustNot} unless today is after E called X`,
    ],
    [
      "the Borrower must pay $5 on each of Pay Days",
      "TN1001",
      "on each",
      "`ACCOUNT is charged with AMOUNT due on its date`",
      "on each of Pay Days\n  Fee is charged with $5 due on its date",
    ],
    ["the Borrower must pay $5 on E", "TN1001", "on", "write `by`", "the Borrower must pay $5 by E"],
    [
      "X means 18% per year from E",
      "TN1170",
      "from",
      "`VALUE only while",
      "X means 18% per year only while today is on or after E",
    ],
    [
      `${days} from E to and including F`,
      "TN1018",
      "from",
      "whether the first day counts",
      `${days} from but excluding E to and including F`,
    ],
    [
      `${days} from and including E until F`,
      "TN1018",
      "until",
      "`to and including E`, or",
      `${days} from and including E to but excluding F`,
    ],
    [
      `${days} from E to F`,
      "TN1018",
      "from",
      "the first and the last day count",
      `${days} from but excluding E to and including F`,
    ],
    [
      `${days} from and including E through and including F`,
      "TN1024",
      "through and including",
      "write `to and including`",
      `${days} from and including E to and including F`,
    ],
    [
      `${days} from and including E up to but excluding F`,
      "TN1024",
      "up to but excluding",
      "write `to but excluding`",
      `${days} from and including E to but excluding F`,
    ],
    [
      `${fails}\n  continues: until Waiver`,
      "TN1001",
      "until",
      "CONDITION and WAIVER has not happened",
      `${fails} and Waiver has not happened`,
    ],
    ["X means A while C, otherwise B", "TN1035", "while", "write `if`", "X means A if C, otherwise B"],
    ["X means A when C", "TN1035", "when", "write `only while`", "X means A only while C"],
    [
      "when Default occurs\n  X becomes 5",
      "TN1173",
      "when Default occurs",
      "`when Default begins` of a default",
      "when Default begins\n  X becomes 5",
    ],
    [
      "when Notice is given\n  X becomes 5",
      "TN1035",
      "when Notice is given",
      "write `when Notice`",
      "when Notice\n  X becomes 5",
    ],
    [`sentences 1-3 are ${outOfScope}`, "TN1035", "-", "write `to`", `sentences 1 to 3 are ${outOfScope}`],
    [`sentences 1–3 are ${outOfScope}`, "TN1035", "–", "write `to`", `sentences 1 to 3 are ${outOfScope}`],
    [
      `sentences 1 through 3 are ${outOfScope}`,
      "TN1035",
      "through",
      "write `to`",
      `sentences 1 to 3 are ${outOfScope}`,
    ],
    [`sentences 1 and 3 are ${outOfScope}`, "TN1035", "and", "write `,`", `sentences 1, 3 are ${outOfScope}`],
    [
      `${fails}\n  unless cured by: E`,
      "TN1012",
      "unless cured by:",
      "`unless cured by the end of:`",
      `${fails}\n  unless cured by the end of: E`,
    ],
    [
      `${account} to but excluding: E`,
      "TN1012",
      "to but excluding:",
      "`while: today is before`",
      `${account} while: today is before E`,
    ],
    [
      `${account} until: E`,
      "TN1012",
      "until:",
      "`while: today is on or before D` where it does",
      `${account} while: today is before E`,
    ],
    [`${account} rate: E`, "TN1012", "rate:", "`day of payment counts:`", `${account} while: C`],
    [
      "X holds when today is a business day",
      "TN1035",
      "today is a business day",
      "`(today, following) is today`",
      "X holds when (today, following) is today",
    ],
    [
      "X holds when its Due Date is not a trading day",
      "TN1035",
      "its Due Date is not a trading day",
      "(its Due Date, following trading day) is not its Due Date",
      "X holds when (its Due Date, following trading day) is not its Due Date",
    ],
    [
      "X holds when today is a Sunday",
      "TN1001",
      "a Sunday",
      "days of the week have no names",
      "X holds when (today, following) is not today",
    ],
    [
      'section signatures "Signatures"',
      "TN1035",
      'section signatures "Signatures"',
      '`section "signatures" "Signatures"`',
      'section "signatures" "Signatures"',
    ],
    [
      "X means A, but never less than $5",
      "TN1035",
      ", but never less than",
      "`the greater of A and $5`",
      "X means the greater of A and $5",
    ],
    [
      "X means A but never more than $5",
      "TN1035",
      "but never more than",
      "`the lesser of A and $5`",
      "X means the lesser of A and $5",
    ],
    [
      "X means the average of market vwap over 5 trading days ending immediately before today",
      "TN1035",
      "immediately before",
      "`1 trading day before`",
      "X means the average of market vwap over 5 trading days ending 1 trading day before today",
    ],
    [
      "D means immediately before today",
      "TN1001",
      "immediately before",
      "`1 business day before D`",
      "D means 1 day before today",
    ],
    [
      "N means A, rounded up to a whole share",
      "TN1024",
      ", rounded up to a whole share",
      "`, rounded up to 1 share`",
      "N means A, rounded up to 1 share",
    ],
    [
      "X holds when Breach has not occurred",
      "TN1024",
      "has not occurred",
      "`has not happened`",
      "X holds when Breach has not happened",
    ],
    [
      "X holds when Notice has been given",
      "TN1024",
      "has been given",
      "`has happened`",
      "X holds when Notice has happened",
    ],
    [
      "X means by the table of today\n  up to 60 days after E: 5%",
      "TN1001",
      "up to",
      "`by the table of DAYS`",
      "X means by the table of Days Out\n  up to 60: 5%",
    ],
    [
      "X means\n  up to 60 days after E: 5%",
      "TN1001",
      "up to",
      "`by the table of DAYS`",
      "X means by the table of Days Out\n  up to 60: 5%",
    ],
    ["X means the total of A and $5", "TN1024", "the total of A and", "`A +`", "X means A + $5"],
    [
      "Default occurs for each of Pay Days\n  when Late",
      "TN1001",
      "of",
      "`when overdue ACCOUNT is more than $0`",
      "Default occurs\n  when overdue Fee is more than $0",
    ],
    [
      "event Dividend or Repurchase",
      "TN1034",
      "Dividend or Repurchase",
      "`or` can't stand in a name",
      "event Dividend Or Repurchase",
    ],
    [
      "event Loan\n  Debt and Lease: money",
      "TN1034",
      "Debt and Lease",
      "`and` can't stand in a name",
      "event Loan\n  Debt And Lease: money",
    ],
    ["Debt or Lease means $5", "TN1034", "Debt or Lease", "`or` can't stand in a name", "Debt Or Lease means $5"],
    ["X means P + accrued Interest", "TN1001", "accrued", "`accruing X`", "X means P + accruing Interest"],
    [
      "X means P + accrued and unpaid Interest",
      "TN1024",
      "accrued and unpaid",
      "write `unpaid`",
      "X means P + unpaid Interest",
    ],
    [
      "X means the date of Default",
      "TN1001",
      "the date of",
      "`the earliest start of X` of a default",
      "X means the earliest start of Default",
    ],
  ])("%j", (written, code, under, words, right) => {
    const [first, ...others] = found(written);
    expect([first?.code, first && textOf(first.span), others]).toEqual([code, under, []]);
    expect(`${first?.message} ${first?.help}`).toContain(words);
    expect(found(right)).toEqual([]);
  });

  test("a line of a test expects one value", () => {
    const story = (line: string) => found(`test "x"\n  expect: Due on 2025-04-07 ${line}`);
    expect(story("is between $7 and $8").map(({ help }) => help)).toEqual([
      expect.stringContaining("expect: NAME is yes"),
    ]);
    expect(story("is $7")).toEqual([]);
  });

  test("a schedule without its ends is not told to count its days", () => {
    const [first] = found("Pay Days are every 3 months from D to E");
    expect([first?.code, first?.message]).toEqual([
      "TN1018",
      expect.stringContaining("the first and the last day count"),
    ]);
  });
});

describe("what is right beside it stays", () => {
  test.each([
    "Open holds from Notice until Waiver",
    "X means A only while C",
    `${may}\n  only if C, else "not open"`,
    `${must} while C`,
    `${mustNot} unless its Consent called X`,
    "X holds when A is at least $5 and A is at most $9",
    "X means the total of its Amount for each Payment",
    "X holds when A or B",
    "when Default under 7 begins\n  X becomes 5",
    "Y means the day of E",
    `${account} from and including: E\n  while: today is before F`,
    "X means unpaid Fee + Accrued Interest",
  ])("%j", (text) => {
    expect(found(text)).toEqual([]);
  });
});
