/** The lists of what no story has to notice, beside the templates: each explanation names a line that is still there. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { schemaProblems } from "./tenor.ts";

const lists = readdirSync("terms").filter((it) => it.endsWith(".explained.json"));

describe.each(lists)("%s", (file) => {
  const text = readFileSync(`terms/${file}`, "utf8");
  const template = readFileSync(`terms/${file.replace(".explained.json", ".tenor")}`, "utf8");
  const lines = new Set(template.split("\n").map((line) => line.trim()));
  const list = JSON.parse(text) as { section: string; changes?: { in: string }[]; sides?: unknown[] }[]; // cast: what the schema says

  test("is in the form of its schema", () => expect(schemaProblems("explained", text)).toBeNull());

  test("each reason is about something, and each line stands in the template", () => {
    const isEmpty = list.filter(({ changes = [], sides = [] }) => changes.length + sides.length === 0);
    expect(isEmpty).toEqual([]);
    expect(list.flatMap(({ changes = [] }) => changes.map((it) => it.in)).filter((it) => !lines.has(it))).toEqual([]);
  });
});

test("the two notes that follow a contract have one", () => {
  const both = ["juniper-2005.explained.json", "secured-services-2006.explained.json"];
  expect(lists).toEqual(expect.arrayContaining(both));
});
