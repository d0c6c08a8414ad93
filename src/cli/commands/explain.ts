import { describeReason, Failure, loadQuestion, visibleText } from "../../index.ts";
import type { ExitStatus } from "../exit-status.ts";
import { exitStatus } from "../exit-status.ts";
import type { Options, Run } from "../options.ts";
import { fileProblem } from "../problem.ts";
import { refuse } from "../refuse.ts";
import type { Terminal } from "../terminal.ts";
import { withScenario } from "../with-scenario.ts";
import { writeJson } from "../write-json.ts";

/** `tenor explain SCENARIO VALUE`: why a value is what it is. `tenor explain --code CODE`: what a finding means. */
export const run: Run = ([scenario, value], options, terminal) => {
  const { code, json } = options;
  if (code !== undefined && scenario === undefined) return explainCode(code, json, terminal);
  if (code === undefined && value !== undefined) return explainValue(scenario, value, options, terminal);
  terminal.err.write("error: name a scenario and a value, or a code behind --code\n");
  return exitStatus.wrongUse;
};

/** Everything there is: folding and shortening are the renderer's. */
const wholeTree = { depth: 60, width: 2_000 };

function explainValue(
  scenario: string | undefined,
  value: string,
  { full = false, json, on, of }: Options,
  terminal: Terminal,
): Promise<ExitStatus> {
  return withScenario(scenario, json, terminal, async (replay) => {
    const question = loadQuestion(replay.template, replay.loaded, { value, on, of });
    const explained = question.ok ? replay.explain(question.value, wholeTree) : question;
    if (!explained.ok) return explained;
    if (json) writeJson(terminal, { format: "tenor/explain@1", ...describeReason(explained.value) });
    else {
      const { renderExplanation } = await import("../render/explanation.ts");
      const { width, isUnicode, paint } = terminal.out;
      terminal.out.write(renderExplanation(explained.value, { width, isUnicode, isFull: full, paint }));
    }
    return { ok: true, value: explained.value.result instanceof Failure ? exitStatus.failed : exitStatus.fine };
  });
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
