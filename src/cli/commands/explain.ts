import { describeReason, Failure, loadQuestion, Replay, visibleText } from "../../index.ts";
import type { ExitStatus } from "../exit-status.ts";
import { exitStatus } from "../exit-status.ts";
import { openScenario } from "../open-scenario.ts";
import { fileProblem } from "../problem.ts";
import { refuse } from "../refuse.ts";
import type { Terminal } from "../terminal.ts";
import { showWarnings } from "../warnings.ts";
import { writeJson } from "../write-json.ts";

export interface ExplainOptions {
  readonly on?: string;
  readonly of?: string;
  readonly full?: boolean;
  readonly code?: string;
  readonly json?: boolean;
}

/** `tenor explain SCENARIO VALUE`: why a value is what it is. `tenor explain --code CODE`: what a finding means. */
export async function runExplain(
  scenario: string | undefined,
  value: string | undefined,
  options: ExplainOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { code, ...rest } = options;
  if (code !== undefined && scenario === undefined) return explainCode(code, rest.json ?? false, terminal);
  if (code === undefined && scenario !== undefined && value !== undefined) {
    return explainValue(scenario, value, rest, terminal);
  }
  terminal.err.write("error: name a scenario and a value, or a code behind --code\n");
  return exitStatus.wrongUse;
}

async function explainValue(
  scenario: string,
  value: string,
  { full = false, json = false, ...asked }: Omit<ExplainOptions, "code">,
  terminal: Terminal,
): Promise<ExitStatus> {
  const opened = await openScenario(scenario);
  if (!opened.ok) return refuse(opened.problems, json, terminal);
  const { template, loaded } = opened.value;
  showWarnings(loaded.warnings, terminal);
  const question = loadQuestion(template, loaded, { ...asked, value });
  if (!question.ok) return refuse(question.diagnostics, json, terminal);
  const explained = new Replay(template, loaded).explain(question.value);
  if (!explained.ok) return refuse(explained.diagnostics, json, terminal);
  if (json) writeJson(terminal, { format: "tenor/explain@2", ...describeReason(explained.value) });
  else {
    const { renderExplanation } = await import("../render/explanation.ts");
    const { width, isUnicode, paint } = terminal.out;
    terminal.out.write(renderExplanation(explained.value, { width, isUnicode, isFull: full, paint }));
  }
  return explained.value.result instanceof Failure ? exitStatus.failed : exitStatus.fine;
}

async function explainCode(code: string, json: boolean, terminal: Terminal): Promise<ExitStatus> {
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
