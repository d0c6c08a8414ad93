/** Lists among the deal terms, with commands that read files for them. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tenor } from "./tenor.ts";

const folder = mkdtempSync(join(tmpdir(), "tenor-lists-"));
afterAll(() => rmSync(folder, { recursive: true }));
const inFolder = (name: string, text?: string): string => {
  const path = join(folder, name);
  if (text !== undefined) writeFileSync(path, text);
  return path;
};

const template = `note "Note with a List"
  language: 1
  parties: Writer, Holder
  exists from: First Day
  business days: "us-bank"

given First Day: date
given Expiry: date
given Reference: text = "none"
given Instalments: dates
  Amount: money
  Share: percent, optional

section 1 "Sum"
Whole means the sum of its Amount over Instalments
role "maturity": Expiry
`;
const rows = [
  { on: "2026-02-02", Amount: "600", Share: "10%" },
  { on: "2026-01-20", Amount: "400" },
];
const terms = { "First Day": "2026-01-05", Expiry: "2026-03-02" };

function scenario(name: string, more: object, others: object = {}): string {
  return inFolder(
    name,
    JSON.stringify({ note: "note.tenor", terms: { ...terms, ...more }, events: [], ask: [], ...others }),
  );
}

beforeAll(() => {
  inFolder("note.tenor", template);
  inFolder("l.csv", "on,Amount,Share\n2026-02-02,600,10%\n2026-01-20,400,\n");
});

describe("a text that ends in .csv", () => {
  test("is no file where the deal term is no list", async () => {
    const { status, out, err } = await tenor([
      "run",
      scenario("text.json", { Reference: "none.csv", Instalments: rows }),
    ]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).not.toContain("events of");
  });

  test("is a file where it is one, and said to be missing", async () => {
    const { status, err } = await tenor(["run", scenario("missing.json", { Instalments: "none.csv" })]);
    expect(status).toBe(1);
    expect(err).toMatch(/There is no file of rows \S*none\.csv/);
    expect(err).not.toContain("TN5430");
  });

  test.each([
    ["Reference", "none.csv", 0, "1000,USD"],
    ["Instalments", "none.csv", 1, "There is no file of rows"],
  ])("in a portfolio's column %s", async (name, value, status, said) => {
    const base = scenario(`base-${name}.json`, { Instalments: rows });
    const path = inFolder(`rows-${name}.csv`, `id,scenario,terms.${name}\none,${base},${value}\n`);
    const ran = await tenor(["portfolio", path, "--value", "Whole", "--csv", "--threads", "1"]);
    expect(ran.status).toBe(status);
    expect(ran.out + ran.err).toContain(said);
  });
});

describe("the subject of a simulation", () => {
  const simulated = (file: string) => {
    const subject = `${inFolder("note.tenor")}?First Day=2026-01-05&Expiry=2026-03-02&Instalments=${file}`;
    const args = ["--model", "gbm?volatility=30%&price=100", "--paths", "2", "--value", "Whole", "--threads", "1"];
    return tenor(["simulate", subject, ...args, "--json"]);
  };

  test("has a list by a file beside its template", async () => {
    const { metrics } = JSON.parse((await simulated("l.csv")).out) as { metrics: { metric: string; mean: string }[] };
    // 400 + 600 on each path.
    expect(metrics.find(({ metric }) => metric.startsWith("Whole"))?.mean).toBe("1000");
  });

  test.each([
    ["that is not there", "none.csv", /There is no file of rows \S*none\.csv/],
    ["out of reach", "../../etc/l.csv", /The file of rows \S*l\.csv lies outside/],
  ])("and not by one %s", async (_, file, said) => {
    const { status, err, out } = await simulated(file);
    expect(status).toBe(1);
    expect(err + out).toMatch(said);
  });
});

describe("a run shows a list among the deal terms", () => {
  const shown = async (path: string) => (await tenor(["run", path], { width: 120 })).out;

  test("with its rows", async () => {
    const out = await shown(scenario("rows.json", { Instalments: rows }));
    expect(out).toMatch(/\n {2}Instalments +2026-01-20: Amount \$400; 2026-02-02: Amount \$600, Share 10%\n/);
  });

  test("or its file, which has no events", async () => {
    const out = await shown(scenario("file.json", { Instalments: "l.csv" }));
    expect(out).toMatch(/\n {2}Instalments +2 rows of l\.csv\n/);
    expect(out).not.toContain("events of");
  });

  test("and so does its page", async () => {
    const page = inFolder("page.html");
    await tenor(["run", scenario("page.json", { Instalments: rows }), "--html", page]);
    expect(readFileSync(page, "utf8")).toContain("2026-01-20: Amount $400; 2026-02-02: Amount $600, Share 10%");
  });
});
