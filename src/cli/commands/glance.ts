import type { Answer, LoadedScenario, Result, Template } from "../../index.ts";
import { formatDate, loadQuestion, Replay } from "../../index.ts";
import { exitStatus } from "../exit-status.ts";
import type { Run } from "../options.ts";
import { wrongUse } from "../refuse.ts";
import type { OtherChoice } from "../render/glance.ts";
import { renderGlance } from "../render/glance.ts";
import { standingOf } from "../standing.ts";
import { withScenario } from "../with-scenario.ts";

/**
 * `tenor glance SCENARIO --day D… --reading NAME=CHOICE --value V`: some days of the timeline, the position at the end,
 * and what another choice of one passage would make of a value. It is what `npm start` shows, and is not listed.
 */
export const run: Run = ([path = ""], { day: days, reading, value }, terminal) =>
  withScenario(path, false, terminal, (replay) => {
    const ran = replay.outcome();
    if (!ran.ok) return ran;
    const standing = standingOf(replay);
    if (!standing.ok) return standing;
    const { template, loaded } = replay;
    const [name = "", choice = ""] = (reading ?? "").split("=");
    const passage = template.program.readings.get(name);
    if (!passage?.choices.includes(choice)) {
      return { ok: true, value: wrongUse(`--reading ${reading ?? ""} is no choice`, terminal) };
    }
    const asked = value[0] ?? "";
    const [own, other] = [
      answerUnder(template, loaded, asked),
      answerUnder(template, reread(loaded, name, choice), asked),
    ];
    if (!own.ok) return own;
    if (!other.ok) return other;
    const otherChoice: OtherChoice = { passage, choice, own: own.value, other: other.value };
    const { out } = terminal;
    const shown = { loaded, run: ran.value, days: new Set(days), ...standing.value, otherChoice };
    out.write(renderGlance(shown, out.width, out.paint));
    return { ok: true, value: exitStatus.fine };
  });

/** A value as of the end of the scenario's last day. */
function answerUnder(template: Template, loaded: LoadedScenario, value: string): Result<Answer> {
  const replay = new Replay(template, loaded);
  const last = replay.lastDay();
  if (!last.ok) return last;
  const question = loadQuestion(template, loaded, { value, on: formatDate(last.value) });
  return question.ok ? replay.answer(question.value) : question;
}

/** The same scenario with a passage read otherwise. */
function reread(loaded: LoadedScenario, name: string, choice: string): LoadedScenario {
  const { scenario } = loaded;
  return { ...loaded, scenario: { ...scenario, readings: new Map([...scenario.readings, [name, choice]]) } };
}
