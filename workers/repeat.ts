// Does a thing again and again, with a pause between, until it is stopped.

/**
 * @param round what is done; it never throws
 * @param pauseMs milliseconds between the end of a round and the beginning of the next
 */
export function repeat(round: () => Promise<void>, pauseMs: number): { stop(): Promise<void> } {
  let stopped = false;
  const run = async (): Promise<void> => {
    while (!stopped) {
      await round();
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  };
  const running = run();
  return {
    stop() {
      stopped = true;
      return running;
    },
  };
}
