// Waits for something to become true, by looking at it, never by sleeping a guessed time.

/** Resolves with the first value that is not undefined; fails after `seconds` with what was waited for. */
export async function waitUntil<T>(
  what: string,
  look: () => Promise<T | undefined> | T | undefined,
  seconds = 45,
): Promise<T> {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (performance.now() > end) throw new Error(`waited ${seconds} seconds in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
