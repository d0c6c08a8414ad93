/**
 * Times several ways of doing one thing in one run, taking turns, so that whatever else the machine does meets all of
 * them alike. What counts is how they stand to each other: of each round the ratio is taken, and of these the median.
 */
export interface Measured {
  readonly name: string;
  /** Milliseconds, the median of all rounds. */
  readonly median: number;
  /** Times the first one's time, the median of the rounds' ratios. */
  readonly ratio: number;
}

export type Contestant = readonly [name: string, run: () => unknown];

/** Milliseconds by the clock on the wall. */
const byTheClock = () => performance.now();

/** Milliseconds that the processor spent on this process: where others want the machine, too, they count for nothing. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Each runs so often in a round that it takes some twenty milliseconds; the first rounds only warm up. */
export function compare(contestants: readonly Contestant[], rounds = 25, clock = byTheClock): Measured[] {
  const counts = contestants.map(([, run]) => repetitions(run, clock));
  const times = contestants.map((): number[] => []);
  for (let round = -3; round < rounds; round += 1) {
    for (const [index, [, run]] of contestants.entries()) {
      const count = counts[index] ?? 1;
      const start = clock();
      for (let k = 0; k < count; k += 1) run();
      const each = (clock() - start) / count;
      if (round >= 0) times[index]?.push(each);
    }
  }
  return summary(
    contestants.map(([name]) => name),
    times,
  );
}

export function summary(names: readonly string[], times: readonly (readonly number[])[]): Measured[] {
  const first = times[0] ?? [];
  return names.map((name, index) => {
    const own = times[index] ?? [];
    return { name, median: median(own), ratio: median(own.map((time, round) => time / (first[round] ?? Number.NaN))) };
  });
}

function repetitions(run: () => unknown, clock: () => number): number {
  for (let count = 1; ; count *= 2) {
    const start = clock();
    for (let k = 0; k < count; k += 1) run();
    if (clock() - start > 20 || count >= 4_096) return count;
  }
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}
