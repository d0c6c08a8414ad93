import type { PowerWords } from "../../../index.ts";
import { formatDate, nearestName, parseDate } from "../../../index.ts";
import { exitStatus } from "../../exit-status.ts";
import type { Run } from "../../options.ts";
import { beforeTheNote, fileProblem, nearestHelp, refused } from "../../problem.ts";
import { madeFrom } from "../../receipts/made-from.ts";
import { wrongUse } from "../../refuse.ts";
import { renderPowers } from "../../render/standing/powers.ts";
import { withScenario } from "../../with-scenario.ts";
import { writeJson } from "../../write-json.ts";

/** `tenor powers SCENARIO [EVENT]`: what each party may do on a day, and why not. */
export const run: Run = ([path = "", event], { on, json }, terminal) => {
  const day = on === undefined ? undefined : parseDate(on);
  if (on !== undefined && day === undefined) {
    return wrongUse(`--on ${on} is not a day; write it as 2006-06-13`, terminal);
  }
  return withScenario(path, json, terminal, (replay, opened) => {
    const found = replay.powers(day, (it) => event === undefined || it === event);
    if (!found.ok) return found;
    const { on: asked, start, powers } = found.value;
    if (asked < start) return beforeTheNote(path, "--on", asked, start);
    const shown = event === undefined ? powers : powers.filter((it) => it.event === event);
    if (event !== undefined && shown.length === 0) return refused(noSuchPower(path, event, powers));
    const { out } = terminal;
    const from = madeFrom(opened, "powers", path, { on, value: event });
    if (json) writeJson(terminal, { format: "tenor/powers@3", on: formatDate(asked), powers: shown, madeFrom: from });
    else out.write(renderPowers(formatDate(asked), shown, out.width, out.paint));
    return { ok: true, value: exitStatus.fine };
  });
};

function noSuchPower(path: string, event: string, powers: readonly PowerWords[]) {
  const names = [...new Set(powers.map((it) => it.event))];
  const near = nearestName(event, names);
  const listed = names.length === 0 ? "the template gives no party a power" : `its powers are ${names.join(", ")}`;
  return fileProblem(path, `${path} has no power "${event}"`, near === undefined ? listed : nearestHelp(near));
}
