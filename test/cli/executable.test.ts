/** The executable in a process of its own: what only shows there. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { projectFolder, spawnTenor } from "./tenor.ts";

const data = "test/data/cli";
/** From the sources, on a busy machine, a start takes a while. In milliseconds. */
const patience = 30_000;

test.each([
  ["check", [`${data}/terms/loan.tenor`], "no problems in 1 file\n"],
  ["run", [`${data}/repaid.json`], "Small Loan\nrepaid: Two payments"],
  ["test", ["--quiet", `${data}/repaid.json`], "3 passed, 0 failed\n"],
  ["ask", [`${data}/repaid.json`, "Principal", "--on", "2024-02-29"], "Principal on 2024-02-29 is $750 (1)\n"],
  ["explain", [`${data}/repaid.json`, "Principal", "--on", "2024-02-29"], "Principal on 2024-02-29: $1,000 – (the l"],
  ["due", [`${data}/repaid.json`], "Nothing is due as things stand on Sun 2024-03-31"],
  ["readings", [`${data}/terms/loan.tenor`], "1 passage can be read in more than one way\n"],
  ["values", [`${data}/terms/loan.tenor`], "7 values can be asked for.\n"],
  ["schema", [`${data}/terms/loan.tenor`], '{\n  "$schema": '],
  ["completions", ["bash"], "_tenor() {"],
])("%s runs", { timeout: patience }, (command, args, start) => {
  const { status, out, err } = spawnTenor([command, ...args]);
  expect({ status, err }).toEqual({ status: 0, err: "" });
  expect(out.slice(0, start.length)).toBe(start);
});

test("verifies a result that is given as standard input", { timeout: patience }, () => {
  const { out: input } = spawnTenor(["ask", `${data}/repaid.json`, "Principal", "--on", "2024-02-29", "--json"]);
  const { status, out, err } = spawnTenor(["verify", "-", "--json"], { input });
  expect({ status, err }).toEqual({ status: 0, err: "" });
  expect(JSON.parse(out)).toEqual({ format: "tenor/verify@1", agrees: true, differs: [] });
});

test("reads standard input for `-`", { timeout: patience }, () => {
  const input = readFileSync(`${projectFolder}${data}/broken.tenor`, "utf8");
  const { status, out } = spawnTenor(["check", "--json", "-"], { input });
  expect(status).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ diagnostics: [{ file: "<standard input>", line: 8, column: 17 }] });
});

test("colours where it is asked to, and otherwise not when piped", { timeout: patience }, () => {
  const args = ["check", `${data}/broken.tenor`];
  const colour = "\u001B[";
  expect(spawnTenor(args).out).not.toContain(colour);
  expect(spawnTenor(args, { env: { FORCE_COLOR: "1" } }).out).toContain(colour);
});

test("exits 2 for a wrong use", { timeout: patience }, () => {
  expect(spawnTenor(["chek"])).toMatchObject({ status: 2, out: "" });
});

test("ends quietly when the reader stops", { timeout: patience }, async () => {
  const child = spawn(process.execPath, ["bin/tenor.mjs", "run", `${data}/repaid.json`], {
    cwd: projectFolder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stdout.destroy();
  let err = "";
  child.stderr.on("data", (chunk: Buffer) => {
    err += chunk.toString();
  });
  await once(child, "close");
  expect(err).toBe("");
});
