import type { DueReport, NotePosition, PowerWords, Replay, Result } from "../index.ts";

export interface Standing {
  readonly position: NotePosition;
  /** What falls due and what ends in the three months after the last day; undefined where it takes more than the limits allow. */
  readonly next: DueReport | undefined;
}

/** Where everybody stands at the end of a scenario's last day. */
export function standingOf(replay: Replay): Result<Standing> {
  const last = replay.lastDay();
  if (!last.ok) return last;
  const positions = replay.positions([last.value]);
  if (!positions.ok) return positions;
  const next = replay.fallingDue(last.value);
  const [position = { on: "", balances: [], defaults: [] }] = positions.value;
  return { ok: true, value: { position, next: next.ok ? next.value : undefined } };
}

/** What each party may do as a scenario's last day ends; undefined where it takes more than the limits allow. */
export function powersAtEnd(replay: Replay): readonly PowerWords[] | undefined {
  const powers = replay.powers(undefined, () => false);
  return powers.ok ? powers.value.powers : undefined;
}
