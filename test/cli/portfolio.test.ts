/** `tenor portfolio`: many notes in one run. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readParquet, writeParquet } from "../../src/parquet/parquet.ts";
import { schemaProblems, tenor } from "./tenor.ts";

const notes = "examples/portfolio/notes.csv";
const principal = ["--value", "Outstanding Principal"];
const folder = mkdtempSync(join(tmpdir(), "tenor-portfolio-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("each row has its figure, and one that fails stops nothing", async () => {
  const { status, out, err } = await tenor(["portfolio", notes, ...principal, "--csv", "--threads", "1"]);
  expect({ status, err }).toEqual({ status: 1, err: "" });
  const lines = out.split("\n").map((line) => line.split(","));
  const figures = lines.filter((it) => it[3] === "answer").map((it) => [it[1], it[11], it[12]]);
  // The sums stand in examples/term-loan/README.md; the other two have not paid anything yet.
  expect(figures).toEqual([
    ["first", "76465.0204", "USD"],
    ["doubled", "200000", "USD"],
    ["told", "100000", "USD"],
  ]);
  const ends = lines.filter((it) => it[3] === "row").map((it) => [it[1], it[13]]);
  expect(ends).toEqual([
    ["first", "ran"],
    ["doubled", "ran"],
    ["told", "ran"],
    ["too early", "failed"],
  ]);
  expect(lines.find((it) => it[3] === "finding")?.[5]).toBe("TN5544");
});

test("the files whose rows are events go with their scenario", async () => {
  const path = join(folder, "with-rows.csv");
  writeFileSync(path, `id,scenario\ntable,${resolve("examples/cap-table/scenario.json")}\n`);
  const { out, err } = await tenor(["portfolio", path, "--value", "Issued Shares", "--csv", "--threads", "1"]);
  expect(err).toBe("");
  // 3,000,000 + 2,500,000 + 800,000 × 1.25.
  expect(out).toContain("6500000,shares");
});

test("the bytes are the same on one thread and on several, in chunks of any size", async () => {
  const run = async (...args: string[]) => (await tenor(["portfolio", notes, "--json", ...args])).out;
  const [one, other] = await Promise.all([run("--threads", "1"), run("--threads", "3", "--chunk", "1")]);
  expect(other).toBe(one);
  expect(schemaProblems("portfolio", one)).toBeNull();
  expect(JSON.parse(one)).toMatchObject({ ran: 3, failed: 1, whole: true });
});

test("CSV and Parquet are read and written alike", async () => {
  const [head = "", ...rows] = readFileSync(notes, "utf8").trim().split("\n");
  const cells = rows.map((row) => row.split(","));
  const columns = head.split(",").map((name, column) => {
    const values = cells.map((row) => row[column]?.replace("..", resolve("examples")) || null);
    return { name, type: "STRING" as const, values };
  });
  const [asked, got] = [join(folder, "in.parquet"), join(folder, "out.parquet")];
  writeFileSync(asked, writeParquet(columns));
  const { err } = await tenor(["portfolio", asked, ...principal, "--parquet", got, "--threads", "1"]);
  expect(err).toBe("");
  const csv = await tenor(["portfolio", notes, ...principal, "--csv", "--threads", "1"]);
  const table = await readParquet(readFileSync(got));
  const lines = "rows" in table ? [table.columns, ...table.rows] : [];
  const unquoted = csv.out.replaceAll('"', "").trim().split("\n");
  expect(lines.map((it) => it.join(","))).toEqual(unquoted);
});

test.each([
  [["--within", "soon"], '--within "soon" is not a time'],
  [["--threads", "0"], "--threads 0 is not a number of threads"],
  [["--chunk", "x"], "--chunk x is not a number of rows"],
  [["--csv", "--json"], "three forms of one result"],
  [["--redis", "queue"], "--redis needs an address"],
  [["--redis", "redis:queue"], "--redis needs an address"],
])("%s is a wrong use", async (args, message) => {
  const { status, err } = await tenor(["portfolio", notes, ...args]);
  expect(status).toBe(2);
  expect(err).toContain(message);
});

test("a folder that can't be used is refused, before anything runs", async () => {
  const { status, err } = await tenor(["portfolio", notes, "--keep", "README.md"]);
  expect({ status, err }).toMatchObject({
    status: 1,
    err: expect.stringContaining("README.md can't be used as a folder"),
  });
});

test("a column that is unknown is refused, before anything runs", async () => {
  const path = join(folder, "slip.csv");
  writeFileSync(path, "id,note,as_of\na,term-loan,2024-01-01\n");
  const { status, err } = await tenor(["portfolio", path]);
  expect(status).toBe(1);
  expect(err).toContain("error[TN5540]: A portfolio has no column `as_of`");
  expect(err).toContain("write `as of`");
});
