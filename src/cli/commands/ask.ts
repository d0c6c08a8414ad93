import { loadQuestion } from "../../index.ts";
import { exitStatus } from "../exit-status.ts";
import type { Run } from "../options.ts";
import { renderAnswer } from "../render/answers.ts";
import { withScenario } from "../with-scenario.ts";
import { writeJson } from "../write-json.ts";

/** `tenor ask SCENARIO VALUE`: one answer, as of the end of a day. The timeline runs through that day. */
export const run: Run = ([scenario, value = ""], { json, on, of }, terminal) =>
  withScenario(scenario, json, terminal, (replay) => {
    const question = loadQuestion(replay.template, replay.loaded, { value, on, of });
    const answered = question.ok ? replay.answer(question.value) : question;
    if (!answered.ok) return answered;
    const answer = answered.value;
    if (json) writeJson(terminal, { format: "tenor/ask@1", ...answer });
    else terminal.out.write(`${renderAnswer(answer, terminal.out.paint)}\n`);
    return { ok: true, value: "error" in answer ? exitStatus.failed : exitStatus.fine };
  });
