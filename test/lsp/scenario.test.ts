/** A scenario open beside its template: what is wrong in it, what can stand there, what its names mean, and renaming from either. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import type { CompletionItem, Hover, InlayHint, Location, WorkspaceEdit } from "vscode-languageserver";
import type { Client } from "./client.ts";
import { startClient, withCursor } from "./client.ts";
import { note, uri as template } from "./note.ts";

const uri = "file:///deals/story.json";
const scenario = `{
  "note": "note.tenor",
  "terms": { "Principal": "1000", "Issue Date": "2024-01-02" },
  "readings": { "rounding": "down" },
  "events": [
    { "on": "2024-02-01", "event": "Conversion Notice", "id": "c1", "Amount Converted": "100" }
  ],
  "ask": [
    { "value": "Shares Due", "of": "c1", "expect": "2000" },
    { "value": "Balance", "on": "2024-02-01", "section": "1(a)" }
  ]
}
`;

let client: Client;
afterEach(() => client.end());

/** The note and a scenario, each open. */
async function opened(text: string): Promise<readonly string[]> {
  client = await startClient();
  client.open(template, note);
  const found = client.findings(uri);
  client.open(uri, text);
  return (await found).map(({ message }) => JSON.stringify(message).split("\\n")[0] ?? "");
}

const at = (text: string, words: string) => {
  const before = text.slice(0, text.indexOf(words) + 1).split("\n");
  return { line: before.length - 1, character: (before.at(-1)?.length ?? 1) - 1 };
};

describe("findings", () => {
  test("none in a scenario that fits its template", async () => {
    expect(await opened(scenario)).toEqual([]);
  });

  test.each([
    [
      "an event that the template does not have",
      '"event": "Conversion Notice"',
      '"event": "Conversion Note"',
      "Conversion Note",
    ],
    ["a field that the event does not have", '"Amount Converted"', '"Amount Convert"', "Amount Convert"],
    ["a deal term that is missing", '"Principal": "1000", ', "", "Principal"],
    ["a choice that the reading does not have", '"down"', '"sideways"', "sideways"],
    ["a value that can't be asked", '"value": "Balance"', '"value": "Balances"', "Balances"],
    ["a comma that is missing", '"id": "c1",', '"id": "c1"', "comma"],
  ])("%s", async (_, from, to, says) => {
    const found = await opened(scenario.replace(from, to));
    expect(found.length).toBeGreaterThan(0);
    expect(found.join("\n")).toContain(says);
  });

  test("an edit of the template is seen in the scenario", async () => {
    await opened(scenario);
    // What was sent for the text before may still be under way.
    const seen = async (): Promise<boolean> =>
      JSON.stringify(await client.findings(uri)).includes("Amount Converted") || seen();
    const isSeen = seen();
    client.change(template, note.replaceAll("Amount Converted", "Amount Turned"));
    expect(await isSeen).toBe(true);
  });

  test.each([
    ["none where the file of its rows is there", "cap-table.csv", []],
    ["a file of rows that is not there", "no-table.csv", [expect.stringContaining("no-table.csv")]],
  ])("%s", async (_, rows, expected) => {
    const folder = resolve("examples/cap-table");
    client = await startClient("terms/library", folder);
    const [place, text] = [`file://${folder}/scenario.json`, readFileSync(`${folder}/scenario.json`, "utf8")];
    const found = client.findings(place);
    client.open(place, text.replace("cap-table.csv", rows));
    expect((await found).map(({ message }) => message)).toEqual(expected);
  });

  test("a file that is no scenario has none", async () => {
    expect(await opened('{ "name": "a package" }')).toEqual([]);
  });
});

describe("completion", () => {
  const labels = async (marked: string): Promise<string[]> => {
    const { text, position } = withCursor(marked);
    await opened(text);
    const items = await client.ask<CompletionItem[]>("textDocument/completion", { textDocument: { uri }, position });
    return items.map(({ label }) => label);
  };
  const around = (from: string, to: string) => scenario.replace(from, to);

  test.each([
    ["names of events", around('"Conversion Notice"', '"Con|"'), ["Conversion Notice"]],
    [
      "fields of the event, but for those that are there",
      around(', "id": "c1", "Amount Converted": "100"', ', "|"'),
      ["Amount Converted", "at", "id"],
    ],
    ["deal terms that are missing", around('"Principal": "1000", ', '"|", '), ["Principal"]],
    ["choices of a reading", around('"down"', '"|"'), ["up", "down"]],
    ["ids of events", around('"of": "c1"', '"of": "|"'), ["c1"]],
    ["values to ask for", around('"Shares Due"', '"Sha|"'), ["Shares Due"]],
    ["sections", around('"section": "1(a)"', '"section": "|"'), ["1", "1(a)"]],
    ["keys of a half-written question", around('"section": "1(a)"', "|"), ["of", "section", "expect"]],
  ])("%s", async (_, marked, expected) => {
    expect(await labels(marked)).toEqual(expect.arrayContaining(expected));
  });

  test("stands in the place of what is written, with a colon behind a key", async () => {
    const { text, position } = withCursor(around('"Amount Converted": "100"', '"Am|"'));
    await opened(text);
    const [item] = await client.ask<CompletionItem[]>("textDocument/completion", { textDocument: { uri }, position });
    const start = { line: position.line, character: position.character - 3 };
    const end = { line: position.line, character: position.character + 1 };
    expect(item?.textEdit).toEqual({ range: { start, end }, newText: '"Amount Converted": ' });
  });
});

describe("names", () => {
  test.each([
    ["an event", "Conversion Notice", "**Conversion Notice** — an event"],
    ["a field", "Amount Converted", "Amount Converted"],
    ["a deal term", "Principal", "Principal"],
    ["a reading", "rounding", "rounding"],
    ["a value", "Shares Due", "Shares Due"],
  ])("hover of %s", async (_, words, says) => {
    await opened(scenario);
    const position = at(scenario, words);
    const hover = await client.ask<Hover | null>("textDocument/hover", { textDocument: { uri }, position });
    expect(JSON.stringify(hover?.contents)).toContain(says.replaceAll("*", "*"));
  });

  test("definition leads to the template", async () => {
    await opened(scenario);
    const position = at(scenario, "Amount Converted");
    const [found] = await client.ask<Location[]>("textDocument/definition", { textDocument: { uri }, position });
    expect(found?.uri).toBe(template);
    expect(found?.range.start).toEqual(at(note, "Amount Converted"));
  });

  test("a rename from the scenario changes the template, its stories and the scenario", async () => {
    await opened(scenario);
    const params = { textDocument: { uri }, position: at(scenario, "Amount Converted"), newName: "Amount Turned" };
    const renamed = await client.ask<WorkspaceEdit>("textDocument/rename", params);
    // Declared, read twice, and given by the story of the template; and the key of the scenario.
    expect(renamed.changes?.[template]).toHaveLength(4);
    expect(renamed.changes?.[uri]).toHaveLength(1);
  });

  test("a name that is taken is refused from the scenario as well", async () => {
    await opened(scenario);
    const params = { textDocument: { uri }, position: at(scenario, "Principal"), newName: "Balance" };
    await expect(client.ask("textDocument/rename", params)).rejects.toThrow("`Balance` is declared already");
  });
});

describe("the price of a reading", () => {
  const hintsOf = async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };
    const hints = await client.ask<InlayHint[]>("textDocument/inlayHint", { textDocument: { uri: template }, range });
    return hints
      .map(({ label }) => (typeof label === "string" ? label : ""))
      .filter((it) => !/^: (?:a |an |money|date|shares|price)/.test(it));
  };
  /** 100 / 0.07 is 1,428.57: rounded up 1,429 shares, rounded down 1,428. */
  const priced = note
    .replace("$0.05 per share", "$0.07 per share")
    .replace(
      "is fixed as its Amount Converted / Conversion Price",
      'is fixed as as "rounding" is read\n  "up": (its Amount Converted / Conversion Price, rounded up to 1 share)\n  "down": (its Amount Converted / Conversion Price, rounded down to 1 share)',
    );

  test("is shown once it has been found, beside the choice that is not in force, for a scenario and for a story", async () => {
    await opened(scenario);
    client.change(template, priced);
    const refreshed = () =>
      new Promise<void>((resolve) => {
        client.connection.onRequest("workspace/inlayHint/refresh", () => {
          resolve();
          return null;
        });
      });
    const first = refreshed();
    await client.ask("tenor/choose", { uri });
    await first;
    expect(await hintsOf()).toContain(": Shares Due of c1: 1,428 shares → 1,429 shares");
    // The story of the template reads it "down" too; without it, "up" is in force.
    const second = refreshed();
    await client.ask("tenor/choose", { uri: template, story: "one conversion" });
    await second;
    expect(await hintsOf()).toContain(": Shares Due of c1: 1,428 shares → 1,429 shares");
    await client.ask("tenor/choose", { uri: template });
    expect((await hintsOf()).join()).not.toContain("→");
  });

  test("is gone with an edit until it has been found again", async () => {
    await opened(scenario);
    client.change(template, priced);
    const refreshed = new Promise<void>((resolve) => {
      client.connection.onRequest("workspace/inlayHint/refresh", () => {
        resolve();
        return null;
      });
    });
    await client.ask("tenor/choose", { uri });
    await refreshed;
    client.change(template, priced.replace("$0.07", "$0.08"));
    // At $0.08 there is no fraction; what was found before the edit is no price any more.
    expect((await hintsOf()).join()).not.toContain("1,428");
  });
});
