import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { acceptanceScenario } from "./support/acceptance.ts";
import { clausesFor } from "./support/library.ts";

test("the library runs where there is nothing but the language itself", async () => {
  const { outputFiles } = await build({
    entryPoints: ["src/index.ts"],
    bundle: true,
    write: false,
    platform: "browser",
    format: "iife",
    globalName: "tenor",
  });
  const { texts } = acceptanceScenario("juniper-2005", "03");
  const terms = readFileSync("terms/juniper-2005.tenor", "utf8");
  // No process, no require, no fetch, no URL: what a browser's page has beyond the language is not needed either.
  const shares: unknown = runInNewContext(
    `${outputFiles[0]?.text}
    const template = tenor.compile(terms, "juniper-2005.tenor", ...clauses);
    const loaded = tenor.loadScenario(template.value, texts);
    tenor.runScenario(template.value, loaded.value).value.outcome.answers[0].answer;`,
    { terms, texts, clauses: clausesFor(terms), TextEncoder },
  );
  // Section 1.1: $50,000 at the Fixed Conversion Price of $0.05.
  expect(shares).toBe("1000000");
}, 30_000);
