/** `tenor new`: by flags, step by step from a pipe, as JSON; nothing is written over. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { schemaProblems, spawnTenor, tenor } from "./tenor.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tenor-new-"));
});
afterAll(() => rmSync(folder, { recursive: true }));
const inFolder = (name: string) => join(folder, name);

test("by flags: a template, its market file, and what is left to settle", async () => {
  const file = inFolder("flags.tenor");
  const { status, out } = await tenor(["new", file, "--with", "conversion=lesser", "--with", "rate=8"]);
  expect(status).toBe(0);
  expect(readFileSync(file, "utf8")).toContain("given Interest Rate: rate = 8% per year\n");
  expect(existsSync(inFolder("flags.prices.csv"))).toBe(true);
  expect(out).toContain("To settle, as nobody has answered:\n");
  expect(out).toMatch(/^ {2}price +\$1\.00 {2}\(What is the fixed price per share\?\)$/m);
  expect(out).not.toMatch(/^ {2}rate /m);
  expect(out).toContain("Each scenario gives: Principal, Issue Date, Maturity Date, Shares at Issue.\n");
  expect((await tenor(["check", file])).out).toBe("no problems in 1 file\n");
  expect((await tenor(["test", file])).status).toBe(0);
});

test("a file that is there stays as it is", async () => {
  const file = inFolder("there.tenor");
  writeFileSync(file, "mine");
  const refused = await tenor(["new", file, "--defaults"]);
  expect(refused.status).toBe(1);
  expect(refused.err).toContain(`error: ${file} is there already\n`);
  expect(readFileSync(file, "utf8")).toBe("mine");
  writeFileSync(inFolder("other.prices.csv"), "mine");
  expect((await tenor(["new", inFolder("other.tenor"), "--defaults"])).status).toBe(1);
  expect(existsSync(inFolder("other.tenor"))).toBe(false);
});

test.each([
  [["new"], "name the file to write"],
  [["new", "note.txt"], "note.txt does not end in .tenor"],
  [["new", "-", "--with", "rates=8%"], 'nothing asks for "rates"; the nearest is rate'],
  [["new", "-", "--with", "rate"], "write --with rate=ANSWER"],
  [["new", "-", "--with", "rate=much"], '"much" does not answer rate'],
  [["new", "-", "--with", "days=5"], "days is not asked, as the others are answered"],
])("%s is refused", async (args, why) => {
  const { status, err, out } = await tenor(args);
  expect([status, out]).toEqual([2, ""]);
  expect(err).toContain(why);
});

test("answers that do not fit one another are findings of the template", async () => {
  const { status, err } = await tenor(["new", "-", "--with", "issuer=Holder"]);
  expect(status).toBe(1);
  expect(err).toContain("error[TN2002]: `Holder` is declared twice");
});

test("step by step from a pipe: an empty line leaves what stands, what does not fit is asked again, the end ends it", async () => {
  const input = "My Note\nissuer\nIssuer\n\nnone\nmarket\n";
  const { status, out, err } = spawnTenor(["new", "-"], { input });
  expect(status).toBe(0);
  expect(out).toContain('note "My Note"\n');
  expect(out).toContain("  parties: Issuer, Holder\n");
  expect(out).toContain('use "percent of market price"\n');
  expect(out).not.toContain("account Interest");
  expect(err).toContain('"issuer" does not answer issuer: write a name');
  expect(err).toContain("At which price does it convert into shares?\n  none: it does not convert\n");
  expect(err).not.toContain("At what rate a year?");
  // A price of the market asks for prices in the stories.
  expect(err).toContain("not written: note.prices.csv, which the stories read");
});

test("the list, and all of it as JSON", async () => {
  const { out } = await tenor(["new", "--list"]);
  expect(out).toMatch(/^ {2}interest +When does interest/m);
  const listed = await tenor(["new", "--list", "--json"]);
  const written = await tenor(["new", "-", "--defaults", "--json"]);
  expect(schemaProblems("new", listed.out)).toBeNull();
  expect(schemaProblems("new", written.out)).toBeNull();
  expect(JSON.parse(listed.out)).toMatchObject({ wrote: [], template: null });
  const { questions, template } = JSON.parse(written.out) as {
    readonly questions: readonly { readonly name: string; readonly answer: string | null }[];
    readonly template: string;
  };
  expect(template).toContain('note "Convertible Note"');
  expect(questions.find(({ name }) => name === "days")?.answer).toBeNull();
  expect(questions.find(({ name }) => name === "rate")?.answer).toBe("6%");
});
