/** `tenor verify`: results made again. */
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { MadeFrom } from "../../src/cli/receipts/made-from.ts";
import { projectFolder, schemaProblems, spawnTenor, tenor } from "./tenor.ts";

// In milliseconds.
vi.setConfig({ testTimeout: 60_000 });

const example = "examples/juniper-first-eighteen-months";
const note = `${example}/scenario.json`;
const late = "test/data/acceptance/juniper-2005/17-delivery-late.json";
const hashOf = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tenor-verify-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A result as a file, perhaps edited. */
async function resultOf(args: readonly string[], edited: (text: string) => string = (text) => text): Promise<string> {
  const { out } = await tenor([...args, "--json"]);
  const path = join(mkdtempSync(join(folder, "result-")), "result.json");
  writeFileSync(path, edited(out));
  return path;
}

interface Verified {
  readonly agrees: boolean;
  readonly differs: readonly {
    readonly what: string;
    readonly name?: string;
    readonly at?: string;
    readonly was: unknown;
    readonly now: unknown;
  }[];
}

async function verified(path: string, ...options: readonly string[]): Promise<Verified> {
  const { status, out, err } = await tenor(["verify", path, "--json", ...options]);
  expect(err).toBe("");
  expect(schemaProblems("verify", out)).toBeNull();
  const report = JSON.parse(out) as Verified;
  expect(status).toBe(report.agrees ? 0 : 1);
  return report;
}

test.each([
  ["run", note],
  ["ask", note, "Conversion Shares", "--of", "first"],
  ["explain", note, "Conversion Price", "--on", "2006-05-10"],
  ["due", note, "--from", "2006-03-16", "--within", "6 weeks"],
  ["balances", note, "--every", "quarter", "--from", "2006-01-31", "--through", "2006-12-31"],
  [
    "compare",
    "terms/juniper-2005.tenor",
    "terms/secured-services-2006.tenor?Interest Rate=9%",
    "--story",
    "examples/compare-falling-stock/story.json",
  ],
  ["readings", late, "--value", "Late Delivery Payments", "--value", "Outstanding Principal", "--pairs", "3"],
  ["readings", "terms/juniper-2005.tenor"],
  ["run", "examples/cap-table/scenario.json"],
  ["values", note],
  ["values", "terms/juniper-2005.tenor"],
])("a result of %s agrees", async (...args) => {
  const path = await resultOf(args);
  const out = readFileSync(path, "utf8");
  expect(schemaProblems(args[0] ?? "", out)).toBeNull();
  expect(await verified(path)).toEqual({ format: "tenor/verify@1", agrees: true, differs: [] });
  expect((await tenor(["verify", path])).out).toMatch(/^agrees .*: every byte is the same\n$/);
});

test("a result with a changed row does not agree", async () => {
  const place = mkdtempSync(join(folder, "rows-"));
  cpSync("examples/cap-table", place, { recursive: true });
  const path = join(place, "result.json");
  writeFileSync(path, (await tenor(["run", join(place, "scenario.json"), "--json"])).out);
  const table = join(place, "cap-table.csv");
  writeFileSync(table, readFileSync(table, "utf8").replace("500000,\n", "500001,\n"));
  const { agrees, differs } = await verified(path);
  expect(agrees).toBe(false);
  expect(differs).toContainEqual(expect.objectContaining({ what: "rows" }));
});

/** A page as a file, in a folder with the files that it names. */
async function pageOf(args: readonly string[]): Promise<string> {
  const path = join(mkdtempSync(join(folder, "page-")), "page.html");
  expect((await tenor([...args, "--html", path])).err).not.toContain("error");
  return path;
}

const story = "examples/compare-falling-stock/story.json";

describe("a page", () => {
  test.each([
    ["run", note],
    ["explain", note, "Conversion Price", "--on", "2006-05-10"],
    ["readings", late, "--value", "Late Delivery Payments", "--pairs", "0"],
    ["compare", "terms/juniper-2005.tenor", "terms/secured-services-2006.tenor", "--story", story],
  ])("of %s agrees", async (...args) => {
    expect(await verified(await pageOf(args))).toEqual({ format: "tenor/verify@1", agrees: true, differs: [] });
  });

  test("that was edited does not", async () => {
    const path = await pageOf(["run", note]);
    const page = readFileSync(path, "utf8");
    expect(page).toContain("813,521");
    writeFileSync(path, page.replace("813,521", "813,522"));
    expect((await verified(path)).differs).toEqual([
      { what: "page", was: expect.any(Number), now: expect.any(Number) },
    ]);
    expect((await tenor(["verify", path])).out).toContain("it was edited, or another Tenor");
  });

  test("shows a contract's text that has to be the same", async () => {
    const place = mkdtempSync(join(folder, "text-"));
    cpSync(example, place, { recursive: true });
    const contract = join(place, "contract.txt");
    writeFileSync(contract, "1.1 Conversion\nThe Holder may convert.\n");
    const path = join(place, "page.html");
    await tenor(["run", note, "--html", path, "--text", contract]);
    expect((await verified(path)).agrees).toBe(true);
    writeFileSync(contract, "1.1 Conversion\nThe Holder can convert.\n");
    expect((await verified(path)).differs.map(({ what }) => what)).toContain("contract");
  });

  test("without what it was made from is refused, and one that names a file elsewhere reads nothing", async () => {
    const path = await pageOf(["run", note]);
    const page = readFileSync(path, "utf8");
    writeFileSync(path, page.replace(/<meta name="made-from"[^>]*>/, ""));
    expect((await tenor(["verify", path])).err).toContain("does not say what it was made from");
    writeFileSync(
      path,
      page.replace("&quot;asked&quot;:{", "&quot;asked&quot;:{&quot;text&quot;:&quot;/etc/passwd&quot;"),
    );
    expect((await tenor(["verify", path])).err).toContain("names /etc/passwd, which lies outside");
  });
});

describe("a workbook", () => {
  async function workbookOf(args: readonly string[]): Promise<string> {
    const path = join(mkdtempSync(join(folder, "workbook-")), "tables.xlsx");
    expect((await tenor([...args, "--xlsx", path])).err).not.toContain("error");
    return path;
  }

  test.each([
    ["run", note],
    ["readings", late, "--value", "Late Delivery Payments", "--pairs", "0"],
    ["compare", "terms/juniper-2005.tenor", "terms/secured-services-2006.tenor", "--story", story],
  ])("of %s agrees", async (...args) => {
    const path = await workbookOf(args);
    expect(await verified(path)).toEqual({ format: "tenor/verify@1", agrees: true, differs: [] });
    expect((await tenor(["verify", path])).out).toMatch(/^agrees .* \(xlsx, .*: every byte is the same\n$/);
  });

  /** The workbook with one of its parts edited. */
  function edited(path: string, part: string, from: string, to: string): void {
    const parts = unzipSync(readFileSync(path));
    const text = strFromU8(parts[part] ?? new Uint8Array());
    expect(text).toContain(from);
    writeFileSync(
      path,
      zipSync({ ...parts, [part]: strToU8(text.replace(from, to)) }, { mtime: "1980-01-02T00:00:00" }),
    );
  }

  test("in which a cell was edited does not", async () => {
    const path = await workbookOf(["run", note]);
    edited(path, "xl/sharedStrings.xml", "813,521", "813,522");
    expect((await verified(path)).differs).toEqual([
      { what: "workbook", was: expect.any(Number) as number, now: expect.any(Number) as number },
    ]);
    expect((await tenor(["verify", path])).out).toContain("the workbook is not: it was edited, or another");
  });

  test("made from other market data names the file, and its properties are plain", async () => {
    const path = await workbookOf(["run", note]);
    const hash = hashOf(`${example}/market.csv`);
    edited(
      path,
      "docProps/custom.xml",
      hash,
      hash.replace(/^./, (digit) => (digit === "0" ? "1" : "0")),
    );
    expect((await verified(path)).differs).toMatchObject([{ what: "market", name: "market.csv", now: hash }]);
  });

  test("without what it was made from, and any other archive, is refused", async () => {
    const path = await workbookOf(["run", note]);
    edited(path, "docProps/custom.xml", "made from", "other");
    edited(path, "docProps/custom.xml", "vt:lpwstr", "vt:other");
    expect((await tenor(["verify", path])).err).toContain("(xlsx) does not say what it was made from");
    writeFileSync(path, "PK\u0003\u0004 and no archive");
    expect(await tenor(["verify", path])).toMatchObject({ status: 1, out: "" });
  });
});

test("of a comparison, the input of one subject that has changed", async () => {
  const place = mkdtempSync(join(folder, "drafts-"));
  for (const name of ["old", "new"]) cpSync("terms/juniper-2005.tenor", join(place, `${name}.tenor`));
  cpSync("terms/juniper-2005.binding.json", join(place, "new.binding.json"));
  cpSync("terms/juniper-2005.binding.json", join(place, "old.binding.json"));
  cpSync("terms/library", join(place, "library"), { recursive: true });
  const subjects = ["old", "new"].map((name) => join(place, `${name}.tenor`));
  const { out, err } = await tenor(["compare", ...subjects, "--story", story, "--json"]);
  expect(err).not.toContain("error");
  const path = join(place, "result.json");
  writeFileSync(path, out);
  expect((await verified(path)).differs).toEqual([]);
  const binding = readFileSync(join(place, "new.binding.json"), "utf8");
  writeFileSync(join(place, "new.binding.json"), `${binding}\n`);
  expect((await verified(path)).differs).toMatchObject([{ what: "binding", name: "new.binding.json" }]);
});

test("a result has the hashes of the files that it was made from", async () => {
  const { madeFrom } = JSON.parse(readFileSync(await resultOf(["run", note]), "utf8")) as { madeFrom: MadeFrom };
  expect(madeFrom).toMatchObject({
    command: "run",
    asked: {},
    scenario: { file: note, sha256: hashOf(note) },
    template: { file: "juniper-2005", sha256: hashOf("terms/juniper-2005.tenor") },
    market: { file: "market.csv", sha256: hashOf(`${example}/market.csv`) },
    calendar: { file: "us-bank" },
    language: 1,
    tenor: (JSON.parse(readFileSync("package.json", "utf8")) as { version: string }).version,
  });
  expect(madeFrom.clauses).toContainEqual({
    file: "split-adjustment.tenor",
    sha256: hashOf("terms/library/split-adjustment.tenor"),
  });
  expect(madeFrom.readings["trading price"]).toBe("low");
  expect(JSON.stringify(madeFrom)).not.toContain(projectFolder);
});

test("the same inputs give the same bytes from another folder", () => {
  cpSync(example, join(folder, "elsewhere"), { recursive: true });
  const here = spawnTenor(["run", "scenario.json", "--json"], { folder: join(projectFolder, example) });
  const there = spawnTenor(["run", "scenario.json", "--json"], { folder: join(folder, "elsewhere") });
  expect(here.status).toBe(0);
  expect(there.out).toBe(here.out);
});

describe("what differs is named:", () => {
  test("an answer that was edited", async () => {
    const path = await resultOf(["run", note], (text) => text.replace('"answer": "813521"', '"answer": "813522"'));
    const { differs } = await verified(path);
    expect(differs).toEqual([
      { what: "result", name: "Conversion Shares of first", at: "/answers/3/answer", was: "813522", now: "813521" },
    ]);
    expect((await tenor(["verify", path])).out).toContain("the result was edited, or another Tenor made it.\n");
  });

  test("an answer that was left out", async () => {
    const path = await resultOf(["ask", note, "Conversion Shares", "--of", "first"], (text) =>
      text.replace(/\n {2}"unit": .*/, ""),
    );
    expect((await verified(path)).differs).toMatchObject([{ what: "result", at: "/unit", was: null, now: "shares" }]);
  });

  test("other blanks", async () => {
    const path = await resultOf(["ask", note, "Conversion Shares", "--of", "first"], (text) =>
      JSON.stringify(JSON.parse(text)),
    );
    expect((await verified(path)).differs).toMatchObject([{ what: "bytes" }]);
  });

  /** A copy of the example, with something in one file put in the place of something else. */
  async function copied(file: string, from: string, to: string): Promise<string> {
    const copy = mkdtempSync(join(folder, "copy-"));
    cpSync(example, copy, { recursive: true });
    mkdirSync(join(copy, "terms"));
    cpSync("terms/juniper-2005.tenor", join(copy, "terms/juniper-2005.tenor"));
    cpSync("terms/library", join(copy, "terms/library"), { recursive: true });
    const text = readFileSync(join(copy, file), "utf8");
    expect(text).toContain(from);
    writeFileSync(join(copy, file), text.replace(from, to));
    return join(copy, "scenario.json");
  }

  // A low of a day of the first window: 50% of the average of three lows, of which it is one.
  test("market data, with the answers that it moves", async () => {
    const path = await resultOf(["run", note]);
    const { differs } = await verified(path, "--scenario", await copied("market.csv", "0.0434", "0.0435"));
    expect(differs[0]).toEqual({
      what: "market",
      name: "market.csv",
      was: hashOf(`${example}/market.csv`),
      now: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    // $36,500 / 2 = $18,250 at 50% of (0.0434 + 0.0455 + 0.0457) / 3 are 813,521 shares; of 0.0435 instead, 812,917.
    expect(differs).toContainEqual({
      what: "result",
      name: "Conversion Shares of first",
      at: "/answers/3/answer",
      was: "813521",
      now: "812917",
    });
  });

  test.each([
    ["terms/juniper-2005.tenor", "language: 1", "language: 1 -- as it is now", "template", "juniper-2005"],
    ["terms/library/split-adjustment.tenor", "clause ", "-- as it is now\nclause ", "clause", "split-adjustment.tenor"],
    ["scenario.json", '"title": "', '"title": "Now: ', "scenario", undefined],
  ])("%s, though it moves no answer", async (file, from, to, what, name) => {
    const path = await resultOf(["ask", note, "Conversion Shares", "--of", "first"]);
    const { differs } = await verified(path, "--scenario", await copied(file, from, to));
    expect(differs).toHaveLength(1);
    expect(differs[0]).toMatchObject({ what, ...(name !== undefined && { name }) });
  });

  test("another version of Tenor, another calendar, other readings and limits", async () => {
    const path = await resultOf(["ask", note, "Conversion Shares", "--of", "first"], (text) =>
      text
        .replace(/"tenor": ".*"/, '"tenor": "0.0.1"')
        .replace('"trading price": "low"', '"trading price": "vwap"')
        .replace('"language": 1', '"limits": {"steps": 5},\n    "language": 1')
        .replace('"file": "us-bank"', '"file": "nyse"'),
    );
    const { differs } = await verified(path);
    // The name of the calendar alone says nothing; its holidays do.
    expect(differs.map(({ what }) => what)).toEqual(["readings", "tenor", "limits"]);
  });
});

describe("refuses", () => {
  test.each([
    ["what is no JSON", "no result", "is not a JSON object"],
    ["a result without its inputs", '{"format": "tenor/run@1", "answers": []}', "does not say what it was made from"],
    ["another object", '{"a": 1}', 'has no "format"'],
    [
      "a command that makes no results",
      '{"format": "tenor/x@1", "madeFrom": {"command": "toString", "asked": {}, "scenario": {"file": "scenario.json"}}}',
      "makes no results that can be verified",
    ],
    [
      "a scenario that is not there",
      '{"format": "tenor/x@1", "madeFrom": {"command": "run", "asked": {}, "scenario": {"file": "none.json"}}}',
      "there is no such scenario here",
    ],
    [
      "a scenario outside",
      '{"format": "tenor/x@1", "madeFrom": {"command": "run", "asked": {}, "scenario": {"file": "/etc/passwd"}}}',
      "lies outside its folder",
    ],
    [
      "standard input",
      '{"format": "tenor/x@1", "madeFrom": {"command": "run", "asked": {}, "scenario": {"file": "-"}}}',
      "made from standard input",
    ],
  ])("%s", async (_, text, message) => {
    const place = mkdtempSync(join(folder, "refused-"));
    cpSync(example, place, { recursive: true });
    const path = join(place, "result.json");
    writeFileSync(path, text);
    const ran = await tenor(["verify", path]);
    expect(ran).toMatchObject({ status: 1, out: "" });
    expect(ran.err).toContain(message);
    expect(ran.err).toContain("help: ");
  });

  test("whatever else stands in the place of a part, without a mistake of its own", async () => {
    const path = await resultOf(["ask", "test/data/cli/repaid.json", "Principal", "--on", "2024-02-29"]);
    const result = JSON.parse(readFileSync(path, "utf8")) as { readonly madeFrom: Readonly<Record<string, unknown>> };
    for (const key of Object.keys(result.madeFrom)) {
      for (const odd of [null, 7, "", "run", [], [1, {}], {}, { file: 3 }, { value: ["a", 2], on: {} }]) {
        writeFileSync(path, JSON.stringify({ ...result, madeFrom: { ...result.madeFrom, [key]: odd } }));
        const { status, out, err } = await tenor(["verify", path]);
        expect({ key, odd, status, says: out + err !== "" }).toEqual({ key, odd, status: 1, says: true });
      }
    }
  });

  test("a question that the template does not have, and one that is no question", async () => {
    const other = await resultOf(["ask", note, "Conversion Shares", "--of", "first"], (text) =>
      text.replace('"value": "Conversion Shares",\n      "of"', '"value": "Nothing",\n      "of"'),
    );
    const asked = await tenor(["verify", other]);
    expect(asked).toMatchObject({ status: 1, out: "" });
    expect(asked.err).toMatch(/can't be run again: .*Nothing/);
    const edited = (text: string) => text.replace('"within": "30 days"', '"within": "a while"');
    const ran = await tenor(["verify", await resultOf(["due", note], edited)]);
    expect(ran).toMatchObject({ status: 1, out: "" });
    expect(ran.err).toContain("can't be run again: --within");
  });
});

describe("simulations", () => {
  const template = "terms/discount-to-average.tenor";
  const subject = `${template}?Principal=500000&Issue Date=2026-01-05&Maturity Date=2026-07-06`;
  const plan = ["--plan", "a tranche every ten trading days", "--through", "2026-07-10"];
  const asked = ["--model", "gbm?volatility=80%&price=1&volume=400000", "--paths", "60", "--threads", "1"];

  test.each([
    ["of a template with terms, checked", [subject, ...plan, ...asked, "--check", "2"]],
    ["with variants", [subject, ...plan, ...asked, "--sweep", "Principal=400000,500000", "--best", "holder"]],
    ["of a template by its name", [subject.replace(/^terms.|.tenor/g, ""), ...plan, ...asked, "--seed", "7"]],
    ["of a scenario", [note, "--model", "gbm?volatility=90%&price=0.055", "--paths", "2", "--exact", "--threads", "1"]],
  ])("a result %s is made again to the byte", async (_name, args) => {
    const path = await resultOf(["simulate", ...args]);
    expect(await verified(path)).toMatchObject({ agrees: true, differs: [] });
  });

  test("a market file has the name that the scenario writes, not its path", async () => {
    const asked = ["--model", "gbm?volatility=90%&price=0.055", "--paths", "2", "--threads", "1"];
    const path = await resultOf(["simulate", "examples/juniper-first-eighteen-months/scenario.json", ...asked]);
    const { madeFrom } = JSON.parse(readFileSync(path, "utf8")) as { madeFrom: { market: { file: string } } };
    expect(madeFrom.market.file).toBe("market.csv");
  });

  test("an edited figure and an edited seed are seen", async () => {
    const args = ["simulate", subject, ...plan, ...asked];
    const edited = await resultOf(args, (text) => text.replace(/"paths": 60/, '"paths": 61'));
    expect((await verified(edited)).differs).toMatchObject([{ what: "result", at: "/paths", was: 61, now: 60 }]);
    const other = await resultOf(args, (text) => text.replaceAll('"seed": "1"', '"seed": "2"'));
    expect((await verified(other)).differs.length).toBeGreaterThan(1);
  });

  test("another template is named, and a file out of reach is not read", async () => {
    const args = ["simulate", subject, ...plan, ...asked];
    const changed = await resultOf(args, (text) => text.replace(hashOf(template), "0".repeat(64)));
    expect((await verified(changed)).differs).toMatchObject([{ what: "template", now: hashOf(template) }]);
    const away = await resultOf(args, (text) => text.replaceAll('"model": "gbm?', '"model": "gbm?file=/etc/hostname&'));
    const { status, err } = await tenor(["verify", away]);
    expect([status, err]).toEqual([1, expect.stringContaining("outside")]);
  });
});
