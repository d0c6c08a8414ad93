import type { LineRange } from "../../../index.ts";
import { formatTemplate } from "../../../index.ts";
import type { ExitStatus } from "../../exit-status.ts";
import { exitStatus } from "../../exit-status.ts";
import { readText, standardInput, writeText } from "../../files/files.ts";
import { templatesUnder } from "../../files/templates/templates-under.ts";
import type { Options, Run } from "../../options.ts";
import type { Loaded, Problem } from "../../problem.ts";
import { problemReport, refused, renderProblems } from "../../problem.ts";
import { wrongUse } from "../../refuse.ts";
import { counted } from "../../render/parts/text.ts";
import type { Terminal } from "../../terminal.ts";
import { writeJson } from "../../write-json.ts";

/** `tenor fmt PATH…`: writes templates in the one style. What does not parse is not touched. */
export const run: Run = async (paths, options, terminal) => {
  const range = options.range === undefined ? undefined : rangeOf(options.range);
  if (options.range !== undefined && range === undefined) {
    return wrongUse(`--range ${options.range} is not a range of lines; write it as 12:30`, terminal);
  }
  const files = templatesUnder(paths);
  if (range !== undefined && files.length !== 1) return wrongUse("--range is for one template at a time", terminal);
  if (files.length === 0) return wrongUse(`there is no .tenor file under ${paths.join(", ")}`, terminal);
  if (files.includes(standardInput)) {
    if (files.length > 1) return wrongUse("standard input stands alone: name no other file beside -", terminal);
    return formatInput(options, range, terminal);
  }
  return report(await Promise.all(files.map((file) => formatFile(file, options, range))), options, terminal);
};

function rangeOf(text: string): LineRange | undefined {
  const [first, last] = (/^(\d{1,7}):(\d{1,7})$/.exec(text)?.slice(1) ?? []).map(Number);
  return first === undefined || last === undefined || first < 1 || last < first ? undefined : { first, last };
}

interface Formatted {
  readonly file: string;
  readonly text: string;
  readonly isChanged: boolean;
}

async function format(file: string, range: LineRange | undefined): Promise<Loaded<Formatted>> {
  const read = await readText(file, "template", "command");
  if (!read.ok) return read;
  const { text, name } = read.value;
  const made = formatTemplate(text, name, range);
  return made.ok ? { ok: true, value: { file: name, text: made.value, isChanged: made.value !== text } } : made;
}

async function formatFile(file: string, { check }: Options, range: LineRange | undefined): Promise<Loaded<Formatted>> {
  const made = await format(file, range);
  if (!made.ok || !made.value.isChanged || check) return made;
  const unwritten = writeText(file, made.value.text);
  return unwritten === undefined ? made : refused(unwritten);
}

/** Standard input goes to standard output, so that an editor can use the command. */
async function formatInput(options: Options, range: LineRange | undefined, terminal: Terminal): Promise<ExitStatus> {
  const made = await format(standardInput, range);
  if (options.json || options.check || !made.ok) return report([made], options, terminal);
  terminal.out.write(made.value.text);
  return exitStatus.fine;
}

function report(all: readonly Loaded<Formatted>[], options: Options, terminal: Terminal): ExitStatus {
  const { check = false, json = false } = options;
  const { out, err } = terminal;
  const problems = all.flatMap((it): readonly Problem[] => (it.ok ? [] : it.diagnostics));
  const formatted = all.flatMap((it) => (it.ok ? [it.value] : []));
  const changed = formatted.filter(({ isChanged }) => isChanged).map(({ file }) => file);
  if (json) {
    const { diagnostics } = problemReport(problems);
    writeJson(terminal, { format: "tenor/fmt@1", changed, unchanged: formatted.length - changed.length, diagnostics });
  } else {
    err.write(renderProblems(problems, err.paint));
    for (const file of changed)
      out.write(`${check ? out.paint.yellow("would change") : out.paint.green("formatted")} ${file}\n`);
    // What can't be read has been said above.
    if (formatted.length > 0) out.write(`${endWords(changed.length, formatted.length, check === true)}\n`);
  }
  return problems.length > 0 || (check && changed.length > 0) ? exitStatus.failed : exitStatus.fine;
}

function endWords(changed: number, all: number, isCheck: boolean): string {
  if (changed === 0) return `${counted(all, "file")} in form`;
  return `${counted(changed, "file")} of ${all} ${isCheck ? "not in form" : "formatted"}`;
}
