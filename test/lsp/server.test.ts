import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client } from "./client.ts";
import { startClient, withCursor } from "./client.ts";
import { note, uri } from "./note.ts";

let client: Client;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => {
  expect(client.logged).toEqual([]);
  client.end();
});

/** Opens the note with a change in it, the cursor at `|`, and asks. */
async function ask<T>(method: string, find: string, marked: string, more: object = {}): Promise<T> {
  const { text, position } = withCursor(note.replace(find, () => marked));
  client.open(uri, text);
  return client.ask<T>(method, { textDocument: { uri }, position, ...more });
}

interface Found {
  readonly uri: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}
const linesOf = (found: readonly Found[]) => found.map(({ range }) => range.start.line + 1);

test("findings come while typing, and go when they are mended", async () => {
  client.open(uri, note);
  const first = await client.findings(uri);
  expect(first.map(({ code }) => code)).not.toContain("TN2001");
  client.change(uri, note.replace("means $0.05 per share", "means Conversion Prize"));
  const [found] = (await client.findings(uri)).filter(({ severity }) => severity === 1);
  expect(found).toMatchObject({ code: "TN2001", range: { start: { line: 13, character: 23 } } });
  client.change(uri, note);
  expect((await client.findings(uri)).filter(({ severity }) => severity === 1)).toEqual([]);
});

test("one broken statement leaves the others standing", async () => {
  client.open(uri, note.replace("means $0.05 per share", "means the lesser of ("));
  const errors = (await client.findings(uri)).filter(({ severity }) => severity === 1);
  expect(errors.map(({ range }) => range.start.line)).toEqual([13]);
});

test("a hover says what a name is, with its unit and section", async () => {
  const hover = await ask<{ contents: { value: string } }>(
    "textDocument/hover",
    "/ Conversion Price",
    "/ Conver|sion Price",
  );
  expect(hover.contents.value).toContain("**Conversion Price** — a defined value: a price per share");
  expect(hover.contents.value).toContain('section 1 "Price"');
  expect(hover.contents.value).toContain("Conversion Price means $0.05 per share");
});

test("a hover says the value of a chosen story and day", async () => {
  client.open(uri, note);
  await client.ask("tenor/choose", { uri, story: "one conversion", on: "2024-01-31" });
  const before = await ask<{ contents: { value: string } }>("textDocument/hover", "Balance falls", "Bal|ance falls");
  expect(before.contents.value).toContain('**$1,000** in "one conversion" on 2024-01-31');
  await client.ask("tenor/choose", { uri, story: "one conversion" });
  const after = await ask<{ contents: { value: string } }>("textDocument/hover", "Balance falls", "Bal|ance falls");
  expect(after.contents.value).toContain('**$900** in "one conversion" on 2024-02-01');
  await client.ask("tenor/choose", { uri });
});

test("the hover of a use is the clause with the note's own names", async () => {
  const text = `note "N"
  parties: Company, Investor
  exists from: Issue Date
given Issue Date: date
event Later Offering by Company
  Offer Price: price
  Small: yes or no
Floor Price starts at $1 per share, restated for splits
use "full |ratchet"
  Issuance: Later Offering
  Issue Price: its Offer Price
  Exempt Issue: its Small
  Price in Force: Floor Price
  Ratcheted Price: Floor Price
`;
  const { text: plain, position } = withCursor(text);
  client.open("file:///deals/other.tenor", plain);
  const hover = await client.ask<{ contents: { value: string } }>("textDocument/hover", {
    textDocument: { uri: "file:///deals/other.tenor" },
    position,
  });
  expect(hover.contents.value).toContain(
    "when Later Offering if its Lowers Price\n  Floor Price becomes its Offer Price",
  );
});

test.each([
  ["a value", "/ Conversion Price", "/ Conversion| Price", 14],
  ["a field of an event", "its Amount Converted / Conv", "its Amou|nt Converted / Conv", 13],
  ["an event, in a story", 'Conversion Notice "c1"', 'Conversion No|tice "c1"', 12],
  ["a field, in a story", "Amount Converted $100", "Amo|unt Converted $100", 13],
  ["a reading, in a story", 'reading: "rounding"', 'reading: "roun|ding"', 9],
  ["a choice, in a story", '= "down"', '= "do|wn"', 10],
  ["a section, in a story", "under 1(a)", "under 1(|a)", 17],
  ["a value of an event, in a story", 'Shares Due of "c1"', 'Shares D|ue of "c1"', 15],
])("the definition of %s", async (_, find, marked, line) => {
  expect(linesOf(await ask<Found[]>("textDocument/definition", find, marked))).toEqual([line]);
});

test("references lie in template and stories", async () => {
  const found = await ask<Found[]>(
    "textDocument/references",
    "  Amount Converted: money",
    "  Amount Conv|erted: money",
    {
      context: { includeDeclaration: true },
    },
  );
  expect(linesOf(found)).toEqual([13, 15, 20, 26]);
});

test("an outline has statements under their sections, and sections within one another", async () => {
  client.open(uri, note);
  interface Item {
    readonly name: string;
    readonly children: readonly Item[];
  }
  const items = await client.ask<Item[]>("textDocument/documentSymbol", { textDocument: { uri } });
  expect(items.map(({ name }) => name)).toEqual(["A Note", "Principal", "Issue Date", "1 Price"]);
  expect(items.at(-1)?.children.map(({ name }) => name)).toEqual([
    "rounding",
    "Conversion Notice",
    "Conversion Price",
    "Shares Due",
    "1(a) Balance",
  ]);
});

test.each([
  ["a value", "/ Conversion Price", "/ Conv|", ["Conversion Price"]],
  ["behind `its`, what the event has", "its Amount Converted / Conv", "its |", ["Amount Converted", "date"]],
  ["a type", "given Principal: money", "given Principal: mon|", ["money"]],
  ["a party", "Notice by Holder", "Notice by |", ["Borrower", "Holder"]],
  [
    "an event in a story",
    'on 2024-02-01: Conversion Notice "c1", Amount Converted $100',
    "on 2024-02-01: Con|",
    ["Conversion Notice"],
  ],
  ["a field in a story", "Amount Converted $100", "|", ["Amount Converted"]],
  ["a choice of a reading", '= "down"', "= |", ['"up"', '"down"']],
  ["a section", "under 1(a)", "under |", ["1", "1(a)"]],
  ["a state to change", "Balance falls by its", "|", ["Balance"]],
  ["a word of the language", "Conversion Price means", "Conversion Price mea|", ["means"]],
])("completion knows %s", async (_, find, marked, expected) => {
  const found = await ask<{ label: string }[]>("textDocument/completion", find, marked);
  expect(found.map(({ label }) => label)).toEqual(expect.arrayContaining(expected));
});

test("completion offers no name where a new one is declared, and no value where an event stands", async () => {
  const given = await ask<{ label: string }[]>("textDocument/completion", "given Principal: money", "given |");
  expect(given.map(({ label }) => label)).not.toContain("Balance");
  const event = await ask<{ label: string }[]>("textDocument/completion", "when Conversion Notice", "when |");
  expect(event.map(({ label }) => label)).not.toContain("Principal");
});

test("formatting changes what stands in another form, and nothing else", async () => {
  client.open(uri, note.replace("Conversion Price means", "Conversion   Price   means"));
  const edits = await client.ask<{ newText: string }[]>("textDocument/formatting", {
    textDocument: { uri },
    options: { tabSize: 2, insertSpaces: true },
  });
  expect(edits.map(({ newText }) => newText)).toEqual(["Conversion Price means $0.05 per share\n"]);
});

test("symbols of all open files are found by a part of their name", async () => {
  client.open(uri, note);
  const found = await client.ask<{ name: string }[]>("workspace/symbol", { query: "balan" });
  expect(found.map(({ name }) => name)).toEqual(["1(a) Balance", "Balance"]);
});
