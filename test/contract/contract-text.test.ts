/** How a contract's text is divided: numbers as contracts write them, page breaks, hard-wrapped lines, headings. */
import { describe, expect, test } from "vitest";
import { readContract } from "../../src/contract/contract-text.ts";

/** The labels of the parts that have sentences, with the number of these. */
function partsOf(text: string): string[] {
  return readContract(text).flatMap(({ label, sentences }) =>
    sentences.length === 0 ? [] : [`${label}: ${sentences.length}`],
  );
}

function sentencesOf(text: string): string[] {
  return readContract(text).flatMap(({ sentences }) => sentences.map((it) => it.text));
}

describe("numbers", () => {
  test.each([
    [
      "decimals with letters",
      "1.4 Method.\n\n(a) Mechanics. It converts.\n\n(g) Failure. It is late.",
      ["1.4(a): 1", "1.4(g): 1"],
    ],
    ["a letter on the line of its number", "1.4(g) Failure. It is late. It pays.", ["1.4(g): 2"]],
    [
      "sections, letters and Roman numbers",
      "SECTION 4. CONVERSION.\n\nc) LIMITS.\n\ni. The Company shall not.\n\niv. It shall.",
      ["4(c)(i): 1", "4(c)(iv): 1"],
    ],
    [
      "a Roman one behind the letter h is a letter",
      "SECTION 9. OTHER.\n\nh) Headings. None count.\n\ni) Assumption. It binds.",
      ["9(h): 1", "9(i): 1"],
    ],
    [
      "clauses and conditions",
      "Clause 7 Interest\n\nIt runs.\n\nCondition 5(b) Calls\n\nIt calls.",
      ["Clause 7: 1", "Condition 5(b): 1"],
    ],
    [
      "articles with their sections",
      "ARTICLE I. SALE\n\nIt sells.\n\n1.1 Price. It costs.\n\nARTICLE II. END\n\nIt ends.",
      ["Article I: 1", "1.1: 1", "Article II: 1"],
    ],
    [
      "numbers with letters right behind them",
      "## 1. Notes\n\n**1(a) Sale.** It sells.\n\n**5(b)(ii) Calls.** It calls under\n2(a) or 3(b).",
      ["1(a): 1", "5(b)(ii): 1"],
    ],
    [
      "what goes on in small letters behind a list belongs to it, until the next part of its rank",
      "SECTION 1. TERMS. It has these:\n\na) Price. One.\n\nand no others.\n\nSECTION 2. END. It ends.\n\nand stays so.",
      ["1: 2", "1(a): 1", "2: 2"],
    ],
    ["numbers with a stop", "1. Interest\n\nIt runs.\n\n2. Price\n\nIt costs.", ["1: 1", "2: 1"]],
    ["Markdown", "# Note\n\n## 1.1 Interest\n\nIt runs.\n\n**1.2 Price**\n\nIt costs.", ["1.1: 1", "1.2: 1"]],
    [
      "numbers in bold in front of the text",
      "**1(a) Sale.** It sells. It buys.\n\n**1(b)(ii) Price.** It costs.\n\n**2 End.** It ends.",
      ["1(a): 2", "1(b)(ii): 1", "2: 1"],
    ],
    ["headings with numbers and no stop", "## 1 Interest\n\nIt runs.\n\n## 2 Price\n\nIt costs.", ["1: 1", "2: 1"]],
    [
      "titles in bold in front of the text, where there are no numbers",
      '# Note\n\n**Interest.** It runs. It ends.\n\n**Price**: it costs.\n\n**"Price"** means $1. It is **not** high.',
      ["Interest: 2", "Price: 3"],
    ],
    [
      "headings where there are no numbers",
      "# Note\n\nIt is a note.\n\n## Interest\n\nIt runs.",
      ["Note: 1", "Interest: 1"],
    ],
    [
      "a reference at the start of a line is none",
      "1.1 Right. The Holder may convert under\n1.6(a) or Article III of the Note.\n\n1.2 Price. It costs.",
      ["1.1: 1", "1.2: 1"],
    ],
    [
      "what follows a list belongs to what opened it",
      "ARTICLE III. DEFAULT\n\nIf any of these occurs:\n\n3.1 Payment. it fails;\n\n3.2 Other. it lies,\n\nthen it is due.",
      ["Article III: 2", "3.1: 1", "3.2: 1"],
    ],
    [
      "the number of the document itself",
      "Exhibit 4.1\n\nFOR VALUE RECEIVED, it pays.\n\n1.1 Right. It converts.\n\n1.2 Price. It costs.\n\nExhibit A\n\nIt elects.",
      ["preamble: 1", "1.1: 1", "1.2: 1", "Exhibit A: 1"],
    ],
  ])("%s", (_, text, parts) => {
    expect(partsOf(text)).toEqual(parts);
  });

  test("a part has its title and its line", () => {
    const [part] = readContract("1.4 Method of Conversion. It converts\nat once.\n\n1.5 Other. It is.");
    expect(part).toMatchObject({ label: "1.4", title: "Method of Conversion", line: 1 });
    expect(part?.sentences).toEqual([{ section: "1.4", ordinal: 1, line: 1, text: "It converts at once." }]);
  });
});

describe("sentences", () => {
  test.each([
    ["one each", "1.1 It runs. It ends.\n\n1.2 Next. It is.", ["It runs.", "It ends.", "It is."]],
    [
      "abbreviations end none",
      "1.1 Harbour Works, Inc. pays Mr. Smith by 5:00 p.m. New York time.\n\n1.2 It is.",
      ["Harbour Works, Inc. pays Mr. Smith by 5:00 p.m. New York time.", "It is."],
    ],
    [
      "but may end one",
      "1.1 It is quoted by the Bureau, Inc. If not, it is not.\n\n1.2 It is.",
      ["It is quoted by the Bureau, Inc.", "If not, it is not.", "It is."],
    ],
    ["quotes at the end", '1.1 It is the "Note." It runs.\n\n1.2 It is.', ['It is the "Note."', "It runs.", "It is."]],
    [
      "a page break within one",
      "1.1 It runs to the\n\n      7\n<PAGE>\n\nend of the year.\n\n1.2 It is.",
      ["It runs to the end of the year.", "It is."],
    ],
    [
      "a word broken at the end of a line",
      "1.1 It is non-\nassessable.\n\n1.2 It is.",
      ["It is non-assessable.", "It is."],
    ],
    ["blanks of a form are no sentences", "1.1 It runs.\n\n______________\n\n1.2 It is.", ["It runs.", "It is."]],
  ])("%s", (_, text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });
});
