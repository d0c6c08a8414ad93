import { dirname, resolve } from "node:path";
import type { CoverReport, NamedText, StoryCoverage } from "../../../index.ts";
import { contractNamedIn, coverByStories, coverTemplate } from "../../../index.ts";
import { exitStatus } from "../../exit-status.ts";
import { readContractFile } from "../../files/contract-file.ts";
import { readText, standardInput } from "../../files/files.ts";
import { reachFrom } from "../../files/reach.ts";
import type { Options, Run } from "../../options.ts";
import type { Loaded } from "../../problem.ts";
import { fileProblem, refused } from "../../problem.ts";
import { refuse, wrongUse } from "../../refuse.ts";
import { renderCover } from "../../render/cover/cover.ts";
import { coverJson } from "../../render/cover/cover-json.ts";
import { openTrials } from "../../testing/open-trials.ts";
import { writeJson } from "../../write-json.ts";

/** `tenor cover TEMPLATE`: which clause says which sentence of the contract, and what nothing says. */
export const run: Run = async ([path = ""], options, terminal) => {
  const { json, html, full = false } = options;
  if (html !== undefined && json) return wrongUse("--html and --json are two outputs: ask for one at a time", terminal);
  const found = await coverFiles(path, options);
  if (!found.ok) return refuse(found.diagnostics, json, terminal);
  const report = found.value;
  if (html !== undefined) {
    const { writeCover } = await import("../../html/write-cover.ts");
    const problem = writeCover(report, await reachedByStories(path), html, terminal);
    if (problem !== undefined) return refuse([problem], json, terminal);
  } else if (json) writeJson(terminal, coverJson(report));
  else terminal.out.write(renderCover(report, full, terminal.out.width, terminal.out.paint));
  return report.coverage.totals.uncovered > 0 ? exitStatus.failed : exitStatus.fine;
};

/** What the stories of the template reach; nothing where it has none, or does not compile. */
async function reachedByStories(path: string): Promise<StoryCoverage | undefined> {
  if (path === standardInput) return undefined;
  const trials = await openTrials(path, []);
  if (!trials.ok || trials.value.stories.length === 0) return undefined;
  const { template, file, stories } = trials.value;
  return coverByStories(template, file, stories);
}

async function coverFiles(path: string, { text, against }: Options): Promise<Loaded<CoverReport>> {
  const template = await readText(path, "template", "command");
  if (!template.ok) return template;
  const contract = await contractOf(path, template.value, text);
  if (!contract.ok) return contract;
  const other = against === undefined ? undefined : await readContractFile(against, "command");
  if (other?.ok === false) return other;
  return coverTemplate(template.value, contract.value.text, other?.value.text);
}

/** What the command names, or else the head of the template. */
async function contractOf(path: string, template: NamedText, named: string | undefined): Promise<Loaded<NamedText>> {
  if (named !== undefined) return readContractFile(named, "command");
  const own = contractNamedIn(template);
  if (own === undefined) {
    const help = 'name the contract with --text FILE, or write a line `text: "contract.md"` in the head of the note';
    return refused(fileProblem(template.name, `${template.name} does not name the text of its contract`, help));
  }
  const folder = path === standardInput ? process.cwd() : dirname(resolve(path));
  return readContractFile(resolve(folder, own), reachFrom(folder));
}
