import type { PlainDate } from "../../../index.ts";
import { parseDate } from "../../../index.ts";
import { exitStatus } from "../../exit-status.ts";
import { readTime, wrongTime } from "../../files/read-time.ts";
import type { Run } from "../../options.ts";
import { beforeTheNote } from "../../problem.ts";
import { madeFrom } from "../../receipts/made-from.ts";
import { wrongUse } from "../../refuse.ts";
import { renderDue } from "../../render/due.ts";
import { withScenario } from "../../with-scenario.ts";
import { writeJson } from "../../write-json.ts";

/** `tenor due SCENARIO`: what is owed or must be done, by when, and what follows if it is not. */
export const run: Run = ([path = ""], { from, within, json }, terminal) => {
  const day = from === undefined ? undefined : parseDate(from);
  const time = readTime(within);
  if (from !== undefined && day === undefined) {
    return wrongUse(`--from ${from} is not a day; write it as 2006-06-13`, terminal);
  }
  if (time === undefined) {
    return wrongUse(wrongTime(within), terminal);
  }
  return withScenario(path, json, terminal, (replay, opened) => {
    const { template, loaded } = replay;
    const start = firstDay(loaded.scenario.terms.get(template.program.existsFrom));
    if (day !== undefined && start !== undefined && day < start) return beforeTheNote(path, "--from", day, start);
    const report = replay.due(day, time);
    if (!report.ok) return report;
    if (day !== undefined && day < report.value.start) return beforeTheNote(path, "--from", day, report.value.start);
    const { due, totals, byDay, breaches, lapses } = report.value;
    const asked = { from, within };
    if (json)
      writeJson(terminal, {
        format: "tenor/due@4",
        due,
        totals,
        byDay,
        breaches,
        lapses,
        madeFrom: madeFrom(opened, "due", path, asked),
      });
    else terminal.out.write(renderDue(report.value, terminal.out.width, terminal.out.paint));
    return { ok: true, value: exitStatus.fine };
  });
};

function firstDay(term: unknown): PlainDate | undefined {
  // cast: the term from which a note exists is a date.
  // oxlint-disable-next-line typescript/consistent-type-assertions
  return typeof term === "number" ? (term as PlainDate) : undefined;
}
