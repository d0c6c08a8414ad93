import { readFileSync } from "node:fs";
import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { syntax } from "../../src/diagnostics/registry/syntax.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import type { Span } from "../../src/source/span.ts";
import { textOf } from "../../src/source/span.ts";
import { parse } from "../../src/syntax/parse.ts";

const template = readFileSync("terms/juniper-2005.tenor", "utf8");

/** What is found in a text: code, the text under the carets, and the help. */
function findings(text: string): [string, string, string | undefined][] {
  return parse(new SourceFile("note", text)).diagnostics.map(({ code, span, help }) => [code, textOf(span), help]);
}

/** The text as the first fix leaves it. */
function mended(text: string): string | undefined {
  const fix = parse(new SourceFile("note", text)).diagnostics[0]?.fix;
  return fix && text.slice(0, fix.span.start) + fix.text + text.slice(fix.span.end);
}

describe("one bad statement", () => {
  const lastDay = "write `to and including E`, or `to but excluding E`";
  const table: [statement: string, code: string, under: string, help: string | undefined][] = [
    ["Fee = $5", "TN1007", "=", "write `Fee means …` for a value, `Fee holds when …` for a yes or no"],
    ["Fee := $5", "TN1007", ":=", "write `Fee means …` for a value, `Fee holds when …` for a yes or no"],
    ["Fee $5", "TN1007", "$5", "write `Fee means …` for a value, `Fee holds when …` for a yes or no"],
    ["Fee is $5", "TN1007", "is", "write `Fee means …` for a value, `Fee holds when …` for a yes or no"],
    ["Fee means if Large then $5 else $0", "TN1010", "if", "write `VALUE if CONDITION, otherwise VALUE`"],
    ["Fee means $5 if Large then $6", "TN1010", "then", "write `VALUE if CONDITION, otherwise VALUE`"],
    ["Fee means $5 if Large else $6", "TN1010", "else", "write `VALUE if CONDITION, otherwise VALUE`"],
    ["Late holds when Fee >= $5", "TN1008", ">=", "write `is at least`"],
    ["Late holds when Fee < $5", "TN1008", "<", "write `is less than`"],
    ["Late holds when Fee == $5", "TN1008", "==", "write `is`"],
    ["Late holds when A && B", "TN1008", "&&", "write `and`"],
    ["Late means A ^ 2", "TN1008", "^", "write `to the power of`"],
    ["Late holds when A AND B", "TN1006", "AND", "write `and`"],
    ["Fee means $5 if Large otherwise $0", "TN1032", "otherwise", "write `, otherwise`"],
    ["Fee means 2 * (A + B", "TN1016", "(", "add `)` where the part ends"],
    ["Fee means A + B)", "TN1017", ")", "take it out, or add the `(` that it closes"],
    ["Late holds when A and B or C", "TN1011", "or", "put brackets round the part that belongs together"],
    ["Fee means the lesser of A and B + C", "TN1015", "+", "put brackets round the part that belongs together"],
    ["Fee means the lesser of A - B and C", "TN1015", "-", "put brackets round the part that belongs together"],
    [
      "Fee means 2 * the lesser of A and B",
      "TN1015",
      "the lesser of",
      "put brackets round the part that belongs together",
    ],
    ["Fee means A / B / C", "TN1015", "A / B / C", "put brackets round the part that belongs together"],
    [
      "Fee means A if B, otherwise C only while D",
      "TN1015",
      "only while",
      "put brackets round the part that belongs together",
    ],
    [
      "Late holds when some Judgment has its A and its B",
      "TN1015",
      "some Judgment has its A",
      "put brackets round the part that belongs together",
    ],
    [
      "Fee means -A to the power of 2",
      "TN1015",
      "-A to the power of 2",
      "put brackets round the part that belongs together",
    ],
    ["the Holder can give Notice", "TN1023", "can", syntax.TN1023.help],
    ["the Holder shall give Notice", "TN1023", "shall", syntax.TN1023.help],
    ["The Holder may give Notice", "TN1006", "The", "write `the`"],
    ["When Notice\n  Fee becomes $5", "TN1006", "When", "write `when`"],
    [
      "Fee means conversion price",
      "TN1022",
      "conversion price",
      "if a name is meant, write it with its capitals: `Conversion Price`",
    ],
    [
      "conversion price means $5",
      "TN1022",
      "conversion price",
      "if a name is meant, write it with its capitals: `Conversion Price`",
    ],
    ["Fee means greater of $5 and $6", "TN1024", "greater of", "write `the greater of`"],
    ["Fee means the lower of $5 and $6", "TN1024", "the lower of", "write `the lesser of`"],
    [
      "Fee owed by Borrower to Holder",
      "TN1007",
      "owed by",
      "a statement about an account begins with the word: `account Fee owed by …`",
    ],
    [
      "D means within three (3) business days of E",
      "TN1035",
      "within three (3) business days of",
      "write `3 business days after`",
    ],
    ["D means 01/03/2006", "TN1005", "01/03/2006", "write `2006-01-03` or `2006-03-01`"],
    ["D means 3.1.2006", "TN1005", "3.1.2006", "write `2006-03-01` or `2006-01-03`"],
    ["D means 12/12/2006", "TN1005", "12/12/2006", "write `2006-12-12`"],
    ["D means 31/31/2006", "TN1005", "31/31/2006", "write it as in `2005-12-28`"],
    ["D means 12/31/2006", "TN1005", "12/31/2006", "write `2006-12-31`"],
    ["D means 5 fortnights after E", "TN1019", "fortnights", "write `70 days`"],
    ["D means 2 quarters after E", "TN1019", "quarters", "write `6 months`"],
    ["D means the number of days between A and B", "TN1018", "between", syntax.TN1018.help],
    ["D means the number of days from A to B", "TN1018", "from", syntax.TN1018.help],
    ["D means the number of days from and including A until B", "TN1018", "until", lastDay],
    ["D means the number of days from and including A to B", "TN1018", "to", lastDay],
    ["Fee means $5,00,0", "TN1005", "$5,00,0", "write it as in `$500,000`"],
    ["Fee means 2006-02-30", "TN1005", "2006-02-30", "write a day from 2006-02-01 to 2006-02-28"],
    ["Fee means 2024-02-30", "TN1005", "2024-02-30", "write a day from 2024-02-01 to 2024-02-29"],
    ["Fee means 2100-02-29", "TN1005", "2100-02-29", "write a day from 2100-02-01 to 2100-02-28"],
    ["Fee means 2024-06-31", "TN1005", "2024-06-31", "write a day from 2024-06-01 to 2024-06-30"],
    ["Fee means 2024-06-00", "TN1005", "2024-06-00", "write a day from 2024-06-01 to 2024-06-30"],
    ["Fee means 2024-13-01", "TN1005", "2024-13-01", "write the month as 01 to 12, after the year"],
    ["Fee means 0000-01-01", "TN1005", "0000-01-01", "write a day from 0001-01-01 to 9999-12-31"],
    ["Fee means 2006-2-3", "TN1005", "2006-2-3", "write it as in `2005-12-28`"],
    ["Fee means 25:00", "TN1005", "25:00", "write it as in `18:00`"],
    ["Fee means A\n  B", "TN1021", "B", syntax.TN1021.help],
    ["Last Day to Pay means A", "TN1034", "Last Day to Pay", "write `Last Day To Pay`, or leave the word out"],
    [
      "the Company must give Report by 90 days after its date for each of Year Ends called Reporting",
      "TN1001",
      "of",
      "a duty or a power is one for each event: let an event say that a day of Year Ends has come, and write `for each` and its name",
    ],
    ["Price after Sale means A", "TN1034", "Price after Sale", "write `Price After Sale`, or leave the word out"],
    [
      "given A: price, restated for splits = $1 per share",
      "TN1001",
      "=",
      "the value stands before what is said of splits: `given A: … = …, restated for splits`",
    ],
    ["  given Fee: money", "TN1002", "given", "take away the blanks before it"],
    ["given A: money\n  Fee means A", "TN1002", "Fee", "take away the blanks before it"],
    ['reading "x"\n  pasage: "a"', "TN1012", "pasage:", "did you mean `passage:`?"],
    ['reading "x"\n  choices "a"', "TN1013", "choices", "write `choices:`"],
    ['our view "x"', "TN1013", "our view", "write `our view:`"],
    ["Late holds when all of\n  (i) A\n  (iii) B", "TN1014", "(iii)", "number the entries in order, without a gap"],
    ["Late holds when all of\n  (ii) A\n  (iii) B", "TN1014", "(ii)", "number the entries in order, without a gap"],
    ['section 1.1 "Title', "TN1004", '"Title', "end it with a double quote on the same line"],
    ["section 1.1 “Title”", "TN1020", "“Title”", 'write "Title"'],
    ["Fee means A.", "TN1031", ".", "take it out"],
    ["Fee means 5 NOK", "TN1005", "5 NOK", "write `NOK 5`, and in the head of the note `currencies: NOK`"],
    ["Fee means € + 5", "TN1003", "€", syntax.TN1003.help],
    ["Fee\u200b means $5", "TN1003", "\u200b", "take this invisible character out"],
    ["Fee means \u202e$5", "TN1003", "\u202e", "take this invisible character out"],
    ["Fee means 😀", "TN1003", "😀", syntax.TN1003.help],
    ["define Fee", "TN1028", "define", syntax.TN1028.help],
    ["+ Fee", "TN1029", "+", "indent the line"],
    ["Fee means max(A, B)", "TN1001", "max", "write `the greater of A and B`"],
    ["Fee means A if B, otherwhise C", "TN1001", "otherwhise", "did you mean `otherwise`?"],
    ["given Fee: decimal", "TN1035", "decimal", "write `number`"],
    ["Fee means", "TN1025", "", syntax.TN1025.help],
    ["Fee means $5 if Large", "TN1009", "", syntax.TN1009.help],
    ["notwithstanding Fee of 1.2\n  it is: $5", "TN1026", "Fee", "add an indented line `while: CONDITION`"],
  ];
  test.each(table)("%j", (statement, code, under, help) => {
    expect(findings(`${statement}\n`)).toEqual([[code, under, help]]);
  });

  test.each([
    ["Fee = $5", "Fee means $5"],
    ["Late holds when Fee>=$5", "Late holds when Fee is at least $5"],
    ["Late holds when A AND B", "Late holds when A and B"],
    ["Fee means $5 if Large\n  otherwise $0", "Fee means $5 if Large,\n  otherwise $0"],
    ["The Holder may give Notice", "the Holder may give Notice"],
    ["given A: money\n  Fee means A", "given A: money\nFee means A"],
    ['reading "x"\n  choices "a"', 'reading "x"\n  choices: "a"'],
    ["section 1.1 “Title”", 'section 1.1 "Title"'],
    ["Fee means A.", "Fee means A"],
  ])("%j is mended to %j", (statement, right) => {
    expect(mended(statement)).toBe(right);
    expect(findings(right)).toEqual([]);
  });
});

test("three mistakes give three findings, each at its place, and the other statements stand", () => {
  const text = 'given Fee: mony\ngiven Tax: money\nCost means Fee +\nLate holds when Fee > Tax\nrole "fee": Cost\n';
  const { value, diagnostics } = parse(new SourceFile("note", text));
  expect(diagnostics.map(({ span }) => place(span))).toEqual(["1:12", "3:17", "4:21"]);
  expect(value.statements.map(({ kind }) => kind)).toEqual([
    ...["BrokenStatement", "Given", "BrokenStatement", "BrokenStatement", "RoleMark"],
  ]);
});

test("a broken statement keeps the names that it would have declared", () => {
  const names = (text: string) =>
    parse(new SourceFile("note", text)).value.statements.flatMap((it) =>
      it.kind === "BrokenStatement" ? [it.declares, ...(it.alsoDeclares ?? [])].map((name) => name?.text) : [],
    );
  expect(names("given Fee: mony")).toEqual(["Fee"]);
  expect(names("Fee = $5")).toEqual(["Fee"]);
  expect(names("event Notice\n  Amount: money\n  Kind: word")).toEqual(["Notice", "Amount", "Kind"]);
  expect(names("the Holder may give Notice called Call\n  giving: Accepted\n  beyond that: cut")).toEqual([
    "Call",
    "Accepted",
  ]);
  expect(names('reading "late"\n  choices "a"')).toEqual(["late"]);
  expect(names("when = 5")).toEqual([undefined]);
});

function place({ source, start }: Span): string {
  const { line, column } = source.positionAt(start);
  return `${line}:${column}`;
}

test.each(["\n", "\r\n", "\r"])("places are right with the line end %j and wide characters", (lineEnd) => {
  const text = ['note "😀"', "-- 😀 comment", 'section 1.1 "😀😀" 5', "Fee means Tax"].join(lineEnd);
  const { value, diagnostics } = parse(new SourceFile("note", text));
  expect(diagnostics.map(({ span }) => place(span))).toEqual(["3:20"]);
  const definition = value.statements[2];
  expect(definition?.kind === "Definition" && [place(definition.value.span), textOf(definition.value.span)]).toEqual([
    ...["4:11", "Tax"],
  ]);
});

test("every node covers its own text", () => {
  const source = new SourceFile(
    "note",
    "Fee means (A + B) * C,\n  rounded down to 1 share if its Amount is set, otherwise D as of E\n",
  );
  const [statement] = parse(source).value.statements;
  const texts: string[] = [];
  const walk = (part: unknown): void => {
    if (Array.isArray(part)) for (const each of part) walk(each);
    if (typeof part !== "object" || part === null || Array.isArray(part)) return;
    if ("kind" in part && "span" in part) texts.push(`${String(part.kind)} ${textOf(part.span as Span)}`);
    for (const [key, each] of Object.entries(part)) if (key !== "span") walk(each);
  };
  walk(statement?.kind === "Definition" ? statement.value : undefined);
  expect(texts).toContain("Arithmetic (A + B) * C");
  expect(texts).toContain("AsOf D as of E");
  expect(texts).toContain("ItsReference its Amount");
});

test("a comment at the margin does not end a statement, nor does an empty line", () => {
  expect(findings("Fee means A\n-- why\n\n  + B\n")).toEqual([]);
  expect(parse(new SourceFile("note", "Fee means A\n-- why\n\n  + B\n")).value.statements).toHaveLength(1);
});

test("nothing gives an empty tree", () => {
  expect(parse(new SourceFile("note", "")).value.statements).toEqual([]);
  expect(parse(new SourceFile("note", "  \n-- only words\n")).value.statements).toEqual([]);
});

test("the template has no finding", () => {
  expect(findings(template)).toEqual([]);
});

describe("the catalogue", () => {
  test.each(Object.entries(syntax))("%s", (code, { wrong, right }) => {
    expect(findings(wrong).map(([found]) => found)).toEqual([code]);
    expect(findings(right)).toEqual([]);
  });
});

describe("any text is read", () => {
  const isSound = (text: string) => {
    const { value, diagnostics } = parse(new SourceFile("any", text));
    for (const { message, span } of diagnostics) {
      expect(message).not.toMatch(/undefined|NaN|\{\w+\}/);
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(span.end).toBeGreaterThanOrEqual(span.start);
      expect(span.end).toBeLessThanOrEqual(text.length);
    }
    const broken = value.statements.filter(({ kind }) => kind === "BrokenStatement");
    expect(diagnostics.length).toBeGreaterThanOrEqual(broken.length);
  };

  property.prop([fc.string({ unit: "binary" })])("of any characters", isSound);

  const words = [
    "Fee",
    "means",
    "the lesser of",
    "(",
    ")",
    "(i)",
    "and",
    ",",
    "\n",
    "\n  ",
    '"',
    ":",
    "$5",
    "if",
    "otherwise",
    "3.6",
  ];
  property.prop([
    fc.array(fc.constantFrom(...words, "of", "when", "under", "or", "is", "--", "%", "no", "has", "as", "its")),
  ])("of words of the language", (parts) => isSound(parts.join(" ")));

  const lines = template.split("\n");
  property.prop([
    fc.nat(),
    fc.nat(60),
    fc.nat(),
    fc.nat(20),
    fc.constantFrom("", ")", "(", " ", "\n", "X", '"', "and", "-"),
  ])("of a template with a part cut out and something put in", (from, count, cut, length, put) => {
    const part = lines.slice(from % lines.length, (from % lines.length) + count).join("\n");
    const at = cut % (part.length + 1);
    isSound(part.slice(0, at) + put + part.slice(at + length));
  });

  test.each([
    ["brackets", `Fee means ${"(".repeat(100_000)}`],
    ["dates", `Fee means ${"3 days after ".repeat(100_000)}`],
    ["sums", `Fee means 1${" + 1".repeat(100_000)}`],
    ["members", `Fee means its A${"'s A".repeat(1900)}`],
    ["lists", `Fee means ${"all of (i) ".repeat(1000)}`],
    ["tests", `Fee means ${"some A has ".repeat(1000)}`],
    ["blanks", `Fee means on${" ".repeat(200_000)}x`],
  ])("with too many %s", (_, text) => {
    expect(findings(text).map(([code]) => code)).toHaveLength(1);
  });
});

test.each(["given Fixed Price: price = +", "Fixed Price starts at +", "Fixed Price starts at $1 per share +"])(
  "%s, which does not parse, leaves the figures of the next statement their words about splits",
  (start) => {
    const floor =
      "Floor means the greater of $0.10 per share, restated for splits and $0.05 per share, restated for splits\n";
    expect(findings(floor)).toEqual([]);
    expect(findings(`${start}\n${floor}`)).toHaveLength(1);
  },
);

test.each([
  "language: 1",
  "parties: A",
  "exists from: Start",
  'business days: "nyse"',
  'times are in: "New York"',
  "market data: strict",
])("the line %s of a note's head comes once", (line) => {
  expect(findings(`note "A"\n  ${line}\n`)).toEqual([]);
  expect(findings(`note "A"\n  ${line}\n  ${line}\n`).map(([code]) => code)).toEqual(["TN1027"]);
});
