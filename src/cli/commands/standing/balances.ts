import type { PeriodLength, PlainDate, Replay, Result } from "../../../index.ts";
import { formatDate, parseDate, periodEnds, periodLengths } from "../../../index.ts";
import { exitStatus } from "../../exit-status.ts";
import { wrongReportOptions } from "../../html/report-options.ts";
import type { Options, Run } from "../../options.ts";
import type { Loaded } from "../../problem.ts";
import { beforeTheNote, fileProblem, refused } from "../../problem.ts";
import type { MadeFrom } from "../../receipts/made-from.ts";
import { madeFrom } from "../../receipts/made-from.ts";
import { wrongUse } from "../../refuse.ts";
import { balancesCsv } from "../../render/parts/csv.ts";
import type { BalancesToShow } from "../../render/standing/balances.ts";
import { renderBalances } from "../../render/standing/balances.ts";
import type { Terminal } from "../../terminal.ts";
import { withScenario } from "../../with-scenario.ts";
import { writeJson } from "../../write-json.ts";

/** `tenor balances SCENARIO`: where everybody stands over time, by role. */
export const run: Run = ([path = ""], options, terminal) => {
  const wrong = wrongReportOptions(options);
  if (wrong !== undefined) return wrongUse(wrong, terminal);
  const every = periodLengths.find((it) => it === options.every);
  if (every === undefined) {
    return wrongUse(`--every ${options.every} is not a period; write ${periodLengths.join(", ")}`, terminal);
  }
  const texts = { from: options.from, through: options.through };
  const days = { from: dayOf(texts.from), through: dayOf(texts.through) };
  for (const [name, { text, day }] of Object.entries(days)) {
    if (text !== undefined && day === undefined) {
      return wrongUse(`--${name} ${text} is not a day; write it as 2006-06-13`, terminal);
    }
  }
  const { from, through } = { from: days.from.day, through: days.through.day };
  if (from !== undefined && through !== undefined && through < from) {
    return wrongUse("--through lies before --from; name a later day, or leave one of them out", terminal);
  }
  return withScenario(path, options.json, terminal, (replay, opened) => {
    const found = positionsOf(path, replay, { every, from, through });
    if (!found.ok) return found;
    show(found.value, options, terminal, () => madeFrom(opened, "balances", path, { every, ...texts }));
    return { ok: true, value: exitStatus.fine };
  });
};

function dayOf(text: string | undefined): { readonly text: string | undefined; readonly day: PlainDate | undefined } {
  return { text, day: text === undefined ? undefined : parseDate(text) };
}

interface Span {
  readonly every: PeriodLength;
  readonly from: PlainDate | undefined;
  readonly through: PlainDate | undefined;
}

function positionsOf(path: string, replay: Replay, { every, from, through }: Span): Loaded<BalancesToShow> {
  const ends = endsOf(replay);
  if (!ends.ok) return ends;
  const { first, last } = ends.value;
  const [begin, end] = [from ?? first, through ?? last];
  if (begin < first) return beforeTheNote(path, "--from", begin, first);
  if (end < begin)
    return from === undefined
      ? outside(path, "--through lies before the first day of the note", `write a day such as ${formatDate(first)}`)
      : outside(
          path,
          "--from lies after the last day",
          `add --through ${formatDate(from)} to go beyond ${formatDate(end)}`,
        );
  const days = replay.positions(periodEnds(begin, end, every));
  if (!days.ok) return days;
  const defaults = replay.defaults(begin, end);
  if (!defaults.ok) return defaults;
  return { ok: true, value: { days: days.value, from: formatDate(begin), defaults: defaults.value } };
}

function endsOf(replay: Replay): Result<{ readonly first: PlainDate; readonly last: PlainDate }> {
  const first = replay.firstDay();
  if (!first.ok) return first;
  const last = replay.lastDay();
  return last.ok ? { ok: true, value: { first: first.value, last: last.value } } : last;
}

function outside(path: string, message: string, help: string): Loaded<never> {
  return refused(fileProblem(path, message, help));
}

function show(found: BalancesToShow, { json, csv }: Options, terminal: Terminal, from: () => MadeFrom): void {
  const { out } = terminal;
  const { days, defaults } = found;
  if (json) writeJson(terminal, { format: "tenor/balances@3", days, defaults, madeFrom: from() });
  else out.write(csv ? balancesCsv(days) : renderBalances(found, out.width, out.paint));
}
