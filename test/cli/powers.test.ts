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

  test("says what it brings to use one: the shares of a conversion, the price of a call", async () => {
    const { out } = await tenor(["powers", juniper, "--on", "2007-04-10"], { width: 120 });
    // $28,300 give 6,000,000 shares (the example). 301,125 × 8% ÷ 365 = $66 a day, ten days from 1 April: $660; and
    // 150% of $301,125 + $660 + $14,000 is $473,677.50 (5.1).
    expect(out).toContain("    shares owed from 0 shares to 6,000,000 shares\n");
    expect(out).toContain(
      "    Borrower owes Optional Prepayment: $473,677.50 as of 2007-04-10; by when, and how much then,",
    );
  });

  test("prints all that it brings by the schema: debts, their sum, what becomes unknown, defaults", async () => {
    const folder = mkdtempSync(join(tmpdir(), "tenor-powers-"));
    const accounts = ["Bill", "Cost"].map((it) => `account ${it} owed by Borrower to Holder\n`).join("");
    const charges = "  Bill is charged $5 due on its date\n  Cost is charged $2 due on its date\n";
    const head =
      'note "Small"\n  language: 1\n  parties: Borrower, Holder\n  exists from: Start\ngiven Start: date = 2024-01-01\n';
    const states = 'Left starts at $90\nrole "principal left": Left\nZero starts at 0\nCalled starts at no\n';
    const call = `event Call by Holder\nthe Holder may give Call\nwhen Call\n  Called becomes yes\n  Left becomes $90 / Zero\n${charges}`;
    const ground = 'Event of Default occurs\n  when Called\n  continues: for good\nrole "default": Event of Default\n';
    writeFileSync(join(folder, "note.tenor"), `${head}\nsection 1 "All"\n${accounts}${states}${call}${ground}`);
    const scenario = { scenario: "s", title: "s", note: "note.tenor", terms: {}, readings: {}, events: [], ask: [] };
    writeFileSync(join(folder, "s.json"), JSON.stringify(scenario));
    const { out } = await tenor(["powers", join(folder, "s.json"), "--on", "2024-01-03", "--json"]);
    expect(schemaProblems("powers", out)).toBeNull();
    // 5 + 2
    const brings = { moved: [{ after: { error: {} } }], totals: [{ amount: "7" }], defaults: [{ section: "1" }] };
    expect(JSON.parse(out)).toMatchObject({ powers: [{ brings }] });
    const juniperNow = await tenor(["powers", juniper, "--on", "2007-04-10", "--json"]);
    expect(schemaProblems("powers", juniperNow.out)).toBeNull();
  });

  test("and a run ends with those that may be used, and names the others", async () => {
    const { out } = await tenor(["run", juniper], { width: 120 });
    expect(out).toMatch(/\nMay be given next\n {2}who +may +give\n {2}Borrower {2}yes {2}Damages Paid \[1\.4\(g\)\]/);
    expect(out).toContain("\n  not: Default Amount Paid, Default Notice; `tenor powers` says why\n");
  });

  test("an event that may be used for one thing is not among those that may not, whatever else it is for", async () => {
    const { out } = await tenor(["run", "examples/amortising-note/three-instalments.json"], { width: 120 });
    // The notice of the period begun on 1 May is to come; those of the periods before are past.
    expect(out).toMatch(/\n {2}Company {2}yes {2}Instalment Notice for Period Begun 2024-05-01/);
    expect(out).toMatch(/\n {2}not: Acceleration Notice, (?!.*Instalment Notice)/);
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
