/** The language server in a web worker of a real browser: it finds what is wrong, and answers as over standard input. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { chromiumPath, launch } from "../report/chromium.ts";

const path = chromiumPath();
if (path === undefined) console.warn("no Chromium: the language server is not tried in a web worker");

test.skipIf(path === undefined)(
  "finds what is wrong in a note, and says what a name means",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "tenor-worker-"));
    const browser = await launch(path ?? "");
    try {
      const bundling = `import { bundleWorkerTo } from "./tools/bundle.mjs"; await bundleWorkerTo(${JSON.stringify(folder)});`;
      execFileSync(process.execPath, ["--input-type=module", "--eval", bundling]);
      const page = await browser.newPage();
      const script = readFileSync(join(folder, "tenor-worker.js"), "utf8");
      const clause = readFileSync("terms/library/full-ratchet.tenor", "utf8");
      const note =
        'note "Draft"\n  language: 1\n  parties: A, B\n  exists from: Day\ngiven Day: date\nLater means Dya\n';
      const answers = await page.evaluate(converse, { script, clause, note });
      expect(answers.capabilities).toContain("hoverProvider");
      expect(answers.findings).toEqual(["Nothing is called `Dya`"]);
      expect(answers.hover).toMatch(/Day/);
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
  60_000,
);

/** Runs in the page: speaks to the worker as an editor does. */
async function converse({ script, clause, note }: { script: string; clause: string; note: string }) {
  interface Message {
    readonly id?: number;
    readonly method?: string;
    readonly result?: Readonly<Record<string, unknown>>;
    readonly params?: { readonly diagnostics?: readonly { readonly message: string }[] };
  }
  const worker = new Worker(URL.createObjectURL(new Blob([script])));
  const received: Message[] = [];
  worker.onmessage = ({ data }: { data: Message }) => received.push(data);
  const until = async (wanted: (message: Message) => boolean): Promise<Message> => {
    for (;;) {
      const found = received.find(wanted);
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const ask = (id: number, method: string, params: object) => {
    worker.postMessage({ jsonrpc: "2.0", id, method, params });
    return until((it) => it.id === id);
  };
  const tell = (method: string, params: object) => worker.postMessage({ jsonrpc: "2.0", method, params });
  const uri = "file:///deal/draft.tenor";
  const started = await ask(1, "initialize", { processId: null, rootUri: null, capabilities: {} });
  tell("initialized", {});
  tell("tenor/files", { files: { "/library/full-ratchet.tenor": clause }, library: "/library" });
  tell("textDocument/didOpen", { textDocument: { uri, languageId: "tenor", version: 1, text: note } });
  const { params } = await until(({ method }) => method === "textDocument/publishDiagnostics");
  const hover = await ask(2, "textDocument/hover", { textDocument: { uri }, position: { line: 4, character: 7 } });
  return {
    capabilities: Object.keys((started.result?.capabilities ?? {}) as object),
    findings: (params?.diagnostics ?? []).map(({ message }) => message.split("\n")[0]),
    hover: JSON.stringify(hover.result),
  };
}
