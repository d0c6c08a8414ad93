import { spawnSync } from "node:child_process";

/** What `npm run check` does, in order. Every step runs, so that one run shows everything there is to mend. */
const steps: Readonly<Record<string, string>> = {
  types: "npm run -s typecheck",
  "format and lint": "npm run -s lint",
  "templates in form": "node bin/tenor.mjs fmt --check terms examples bench test/data",
  architecture: "vitest run test/architecture.test.ts",
  "API pages": "typedoc --emit none",
  "generated files current": "node tools/generate.ts --check",
  "lock installable": "npm ci --dry-run --silent",
};

const failed = Object.entries(steps).flatMap(([name, command]) => {
  process.stdout.write(`\n== ${name}: ${command}\n`);
  const { status } = spawnSync(command, { shell: true, stdio: "inherit" });
  return status === 0 ? [] : [name];
});

process.stdout.write(failed.length === 0 ? "\ncheck: all fine\n" : `\ncheck: to mend: ${failed.join(", ")}\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
