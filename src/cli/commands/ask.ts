import { loadQuestion } from "../../index.ts";
import { exitStatus } from "../exit-status.ts";
import type { Run } from "../options.ts";
import { madeFrom } from "../receipts/made-from.ts";
import { renderAnswer } from "../render/answers.ts";
import { withScenario } from "../with-scenario.ts";
import { writeJson } from "../write-json.ts";

/** `tenor ask SCENARIO VALUE`: one answer, as of the end of a day. The timeline runs through that day. */
export const run: Run = ([scenario = "", value = ""], { json, on, of, story }, terminal) =>
  withScenario(
    scenario,
    json,
    terminal,
    (replay, opened) => {
      const question = loadQuestion(replay.template, replay.loaded, { value, on, of });
      const answered = question.ok ? replay.answer(question.value) : question;
      if (!answered.ok) return answered;
      const answer = answered.value;
      if (json) {
        const from = madeFrom(opened, "ask", scenario, { value, on, of, story });
        writeJson(terminal, { format: "tenor/ask@2", ...answer, madeFrom: from });
      } else terminal.out.write(`${renderAnswer(answer, terminal.out.paint)}\n`);
      return { ok: true, value: "error" in answer ? exitStatus.failed : exitStatus.fine };
    },
    { story },
  );
