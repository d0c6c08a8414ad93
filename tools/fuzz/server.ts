/**
 * `npm run fuzz:server`: truncates and edits all templates at random before a language server that runs as editors run it, and asks
 * it everything after each edit.
 *
 *     npm run fuzz:server -- --minutes 10 --seed 3
 *
 * It stops at the first answer that is an error, the first mistake that the server logs, and when the server ends; what was edited is
 * then in `.fuzz/`. Ends with `N edits, N questions, 0 findings`, and how long the slowest answers took.
 */
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { MessageConnection } from "vscode-languageserver/node";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import { mutateJson } from "./mutate-json.ts";
import { mutateBytes, mutateStatements, mutateTokens } from "./mutate-text.ts";
import type { Random } from "./random.ts";
import { randomFor } from "./random.ts";
import { questionsOf, refusalsOf } from "./server-questions.ts";

const { minutes, seed } = parseArgs({
  options: { minutes: { type: "string", default: "10" }, seed: { type: "string", default: "1" } },
}).values;

/** Edits of one text before it is opened anew. */
const editsInARow = 8;

const files = ["terms", "terms/library", "terms/actus", "examples"].flatMap((folder) =>
  readdirSync(folder, { recursive: folder === "examples", encoding: "utf8" })
    .filter((file) => /\.(?:tenor|json)$/.test(file))
    .map((file) => `${folder}/${file}`),
);

await fuzz();

async function fuzz(): Promise<void> {
  const server = spawn(process.execPath, ["src/cli/main.ts", "lsp"], { stdio: ["pipe", "pipe", "inherit"] });
  const problems: string[] = [];
  const slowest = new Map<string, number>();
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.onNotification("window/logMessage", ({ message }: { message: string }) => void problems.push(message));
  connection.onNotification("textDocument/publishDiagnostics", () => undefined);
  const died = new Promise<void>((resolve) => {
    server.on("exit", (code, signal) => {
      problems.push(`the server ended: ${code ?? signal}`);
      resolve();
    });
  });
  connection.listen();
  const folder = `file://${process.cwd()}`;
  await connection.sendRequest("initialize", {
    processId: null,
    rootUri: folder,
    capabilities: {},
    workspaceFolders: [{ uri: folder, name: "tenor" }],
  });
  await connection.sendNotification("initialized", {});
  const until = performance.now() + Number(minutes) * 60_000;
  let [edits, questions] = [0, 0];
  for (let index = 0; performance.now() < until && problems.length === 0; index += 1) {
    const random = randomFor(Number(seed), index);
    const path = files[index % files.length] ?? "";
    const tried = tryFile(connection, path, random, { slowest, problems });
    questions += (await Promise.race([tried, died])) ?? 0;
    edits += editsInARow;
  }
  server.removeAllListeners("exit");
  server.kill();
  connection.dispose();
  for (const [what, ms] of [...slowest].toSorted(([, a], [, b]) => b - a).slice(0, 5)) {
    process.stdout.write(`slowest ${what}: ${ms.toFixed(0)} ms\n`);
  }
  for (const problem of problems) process.stdout.write(`${problem}\n`);
  process.stdout.write(`${edits} edits, ${questions} questions, ${problems.length} findings\n`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

interface Seen {
  readonly slowest: Map<string, number>;
  readonly problems: string[];
}

/** Opens a file, edits it a few times, each edit on the last, and asks everything after each. Gives the number of questions. */
async function tryFile(connection: MessageConnection, path: string, random: Random, seen: Seen): Promise<number> {
  const original = readFileSync(path, "utf8");
  const uri = `file://${process.cwd()}/${path}`;
  const languageId = path.endsWith(".json") ? "json" : "tenor";
  const textDocument = { uri, languageId, version: 1, text: original };
  await connection.sendNotification("textDocument/didOpen", { textDocument });
  let [text, count] = [original, 0];
  for (let version = 2; version < 2 + editsInARow && seen.problems.length === 0; version += 1) {
    text = edited(text === "" ? original : text, path, random, original);
    const contentChanges = [{ text }];
    await connection.sendNotification("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
    const asked = questionsOf(uri, text, random);
    count += asked.length;
    await Promise.all(
      asked.map(async ([method, params]) => {
        const start = performance.now();
        const failed = await connection.sendRequest(method, params).then(
          () => undefined,
          (error: Error) => error.message,
        );
        seen.slowest.set(method, Math.max(seen.slowest.get(method) ?? 0, performance.now() - start));
        if (failed === undefined || refusalsOf(method).test(failed)) return;
        seen.problems.push(`${path} ${method}: ${failed}`);
      }),
    );
  }
  if (seen.problems.length > 0) {
    mkdirSync(".fuzz", { recursive: true });
    writeFileSync(`.fuzz/server-${seed}.txt`, text);
  }
  await connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  return count;
}

function edited(text: string, path: string, random: Random, other: string): string {
  const truncate = () => text.slice(0, random.below(text.length + 1));
  if (path.endsWith(".json")) {
    return random.pick([truncate, () => mutateBytes(text, random), () => mutateJson(other, random)])();
  }
  const byToken = () => mutateTokens(text, random, other);
  const byStatement = () => mutateStatements(text, random, other);
  return random.pick([truncate, () => mutateBytes(text, random), byToken, byStatement])();
}
