/** The commands that look into a note rather than run it: explain, due, readings, schema. */
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { describe, expect, test, vi } from "vitest";
import { createPaint } from "../../src/cli/render/parts/paint.ts";
import { schemaProblems, tenor } from "./tenor.ts";

// The first test of a command loads all that it needs, which takes a while on a busy machine. In milliseconds.
vi.setConfig({ testTimeout: 240_000 });

const data = "test/data/cli";
const loan = `${data}/terms/loan.tenor`;
const repaid = `${data}/repaid.json`;
const note = "examples/juniper-first-eighteen-months/scenario.json";

describe("explain", () => {
  // $750 are left, in payments of $100: 7.5 of them.
  test("shows the sum, the clauses, and the tree behind a value", async () => {
    const ran = await tenor(["explain", repaid, "Payments Left", "--on", "2024-02-01"]);
    expect(ran).toEqual({
      status: 0,
      out: [
        "Payments Left on 2024-02-01: $750 ÷ $100 = 7.5",
        "",
        "Payments Left means Principal / $100 [1].",
        "Principal is $750, since 2024-02-01 by p1 (1) [1].",
        "",
        "Payments Left on 2024-02-01: 7.5 [1]",
        "│  Principal / $100",
        "└─ Principal: $750 [1] (since 2024-02-01 by p1 (1))",
        "",
        "1 value is closed: --depth N shows more levels, --full everything.",
        "",
      ].join("\n"),
      err: "",
    });
  });

  test("says which way a passage is read", async () => {
    const { out } = await tenor(["explain", repaid, "Payment Day", "--on", "2024-02-01"]);
    expect(out).toBe(
      [
        'Payment Day on 2024-02-01: 2024-03-31 ("roll" is read "same day"; a deal term)',
        "",
        'Payment Day means "roll" is read "same day": Due Date [1].',
        "Due Date is 2024-03-31, a deal term.",
        "",
        "Payment Day on 2024-02-01: 2024-03-31 [1]",
        '│  "roll" is read "same day": Due Date',
        "└─ Due Date: 2024-03-31 (a deal term)",
        "",
      ].join("\n"),
    );
  });

  test("folds a window to a line, and shows each day in full", async () => {
    const args = ["explain", note, "Market Price", "--on", "2006-03-15"];
    const { out } = await tenor(args, { width: 120 });
    expect(out.match(/Trading Price on /g)).toHaveLength(2);
    expect(out).toContain("Trading Price on 20 days from 2006-02-14 to 2006-03-14: lowest $0.0434, $0.0455, $0.0457");
    const full = (await tenor([...args, "--full"], { width: 120 })).out;
    expect(full.match(/Trading Price on 2006-/g)).toHaveLength(20);
    expect(full).toContain("market low: $0.0434 per share");
  });

  test("prints the tree as JSON, each leaf with it", async () => {
    const { status, out } = await tenor(["explain", "--json", note, "Conversion Shares", "--of", "first"]);
    expect(status).toBe(0);
    expect(schemaProblems("explain", out)).toBeNull();
    expect(JSON.parse(out)).toMatchObject({ format: "tenor/explain@3", value: "Conversion Shares", answer: "813521" });
    expect(out.match(/"kind": "market"/g)).toHaveLength(20);
  });

  test("shows which limb of a default holds, and what it looks at", async () => {
    const { out } = await tenor(["explain", note, "Event of Default", "--on", "2006-04-27"]);
    expect(out).toMatch(/^Event of Default on 2006-04-27: Registration \(yes\), so yes\n/);
    expect(out).toMatch(/\n\nEvent of Default on 2006-04-27: yes \[3\.3\]\n.*since 2006-04-27\n└─ Registration: yes/);
  });

  // $34,000 on 4 December: 10 days of the second conversion and 7 of the third, at $2,000 each.
  test("opens as many levels as are asked for, and closes what gives nothing", async () => {
    const late = "test/data/acceptance/juniper-2005/17-delivery-late.json";
    const args = ["explain", late, "Late Delivery Payments", "--of", "c3", "--on", "2007-01-10"];
    const { out } = await tenor(args);
    expect(out.split("\n")[0]).toBe(
      "Late Delivery Payments of c3 on 2007-01-10: $2,000 × 8 days, 3–10 January 2007 = $16,000 (as “its Seriously Late” holds)",
    );
    // Seriously Late decides the case and is no part of the sum: what it rests on is closed.
    expect(out).toContain("├─ Seriously Late of c3: yes [1.4(g)]\n│     all of (i)");
    expect((await tenor([...args, "--depth", "1"])).out).not.toContain("─ Counted From");
    expect((await tenor([...args, "--full"])).out).toContain("├─ Undelivered of c3");
  });

  test("says of a value that there is none, and why", async () => {
    const late = "test/data/acceptance/juniper-2005/17-delivery-late.json";
    const { out } = await tenor(["explain", late, "Conversion Date", "--of", "c3"]);
    expect(out).toContain("time has no value: no time was reported for the Notice of Conversion [1.1]");
  });

  test("breaks the sum into lines on a terminal only", async () => {
    const { renderExplanation } = await import("../../src/cli/render/explanation.ts");
    const { explained } = await import("../evaluate/asked.ts");
    const [fact] = explained("Total means $1 + $2 + $3 + $4 + $5 + $6 + $7 + $8 + $9", {
      ask: [{ value: "Total", on: "2024-01-03" }],
    });
    if (fact === undefined) throw new Error("there is an answer");
    const style = { width: 40, isUnicode: true, isFull: false, paint: createPaint(false) };
    expect(renderExplanation(fact, style)).toMatch(/^Total on 2024-01-03: \$1 \+ .* = \$45\n\n/);
    expect(renderExplanation(fact, { ...style, isTerminal: true })).toMatch(/^Total on .{10,29}\n {2}\S.* = \$45\n\n/);
  });

  test.each(["0", "many", "1.5"])("exits 2 for --depth %s", async (depth) => {
    expect(await tenor(["explain", repaid, "Principal", "--depth", depth])).toMatchObject({ status: 2, out: "" });
  });

  test("exits 1 where there is no answer to explain, and finds what is no value", async () => {
    const early = await tenor(["explain", repaid, "Principal", "--on", "2024-01-01"]);
    expect(early).toMatchObject({ status: 1, err: "" });
    expect(early.out).toContain("Principal on 2024-01-01: missing data, Principal has no value before");
    const misspelt = await tenor(["explain", repaid, "Principle", "--on", "2024-02-01"]);
    expect(misspelt).toMatchObject({ status: 1, out: "" });
    expect(misspelt.err).toContain("help: write `Principal`");
  });

  test("shows the page of a finding", async () => {
    const { status, out } = await tenor(["explain", "--code", "tn3002"]);
    expect(status).toBe(0);
    expect(out).toMatch(/^error\[TN3002\]: wrong unit\n\n.*\n\nWrong \(a template\)\n\n.*\nRight\n\n {2}note /s);
    expect(out).toContain("  error[TN3002]: `Discount` is a percent, but this is an amount of money\n");
    expect(schemaProblems("code", (await tenor(["explain", "--json", "--code", "TN5204"])).out)).toBeNull();
  });

  test.each([
    ["TN2042", "did you mean TN2002?"],
    ["wrong-unti", "did you mean TN3002?"],
    ["nonsense", "a code is TN and four digits"],
  ])("has no page for %s", async (code, way) => {
    const ran = await tenor(["explain", "--code", code]);
    expect(ran).toMatchObject({ status: 1, out: "" });
    expect(ran.err).toContain(way);
  });

  test("needs a value or a code", async () => {
    expect(await tenor(["explain", repaid])).toMatchObject({ status: 2, out: "" });
    expect(await tenor(["explain", repaid, "Principal", "--code", "TN3002"])).toMatchObject({ status: 2, out: "" });
  });
});

describe("due", () => {
  // The shares of 15 March are due three trading days later; 120 days after 28 December 2005 is 27 April 2006.
  test("lists who owes what by when, and what follows", async () => {
    const { status, out, err } = await tenor(["due", note, "--from", "2006-03-16", "--within", "6 weeks"]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toMatch(/^Due as things stand on Thu 2006-03-16, through Thu 2006-04-27\n/);
    expect(out).toMatch(/Mon 2006-03-20 {2}due +Borrower +Delivery of Shares/);
    expect(out).toMatch(/Wed 2006-04-05 {2}due +Borrower to Holder {2}Monthly Damages: \$22,000/);
    expect(out).toMatch(/Thu 2006-04-27 {2}pending [^[]*\[3\.3\]\n +if not: Event of Default under\n +3\.3\n/);
  });

  // Shares were late on three business days of February, $6,000; a notice of the 27th took the $4,000 before it along.
  test("keeps what was due in an earlier month overdue", async () => {
    const late = "test/data/acceptance/juniper-2005/18-delivery-grace-damages.json";
    const due = async (from: string) => (await tenor(["due", late, "--from", from, "--within", "5 days"])).out;
    expect(await due("2007-03-02")).toMatch(/Mon 2007-03-05 {2}due +Borrower to Holder {2}Monthly Damages: \$2,000/);
    const arrears =
      /Mon 2007-03-05 {2}overdue +Borrower to Holder {2}Monthly Damages: \$2,000 for Month\n +Ended 2007-03-01/;
    // The day that looks moves nothing.
    for (const day of ["2007-03-20", "2007-04-03"]) expect(await due(day)).toMatch(arrears);
  });

  test("lists the duty to repay the principal at maturity, beside the interest of that day", async () => {
    const unpaid = "test/data/acceptance/juniper-2005/01-prices-sliding.json";
    const { out } = await tenor(["due", unpaid, "--from", "2009-01-05", "--within", "2 weeks"], { width: 120 });
    expect(out).toMatch(/\n {2}Thu 2009-01-15 {2}due +Borrower to Holder {2}Repayment: \$500,000 \[preamble\]\n/);
    // From 31 December to the 14th: 15 × 500,000 × 8% ÷ 365.
    expect(out).toMatch(/\n {2}Thu 2009-01-15 {2}due +Borrower to Holder {2}Interest of \$1,643\.83… \[preamble\]\n/);
  });

  test("looks ahead from the last day, and takes no later event for granted", async () => {
    const { out } = await tenor(["due", note, "--from", "2006-09-15", "--within", "1 month"]);
    // Whether September is an exempt month rests on prices that are not known on the 15th.
    expect(out).toMatch(/\? {3}unknown {2}Borrower to Holder {2}Interest: an amount that can't be/);
    expect((await tenor(["due", note])).out).toMatch(/^Due as things stand on Fri 2007-06-29, through Sun 2007-07-29/);
  });

  test("prints the list as JSON", async () => {
    const { status, out } = await tenor(["due", "--json", note, "--from", "2006-06-13"]);
    expect(status).toBe(0);
    expect(schemaProblems("due", out)).toBeNull();
    const due = [{ due: "2006-07-03", status: "pending" }, { status: "unknown" }, { status: "unknown" }];
    expect(JSON.parse(out)).toMatchObject({ format: "tenor/due@4", due });
  });

  test("says that nothing is due", async () => {
    const { status, out } = await tenor(["due", repaid]);
    expect({ status, out }).toEqual({
      status: 0,
      out: "Nothing is due as things stand on Sun 2024-03-31, through Tue 2024-04-30.\n",
    });
  });

  test.each([
    ["--within", "a while"],
    ["--within", "30"],
    ["--from", "2006-02-30"],
  ])("exits 2 for %s %s", async (option, text) => {
    expect(await tenor(["due", repaid, option, text])).toMatchObject({ status: 2, out: "" });
  });

  test("exits 1 for a day before the note", async () => {
    const ran = await tenor(["due", repaid, "--from", "2024-01-01"]);
    expect(ran).toMatchObject({ status: 1, out: "" });
    expect(ran.err).toContain("help: write a day from 2024-01-02");
  });
});

describe("readings", () => {
  test("lists a template's passages and views", async () => {
    const { status, out } = await tenor(["readings", loan]);
    expect(status).toBe(0);
    expect(out).toContain('[1] "roll"\n    a day that is not a business day,');
    expect(out).toContain('"next business day" (default), "same day"');
    const note = await tenor(["readings", "--json", "terms/juniper-2005.tenor"]);
    expect(schemaProblems("readings", note.out)).toBeNull();
    const { passages } = JSON.parse(note.out) as { readonly passages: readonly object[] };
    expect(passages[0]).toMatchObject({ reading: "exempt month", section: "preamble", default: "waived" });
  });

  // 31 March 2024 is a Sunday, so the next business day is Monday, 1 April.
  test("shows what a choice moves among what a scenario asks", async () => {
    const { status, out } = await tenor(["readings", repaid]);
    expect(status).toBe(0);
    expect(out).toMatch(
      /^1 passage, 1 moves something\. \[1\] "roll" read "same day" moves something:\nPayment Day goes from 2024-04-01 to 2024-03-31 on 2024-01-02\.\n\n\[1\] "roll" read "same day" instead of "next business day" \(the scenario reads it\n"same day"\)\n/,
    );
    expect(out).toMatch(/Payment Day on 2024-01-02 {2}2024-04-01 {2}2024-03-31 +-1 day\n/);
  });

  test("prints it as JSON, differences exact and with their unit", async () => {
    const { out } = await tenor(["readings", "--json", note]);
    expect(schemaProblems("readings", out)).toBeNull();
    const { readings } = JSON.parse(out) as {
      readonly readings: { readonly reading: string; readonly choice: string; readonly moved: readonly object[] }[];
    };
    const nearest = readings.find(({ reading, choice }) => reading === "fractional shares" && choice === "nearest");
    expect(nearest?.moved[0]).toEqual({
      value: "Conversion Shares",
      of: "first",
      default: "813521",
      chosen: "813522",
      difference: "1",
      unit: "shares",
    });
  });

  test("asks for other values at the end, and lists what moves nothing", async () => {
    const asked = await tenor(["readings", repaid, "--value", "Principal"]);
    expect(asked.out).toBe("1 passage, 0 move something.\n\n1 choice moves nothing that is asked; --all lists it.\n");
    const all = await tenor(["readings", repaid, "--value", "Principal", "--value", "Payments Left", "--all"]);
    expect(all.out).toContain("\n  moves nothing\n");
    expect(await tenor(["readings", repaid, "--value", "Principle"])).toMatchObject({ status: 1, out: "" });
  });
});

describe("schema", () => {
  test("prints a JSON Schema that a scenario fits", async () => {
    const { status, out } = await tenor(["schema", loan]);
    expect(status).toBe(0);
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictTypes: false, strictRequired: false });
    formats.default(ajv);
    const validate = ajv.compile(JSON.parse(out) as object);
    const story = { scenario: "s", note: "loan", terms: { "Loan Amount": "1000" }, events: [], ask: [] };
    expect(validate(story)).toBe(true);
    expect(validate({ ...story, terms: { "Loan Amount": 1000 } })).toBe(false);
  });

  test("reports what is wrong with a template", async () => {
    const ran = await tenor(["schema", `${data}/broken.tenor`]);
    expect(ran).toMatchObject({ status: 1, out: "" });
    expect(ran.err).toContain("Thrice");
  });
});

test("a failing question shows the way to what came", async () => {
  const { out } = await tenor(["test", "--quiet", `${data}/wrong.json`]);
  expect(out).toContain("    got       $750  ($50 too little)\n    since 2024-02-01 by Payment Made (1)\n");
});
