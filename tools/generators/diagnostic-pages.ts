import type { DiagnosticPage } from "../../src/cli/render/diagnostic-page.ts";
import { diagnosticPage, findingIn } from "../../src/cli/render/diagnostic-page.ts";
import { registry, renderText } from "../../src/index.ts";
import type { Generated } from "../generated.ts";

const folder = "docs/diagnostics";

/** A page for each code of the catalogue, and a list of them: what `tenor explain --code` says, for a browser. */
export async function generate(): Promise<Generated> {
  const pages = Object.keys(registry)
    .toSorted()
    .flatMap((code) => diagnosticPage(code) ?? []);
  const texts = await Promise.all(pages.map(renderPage));
  const files = new Map(pages.map(({ code }, index) => [`${folder}/${code}.md`, texts[index] ?? ""]));
  files.set(`${folder}/README.md`, renderList(pages));
  return { files, ownedFolder: folder };
}

async function renderPage(page: DiagnosticPage): Promise<string> {
  const { code, slug, severity, message, explanation, language, clause, wrong, right } = page;
  const found = await findingIn(page);
  const shown = found === undefined ? [] : [fence("text", `${renderText(found).trimEnd()}\n`)];
  const parts = [
    `# ${code}: ${slug.replaceAll("-", " ")}`,
    `${kinds[severity]}: ${words(message)}`,
    explanation,
    ...(clause === undefined ? [] : ["## A clause that both examples use", fence("tenor", clause)]),
    "## Wrong",
    fence(fences[language], wrong),
    ...shown,
    "## Right",
    fence(fences[language], right),
    `[All findings](README.md). In a terminal: \`tenor explain --code ${code}\`.`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function renderList(pages: readonly DiagnosticPage[]): string {
  const bands = Map.groupBy(pages, ({ code }) => code.slice(2, 3));
  const tables = [...bands].map(([band, list]) => {
    const rows = list.map(
      ({ code, severity, message }) =>
        `| [${code}](${code}.md) | ${severity} | ${words(message).replaceAll("|", "\\|")} |`,
    );
    return `## ${bandTitles[band] ?? band}\n\n| code | kind | says |\n| --- | --- | --- |\n${rows.join("\n")}`;
  });
  const head =
    "# What Tenor reports\n\nOne page a finding; ‹name› stands for what is found. The pages are generated from " +
    "`src/diagnostics/registry/` by `npm run generate`.";
  return `${[head, ...tables].join("\n\n")}\n`;
}

const words = (message: string) => message.replaceAll(/\{(\w+)\}/g, "‹$1›");

const kinds = { error: "Error", warning: "Warning", hint: "Hint" } as const;

const fences: Readonly<Record<DiagnosticPage["language"], string>> = {
  tenor: "tenor",
  scenario: "json",
  market: "csv",
  calendar: "csv",
  story: "json",
  binding: "json",
  subject: "json",
  model: "text",
  portfolio: "csv",
  table: "csv",
  contract: "text",
};

const bandTitles: Readonly<Partial<Record<string, string>>> = {
  "1": "Syntax",
  "2": "Names",
  "3": "Types and units",
  "4": "Clause logic",
  "5": "Scenarios and data",
  "6": "Running",
};

/** A fence longer than any in the text. */
function fence(language: string, text: string): string {
  const marks = "`".repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return `${marks}${language}\n${text}${marks}`;
}
