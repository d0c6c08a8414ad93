/** Results that were altered: `tenor verify` reads no file outside, and sees all that was changed. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { isObject } from "../../src/cli/receipts/read-result.ts";
import { tenor } from "./tenor.ts";

// In milliseconds.
vi.setConfig({ testTimeout: 60_000 });

/** A folder with a note, a result and prices, and another beside it, of which a result must say nothing. */
let [folder, outside] = ["", ""];
beforeAll(() => {
  const place = mkdtempSync(join(tmpdir(), "tenor-altered-"));
  [folder, outside] = [join(place, "own"), join(place, "secret")];
  for (const it of [folder, outside]) {
    mkdirSync(it);
    for (const name of ["tranche-note.tenor", "tranche-note.plans.tenor"]) {
      cpSync(`test/data/simulation/${name}`, join(it, name));
    }
    cpSync("examples/discount-to-average/market.csv", join(it, "prices.csv"));
  }
  writeFileSync(join(outside, "words.csv"), "the secret words\n");
  writeFileSync(join(outside, "words.tenor"), "the secret words\n");
  writeFileSync(join(outside, "words.json"), '{ "the secret words": 1 }\n');
});
afterAll(() => rmSync(join(folder, ".."), { recursive: true, force: true }));

/** A result in the folder, of which some inputs are others than they were. */
async function altered(args: readonly string[], change: (madeFrom: Record<string, unknown>) => object) {
  const { out, err } = await tenor([...args, "--json"]);
  expect(err).toBe("");
  const result: unknown = JSON.parse(out);
  if (!isObject(result) || !isObject(result.madeFrom)) throw new Error("it is a result");
  const path = join(folder, "result.json");
  const madeFrom = { ...result.madeFrom, ...change(result.madeFrom) };
  writeFileSync(path, `${JSON.stringify({ ...result, madeFrom }, null, 2)}\n`);
  return path;
}

const same = () => ({});

describe("a simulation", () => {
  const terms = "?Issue Date=2026-01-05&Maturity Date=2026-03-04";
  const simulate = (prices = join(folder, "prices.csv")) => [
    ...["simulate", `${join(folder, "tranche-note.tenor")}${terms}`, "--plan", "tranches"],
    ...["--model", `bootstrap?file=${prices}`, "--paths", "2", "--seed", "1", "--threads", "1"],
  ];
  const asked = (other: object) => (madeFrom: Record<string, unknown>) => ({
    asked: { ...(isObject(madeFrom.asked) ? madeFrom.asked : {}), ...other },
  });

  test("whose files lie beside it agrees, be the template named or not", async () => {
    const path = await altered(simulate(), same);
    expect((await tenor(["verify", path])).out).toMatch(/^agrees/);
    expect((await tenor(["verify", path, "--scenario", join(folder, "tranche-note.tenor")])).out).toMatch(/^agrees/);
  });

  test.each<readonly [string, () => object, string]>([
    ["a file of prices", () => ({ model: `bootstrap?file=${join(outside, "words.csv")}` }), "lies outside"],
    [
      "a second file of prices",
      () => ({ model: `bootstrap?file=${join(folder, "prices.csv")}&file=${join(outside, "words.csv")}` }),
      "`file` is given twice",
    ],
    ["a file of plans", () => ({ plan: `${join(outside, "words.tenor")}#tranches` }), "lies outside"],
    [
      "prices behind a question mark",
      () => ({ model: `bootstrap?file=${folder}/a?/../../secret/words.csv` }),
      "lies outside",
    ],
    ["a binding", () => ({ binding: join(outside, "words.json") }), "lies outside"],
    ["a scenario behind its template", () => ({ choices: "?a=/../../secret/words.json" }), "no deal terms"],
    ["a folder behind its template", () => ({ choices: "/../../secret/words" }), "no deal terms"],
  ])("that names %s outside says nothing of it, be the template named or not", async (_, other, message) => {
    const path = await altered(simulate(), (madeFrom) => asked(other())(madeFrom));
    for (const options of [[], ["--scenario", join(folder, "tranche-note.tenor")]]) {
      const { status, out, err } = await tenor(["verify", path, ...options]);
      expect({ status, out }).toEqual({ status: 1, out: "" });
      expect(err).toContain(message);
      expect(err).not.toContain("the secret");
    }
  });

  test.each(["words", "tranche-note"])("of the template %s outside, without its ending, is not read", async (name) => {
    const path = await altered(simulate(), () => ({ template: { file: join(outside, name), sha256: "0" } }));
    const { status, out, err } = await tenor(["verify", path]);
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err).not.toContain("the secret");
    expect(err).toContain("name the scenario with --scenario");
  });

  test("with a list in the place of a text reads no file for it", async () => {
    const path = await altered(simulate(), asked({ plan: [join(outside, "words.tenor")] }));
    const { status, out, err } = await tenor(["verify", path]);
    expect(status).toBe(1);
    expect(out + err).not.toContain("the secret");
  });

  test.each<readonly [string, object, object]>([
    ["asked", { note: "of a million paths" }, { at: "/madeFrom/asked/note", was: "of a million paths", now: null }],
    ["asked", { exact: true }, { at: "/madeFrom/asked/exact", was: true, now: null }],
    ["template", { note: "audited" }, { at: "/madeFrom/template/note", was: "audited", now: null }],
  ])("does not agree with another %s: %o", async (part, more, place) => {
    const path = await altered(simulate(), (madeFrom) => ({
      [part]: { ...(isObject(madeFrom[part]) ? madeFrom[part] : {}), ...more },
    }));
    const { status, out } = await tenor(["verify", path, "--json"]);
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ agrees: false, differs: [{ what: "result", ...place }] });
  });
});

describe("a run", () => {
  const example = "examples/term-loan";
  /** The example where the result lies, of which nothing but its place is another. */
  const elsewhere = () => {
    const copy = mkdtempSync(join(folder, "copy-"));
    cpSync(`${example}/scenario.json`, join(copy, "other.json"));
    mkdirSync(join(copy, "terms"));
    cpSync("terms/term-loan.tenor", join(copy, "terms/term-loan.tenor"));
    cpSync("terms/library", join(copy, "terms/library"), { recursive: true });
    return join(copy, "other.json");
  };

  test("agrees where its scenario lies elsewhere, under another name", async () => {
    const path = await altered(["run", `${example}/scenario.json`], same);
    const { out } = await tenor(["verify", path, "--scenario", elsewhere()]);
    expect(out).toMatch(/^agrees/);
  });

  test("does not agree with another question or another part of its scenario", async () => {
    const path = await altered(["run", `${example}/scenario.json`], ({ scenario }) => ({
      asked: { on: "2024-01-01" },
      scenario: { ...(isObject(scenario) ? scenario : {}), audited: "yes" },
    }));
    for (const options of [[], ["--scenario", elsewhere()]]) {
      const { status, out } = await tenor(["verify", path, "--json", ...options]);
      expect(status).toBe(1);
      expect(JSON.parse(out)).toMatchObject({
        differs: [{ at: "/madeFrom/asked/on" }, { at: "/madeFrom/scenario/audited" }],
      });
    }
  });

  test("of a plan in a file of its own agrees beside that file, and with no plan that it did not have", async () => {
    const plans = join(folder, "own.tenor");
    cpSync("terms/discount-to-average.plans.tenor", plans);
    const scenario = "examples/discount-to-average/scenario.json";
    const [, name = ""] = /^plan "(.*?)"/m.exec(readFileSync(plans, "utf8")) ?? [];
    const path = await altered(["run", scenario, "--plan", `${plans}#${name}`], same);
    expect((await tenor(["verify", path])).out).toMatch(/^agrees/);
    const more = await altered(["run", scenario], () => ({ asked: { plan: `${basename(plans)}#${name}` } }));
    expect(await tenor(["verify", more])).toMatchObject({ status: 1, out: "" });
  });
});

test("a comparison agrees where its story lies elsewhere, and not with subjects outside or another question", async () => {
  const story = join(folder, "falling.json");
  cpSync("examples/compare-falling-stock/story.json", story);
  cpSync("examples/compare-falling-stock/market.csv", join(folder, "market.csv"));
  const subjects = ["terms/juniper-2005.tenor", "terms/secured-services-2006.tenor"];
  const args = ["compare", ...subjects, "--story", "examples/compare-falling-stock/story.json"];
  const path = await altered(args, same);
  expect((await tenor(["verify", path, "--scenario", story])).out).toMatch(/^agrees/);
  for (const away of [`${outside}/words.json`, `${folder}/a?b=/../../secret/words.json`]) {
    const read = await altered(args, ({ asked }) => ({
      asked: { ...(isObject(asked) ? asked : {}), subjects: [subjects[0], away] },
    }));
    const { status, out, err } = await tenor(["verify", read, "--scenario", story]);
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err).toContain("lies outside");
  }
  const other = await altered(args, ({ asked }) => ({ asked: { ...(isObject(asked) ? asked : {}), note: "audited" } }));
  expect((await tenor(["verify", other, "--scenario", story])).out).toContain("/madeFrom/asked/note");
});
