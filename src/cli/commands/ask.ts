import type { Answer } from "../../index.ts";
import { loadQuestion, Replay } from "../../index.ts";
import type { ExitStatus } from "../exit-status.ts";
import { exitStatus } from "../exit-status.ts";
import { openScenario } from "../files/open-scenario.ts";
import { refuse } from "../refuse.ts";
import { renderAnswer } from "../render/answers.ts";
import type { Terminal } from "../terminal.ts";
import { showWarnings } from "../warnings.ts";
import { writeJson } from "../write-json.ts";

export interface AskOptions {
  readonly on?: string;
  readonly of?: string;
  readonly json?: boolean;
}

/** `tenor ask SCENARIO VALUE`: one answer, as of the end of a day. The timeline runs through that day. */
export async function runAsk(
  scenario: string,
  value: string,
  options: AskOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { json = false, ...asked } = options;
  const opened = await openScenario(scenario);
  if (!opened.ok) return refuse(opened.problems, json, terminal);
  const { template, loaded } = opened.value;
  showWarnings(loaded.warnings, terminal);
  const question = loadQuestion(template, loaded, { ...asked, value });
  if (!question.ok) return refuse(question.diagnostics, json, terminal);
  const answered = new Replay(template, loaded).answer(question.value);
  if (!answered.ok) return refuse(answered.diagnostics, json, terminal);
  return show(answered.value, json, terminal);
}

function show(answer: Answer, json: boolean, terminal: Terminal): ExitStatus {
  if (json) writeJson(terminal, { format: "tenor/ask@1", ...answer });
  else terminal.out.write(`${renderAnswer(answer, terminal.out.paint)}\n`);
  return "error" in answer ? exitStatus.failed : exitStatus.fine;
}
