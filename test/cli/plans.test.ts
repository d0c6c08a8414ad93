/** `tenor run SCENARIO --plan P`: what came of a plan, and the scenario that it made. */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tenor } from "./tenor.ts";

const example = "examples/discount-to-average/scenario.json";
const plan = "a tranche every ten trading days";

test("the plan stands above the run that it makes", async () => {
  const { status, out } = await tenor(["run", example, "--plan", plan]);
  expect(status).toBe(0);
  expect(out).toMatch(
    /^Plan "a tranche every ten trading days"\n {2}5 events given, 555,552 shares sold on 8 days for 111,110\.4\n/,
  );
  expect(out).toContain("Repayment plan 5  Amount $10,000");
});

test("as JSON, with each event and each sale", async () => {
  const { out } = await tenor(["run", example, "--plan", plan, "--json"]);
  const { plan: came } = JSON.parse(out) as {
    readonly plan: { readonly given: unknown[]; readonly sales: unknown[]; readonly totals: unknown };
  };
  expect(came.given[0]).toEqual({
    on: "2006-01-03",
    event: "Conversion Notice",
    id: "plan 1",
    rule: "every Tranche Interval trading days from and including First Tranche Date",
    outcome: "took effect",
  });
  expect(came.sales).toHaveLength(8);
  expect(came.totals).toEqual({ given: 5, refused: 0, sold: "555552", proceeds: "111110.4" });
});

test("the scenario that was made is written, and gives the same timeline", async () => {
  const made = join(mkdtempSync(join(tmpdir(), "tenor-plan-")), "made.json");
  const planned = await tenor([
    "run",
    example,
    "--plan",
    plan,
    "--through",
    "2006-03-08",
    "--save-scenario",
    made,
    "--json",
  ]);
  const written = JSON.parse(readFileSync(made, "utf8")) as Record<string, unknown>;
  expect(written.through).toBe("2006-03-08");
  // What lies outside the scenario's folder is read only where the command names it.
  writeFileSync(made, JSON.stringify({ ...written, market: "market.csv" }));
  writeFileSync(join(made, "..", "market.csv"), readFileSync("examples/discount-to-average/market.csv"));
  const alone = await tenor(["run", made, "--json"]);
  const journalOf = ({ out }: { readonly out: string }) => (JSON.parse(out) as { readonly journal: unknown }).journal;
  expect(journalOf(alone)).toEqual(journalOf(planned));
});

test("what could not be decided is listed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tenor-plan-"));
  const file = join(folder, "early.plans.tenor");
  const rule = "on each trading day if market close is more than ($0.1 per share, not restated for splits),";
  writeFileSync(file, `plan "early"\n${rule}\n  the Holder gives Conversion Notice, Amount being $5\n`);
  const { out } = await tenor(["run", example, "--plan", file, "--json"]);
  const { plan: came } = JSON.parse(out) as { readonly plan: { readonly undecided: readonly unknown[] } };
  expect(came.undecided[0]).toEqual({
    from: "2006-01-03",
    through: "2006-01-06",
    rule: rule.slice(0, -1),
    part: "the condition",
    because: "the market data of 2006-01-03 are not known before it closes",
  });
});

test.each([
  [["--plan", "a tranche every ten days"], 'has no plan "a tranche every ten days"', `the nearest is "${plan}"`],
  [["--plan", "nowhere.tenor"], "nowhere.tenor", ""],
  [["--save-scenario", "made.json"], "--save-scenario is for a run with a plan", ""],
  [["--plan", plan, "--through", "soon"], "--through names no day", ""],
  [["--plan", plan, "--story", "s"], "--plan goes on from a scenario", ""],
])("%j is refused", async (options, message, help) => {
  const { status, err } = await tenor(["run", example, ...options]);
  expect(status).not.toBe(0);
  expect(err).toContain(message);
  expect(err).toContain(help);
});
