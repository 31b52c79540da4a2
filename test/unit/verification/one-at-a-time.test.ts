// The public page never takes more than one thread of the verifier, and nobody waits in a long queue.
import { expect, test } from '@jest/globals';
import { oneAtATime } from '../../../src/verification/one-at-a-time.ts';

/** Work that ends when it is told to. */
function work() {
  let end: (value: string) => void = () => undefined;
  const done = new Promise<string>((resolve) => (end = resolve));
  return { end, run: () => done };
}

test('one runs, so many wait, the next is told at once', async () => {
  const admit = oneAtATime(2);
  const all = [work(), work(), work()];
  let running = 0;
  let most = 0;
  const answers = all.map((one) =>
    admit(async () => {
      running += 1;
      most = Math.max(most, running);
      const value = await one.run();
      running -= 1;
      return value;
    }),
  );
  expect(await admit(() => Promise.resolve('late'))).toEqual({ ok: false, problem: 'busy' });
  all.forEach(({ end }, position) => end(String(position)));
  expect(await Promise.all(answers)).toEqual(['0', '1', '2'].map((value) => ({ ok: true, value })));
  expect(most).toBe(1);
  expect(await admit(() => Promise.resolve('again'))).toEqual({ ok: true, value: 'again' });
});

test('work that breaks lets the next one in', async () => {
  const admit = oneAtATime(1);
  const broken = admit(() => Promise.reject(new Error('broken')));
  const next = admit(() => Promise.resolve('next'));
  await expect(broken).rejects.toThrow('broken');
  expect(await next).toEqual({ ok: true, value: 'next' });
});
