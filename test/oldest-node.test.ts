/** The built library and the executable under the Node that npm runs on, where that is not the one of the tests. */
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const data = "test/data/cli";
const node = process.env.npm_node_execpath ?? process.execPath;
const version = spawnSync(node, ["-p", "process.versions.node"], { encoding: "utf8" }).stdout.trim();
const isAnother = version !== process.versions.node;
if (!isAnother) process.stderr.write("\nSKIPPED: no second Node at hand to hold the promise of Node 20 to\n\n");

// Beside the packages that it imports.
const library = "node_modules/.cache/tenor-library";

describe.skipIf(!isAnother)(`on Node ${version}`, () => {
  beforeAll(() => {
    const { status, stdout } = spawnSync(`tsc -p tsconfig.build.json --outDir ${library}`, {
      encoding: "utf8",
      shell: true,
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
  });
  afterAll(() => rmSync(library, { recursive: true, force: true }));

  test("the library answers", () => {
    const program = `
      import { readFileSync } from "node:fs";
      import { compile, loadScenario, runScenario } from "./${library}/src/index.js";
      const template = compile(readFileSync("${data}/terms/loan.tenor", "utf8")).value;
      const scenario = { name: "repaid.json", text: readFileSync("${data}/repaid.json", "utf8") };
      const { outcome } = runScenario(template, loadScenario(template, { scenario }).value).value;
      console.log(outcome.answers.map(({ answer }) => answer).join(" "));
    `;
    const { stdout, stderr } = spawnSync(node, ["--input-type=module", "-e", program], { encoding: "utf8" });
    // 1,000 less 250; less 749.5; the second payment's day and amount.
    expect({ stdout, stderr }).toEqual({ stdout: "750 0.5 2024-03-31 749.5\n", stderr: "" });
  });

  test.each([
    ["check", [`${data}/terms/loan.tenor`], "no problems in 1 file\n"],
    ["ask", [`${data}/repaid.json`, "Principal", "--on", "2024-02-29"], "Principal on 2024-02-29 is $750 (1)\n"],
    ["test", ["--quiet", "examples/juniper-first-eighteen-months"], "39 passed, 0 failed\n"],
  ])("the executable runs %s", (command, args, output) => {
    const { stdout, stderr } = spawnSync(node, ["bin/tenor.mjs", command, ...args], { encoding: "utf8" });
    expect({ stdout, stderr }).toEqual({ stdout: output, stderr: "" });
  });
});
