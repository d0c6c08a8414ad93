/** The packed VS Code extension with a language server that runs, in a mock of VS Code: each of its commands, and findings and hovers. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { extensionFiles } from "../../tools/vscode.ts";
import type { MockedCode } from "../support/vscode-mock.ts";
import { documentOf, mockVsCode } from "../support/vscode-mock.ts";

const folder = mkdtempSync(join(tmpdir(), "tenor-extension-"));
const template = join(process.cwd(), "terms/term-loan.tenor");
const loan = documentOf(template, "tenor", readFileSync(template, "utf8"));
const broken = documentOf(join(folder, "broken.tenor"), "tenor", 'note "A"\n  language: 1\n\nPrice means means\n');
/** Of the scenario of the example, with a field that its event does not have. */
const unfit = documentOf(
  join(folder, "unfit.json"),
  "json",
  readFileSync("examples/term-loan/scenario.json", "utf8").replace('"Amount"', '"Sum"'),
);
const scenario = join(process.cwd(), "examples/term-loan/scenario.json");

let code: MockedCode;
let extension: { activate(context: object): Promise<void>; deactivate(): Promise<void> };

beforeAll(async () => {
  const path = join(folder, "extension.cjs");
  const files = await extensionFiles();
  writeFileSync(path, files["extension/extension.cjs"] ?? "");
  code = mockVsCode(process.cwd(), [loan, broken, unfit], [process.execPath, join(process.cwd(), "src/cli/main.ts")]);
  // Only VS Code has the module `vscode`.
  const loader = Module as unknown as { _load: (name: string, ...rest: unknown[]) => unknown };
  const load = loader._load;
  loader._load = (name, ...rest) => (name === "vscode" ? code.api : load(name, ...rest));
  extension = createRequire(path)(path) as typeof extension;
  loader._load = load;
  await extension.activate({ subscriptions: [], extensionPath: folder });
}, 60_000);

afterAll(async () => {
  await extension.deactivate();
  rmSync(folder, { recursive: true });
});

const run = (name: string, ...args: unknown[]) => code.commands.get(name)?.(...(args as never[]));

test("every command that the manifest offers is registered, and providers of what the server answers", () => {
  const manifest = JSON.parse(readFileSync("editors/vscode/package.json", "utf8"));
  for (const { command } of manifest.contributes.commands) expect([...code.commands.keys()]).toContain(command);
  for (const what of ["Hover", "Definition", "Reference", "CompletionItem", "Rename", "InlayHints", "CodeLens"]) {
    expect([...code.providers.keys()]).toContain(`register${what}Provider`);
  }
});

test("findings of an open template", async () => {
  await vi.waitFor(() => expect(code.diagnostics.get(broken.fileName)?.length).toBeGreaterThan(0), 30_000);
  expect(code.diagnostics.get(template) ?? []).toEqual([]);
});

test("findings of an open scenario", async () => {
  await vi.waitFor(() => expect(code.diagnostics.get(unfit.fileName)?.length).toBeGreaterThan(0), 30_000);
});

test("stories in the test view, and those beside a clause run", async () => {
  await code.activate(loan);
  const labels = [...code.testItems.values()].map(({ label }) => label);
  expect(labels).toContain("without interest the parts are equal");
  await run("tenor.runStories", loan.uri.toString(), ["without interest the parts are equal"]);
  expect(code.tests).toEqual({ passed: ["without interest the parts are equal"], failed: [], errored: [] });
});

/** What the extension shows at the definition of the principal that is due. */
async function hovered(): Promise<string> {
  const [provider] = code.providers.get("registerHoverProvider") ?? [];
  const { provideHover } = provider as { provideHover: (...args: unknown[]) => Promise<{ contents: unknown }> };
  const lines = loan.getText().split("\n");
  const line = lines.findIndex((it) => it.startsWith("Principal Due means"));
  const token = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => undefined }) };
  const hover = await provideHover(loan, { line, character: 2 }, token);
  return JSON.stringify(hover.contents);
}

test("the values of a chosen story and day in hovers", async () => {
  code.answers.pick = "without interest the parts are equal";
  code.answers.input = "2023-06-30";
  await run("tenor.chooseStory");
  // The story itself expects $12,500 on that day.
  expect(await hovered()).toContain("**$12,500**");
});

test("a note without a text says so", async () => {
  await code.activate(loan, 30);
  await run("tenor.showContract");
  expect(code.messages.at(-1)).toContain("names no text");
});

test("the report of a scenario in a panel", { timeout: 60_000 }, async () => {
  code.answers.file = scenario;
  await run("tenor.showReport");
  await vi.waitFor(() => expect(code.panels).toHaveLength(1), 50_000);
  expect(code.panels[0]?.title).toBe("Report: scenario.json");
  expect(code.panels[0]?.webview.html).toContain("<title>");
});
