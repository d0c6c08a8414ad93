/** What each command is for; `executable.test.ts` runs the real executable. */
import { describe, expect, test } from "vitest";
import { schemaProblems, tenor } from "./tenor.ts";

const data = "test/data/cli";

describe("check", () => {
  test("says that there is nothing", async () => {
    const ran = await tenor(["check", `${data}/terms/loan.tenor`]);
    expect(ran).toEqual({ status: 0, out: "no problems in 1 file\n", err: "" });
  });

  test("shows findings in their place", async () => {
    const { status, out } = await tenor(["check", `${data}/broken.tenor`]);
    expect(status).toBe(1);
    expect(out).toMatch(/^error\[TN\d+\]: .*Thrice/);
    expect(out).toContain(`--> ${data}/broken.tenor:8:17`);
    expect(out).toMatch(/\n1 error in 1 file\n$/);
  });

  test("prints findings as JSON", async () => {
    const { status, out } = await tenor(["check", "--json", `${data}/broken.tenor`]);
    expect(status).toBe(1);
    expect(schemaProblems("check", out)).toBeNull();
    expect(out).toMatch(/^\{\n {2}"format": "tenor\/check@1"/);
    expect(JSON.parse(out)).toMatchObject({ diagnostics: [{ file: `${data}/broken.tenor`, line: 8, column: 17 }] });
  });

  test("reports a file that is not there", async () => {
    const ran = await tenor(["check", "terms/nothing.tenor"]);
    expect(ran.status).toBe(1);
    expect(ran.out).toContain("error: There is no template terms/nothing.tenor\n  = help:");
    expect(schemaProblems("check", (await tenor(["check", "--json", "terms/nothing.tenor"])).out)).toBeNull();
  });
});

describe("run", () => {
  test("shows what happens and what the answers are", async () => {
    const { status, out, err } = await tenor(["run", `${data}/repaid.json`]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toMatch(/^Small Loan\nrepaid: Two payments, the second after hours\n/);
    expect(out).toMatch(/reading "roll" +same day \(the template's own: next business day\)\n/);
    expect(out).toMatch(/── March 2024 ─+\nFri 29 {2}1 +Payment Made p2 at 19:30 {2}Amount \$749\.50\n/);
    expect(out).toMatch(/\nreceipt [0-9a-f]{64}\n$/);
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test("shows a day in the order of its times, and warns where it is listed otherwise", async () => {
    const { status, out, err } = await tenor(["run", `${data}/against-times.json`]);
    expect(status).toBe(0);
    const payments = out.match(/Payment Made p\d( at \d\d:\d\d)?/g);
    expect(payments).toEqual(["Payment Made p2 at 12:00", "Payment Made p3", "Payment Made p1 at 19:30"]);
    expect(err).toMatch(
      /^warning\[TN5240\]: On 2024-03-29, `Payment Made p1` at 19:30 is listed before `Payment Made p2`/,
    );
    const asJson = await tenor(["run", "--json", `${data}/against-times.json`]);
    expect(asJson).toMatchObject({ status: 0, err });
    expect(schemaProblems("run", asJson.out)).toBeNull();
  });

  test("prints everything as JSON", async () => {
    const { status, out } = await tenor(["run", "--json", `${data}/repaid.json`]);
    expect(status).toBe(0);
    expect(schemaProblems("run", out)).toBeNull();
    expect(JSON.parse(out)).toMatchObject({
      format: "tenor/run@4",
      scenario: "repaid",
      answers: [
        { answer: "750", unit: "USD" },
        { answer: "0.5" },
        { answer: "2024-03-31" },
        { of: "p2", answer: "749.5" },
      ],
      readings: { roll: "same day" },
    });
  });

  test("prints the timeline as CSV", async () => {
    const { out } = await tenor(["run", "--csv", `${data}/repaid.json`]);
    expect(out.split("\n").slice(0, 3)).toEqual([
      "on,at,kind,section,name,of,from,to,amount,unit,event,text",
      "2024-02-01,,event,1,Payment Made,,,,,,p1,Payment Made p1: Amount $250",
      "2024-02-01,,state,1,Principal,,1000,750,,USD,p1,Principal falls to $750",
    ]);
  });

  test("exits 1 where a question can't be answered, and where the input is wrong", async () => {
    const asked = await tenor(["run", `${data}/wrong.json`]);
    expect(asked.status).toBe(1);
    expect(asked.out).toContain("missing data");
    const wrong = await tenor(["run", `${data}/unreadable.json`]);
    expect({ status: wrong.status, out: wrong.out }).toEqual({ status: 1, out: "" });
    expect(wrong.err).toContain("TN5206");
    expect(schemaProblems("check", (await tenor(["run", "--json", `${data}/unreadable.json`])).out)).toBeNull();
  });
});

describe("test", () => {
  test("counts questions that expect something", async () => {
    const ran = await tenor(["test", `${data}/repaid.json`]);
    expect(ran).toEqual({ status: 0, out: `ok   repaid  ${data}/repaid.json  3\n3 passed, 0 failed\n`, err: "" });
  });

  test("says what was expected and what came", async () => {
    const { status, out } = await tenor(["test", "--quiet", `${data}/wrong.json`]);
    expect(status).toBe(1);
    expect(out).toContain("  Principal on 2024-02-01  1\n    expected  $800\n    got       $750  ($50 too little)\n");
    expect(out).toMatch(/expected {2}no value \(null\)\n {4}got {7}error, missing data: .*\n/);
    expect(out).toMatch(/\n1 passed, 2 failed\n$/);
  });

  test("counts each question of a scenario that can't be run as failed", async () => {
    const { status, out } = await tenor(["test", `${data}/unreadable.json`]);
    expect(status).toBe(1);
    expect(out).toContain("error[TN5206]");
    expect(out).toMatch(/\n0 passed, 2 failed\n$/);
  });

  test("finds scenarios in folders, and prints the count as JSON", async () => {
    const { status, out } = await tenor(["test", "--json", data]);
    expect(status).toBe(1);
    expect(schemaProblems("test", out)).toBeNull();
    // 3 of repaid.json, 1 of against-times.json, 1 of wrong.json, 2 of the story in loan.tenor;
    // 2 of wrong.json, 2 of unreadable.json, 1 of broken.tenor.
    expect(JSON.parse(out)).toMatchObject({ format: "tenor/test@1", passed: 7, failed: 5 });
  });

  test("says so where there is nothing to test", async () => {
    const { status, out, err } = await tenor(["test", "schemas"]);
    expect({ status, out }).toEqual({ status: 1, out: "0 passed, 0 failed\n" });
    expect(err).toContain("nothing to test in schemas");
  });
});

describe("ask", () => {
  test("answers one question", async () => {
    const ran = await tenor(["ask", `${data}/repaid.json`, "Principal", "--on", "2024-02-29"]);
    expect(ran).toEqual({ status: 0, out: "Principal on 2024-02-29 is $750 (1)\n", err: "" });
  });

  test("prints one answer as JSON, as of a day after the last event", async () => {
    const { status, out } = await tenor(["ask", "--json", `${data}/repaid.json`, "Principal", "--on", "2030-01-01"]);
    expect(status).toBe(0);
    expect(schemaProblems("ask", out)).toBeNull();
    expect(JSON.parse(out)).toEqual({
      format: "tenor/ask@2",
      value: "Principal",
      on: "2030-01-01",
      section: "1",
      answer: "0.5",
      unit: "USD",
      madeFrom: expect.objectContaining({ command: "ask", asked: { value: "Principal", on: "2030-01-01" } }) as object,
    });
  });

  test.each([
    ["a value that is not there", ["Principle", "--on", "2024-02-01"], "TN5212", "help: write `Principal`"],
    ["a day that is not there", ["Principal", "--on", "2024-02-30"], "TN5006", "write a day from 2024-02-01"],
    ["an id that is not there", ["Amount", "--of", "p3"], "TN5215", "help: write `p1`"],
  ])("finds %s", async (_, args, code, help) => {
    const { status, out, err } = await tenor(["ask", `${data}/repaid.json`, ...args]);
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err).toContain(`error[${code}]`);
    expect(err).toContain(help);
    expect(err).toContain("--> the question:1:");
  });
});

describe("completions", () => {
  test.each(["bash", "zsh", "fish"])("prints a script for %s", async (shell) => {
    const { status, out } = await tenor(["completions", shell]);
    expect(status).toBe(0);
    for (const word of ["check", "run", "ask", "watch", "csv"]) expect(out).toContain(word);
  });

  test("knows no other shell", async () => {
    expect(await tenor(["completions", "cmd"])).toMatchObject({ status: 2, out: "" });
  });
});

describe("a value by its role", () => {
  const juniper = "examples/juniper-first-eighteen-months/scenario.json";

  test.each(["ask", "explain"])("%s takes the role that `values` shows", async (command) => {
    const byName = await tenor([command, juniper, "Conversion Price", "--on", "2006-05-10"]);
    const byRole = await tenor([command, juniper, "price of conversion", "--on", "2006-05-10"]);
    expect([byRole.status, byRole.out]).toEqual([0, byName.out]);
  });

  test("several values of one role are named", async () => {
    const { status, err } = await tenor(["ask", juniper, "penalty", "--on", "2006-05-10"]);
    expect(status).toBe(1);
    expect(err).toContain("several values have this role: ask for `Conversion Default Payments` and");
  });
});
