/** A file of the wrong kind: the message says what it is, and which command takes it. */
import { expect, test } from "vitest";
import { otherKind } from "../../src/cli/files/file-kind.ts";
import { tenor } from "./tenor.ts";

const scenario = "examples/juniper-first-eighteen-months/scenario.json";

test.each([
  ["run", "terms/term-loan.tenor", "is a template, not a scenario", "`tenor check terms/term-loan.tenor`"],
  ["due", "terms/term-loan.tenor", "is a template, not a scenario", "names a template as its `note`"],
  ["run", "terms/juniper-2005.stories.tenor", "is a file of stories", "`tenor test terms/juniper-2005.stories.tenor`"],
  ["run", "terms/library/annuity.tenor", "is a clause for templates", "a template takes it with `use`"],
  ["run", "terms/data/otc-sliding.csv", "is a table of days, not a scenario", "as its `market`"],
  ["check", scenario, "is a scenario, not a template", `\`tenor run ${scenario}\` runs it`],
  ["schema", scenario, "is a scenario, not a template", `\`tenor test ${scenario}\``],
  ["check", "package.json", "is a JSON file, not a template", "name a file that ends in .tenor"],
])("%s %s", async (command, path, is, help) => {
  const { status, out, err } = await tenor([command, path]);
  expect(status).toBe(1);
  expect((out + err).replaceAll(/\s+/g, " ")).toContain(`error: ${path} ${is}`);
  expect((out + err).replaceAll(/\s+/g, " ")).toContain(help);
});

test.each([
  ["note.tenor", 'note "A"\n', "template"],
  ["note.txt", "-- an unfinished note\n\ngiven Principal: money\n", "template"],
  ["a.stories.tenor", "", "template"],
  ["a.json", '{ "scenario": "a" }', "scenario"],
  ["a.json", '{ "senario": "a" }', "scenario"],
  ["a.json", '"note": "a"', "scenario"],
  ["a.json", "", "scenario"],
] as const)("%s with %j may be a %s", (path, text, wanted) => {
  expect(otherKind(path, { name: path, text }, wanted)).toBeUndefined();
});

test("comments and blank lines before it do not hide what a file is", () => {
  const text = '\uFEFF\n-- the note\n\n  -- of 2005\nnote "A"\n';
  expect(otherKind("-", { name: "<standard input>", text }, "scenario")).toMatchObject({
    message: "<standard input> is a template, not a scenario",
    help: expect.stringContaining("`tenor check -` checks this one"),
  });
});
