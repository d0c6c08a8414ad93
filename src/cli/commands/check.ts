import type { NamedText } from "../../index.ts";
import { findingsOf } from "../compiled/compiled.ts";
import { exitStatus } from "../exit-status.ts";
import { checkBinding, isBinding } from "../files/check-binding.ts";
import { standardInput } from "../files/files.ts";
import { compileFile } from "../files/open-scenario.ts";
import { readTemplate } from "../files/templates/template-files.ts";
import type { Run } from "../options.ts";
import type { Problem } from "../problem.ts";
import { isError, problemReport, renderProblems } from "../problem.ts";
import { wrongUse } from "../refuse.ts";
import { counted } from "../render/parts/text.ts";
import type { Terminal } from "../terminal.ts";
import { writeJson } from "../write-json.ts";

/** `tenor check FILE…`: prints all diagnostics of templates. */
export const run: Run = async (files, { json, watch, fix, unsafeFixes }, terminal) => {
  const { out, err } = terminal;
  if (unsafeFixes && !fix) return wrongUse("--unsafe-fixes says which fixes --fix writes; add --fix", terminal);
  if (fix && files.includes(standardInput)) return wrongUse("--fix writes files, and standard input is none", terminal);
  const unwritten: Problem[] = [];
  if (fix) {
    const { fixFile } = await import("../files/fix-file.ts");
    for (const file of files.filter((it) => !isBinding(it))) {
      const written = await fixFile(file, unsafeFixes === true);
      if (!written.ok) unwritten.push(...written.diagnostics);
      else if (written.value > 0)
        err.write(`${err.paint.green("fixed")} ${counted(written.value, "problem")} in ${file}\n`);
    }
  }
  const problems = [...unwritten, ...(await checkFiles(files))];
  if (json) writeJson(terminal, problemReport(problems));
  else out.write(renderFindings(problems, files, terminal));
  if (watch) await watchTemplates(files, problems, terminal);
  return problems.some(isError) ? exitStatus.failed : exitStatus.fine;
};

async function checkFiles(files: readonly string[]): Promise<readonly Problem[]> {
  const found = await Promise.all(
    files.map(async (file) => {
      if (isBinding(file)) return checkBinding(file);
      const read = await readTemplate(file, "command");
      if (!read.ok) return read.diagnostics;
      const findings = [...(await findingsOf(read.value)), ...(await findingsOfContract(file, read.value.template))];
      if (findings.some(isError) || !namesCalendarFile(read.value.template)) return findings;
      const opened = await compileFile(file, "command");
      return opened.ok ? findings : [...findings, ...opened.diagnostics];
    }),
  );
  return found.flat();
}

/** What stands against the text of the contract that the head of a template names. */
async function findingsOfContract(file: string, template: NamedText): Promise<readonly Problem[]> {
  if (!namesContract(template)) return [];
  const { findingsAgainstContract } = await import("../files/contract-file.ts");
  return findingsAgainstContract(file, template);
}

/** Only then is it worth to parse the template once more. */
const namesContract = ({ text }: NamedText): boolean => /^ {2,}text:/m.test(text);

/** Whether the head may name a calendar by its path; only then is it worth to compile the template. */
function namesCalendarFile({ text }: NamedText): boolean {
  return /(business|trading) days:[^\n"]*"[^"]*[/\\.]/.test(text);
}

/** A text that is no template has a finding in nearly every line; so many are shown, and then said what it may be. */
const mostOfNoTemplate = 50;

function renderFindings(problems: readonly Problem[], files: readonly string[], terminal: Terminal): string {
  const { paint } = terminal.out;
  const syntax = problems.filter((problem) => "code" in problem && problem.code.startsWith("TN1"));
  const isCut = syntax.length > mostOfNoTemplate && syntax.length * 10 > problems.length * 9;
  const shown = isCut ? problems.slice(0, mostOfNoTemplate) : problems;
  const rest = isCut
    ? "most lines have another form than those of a template: check a .tenor file, not the contract itself\n"
    : "";
  const summary = renderSummary(problems, files.length, terminal);
  return renderProblems(shown, paint) + rest + summary;
}

function renderSummary(problems: readonly Problem[], fileCount: number, { out: { paint } }: Terminal): string {
  const files = counted(fileCount, "file");
  const errors = problems.filter(isError).length;
  const others = problems.length - errors;
  if (problems.length === 0) return `${paint.green("no problems")} in ${files}\n`;
  const counts = [
    ...(errors > 0 ? [paint.red(counted(errors, "error"))] : []),
    ...(others > 0 ? [paint.yellow(counted(others, "warning"))] : []),
  ];
  return `${counts.join(" and ")} in ${files}\n`;
}

/** Checks again whenever a file changes, and shows what is new and how much is mended. Ends with the interrupt key. */
async function watchTemplates(files: readonly string[], first: readonly Problem[], terminal: Terminal): Promise<void> {
  const { watchFiles } = await import("../files/watch.ts");
  const { filesNamedBy } = await import("../files/templates/files-named.ts");
  const others = async () => (await Promise.all(files.filter((it) => !isBinding(it)).map(filesNamedBy))).flat();
  const { out } = terminal;
  let before = first;
  const checkAgain = async (changed: readonly string[]): Promise<void> => {
    const now = await checkFiles(files);
    const isNew = (problem: Problem) => !before.some((it) => mark(it) === mark(problem));
    const added = now.filter(isNew);
    const mended = before.length - (now.length - added.length);
    const moves = `${counted(mended, "problem")} mended, ${added.length} new`;
    out.write(`\n${out.paint.dim(`-- ${changed.join(", ")} changed:`)} ${moves}\n\n`);
    out.write(renderProblems(added, out.paint) + renderSummary(now, files.length, terminal));
    before = now;
  };
  await watchFiles(files, checkAgain, others);
}

/** What makes a problem the same one after lines have moved. */
function mark(problem: Problem): string {
  if ("kind" in problem) return problem.message;
  const { code, message, span } = problem;
  return `${code} ${span.source.name} ${message}`;
}
