/** `tenor simulate`: a note over price paths. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { readParquet } from "../../src/parquet/parquet.ts";
import { schemaProblems, tenor } from "./tenor.ts";

vi.setConfig({ testTimeout: 60_000 });

const options = "test/data/simulation/options.tenor?First Day=2026-01-05&Expiry=2026-03-02&Strike=100&Barrier=90";
const model = "gbm?volatility=30%&price=100";
const note = "examples/juniper-first-eighteen-months/scenario.json";

interface Printed {
  readonly paths: number;
  readonly receipt: string;
  readonly engines: { readonly compiled: number; readonly exact: number };
  readonly notCompiled: readonly { readonly section: string; readonly what: string }[];
  readonly check?: {
    readonly paths: number;
    readonly compared: number;
    readonly sharesEqual: number;
    readonly money: { readonly difference: string } | null;
  };
  readonly metrics: readonly {
    readonly metric: string;
    readonly mean: string | null;
    readonly without: object | null;
  }[];
  readonly defaults: readonly { readonly section: string; readonly share: string }[];
  readonly caps: readonly { readonly section: string }[];
  readonly variants: readonly {
    readonly changes: Readonly<Record<string, string>>;
    readonly metrics: Printed["metrics"];
    readonly differences: Printed["metrics"];
  }[];
}

async function simulated(...args: readonly string[]): Promise<Printed> {
  const { status, out, err } = await tenor(["simulate", ...args, "--json"]);
  expect(schemaProblems("simulate", out)).toBeNull();
  const printed = JSON.parse(out) as Printed;
  // What can't be compiled is said before anything runs, and nothing else.
  const lines = printed.notCompiled.map(({ section, what }) => `  ${section === "" ? "" : `${section}: `}${what}\n`);
  const said = lines.length === 0 ? "" : `not compiled, so these paths run in the exact engine:\n${lines.join("")}`;
  expect({ status, err }).toEqual({ status: 0, err: said });
  return printed;
}

describe("simulate", () => {
  test("shows distributions in a table that fits, and says what has no figure", async () => {
    const { status, out, err } = await tenor([
      "simulate",
      options,
      "--model",
      model,
      "--paths",
      "50",
      "--value",
      "Payoff",
    ]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(out).toMatch(/^50 paths of gbm\?volatility=30%&price=100, seed 1, from 2026-01-05 through$/m);
    expect(out).toMatch(/^ {2}Payoff +\$[\d.]+ +\$[\d.]+ +\$0 /m);
    expect(out).toContain("no dilution: the template marks no value as `shares to the holder`");
  });

  test("prints them as JSON by the published schema, the same for the same seed", async () => {
    const [once, again, other] = [
      await simulated(options, "--model", model, "--paths", "20", "--value", "Payoff", "--value", "Knocked Out"),
      await simulated(options, "--model", model, "--paths", "20", "--value", "Payoff", "--value", "Knocked Out"),
      await simulated(
        options,
        "--model",
        model,
        "--paths",
        "20",
        "--value",
        "Payoff",
        "--value",
        "Knocked Out",
        "--seed",
        "2",
      ),
    ];
    expect(again).toEqual(once);
    expect(other.receipt).not.toBe(once.receipt);
    expect(other.metrics.at(-2)?.mean).not.toBe(once.metrics.at(-2)?.mean);
    expect(once.metrics[0]).toMatchObject({ metric: "cash paid to the holder", mean: null, without: { paths: 20 } });
  });

  test("a note with its events has defaults and limits by clause", async () => {
    const { defaults, caps, metrics } = await simulated(
      note,
      "--model",
      "gbm?volatility=90%&price=0.055",
      "--paths",
      "4",
    );
    // The registration is late in the story, whatever the price does.
    expect(defaults).toContainEqual(expect.objectContaining({ section: "3.3", share: "1" }));
    expect(caps.map(({ section }) => section)).toEqual(["1.1"]);
    expect(metrics.find(({ metric }) => metric === "dilution")?.mean).toMatch(/^0\.0\d+$/);
  });

  test("a variant runs on the same paths, and its differences are path by path", async () => {
    const { variants } = await simulated(
      options,
      "--model",
      model,
      "--paths",
      "20",
      "--value",
      "Payoff",
      "--compare",
      "Strike=0",
      "--compare",
      "volatility=0%",
    );
    expect(variants.map(({ changes }) => changes)).toEqual([{ Strike: "0" }, { volatility: "0%" }]);
    // Without a strike the payoff is the price; on a path that does not move, it is what the price exceeds the strike by: nothing.
    expect(variants[1]?.metrics.at(-1)).toMatchObject({ mean: "0", standardError: "0" });
    expect(Number(variants[0]?.differences.at(-1)?.mean)).toBeGreaterThan(80);
  });

  test("a sweep runs each pair of values, and readings each other choice", async () => {
    const swept = await simulated(
      options,
      "--model",
      model,
      "--paths",
      "4",
      "--sweep",
      "volatility=10%,20%",
      "--sweep",
      "Strike=90,110",
    );
    expect(swept.variants.map(({ changes }) => changes)).toEqual([
      { volatility: "10%", Strike: "90" },
      { volatility: "10%", Strike: "110" },
      { volatility: "20%", Strike: "90" },
      { volatility: "20%", Strike: "110" },
    ]);
    const read = await simulated(note, "--model", "gbm?volatility=90%&price=0.055", "--paths", "2", "--readings");
    const choices = readFileSync("terms/juniper-2005.tenor", "utf8").match(/^ {2}choices: .*$/gm) ?? [];
    const others = choices.map((line) => line.split('", "').length - 1).reduce((sum, count) => sum + count);
    expect(read.variants).toHaveLength(others);
  });

  test("a plan gives the events of each path, and its parameters can be swept", async () => {
    const note = "test/data/simulation/tranche-note.tenor?Issue Date=2026-01-05&Maturity Date=2026-03-02";
    const asked = ["--plan", "tranches", "--model", "gbm?volatility=0%&price=1&volume=1000000", "--paths", "2"];
    const { metrics, variants } = await simulated(note, ...asked, "--sweep", "Tranche=9000,18000");
    // Every ten of the 39 trading days: four tranches of $50,000 are converted, and the rest of the million is repaid.
    expect(metrics[0]).toMatchObject({ metric: "cash paid to the holder", mean: "800000" });
    expect(variants.map((it) => it.metrics[0]?.mean)).toEqual(["964000", "928000"]);
    const wrong = await tenor(["simulate", note, "--plan", "none", "--model", "gbm?volatility=0%&price=1"]);
    expect(wrong.err).toContain('its plans are "tranches", "tranches without impact"');
  });

  describe("compiled", () => {
    const tranches = "test/data/simulation/tranche-note.tenor?Issue Date=2026-01-05&Maturity Date=2026-03-02";
    const plan = ["--plan", "tranches", "--model", "gbm?volatility=70%&price=1&volume=1000000"];

    test("says how many paths ran in which engine, and how far both agree", async () => {
      const { engines, check, notCompiled } = await simulated(tranches, ...plan, "--paths", "40", "--check", "10");
      expect({ engines, notCompiled }).toEqual({ engines: { compiled: 40, exact: 0 }, notCompiled: [] });
      expect(check).toMatchObject({ paths: 10, compared: 10, sharesEqual: 10 });
      expect(Number(check?.money?.difference)).toBeLessThan(1);
      const { out } = await tenor(["simulate", tranches, ...plan, "--paths", "40", "--check", "10"]);
      expect(out.replaceAll(/\s+/g, " ")).toContain("through 2026-03-02; all compiled");
      expect(out.replaceAll(/\s+/g, " ")).toContain("Check: 10 paths in both engines: shares equal on 10");
    });

    test("--exact runs all paths in the exact engine, with the same figures", async () => {
      const [fast, exact] = [
        await simulated(tranches, ...plan, "--paths", "20"),
        await simulated(tranches, ...plan, "--paths", "20", "--exact"),
      ];
      expect(exact.engines).toEqual({ compiled: 0, exact: 20 });
      expect(exact.metrics).toEqual(fast.metrics);
      expect(exact.receipt).not.toBe(fast.receipt);
    });

    test("what can't be compiled is named with its section before anything runs", async () => {
      const { notCompiled, engines } = await simulated(
        note,
        "--model",
        "gbm?volatility=90%&price=0.055",
        "--paths",
        "2",
      );
      expect(engines).toEqual({ compiled: 0, exact: 2 });
      expect(notCompiled.length).toBeGreaterThan(0);
    });

    test("the same bytes on one thread and on two", async () => {
      const args = ["simulate", tranches, ...plan, "--json", "--paths", "9000", "--check", "6", "--threads"];
      const [one, two] = [await tenor([...args, "1"]), await tenor([...args, "2"])];
      expect(one).toMatchObject({ status: 0, err: "" });
      expect(two).toEqual(one);
    });

    test("the files whose rows are events go with the scenario to each thread", async () => {
      const folder = mkdtempSync(join(tmpdir(), "tenor-rows-"));
      const template = `${readFileSync("test/data/simulation/options.tenor", "utf8")}
section 9 "Shares listed"
event Grant Listed
  Shares: shares
Shares Listed means the sum of its Shares over Grant Listed events
`;
      writeFileSync(join(folder, "options.tenor"), template);
      writeFileSync(join(folder, "grants.csv"), "Shares\n100\n250\n");
      const scenario = {
        note: "options.tenor",
        terms: { "First Day": "2026-01-05", Expiry: "2026-03-02", Strike: "100", Barrier: "90" },
        rows: [{ file: "grants.csv", event: "Grant Listed", on: "2026-01-05" }],
        events: [],
        ask: [],
      };
      const path = join(folder, "scenario.json");
      writeFileSync(path, JSON.stringify(scenario));
      const args = [path, "--paths", "4", "--value", "Shares Listed", "--model", model, "--threads", "2"];
      const { metrics } = await simulated(...args);
      rmSync(folder, { recursive: true });
      // 100 + 250 on each path.
      expect(metrics.find(({ metric }) => metric.startsWith("Shares Listed"))?.mean).toBe("350");
    });

    test("a Parquet file has the rows of the CSV", async () => {
      const folder = mkdtempSync(join(tmpdir(), "tenor-parquet-"));
      const [file, args] = [join(folder, "out.parquet"), ["simulate", tranches, ...plan, "--paths", "20"]];
      const { out } = await tenor([...args, "--csv"]);
      expect(await tenor([...args, "--parquet", file])).toMatchObject({ status: 0, err: "" });
      const read = await readParquet(new Uint8Array(readFileSync(file)));
      rmSync(folder, { recursive: true });
      const lines = out.trimEnd().split("\n");
      if ("problem" in read) throw new Error(read.problem);
      expect(read.columns.join(",")).toBe(lines[0]);
      expect(read.rows.map((row) => row.slice(0, 5).join(","))).toEqual(
        lines.slice(1).map((line) => line.split(",").slice(0, 5).join(",")),
      );
    });
  });

  test("splits that no plan reports are refused", async () => {
    const { status, err } = await tenor(["simulate", note, "--model", "gbm?volatility=90%&price=0.055&split below=1"]);
    expect(status).toBe(1);
    expect(err).toContain("error[TN5529]");
  });

  test("one path is a timeline, as a run has it", async () => {
    const { status, out } = await tenor(["simulate", note, "--model", "gbm?volatility=90%&price=0.055", "--path", "3"]);
    expect(status).toBe(0);
    expect(out).toMatch(/Notice of Conversion/);
    const again = await tenor(["simulate", note, "--model", "gbm?volatility=90%&price=0.055", "--path", "3"]);
    const other = await tenor(["simulate", note, "--model", "gbm?volatility=90%&price=0.055", "--path", "4"]);
    expect([again.out === out, other.out === out]).toEqual([true, false]);
    const json = await tenor(["simulate", options, "--model", model, "--path", "3", "--json"]);
    expect(schemaProblems("run", json.out)).toBeNull();
  });

  test("a limit that is reached is a message, for all paths and for one", async () => {
    const args = ["simulate", options, "--model", model, "--paths", "5", "--exact", "--limit", "steps=20"];
    for (const more of [[], ["--path", "1"]]) {
      const { status, err } = await tenor([...args, ...more]);
      expect({ status, err }).toMatchObject({ status: 1, err: expect.stringContaining("error[TN6002]") });
    }
  });

  test.each([
    ["no model", [], 2, "name the model of the paths"],
    ["a model that there is not", ["--model", "garch?volatility=1"], 1, "error[TN5520]"],
    ["no number of paths", ["--model", model, "--paths", "many"], 2, "--paths many is not a number of paths"],
    ["no seed", ["--model", model, "--seed", "x"], 2, "--seed x is not a seed"],
    ["a value that there is not", ["--model", model, "--value", "Payof"], 1, "Payof"],
    ["a change of nothing", ["--model", model, "--compare", "Strike"], 2, "--compare Strike changes nothing"],
    ["a change of what there is not", ["--model", model, "--compare", "Strik=3"], 1, "Strik"],
    [
      "a page of the best cell",
      ["--model", model, "--sweep", "Strike=1,2", "--best", "holder", "--html", "x.html"],
      2,
      "--best is not shown on a page",
    ],
    ["a page and JSON", ["--model", model, "--html", "x.html", "--json"], 2, "--html and --json are two outputs"],
    [
      "one path of a sweep",
      ["--model", model, "--path", "1", "--sweep", "Strike=1,2"],
      2,
      "--sweep looks at all paths",
    ],
    ["no number of checks", ["--model", model, "--check", "all"], 2, "--check all is not a number of paths"],
    ["a check of nothing compiled", ["--model", model, "--check", "5", "--exact"], 2, "--exact runs none"],
    ["Parquet and CSV", ["--model", model, "--parquet", "x.parquet", "--csv"], 2, "--parquet and --csv are two"],
    ["a side that there is not", ["--model", model, "--best", "me", "--sweep", "Strike=1,2"], 2, "--best me is nobody"],
  ] as const)("%s is refused with a way out", async (_name, args, status, words) => {
    const ran = await tenor(["simulate", options, ...args]);
    expect(ran.status).toBe(status);
    expect(ran.err).toContain(words);
  });
});
