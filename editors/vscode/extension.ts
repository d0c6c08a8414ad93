/**
 * The VS Code extension: starts the language server, and shows what the protocol has no place for, which is stories in the test
 * view, the contract's text beside its section, and reports.
 */
import type { ExtensionContext } from "vscode";
import { commands, languages, window, workspace } from "vscode";
import type { LanguageClientOptions, ServerOptions } from "vscode-languageclient/node";
import { LanguageClient } from "vscode-languageclient/node";
import { commandFor } from "./command.ts";
import { showContract } from "./contract-beside.ts";
import { showReport } from "./report-panel.ts";
import { chooseStory } from "./story-choice.ts";
import { StoryTests } from "./story-tests.ts";

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const [command, ...args] = tenorCommand();
  const server: ServerOptions = { command, args: [...args, "lsp"] };
  const options: LanguageClientOptions = {
    // Of JSON the server answers for scenarios alone.
    documentSelector: [{ language: "tenor" }, { scheme: "file", language: "json" }],
    synchronize: { fileEvents: workspace.createFileSystemWatcher("**/*.{tenor,json,csv,md,txt}") },
  };
  client = new LanguageClient("tenor", "Tenor", server, options);
  await client.start();
  const tests = new StoryTests(client);
  const running = client;
  context.subscriptions.push(
    tests,
    languages.setLanguageConfiguration("tenor", { wordPattern: /[A-Za-z][\w-]*|[$€]?\d[\d,.]*%?/ }),
    commands.registerCommand("tenor.runStories", (uri: string, stories: string[]) => tests.run(uri, stories)),
    commands.registerCommand("tenor.chooseStory", () => chooseStory(running)),
    commands.registerCommand("tenor.showReport", () => showReport(tenorCommand())),
    ...showContract(running),
  );
  context.subscriptions.push(window.onDidChangeActiveTextEditor((editor) => tests.refresh(editor?.document)));
  await tests.refresh(window.activeTextEditor?.document);
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

function tenorCommand(): readonly [string, ...string[]] {
  const set = workspace.getConfiguration("tenor").get<string[]>("command") ?? [];
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath);
  return commandFor(set, folders, process.platform);
}
