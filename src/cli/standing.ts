import type { DueReport, NotePosition, Replay, Result } from "../index.ts";

/** Where everybody stands at the end of a scenario's last day, and what falls due in the quarter after it. */
export function standingOf(replay: Replay): Result<{ readonly position: NotePosition; readonly next: DueReport }> {
  const last = replay.lastDay();
  if (!last.ok) return last;
  const positions = replay.positions([last.value]);
  if (!positions.ok) return positions;
  const next = replay.fallingDue(last.value, { count: 3, unit: "month" });
  if (!next.ok) return next;
  return {
    ok: true,
    value: { position: positions.value[0] ?? { on: "", balances: [], defaults: [] }, next: next.value },
  };
}
