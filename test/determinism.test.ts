/** The same inputs give the same bytes, whatever the machine thinks of time, place and chance. */
import { execFile, execFileSync } from "node:child_process";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";

const runFile = promisify(execFile);

const scenarios = ["03-conversions-principal", "08-late-notices", "20-defaults-b"];

/** Replaces what a program could ask the machine about: clock, chance, and the order in which locales sort. */
const otherMachine = `
const Clock = globalThis.Date;
globalThis.Date = class extends Clock {
  constructor(...parts) { if (parts.length === 0) super(4102444799999); else super(...parts); }
  static now() { return 4102444799999; }
};
globalThis.performance.now = () => 0;
Math.random = () => 0.75;
String.prototype.localeCompare = function (other) { return this > other ? -1 : 1; };
`;

const elsewhere: readonly (readonly [string, NodeJS.ProcessEnv])[] = [
  ["across the date line, where decimals have commas", { TZ: "Pacific/Kiritimati", LC_ALL: "de_DE.UTF-8" }],
  ["where clocks change at midnight and i is no I", { TZ: "America/Sao_Paulo", LANG: "tr_TR.UTF-8" }],
  ["without a language or a zone", { LC_ALL: "C" }],
  ["with another clock and other chances", { TZ: "Asia/Kathmandu", NODE_OPTIONS: `--import ${dataUrl(otherMachine)}` }],
];
const here = { TZ: "America/New_York", LANG: "en_US.UTF-8", LC_ALL: "en_US.UTF-8" };

// Every place for one scenario, and the strangest for the others: each run is a process of its own.
const cases = scenarios.flatMap((scenario, index) =>
  elsewhere.slice(index === 0 ? 0 : -1).map(([where, environment]) => ({ scenario, where, environment })),
);

describe.concurrent("the same bytes", () => {
  // After a change the first start bundles the sources. Several at once would each do so, and take the machine's memory.
  beforeAll(() => {
    execFileSync(process.execPath, ["bin/tenor.mjs", "--help"]);
  }, 240_000);

  test.each(cases)("$scenario $where", { timeout: 240_000 }, async ({ scenario, environment }) => {
    const [plain, other] = await Promise.all([run(scenario, here), run(scenario, environment)]);
    expect(JSON.parse(plain)).toMatchObject({
      format: "tenor/run@4",
      receipt: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(other).toBe(plain);
  });
});

test("the other machine is another one", () => {
  const asked = 'console.log(new Date().getFullYear(), Math.random(), "a".localeCompare("b"))';
  const said = execFileSync(process.execPath, ["--import", dataUrl(otherMachine), "--eval", asked], {
    encoding: "utf8",
  });
  expect(said).toBe("2099 0.75 1\n");
});

/** What `tenor run --json` prints. */
async function run(scenario: string, environment: NodeJS.ProcessEnv): Promise<string> {
  const file = `test/data/acceptance/juniper-2005/${scenario}.json`;
  const { stdout } = await runFile(process.execPath, ["bin/tenor.mjs", "run", file, "--json"], {
    env: { PATH: process.env.PATH, ...environment },
    maxBuffer: 2 ** 26,
  });
  return stdout;
}

function dataUrl(script: string): string {
  return `data:text/javascript,${encodeURIComponent(script)}`;
}
