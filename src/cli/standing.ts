import type { DueReport, NotePosition, PowerWords, Replay, Result } from "../index.ts";

export interface Standing {
  readonly position: NotePosition;
  /** What falls due and what ends in the three months after the last day; undefined where it takes more than the limits allow. */
  readonly next: DueReport | undefined;
  /** What each party may do as the last day ends; undefined where it takes more than the limits allow. */
  readonly powers: readonly PowerWords[] | undefined;
}

/** Where everybody stands at the end of a scenario's last day. */
export function standingOf(replay: Replay): Result<Standing> {
  const last = replay.lastDay();
  if (!last.ok) return last;
  const positions = replay.positions([last.value]);
  if (!positions.ok) return positions;
  const ahead = replay.standing();
  const [position = { on: "", balances: [], defaults: [] }] = positions.value;
  const { next, powers } = ahead.ok ? ahead.value : {};
  return { ok: true, value: { position, next, powers: powers?.powers } };
}
