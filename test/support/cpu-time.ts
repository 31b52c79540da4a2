// How much of the processor a piece of work takes, which a busy machine changes far less than how long it lasts.

/** The least milliseconds of CPU of so many runs after a first one that only warms up. */
export async function leastCpu(work: () => Promise<unknown>, runs = 5): Promise<number> {
  await work();
  let least = Infinity;
  for (let i = 0; i < runs; i += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
