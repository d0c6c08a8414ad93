/** Lists as deal terms, in a template and its tests. */
import { describe, expect, test } from "vitest";
import { printStatement } from "../../src/format/print.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { parse } from "../../src/syntax/parse.ts";
import { expectFinding, expectNoFinding } from "./findings.ts";

const list = "given Instalments: dates\n  Amount: money\n  Share: percent, optional\n";
const total = "Total means the sum of its Amount over Instalments\n";
const story = (...lines: readonly string[]) => `${list}${total}test "t"\n${lines.map((it) => `  ${it}\n`).join("")}`;
const charged = (...lines: readonly string[]) =>
  story(...lines).replace(total, `${total}Left starts at $5\non each of Instalments\n  Left falls by its Amount\n`);
const asked = "expect: Total is $5";

describe("a list", () => {
  test.each([
    [
      "may lie before the note where it is only read",
      story("with: Issue Date = 2024-03-01", "with: Instalments on 2024-02-29, Amount $5", asked),
    ],
    [
      "may begin on the note's first day",
      charged("with: Issue Date = 2024-03-01", "with: Instalments on 2024-03-01, Amount $5", asked),
    ],
    ["is given row by row in a test", story("with: Instalments on 2024-02-01, Amount $5, Share 10%", asked)],
    [
      "may be left out where it is so declared",
      `${list.replace("dates", "dates, if any")}${total}test "t"\n  expect: Total is $0\n`,
    ],
    [
      "gives what happens on its dates its columns",
      `${list}event Due on each of Instalments\nLeft starts at $5\nwhen Due\n  Left falls by its Amount\n`,
    ],
  ])("%s", (_, source) => expectNoFinding(source));

  test.each([
    [
      "column with a start value",
      `${list.replace("Amount: money", "Amount: money = «$0»")}${total}`,
      "TN3142",
      "`Amount`",
    ],
    [
      "row without what it needs",
      story("with: «Instalments on 2024-02-01, Share 10%»", asked),
      "TN5498",
      "lacks `Amount`",
    ],
    ["row with another column", story("with: Instalments on 2024-02-01, Amount $5, «Sum» $5", asked), "TN2003", "Sum"],
    [
      "day twice",
      story("with: Instalments on 2024-02-01, Amount $5", "with: «Instalments on 2024-02-01, Amount $6»", asked),
      "TN5499",
      "two rows",
    ],
    [
      "row before the note on which an event happens",
      story("with: Issue Date = 2024-03-01", "with: Instalments on «2024-02-29», Amount $5", asked).replace(
        total,
        `event Due on each of Instalments\n${total}`,
      ),
      "TN5214",
      "This row of `Instalments` is on 2024-02-29",
    ],
    [
      "row before the note on which a rule changes something",
      charged("with: Issue Date = 2024-03-01", "with: Instalments on «2024-02-29», Amount $5", asked),
      "TN5214",
      "This row of `Instalments` is on 2024-02-29",
    ],
    ["value of another kind", story("with: Instalments on 2024-02-01, Amount «5%»", asked), "TN3002", "`Amount`"],
    [
      "list that a test needs",
      `${list}${total}test «"t"»\n  expect: Total is $0\n`,
      "TN5205",
      "`Instalments` is missing",
    ],
    [
      "schedule that a deal does not give",
      'Days are every month from and including Issue Date to but excluding 2024-09-02\ntest "t"\n  with: «Days» on 2024-02-01\n  expect: N is 8\nN means the number of Days\n',
      "TN2011",
      "`Days`",
    ],
  ])("%s is found", (_, source, code, message) => expectFinding(source, code, message));
});

test("shares in a list are found where something changes what a share is", () => {
  const split = "event Stock Split\n  Ratio: number\nshare basis changes on Stock Split by its Ratio\n";
  expectFinding(`given Days Listed: dates\n  «Shares»: shares\n${split}`, "TN3143", "`Shares`");
  expectNoFinding("given Days Listed: dates\n  Shares: shares\n");
});

test.each([
  ["given Closing Dates: dates"],
  ["given Instalments: dates, if any\n  Amount: money in NOK\n  Waived: yes or no, optional"],
  ['test "t"\n  with: Principal = $5\n  with: Instalments on 2024-02-01, Amount $5, Share 10%\n  expect: Total is $5'],
])("is printed as it is written", (text) => {
  const [statement] = parse(new SourceFile("note", `${text}\n`)).value.statements;
  expect(statement && printStatement(statement)).toBe(text);
});
