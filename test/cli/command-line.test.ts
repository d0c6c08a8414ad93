import { expect, test } from "vitest";
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

test.each(["check", "run", "test", "ask", "explain", "due", "readings", "schema", "completions"])(
  "the help of %s has examples",
  async (command) => {
    const { status, out } = await tenor([command, "--help"]);
    expect(status).toBe(0);
    expect(out).toMatch(new RegExp(`Examples:\\n.*tenor ${command} `));
  },
);
