/** `tenor powers`: what each party may do on a day, and why not. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { schemaProblems, tenor } from "./tenor.ts";

describe("powers", () => {
  const juniper = "examples/juniper-first-eighteen-months/scenario.json";

  test("says whether a notice may be given, how far, and why not", async () => {
    const on = async (day: string) => (await tenor(["powers", juniper, "Notice of Conversion", "--on", day])).out;
    // The example's README: the holder's limit on 10 April is $28,300, and the month from 30 April is barred.
    expect(await on("2007-04-10")).toMatch(
      /\n {2}Holder {2}yes {2}Notice of Conversion \[1\.1\] +up to \$28,300; refused if/,
    );
    expect(await on("2007-05-14")).toMatch(
      /\n {2}Holder {2}no {3}Notice of Conversion \[1\.1\] +the month after a Partial/,
    );
  });

  test.each([
    [["--on", "soon"], 2, "--on soon is not a day"],
    [["--on", "2005-01-01"], 1, "The note exists from 2005-12-28"],
    [["Notice"], 1, 'has no power "Notice"'],
    [["Notice"], 1, "its powers are Damages Paid, "],
    [["Notice of Conversio"], 1, 'the nearest is "Notice of Conversion"; write it as it stands'],
  ])("refuses %j", async (args, status, message) => {
    const ran = await tenor(["powers", juniper, ...args]);
    expect(ran).toMatchObject({ status, out: "" });
    expect(ran.err).toContain(message);
  });

  test("prints JSON by the published schema, which can be verified", async () => {
    const { out } = await tenor(["powers", juniper, "Notice of Conversion", "--on", "2007-05-14", "--json"]);
    expect(schemaProblems("powers", out)).toBeNull();
    const path = join(mkdtempSync(join(tmpdir(), "tenor-powers-")), "result.json");
    writeFileSync(path, out);
    expect((await tenor(["verify", path, "--scenario", juniper])).out).toMatch(/^agrees /);
  });
});
