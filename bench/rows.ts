/** One line of the table: what was measured, beside what, the ratio, and the aim. */
export interface Row {
  readonly what: string;
  readonly beside: string;
  readonly ratio: number;
  /** At most this; undefined where there is no aim. */
  readonly aim: number | undefined;
  /** The figures behind the ratio, in words. */
  readonly figures: string;
}

export function renderRows(rows: readonly Row[]): string {
  const lines = rows.map(({ what, beside, ratio, aim, figures }) => [
    what,
    beside,
    `${shown(ratio)}×`,
    aim === undefined ? "–" : `≤ ${aim}×`,
    aim === undefined ? "" : ratio <= aim ? "met" : "**missed**",
    figures,
  ]);
  const head = ["what", "beside", "ratio", "aim", "", "figures"];
  return [head, head.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

export const shown = (ratio: number): string => (ratio < 0.1 ? ratio.toFixed(3) : ratio.toFixed(2));

/** Milliseconds, or microseconds where there are few. */
export function inTime(ms: number): string {
  return ms < 0.1 ? `${(1_000 * ms).toFixed(1)} µs` : ms < 10 ? `${ms.toFixed(2)} ms` : `${ms.toFixed(0)} ms`;
}
