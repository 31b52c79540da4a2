// How much of the processor a piece of work takes, which a busy machine changes far less than how long it lasts.

/** The least milliseconds of CPU of some runs after a first one that only warms up; no more are made when one takes few enough. */
export async function leastCpu(work: () => Promise<unknown>, few: number): Promise<number> {
  await work();
  let least = Infinity;
  for (let i = 0; i < 10 && least > few; i += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
