// Medians of alternated rounds, as ratios to a bare Express route of the same run: figures that survive a noisy machine.

export interface Measured {
  readonly name: string;
  /** Middle time of one, milliseconds. */
  readonly median: number;
  /** Ninety-five of a hundred are quicker, milliseconds. */
  readonly p95: number;
  readonly runs: number;
}

export interface Subject {
  readonly name: string;
  /** What must be there before one time begins, not measured; returns that time's work. */
  readonly ready: () => Promise<() => Promise<void>>;
}

const WARMING = 3;

/** Work that needs nothing before it. */
export const always =
  (work: () => Promise<void>): Subject['ready'] =>
  () =>
    Promise.resolve(work);

/**
 * Times the subjects in turn, each round in the other order.
 * @param rounds how many times each
 */
export async function measureAlternating(subjects: readonly Subject[], rounds: number): Promise<Measured[]> {
  const times = new Map<string, number[]>(subjects.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds + WARMING; round += 1) {
    const order = round % 2 === 0 ? subjects : subjects.toReversed();
    for (const { name, ready } of order) {
      const work = await ready();
      const start = performance.now();
      await work();
      if (round >= WARMING) times.get(name)?.push(performance.now() - start);
    }
  }
  return subjects.map(({ name }) => {
    const sorted = (times.get(name) ?? []).toSorted((a, b) => a - b);
    const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0;
    return { name, median: at(0.5), p95: at(0.95), runs: sorted.length };
  });
}

/** The table that a person reads; the first row is what the others are compared with. */
export function tableOf(measured: readonly Measured[]): string {
  const bare = measured[0]?.median ?? 1;
  const rows = measured.map(({ name, median, p95, runs }) =>
    [name, median.toFixed(2), p95.toFixed(2), `${(median / bare).toFixed(1)} ×`, String(runs)].join(' | '),
  );
  return [
    '| what | median, ms | 95 %, ms | ratio to bare Express | runs |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}
