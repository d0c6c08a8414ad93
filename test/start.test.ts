/** `npm start`: a first look that fits a screen, and commands to try next that work. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { projectFolder, tenor } from "./cli/tenor.ts";

// The first start bundles the sources. In milliseconds.
vi.setConfig({ testTimeout: 240_000 });

const example = "examples/juniper-first-eighteen-months/scenario.json";

function start(...args: readonly string[]) {
  const { NO_COLOR: _, FORCE_COLOR: __, COLUMNS: ___, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["tools/start.mjs", ...args], {
    cwd: projectFolder,
    encoding: "utf8",
    env,
  });
  return { status, out: stdout, err: stderr };
}

test("shows three days, the position, the price of a passage, and what to try next", async () => {
  const { status, out, err } = start();
  expect({ status, err }).toEqual({ status: 0, err: "" });
  const lines = out.trimEnd().split("\n");
  expect(lines.length).toBeLessThanOrEqual(30);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  expect(out.match(/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d\d/gm)).toHaveLength(3);
  expect(out).toContain("\nPosition at the end of Fri 2007-06-29\n");
  // The example's README has the sums: seven days late at $2,000, of which four are business days.
  expect(out.replaceAll(/\s+/g, " ")).toContain("Damages Owed is $8,000 instead of $14,000");
  const next = [...out.matchAll(/^ {2}npm start -- (.*?) {2}/gm)].map(([, words = ""]) => words.trim());
  expect(next.length).toBeGreaterThan(3);
  // `report` is a word of `npm start` alone; the next test is about it.
  for (const words of next.filter((it) => it !== "report")) {
    const args = [...words.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word = ""]) => quoted ?? word);
    const ran = await tenor(args.map((it) => (it === "FILE" ? example : it)));
    expect([words, ran.status, ran.err]).toEqual([words, 0, ""]);
  }
});

test("writes the report of the example, and names the file", () => {
  expect(start("report")).toEqual({ status: 0, out: "wrote first-example.html\n", err: "" });
  const page = readFileSync(`${projectFolder}first-example.html`, "utf8");
  expect(page).toContain("<h1>Callable Secured Convertible Note</h1>");
});

test("passes on what is asked for", () => {
  const asked = ["ask", example, "Damages Owed", "--on", "2007-06-29"];
  expect(start(...asked)).toEqual({ status: 0, out: "Damages Owed on 2007-06-29 is $14,000 (1.4(g))\n", err: "" });
});

test("a first look that is asked for wrongly says so", async () => {
  const ran = await tenor(["glance", example, "--reading", "late delivery days=never", "--value", "Damages Owed"]);
  expect(ran).toEqual({ status: 2, out: "", err: "error: --reading late delivery days=never is no choice\n" });
  const unknown = await tenor(["glance", example, "--reading", "late delivery days=business", "--value", "Damage"]);
  expect(unknown).toMatchObject({ status: 1, out: "" });
});

test("the command behind it is listed nowhere", async () => {
  expect((await tenor(["--help"])).out).not.toContain("glance");
  for (const shell of ["bash", "zsh", "fish"]) {
    const { out } = await tenor(["completions", shell]);
    expect(out).toContain("balances");
    expect(out).not.toContain("glance");
  }
});
