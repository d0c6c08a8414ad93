/** The text of a Word document: headings, bold words, the numbers that Word makes. The documents are made here. */
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { readContract } from "../../src/contract/contract-text.ts";
import { textOfWordDocument } from "../../src/index.ts";

const types =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const relations =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
  '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
const relationsOfDocument =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
  '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>' +
  '<Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>';
const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const heading = (depth: number) =>
  `<w:style w:type="paragraph" w:styleId="H${depth}"><w:name w:val="heading ${depth}"/></w:style>`;
const levels = [0, 1, 2].map((level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="decimal"/></w:lvl>`).join("");

interface Written {
  readonly text: string;
  readonly bold?: string;
  readonly heading?: number;
  readonly level?: number;
}

function paragraph({ text, bold = "", heading: depth, level }: Written): string {
  const style = depth === undefined ? "" : `<w:pStyle w:val="H${depth}"/>`;
  const number = level === undefined ? "" : `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`;
  const run = (words: string, properties = "") =>
    words === "" ? "" : `<w:r>${properties}<w:t xml:space="preserve">${words}</w:t></w:r>`;
  return `<w:p><w:pPr>${style}${number}</w:pPr>${run(bold, "<w:rPr><w:b/></w:rPr>")}${run(text)}</w:p>`;
}

function documentOf(paragraphs: readonly Written[]): Buffer {
  const files = {
    "[Content_Types].xml": types,
    "_rels/.rels": relations,
    "word/_rels/document.xml.rels": relationsOfDocument,
    "word/styles.xml": `<w:styles ${word}>${heading(1)}${heading(2)}</w:styles>`,
    "word/numbering.xml": `<w:numbering ${word}><w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    "word/document.xml": `<w:document ${word}><w:body>${paragraphs.map(paragraph).join("")}</w:body></w:document>`,
  };
  const entries = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
  return Buffer.from(zipSync(Object.fromEntries(entries)));
}

test("numbers that are written are parts, and a bold title in front of the text is one", async () => {
  const text = await textOfWordDocument(
    documentOf([
      { text: "Harbour Note", heading: 1 },
      { bold: "1(a) Sale.", text: " The Company sells the Note." },
      { text: "" },
      { bold: "1(b) Price.", text: " It costs $500,000. It is paid at once." },
    ]),
  );
  expect(text).toBe(
    "# Harbour Note\n\n**1(a) Sale.** The Company sells the Note.\n\n**1(b) Price.** It costs $500,000. It is paid at once.\n",
  );
  expect(readContract(text ?? "").map(({ label, title, sentences }) => [label, title, sentences.length])).toEqual([
    ["1(a)", "Sale", 1],
    ["1(b)", "Price", 2],
  ]);
});

test("numbers that Word makes are counted by their depth", async () => {
  const text = await textOfWordDocument(
    documentOf([
      { text: "Interest", heading: 1, level: 0 },
      { text: "It runs:", heading: 2, level: 1 },
      { text: "daily;", level: 1 },
      { text: "without compounding;", level: 2 },
      { text: "until paid.", level: 1 },
      { text: "Conversion", heading: 1, level: 0 },
      { text: "at any time.", level: 1 },
    ]),
  );
  expect(text?.trim().split("\n\n")).toEqual([
    "# 1. Interest",
    "## 1.1 It runs:",
    "(a) daily;",
    "(i) without compounding;",
    "(b) until paid.",
    "# 2. Conversion",
    "(a) at any time.",
  ]);
});

test("other bytes are no document", async () => {
  expect(await textOfWordDocument(Buffer.from("Harbour Note"))).toBeUndefined();
});
