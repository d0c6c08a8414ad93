import { findingsOf } from "../compiled/compiled.ts";
import type { ExitStatus } from "../exit-status.ts";
import { exitStatus } from "../exit-status.ts";
import { readTemplate } from "../files/template-files.ts";
import type { Problem } from "../problem.ts";
import { isError, problemReport, renderProblems } from "../problem.ts";
import { counted } from "../render/parts/text.ts";
import type { Terminal } from "../terminal.ts";
import { writeJson } from "../write-json.ts";

export interface CheckOptions {
  readonly json?: boolean;
  readonly watch?: boolean;
}

/** `tenor check FILE…`: everything there is to find fault with in templates. */
export async function runCheck(
  files: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const problems = await checkFiles(files);
  if (options.json) writeJson(terminal, problemReport(problems));
  else {
    const { out } = terminal;
    out.write(renderProblems(problems, out.paint) + renderSummary(problems, files.length, terminal));
  }
  if (options.watch) await watchTemplates(files, problems, terminal);
  return problems.some(isError) ? exitStatus.failed : exitStatus.fine;
}

async function checkFiles(files: readonly string[]): Promise<readonly Problem[]> {
  const found = await Promise.all(
    files.map(async (file) => {
      const read = await readTemplate(file, "command");
      return read.ok ? findingsOf(read.value) : read.problems;
    }),
  );
  return found.flat();
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
  const { out } = terminal;
  let before = first;
  await watchFiles(files, async (changed) => {
    const now = await checkFiles(files);
    const isNew = (problem: Problem) => !before.some((it) => mark(it) === mark(problem));
    const added = now.filter(isNew);
    const mended = before.length - (now.length - added.length);
    const moves = `${counted(mended, "problem")} mended, ${added.length} new`;
    out.write(`\n${out.paint.dim(`-- ${changed.join(", ")} changed:`)} ${moves}\n\n`);
    out.write(renderProblems(added, out.paint) + renderSummary(now, files.length, terminal));
    before = now;
  });
}

/** What makes a problem the same one after lines have moved. */
function mark(problem: Problem): string {
  if ("kind" in problem) return problem.message;
  const { code, message, span } = problem;
  return `${code} ${span.source.name} ${message}`;
}
