import { describeReason, Failure, loadQuestion, Replay, visibleText } from "../../index.ts";
import type { ExitStatus } from "../exit-status.ts";
import { exitStatus } from "../exit-status.ts";
import { openScenario } from "../files/open-scenario.ts";
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
  const { renderExplanation } = await import("../render/explanation.ts");
  const { width, isUnicode, paint } = terminal.out;
  const shown = new Replay(template, loaded).explain(question.value, (fact) => ({
    isFailed: fact.result instanceof Failure,
    reason: json ? describeReason(fact) : undefined,
    text: json ? "" : renderExplanation(fact, { width, isUnicode, isFull: full, paint }),
  }));
  if (!shown.ok) return refuse(shown.diagnostics, json, terminal);
  if (shown.value.reason !== undefined) writeJson(terminal, { format: "tenor/explain@2", ...shown.value.reason });
  else terminal.out.write(shown.value.text);
  return shown.value.isFailed ? exitStatus.failed : exitStatus.fine;
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
