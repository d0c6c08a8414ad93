/** Clauses that notes share: each by itself without a finding, and each case of its page, by hand, as it is run. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { NamedText } from "../src/index.ts";
import { check, clausesUsed, compile, loadStory, Replay, renderText, storiesOf } from "../src/index.ts";
import { ensured } from "./support/acceptance.ts";
import { clauseFile, clausesFor } from "./support/library.ts";
import { readLiteratePage } from "./support/literate-tables.ts";

const titles = readdirSync("terms/library").map((file) => /^clause "([^"]+)"/m.exec(clauseText(file))?.[1] ?? file);

describe.each(titles)("%s", (title) => {
  const { name, text } = clauseFile(title);

  test("checks by itself, and says what every name of it means", () => {
    expect(check(text, name, ...clausesFor(text)).map((it) => renderText(it))).toEqual([]);
    const names = text.split("\n").filter((line) => /^(takes|changes|gives) /.test(line));
    expect(names.filter((line) => !/ meaning "[^"]+"$/.test(line))).toEqual([]);
    expect(text).toMatch(
      /^ {2}language: 1\n {2}says: ".+"\n {2}sentence: ".+"\n {2}also known as: ".+"\n {2}source: ".+"$/m,
    );
  });

  test("has a page of cases", () => expect(existsSync(pageOf(title))).toBe(true));
});

test("every use in a template says its clause as a sentence", () => {
  const templates = readdirSync("terms").filter((file) => file.endsWith(".tenor"));
  const uses = templates.flatMap((file) => readFileSync(`terms/${file}`, "utf8").match(/^use .*\n.*$/gm) ?? []);
  expect(uses.length).toBeGreaterThan(30);
  expect(uses.filter((use) => !/\n {2}says: ".+"$/.test(use))).toEqual([]);
});

const pages = titles.filter((title) => existsSync(pageOf(title)));

describe.each(pages)("cases of %s", (title) => {
  const { note, market, cases } = readLiteratePage(readFileSync(pageOf(title), "utf8"));
  const texts: { market?: NamedText } = market === undefined ? {} : { market: { name: "market.csv", text: market } };
  const compiled = () => {
    const stories = cases.map(({ text }) => text).join("\n");
    return ensured(compile(`${note}\n${stories}`, pageOf(title), ...clausesFor(note)));
  };
  let template: ReturnType<typeof compiled> | undefined;

  test("the note uses the clause, and has no diagnostics", () => {
    expect(clausesUsed(note).map((use) => use.title)).toContain(title);
    expect(check(note, "note.tenor", ...clausesFor(note)).map((it) => renderText(it))).toEqual([]);
    expect(cases.length).toBeGreaterThanOrEqual(3);
  });

  test.each(cases.map(({ name }) => name))("%s", (name) => {
    template ??= compiled();
    const story = storiesOf(template).find((it) => it.name === name);
    if (story === undefined) throw new Error(`no story "${name}"`);
    const verdicts = ensured(new Replay(template, ensured(loadStory(template, story, texts))).test());
    expect(verdicts.length).toBeGreaterThan(0);
    expect(verdicts.filter(({ passed }) => !passed)).toEqual([]);
  });
});

test("a figure that a clause reads of each event may use `its`", () => {
  const { note } = readLiteratePage(readFileSync(pageOf("late-delivery penalty"), "utf8"));
  const ofEach = note
    .replace("event Notice by Holder\n", "event Notice by Holder\n  Amount: money\n")
    .replace("Sum per Day: $2,000", "Sum per Day: its Amount / $1,000 * $10");
  expect(ofEach).toContain("its Amount / $1,000 * $10");
  const story = `test "a day late by two"
  on 2024-02-01: Notice "n", Amount $50,000
  on 2024-02-01: Notice "m", Amount $1,000
  expect: Late Delivery Payment of "n" on 2024-02-09 is $1,500
  expect: Late Delivery Payments on 2024-02-09 is $1,530
`;
  const template = ensured(compile(`${ofEach}\n${story}`, "note.tenor", ...clausesFor(ofEach)));
  const [noteStory] = storiesOf(template);
  const verdicts =
    noteStory === undefined ? [] : ensured(new Replay(template, ensured(loadStory(template, noteStory, {}))).test());
  expect(verdicts.map(({ passed }) => passed)).toEqual([true, true]);
});

function pageOf(title: string): string {
  return clauseFile(title)
    .name.replace("terms/library", "test/library")
    .replace(/tenor$/, "md");
}

function clauseText(file: string): string {
  return readFileSync(`terms/library/${file}`, "utf8");
}
