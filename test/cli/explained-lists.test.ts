/** The lists of what no story has to notice, beside the templates: each explanation names a line that is still there. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sides, thresholdsOf } from "../../src/testing/thresholds.ts";
import { templateOf } from "../support/acceptance.ts";
import { schemaProblems } from "./tenor.ts";

interface Side {
  readonly threshold: string;
  readonly side: string;
}

const lists = readdirSync("terms").filter((it) => it.endsWith(".explained.json"));

describe.each(lists)("%s", (file) => {
  const text = readFileSync(`terms/${file}`, "utf8");
  const template = readFileSync(`terms/${file.replace(".explained.json", ".tenor")}`, "utf8");
  const lines = new Set(template.split("\n").map((line) => line.trim()));
  const list = JSON.parse(text) as { section: string; changes?: { in: string }[]; sides?: Side[] }[]; // cast: what the schema says

  test("is in the form of its schema", () => expect(schemaProblems("explained", text)).toBeNull());

  test("each reason is about something, and each line and each threshold stands in the template", () => {
    const isEmpty = list.filter(({ changes = [], sides = [] }) => changes.length + sides.length === 0);
    expect(isEmpty).toEqual([]);
    const known = new Set(sidesIn(file.replace(".explained.json", "")));
    const named = list.flatMap(({ section, sides = [] }) =>
      sides.map((it) => `${section}: ${it.threshold}, ${it.side}`),
    );
    expect(named.filter((it) => !known.has(it))).toEqual([]);
    expect(list.flatMap(({ changes = [] }) => changes.map((it) => it.in)).filter((it) => !lines.has(it))).toEqual([]);
  });
});

function sidesIn(note: string): string[] {
  const { program } = templateOf(note);
  const found = thresholdsOf(program, `terms/${note}.tenor`);
  return found.flatMap(({ section, words }) => sides.map((side) => `${section}: ${words}, ${side}`));
}

test("the two notes that follow a contract have one", () => {
  const both = ["juniper-2005.explained.json", "secured-services-2006.explained.json"];
  expect(lists).toEqual(expect.arrayContaining(both));
});
