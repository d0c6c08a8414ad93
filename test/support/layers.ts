/** What one folder of the pipeline may import, beside itself. */
export interface Layer {
  readonly mayLookAt: readonly string[];
  /** Folders of which only types may be imported (`import type`). */
  readonly typesOf?: readonly string[];
  /** Packages from outside; none unless said. */
  readonly packages?: readonly string[];
  /** Shells touch files, clock, terminal and network; everything else is pure. */
  readonly isShell?: true;
  /** Ends the message about an import that points the wrong way. */
  readonly reason: string;
}

const foundation = ["base", "source", "units", "diagnostics"];
const stages = ["grammar", "syntax", "checked", "core", "inputs", "evaluate", "bulk", "paths", "simulation"];
const readers = ["testing", "wording", "explain", "compare", "report", "format", "contract", "cover"];

const foundationLayer: Layer = { mayLookAt: ["base", "source"], reason: "the foundation knows no stage" };
const shell: Layer = { mayLookAt: ["index"], isShell: true, reason: "a shell goes through the public API" };

/** Which folder may import which, in the order of the pipeline. The table in docs/architecture.md says the same in words. */
export const layers: Readonly<Record<string, Layer>> = {
  base: foundationLayer,
  source: foundationLayer,
  units: { ...foundationLayer, packages: ["decimal.js"] },
  diagnostics: foundationLayer,
  grammar: { mayLookAt: [], packages: ["chevrotain"], reason: "the grammar says what is written, not what it means" },
  syntax: { mayLookAt: ["grammar", ...foundation], reason: "a pass sees the stage before it" },
  checked: { mayLookAt: ["syntax", ...foundation], reason: "a pass sees the stage before it" },
  core: { mayLookAt: ["checked", ...foundation], reason: "a pass sees the stage before it" },
  inputs: {
    mayLookAt: foundation,
    typesOf: ["core"],
    packages: ["jsonc-parser"],
    reason: "outside data is read against declarations, not run",
  },
  evaluate: {
    mayLookAt: ["core", "inputs", ...foundation],
    reason: "the engine sees only core programs and inputs",
  },
  testing: {
    mayLookAt: ["evaluate", "core", "inputs", ...foundation],
    reason: "to test a template is to run it",
  },
  paths: { mayLookAt: foundation, reason: "a price path knows nothing of the note that reads it" },
  bulk: { mayLookAt: ["core", "inputs", ...foundation], reason: "the fast engine never leans on the exact one" },
  wording: {
    mayLookAt: ["evaluate", "core", ...foundation],
    typesOf: ["inputs"],
    reason: "words are made at the edge",
  },
  explain: { mayLookAt: foundation, typesOf: ["evaluate", "core"], reason: "an explanation reads results" },
  compare: {
    mayLookAt: foundation,
    typesOf: ["evaluate", "wording", "core", "inputs"],
    reason: "a comparison reads results",
  },
  report: {
    mayLookAt: ["wording", "evaluate", "core", ...foundation],
    typesOf: ["inputs", "explain", "compare", "cover", "testing", "simulation"],
    reason: "a report shows results and their words",
  },
  charts: {
    mayLookAt: foundation,
    packages: ["@observablehq/plot", "linkedom"],
    reason: "charts are heavy and are loaded by themselves, so they hold nothing of the engine",
  },
  sheets: {
    mayLookAt: foundation,
    typesOf: ["report"],
    packages: ["write-excel-file", "fflate"],
    reason: "workbooks are loaded by themselves, as charts are",
  },
  documents: {
    mayLookAt: [],
    packages: ["mammoth"],
    reason: "Word documents are read apart from everything, and what reads them is loaded by itself",
  },
  format: {
    mayLookAt: ["grammar", "syntax", "checked", ...foundation],
    reason: "the formatter works on text and its tree",
  },
  contract: { mayLookAt: ["grammar", ...foundation], reason: "a contract's text is read without any template" },
  cover: {
    mayLookAt: ["contract", "grammar", "syntax", "checked", ...foundation],
    reason: "coverage compares a text with its template",
  },
  simulation: {
    mayLookAt: ["paths", ...foundation],
    reason: "distributions know neither the engine nor the note whose paths they count",
  },
  driver: {
    mayLookAt: [...foundation, ...stages, ...readers],
    packages: ["@noble/hashes"],
    reason: "the driver knows stages, not shells",
  },
  services: {
    mayLookAt: ["driver", ...foundation, ...stages, ...readers],
    reason: "what an editor asks is answered without any protocol, so that server, worker and command share it",
  },
  index: {
    mayLookAt: ["services", "driver", "documents", ...foundation, ...stages, ...readers],
    reason: "the library knows no shell",
  },
  reports: {
    mayLookAt: ["driver", "report", "charts", "sheets", ...foundation],
    reason: "the library's reports are an entry of their own, so that who makes none loads none",
  },
  cli: { ...shell, mayLookAt: ["index", "reports", "lsp"], packages: ["commander", "picocolors"] },
  lsp: { ...shell, packages: ["vscode-languageserver", "vscode-languageserver-textdocument"] },
  playground: { ...shell, packages: ["codemirror", "@codemirror", "@lezer"] },
};

/** The layer of a path from the project's root; undefined for a package and for a folder without a row. */
export function layerOf(path: string): string | undefined {
  const [top, next = ""] = path.split("/");
  const name = top === "src" ? next.replace(/\.ts$/, "") : top === "grammar" ? top : "";
  return name in layers ? name : undefined;
}
