import type { Question, ReasonFact, Replay } from "../../index.ts";
import { describeReason, Failure, loadQuestion, sumLine, visibleText } from "../../index.ts";
import type { ExitStatus } from "../exit-status.ts";
import { exitStatus } from "../exit-status.ts";
import { wrongReportOptions } from "../html/report-options.ts";
import type { Target } from "../html/write-report.ts";
import type { Options, Run } from "../options.ts";
import type { Loaded } from "../problem.ts";
import { fileProblem } from "../problem.ts";
import { madeFrom } from "../receipts/made-from.ts";
import { refuse, wrongUse } from "../refuse.ts";
import type { Terminal } from "../terminal.ts";
import { withScenario } from "../with-scenario.ts";
import { writeJson } from "../write-json.ts";

/** `tenor explain SCENARIO VALUE`: why a value is what it is. `tenor explain --code CODE`: what a finding means. */
export const run: Run = ([scenario, value], options, terminal) => {
  const { code, json } = options;
  if (code !== undefined && scenario === undefined) return explainCode(code, json, terminal);
  if (code === undefined && scenario !== undefined && value !== undefined)
    return explainValue(scenario, value, options, terminal);
  return wrongUse("name a scenario and a value, or a code behind --code", terminal);
};

function explainValue(
  scenario: string,
  value: string,
  options: Options,
  terminal: Terminal,
): ExitStatus | Promise<ExitStatus> {
  const { full = false, depth, json, on, of, html, text: contract, story } = options;
  const wrong = wrongReportOptions(options);
  if (wrong !== undefined) return wrongUse(wrong, terminal);
  if (depth !== undefined && !/^[1-9]\d{0,3}$/.test(depth)) {
    return wrongUse(`--depth ${visibleText(depth)} is not a number of levels; write a whole number from 1`, terminal);
  }
  const levels = depth === undefined ? undefined : Number(depth);
  return withScenario(
    scenario,
    json,
    terminal,
    async (replay, opened) => {
      const question = loadQuestion(replay.template, replay.loaded, { value, on, of });
      if (!question.ok) return question;
      const from = () => madeFrom(opened, "explain", scenario, { value, on, of, story });
      if (html !== undefined)
        return writePage(replay, question.value, { html, xlsx: undefined, text: contract, terminal, from });
      const { renderExplanation } = await import("../render/explanation.ts");
      const { width, isUnicode, isTerminal, paint } = terminal.out;
      const style = { width, isUnicode, isTerminal, paint, isFull: full, levels };
      const shown = replay.explain(question.value, (fact) => ({
        isFailed: fact.result instanceof Failure,
        reason: json ? describeExplanation(fact) : undefined,
        text: json ? "" : renderExplanation(fact, style),
      }));
      if (!shown.ok) return shown;
      const { isFailed, reason, text } = shown.value;
      if (reason !== undefined) {
        writeJson(terminal, { format: "tenor/explain@3", ...reason, madeFrom: from() });
      } else terminal.out.write(text);
      return { ok: true, value: isFailed ? exitStatus.failed : exitStatus.fine };
    },
    { story },
  );
}

async function writePage(replay: Replay, question: Question, target: Target): Promise<Loaded<ExitStatus>> {
  const { writeExplanation } = await import("../html/write-report.ts");
  const written = await writeExplanation(replay, question, target);
  if (!written.ok) return written;
  const answer = replay.answer(question);
  return { ok: true, value: answer.ok && "error" in answer.value ? exitStatus.failed : exitStatus.fine };
}

/** The tree, with the sum on one line where there is a value. */
function describeExplanation(fact: ReasonFact): object {
  const { uses, ...reason } = describeReason(fact);
  const sum = sumLine(fact);
  return { ...reason, ...(sum !== undefined && { sum }), uses };
}

async function explainCode(code: string, json: boolean | undefined, terminal: Terminal): Promise<ExitStatus> {
  const { diagnosticPage, nearestCode, renderDiagnosticPage } = await import("../render/diagnostic-page.ts");
  const page = diagnosticPage(code);
  const { out, err } = terminal;
  if (page === undefined) {
    const near = nearestCode(code);
    const way = near === undefined ? "a code is TN and four digits, such as TN3002" : `did you mean ${near}?`;
    if (json) return refuse([fileProblem(code, `There is no code ${code}`, way)], json, terminal);
    err.write(`error: there is no code ${visibleText(code)}; ${way}\n`);
    return exitStatus.failed;
  }
  if (json) writeJson(terminal, { format: "tenor/code@1", ...page });
  else out.write(await renderDiagnosticPage(page, out.width, out.paint));
  return exitStatus.fine;
}
