/** Reports from the command line; what they say is tested in test/report/. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { spawnTenor, tenor } from "./tenor.ts";

const story = "test/data/cli/repaid.json";
const folder = mkdtempSync(join(tmpdir(), "tenor-html-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("--html", () => {
  test("writes the report of a run, names the file, and prints nothing else", async () => {
    const path = join(folder, "report.html");
    expect(await tenor(["run", story, "--html", path])).toEqual({ status: 0, out: `wrote ${path}\n`, err: "" });
    const page = readFileSync(path, "utf8");
    expect(page.startsWith("<!doctype html>\n")).toBe(true);
    expect(page).toContain("<h1>Small Loan</h1>");
  });

  test("writes to standard output for `-`", async () => {
    const { status, out } = await tenor(["explain", story, "Principal", "--on", "2024-02-01", "--html", "-"]);
    expect(status).toBe(0);
    // $1,000 less $250.
    expect(out).toContain("<h1>Principal on 2024-02-01</h1>");
    expect(out).toContain("$1,000 – (the least of $250 and $1,000) = $750");
  });

  test("writes what each reading moves, and refuses it of a template", async () => {
    const { status, out } = await tenor(["readings", story, "--html", "-"]);
    expect(status).toBe(0);
    expect(out).toContain("One of them moves an answer of this scenario.");
    const refused = await tenor(["readings", "test/data/cli/terms/loan.tenor", "--html", "-"]);
    expect(refused).toMatchObject({ status: 2, out: "" });
    expect(refused.err).toContain("name one");
  });

  test("puts the contract's text beside the clauses", async () => {
    const contract = join(folder, "contract.md");
    writeFileSync(contract, "## 1. Repayment\n\nThe Borrower repays the Loan.\n\n## 2. Law\n\nNew York.\n");
    const { out } = await tenor(["run", story, "--html", "-", "--text", contract]);
    expect(out).toContain("The Borrower repays the Loan.");
    expect(out).not.toContain("New York.");
  });

  test("warns of a text in which most sections are missing, and of no other", async () => {
    const juniper = "examples/juniper-first-eighteen-months/scenario.json";
    const other = join(folder, "other.md");
    writeFileSync(other, "## 1.1 Scope\n\nThis is another contract.\n\n## 9.9 End\n\nNothing.\n");
    const { status, err } = await tenor(["run", juniper, "--html", join(folder, "other.html"), "--text", other]);
    expect(status).toBe(0);
    expect(err).toMatch(/^warning: .*other\.md has \d of the \d+ sections that the page cites/);
    const own = join(folder, "own.md");
    writeFileSync(own, "## 1. Repayment\n\nThe Borrower repays the Loan.\n");
    expect((await tenor(["run", story, "--html", "-", "--text", own])).err).toBe("");
  });

  test("writes a workbook of the tables beside the page", async () => {
    const [html, xlsx] = [join(folder, "both.html"), join(folder, "both.xlsx")];
    const { status, out } = await tenor(["run", story, "--html", html, "--xlsx", xlsx]);
    expect({ status, out }).toEqual({ status: 0, out: `wrote ${html}\nwrote ${xlsx}\n` });
    // An archive begins with these two letters.
    expect(readFileSync(xlsx).subarray(0, 2).toString()).toBe("PK");
  });

  test.each([
    ["a folder that does not exist", ["--html", join(folder, "none", "x.html")], "can't be written (ENOENT)"],
    ["a contract that does not exist", ["--html", "-", "--text", join(folder, "none.md")], "There is no contract"],
  ])("says what is wrong with %s", async (_, options, message) => {
    const { status, out, err } = await tenor(["run", story, ...options]);
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err).toContain(message);
    expect(err).toContain("help:");
  });

  test.each([
    ["run", ["run", story, "--text", "x.md"], "--text shows a contract in a report"],
    ["run", ["run", story, "--xlsx", "-"], "a workbook does not go to standard output"],
    ["readings", ["readings", story, "--xlsx", "x.xlsx", "--json"], "--xlsx and --json are two outputs"],
    ["run", ["run", story, "--json", "--csv"], "--json and --csv are two outputs"],
    ["balances", ["balances", story, "--json", "--csv"], "--json and --csv are two outputs"],
    ["run", ["run", story, "--html", "x.html", "--csv"], "--html and --csv are two outputs"],
    ["explain", ["explain", story, "Principal", "--html", "x.html", "--json"], "--html and --json are two outputs"],
  ])("is not combined with what it does not go with: %s", async (_, args, message) => {
    const { status, err } = await tenor(args);
    expect(status).toBe(2);
    expect(err).toContain(message);
    expect(existsSync("x.html")).toBe(false);
  });

  test("runs from the bundle, charts included", { timeout: 30_000 }, () => {
    const example = "examples/juniper-first-eighteen-months/scenario.json";
    const { status, out, err } = spawnTenor(["run", example, "--html", "-"]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out.match(/<svg /g)?.length).toBeGreaterThanOrEqual(8);
  });
});
