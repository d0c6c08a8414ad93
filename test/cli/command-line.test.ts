import { expect, test } from "vitest";
import { commands } from "../../src/cli/command-shapes.ts";
import { tenor } from "./tenor.ts";

test.each([
  ["no command", []],
  ["a command that is not there", ["chek"]],
  ["an option that is not there", ["check", "--jsn", "x.tenor"]],
  ["an argument too few", ["run"]],
])("exits 2 for %s", async (_, args) => {
  expect(await tenor(args)).toMatchObject({ status: 2, out: "" });
});

test("names the command that was meant", async () => {
  expect((await tenor(["chek"])).err).toContain("Did you mean check?");
});

test.each([
  ["readings", "--value", "--json", "terms/term-loan.tenor"],
  ["due", "examples/term-loan/scenario.json", "--within", "--json"],
])("an option that stands where a value belongs is refused: %s %s %s", async (...args) => {
  const { status, out, err } = await tenor(args);
  expect({ status, out }).toEqual({ status: 2, out: "" });
  expect(err).toContain("argument '--json' is invalid. It is an option itself");
});

test.each(Object.entries(commands).flatMap(([name, { isHidden = false }]) => (isHidden ? [] : name)))(
  "the help of %s has examples",
  async (command) => {
    const { status, out } = await tenor([command, "--help"]);
    expect(status).toBe(0);
    expect(out).toMatch(new RegExp(`Examples:\\n[^]*\\btenor ${command}\\b`));
  },
);

test("--limit changes a limit, and says which there are", async () => {
  const scenario = "examples/juniper-first-eighteen-months/scenario.json";
  const stopped = await tenor(["run", scenario, "--limit", "steps=100"]);
  expect(stopped.status).toBe(1);
  expect(stopped.err).toMatch(/TN6002[\s\S]*more than 100 steps[\s\S]*--limit steps=/);
  expect((await tenor(["run", scenario, "--limit", "steps=100000000", "--limit", "days=1000"])).status).toBe(0);
  expect((await tenor(["run", scenario])).status).toBe(0);
  for (const wrong of ["depth=9", "steps", "steps=-1", "steps=1e9"]) {
    const refused = await tenor(["run", scenario, "--limit", wrong]);
    expect([refused.status, refused.err]).toEqual([2, expect.stringContaining(`\`${wrong}\` is no limit`)]);
  }
});

test("each finding ends with where to read more", async () => {
  const { out } = await tenor(["check", "test/data/cli/broken.tenor"]);
  const codes = [...out.matchAll(/^error\[(TN\d+)\]/gm)].map(([, code]) => code);
  expect(codes).not.toEqual([]);
  const more = [...out.matchAll(/^ +(?:= more: )tenor explain --code (TN\d+)$/gm)].map(([, code]) => code);
  expect(more).toEqual(codes);
  const { err } = await tenor(["run", "test/data/cli/unreadable.json"]);
  expect(err.trimEnd()).toMatch(/\n *= more: tenor explain --code TN\d+$/);
  const file = await tenor(["check", "no-such-file.tenor"]);
  expect(file.out + file.err).not.toContain("more:");
});

test("of a text that is no template fifty findings are shown, and what it may be", async () => {
  const { out, status } = await tenor(["check", "README.md"]);
  expect(status).toBe(1);
  expect(out.match(/^error\[/gm)).toHaveLength(50);
  expect(out).toContain("check a .tenor file, not the contract itself");
  expect(out).toMatch(/\d+ errors in 1 file\n$/);
});
