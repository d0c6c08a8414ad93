/** The published schemas of stories, bindings and subjects take the files that come with Tenor. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { schemaProblems } from "../../cli/tenor.ts";
import { projectFiles } from "../../support/project-files.ts";

const files = projectFiles().filter((path) => /\.json$/.test(path) && /^(terms|examples)\//.test(path));
const formats = files.flatMap((path) => {
  const [, kind] = /"format": "tenor\/(story|binding|subject)@1"/.exec(readFileSync(path, "utf8")) ?? [];
  return kind === undefined ? [] : [{ path, kind }];
});

test.each(formats)("$path fits the schema of a $kind", ({ path, kind }) => {
  expect(schemaProblems(kind, readFileSync(path, "utf8"))).toBeNull();
});

test("a word that the vocabulary lacks does not fit", () => {
  const story = { format: "tenor/story@1", from: "2024-01-02", through: "2024-06-30", deal: {}, events: [] };
  const withEvent = (event: string) => JSON.stringify({ ...story, events: [{ on: "2024-02-01", event }] });
  expect(schemaProblems("story", withEvent("delisting"))).toBeNull();
  expect(schemaProblems("story", withEvent("delistin"))).not.toBeNull();
  expect(schemaProblems("story", JSON.stringify({ ...story, deal: { principal: "5" } }))).not.toBeNull();
});
