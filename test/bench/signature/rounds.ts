// One algorithm on the bench: everybody shows first that it tells right from wrong, then they run in rounds, forwards and backwards in
// turn, so that a machine that slows down slows all of them. What counts is the median of the rounds.
import { rm } from 'node:fs/promises';
import { makeMaterials, type Algorithm } from './materials.ts';
import { parseTimes } from './peers-here.ts';
import type { Contestant, Peer, Timing } from './peer.ts';

export interface Effort {
  readonly rounds: number;
  /** How much time of processors a verifier has in a round. */
  readonly milliseconds: number;
  readonly people: number;
}

/** Before the rounds everybody runs so many times as long as in one. */
const WARM_UP = 4;

export interface Figure {
  readonly algorithm: Algorithm;
  readonly verifier: string;
  /** Verifications a second by the clock, which a busy machine slows. */
  readonly perSecond: number;
  /** Verifications a second of processors; `null` where nobody counts them. */
  readonly perCpuSecond: number | null;
}

export interface Result {
  readonly figures: readonly Figure[];
  /** A sentence for each verifier that could not take part. */
  readonly skipped: readonly string[];
  readonly parse: { readonly algorithm: Algorithm; readonly komek: number; readonly pkijs: number };
}

/** Runs the verifiers that know an algorithm against each other. */
export async function runRounds(
  algorithm: Algorithm,
  peers: readonly Peer[],
  { rounds, milliseconds, people }: Effort,
): Promise<Result> {
  const materials = await makeMaterials(algorithm, people);
  const skipped: string[] = [];
  const running: { readonly name: string; readonly contestant: Contestant; readonly timings: Timing[] }[] =
    [];
  try {
    for (const peer of peers.filter(({ algorithms }) => algorithms.includes(algorithm))) {
      const contestant = await peer.start(materials);
      if ('skipped' in contestant) skipped.push(`${peer.name} is left out: ${contestant.skipped}.`);
      else running.push({ name: peer.name, contestant, timings: [] });
    }
    for (const { name, contestant } of running) {
      const right = await contestant.accepts(0, 'right');
      if (!right || (await contestant.accepts(0, 'changed')))
        throw new Error(`${name} does not tell a right signature from a wrong one`);
      await contestant.run(milliseconds * WARM_UP); // just-in-time compilers get to know the code
    }
    for (let round = 0; round < rounds; round += 1)
      for (const { contestant, timings } of round % 2 === 0 ? running : running.toReversed())
        timings.push(await contestant.run(milliseconds));
    return {
      figures: running.map(({ name, timings }) => ({ algorithm, verifier: name, ...speedsOf(timings) })),
      skipped,
      parse: { algorithm, ...parseTimes(materials, rounds * 20) },
    };
  } finally {
    await Promise.all(running.map(({ contestant }) => contestant.close()));
    await rm(materials.folder, { recursive: true });
  }
}

function speedsOf(timings: readonly Timing[]): Pick<Figure, 'perSecond' | 'perCpuSecond'> {
  const counted = timings.flatMap(({ count, cpuSeconds }) =>
    cpuSeconds === undefined ? [] : count / cpuSeconds,
  );
  return {
    perSecond: rounded(median(timings.map(({ count, seconds }) => count / seconds))),
    perCpuSecond: counted.length === 0 ? null : rounded(median(counted)),
  };
}

/** The middle of some numbers. */
export const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1] as number;

const rounded = (value: number): number => Number(value.toPrecision(4));
