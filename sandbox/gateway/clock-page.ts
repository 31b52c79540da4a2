// The page that moves the clock of the whole demo forward: portal, worker, authority and registers read the same file, so that a term of
// twenty working days can be seen in minutes.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import express, { Router } from 'express';
import { z } from 'zod';
import { inWords } from '../bad-input.ts';
import { htmlPage } from '../page.ts';

const HOUR = 3_600_000;
/** How far one press moves, and what stands on the button. */
const STEPS = [
  { hours: 1, words: 'на час' },
  { hours: 4, words: 'на 4 часа' },
  { hours: 24, words: 'на день' },
  { hours: 24 * 7, words: 'на неделю' },
  { hours: 24 * 30, words: 'на 30 дней' },
] as const;
/** Certificates of the sandbox live for a year; beyond that the demo would only show expired keys. */
const FURTHEST = 300 * 24 * HOUR;

const move = z.strictObject({
  hours: z.coerce
    .number()
    .int()
    .min(1)
    .max(24 * 60),
});

const moment = new Intl.DateTimeFormat('ru', {
  timeZone: 'Asia/Almaty',
  dateStyle: 'full',
  timeStyle: 'short',
});

/**
 * @param file holds the milliseconds by which every clock is ahead; several processes may read it while it is written
 * @param now the real time
 */
export function clockRoutes(file: string, now: () => number = Date.now): Router {
  const offset = (): number => Number(readFileSync(file, 'utf8')) || 0;
  const router = Router();

  router.get('/clock.json', (_request, response) => {
    response.json({ offset: offset(), now: new Date(now() + offset()).toISOString() });
  });
  router.post('/clock', express.json(), express.urlencoded({ extended: false }), (request, response) => {
    const asked = move.safeParse(request.body);
    if (!asked.success) {
      response.status(400).json({ error: inWords(asked.error) });
      return;
    }
    const next = Math.min(offset() + asked.data.hours * HOUR, FURTHEST);
    // Written beside and renamed: nobody reads half a number.
    writeFileSync(`${file}.next`, String(next));
    renameSync(`${file}.next`, file);
    if (request.is('application/x-www-form-urlencoded')) response.redirect(303, '/clock');
    else response.json({ offset: next });
  });
  router.get('/clock', (_request, response) => {
    const buttons = STEPS.map(
      ({ hours, words }) =>
        `<form method="post" action="/clock"><input type="hidden" name="hours" value="${hours}"><button>${words}</button></form>`,
    ).join('');
    response.type('html').send(
      htmlPage({
        title: 'Часы демонстрации',
        body: `<p>Сейчас в демонстрации: <strong>${moment.format(now() + offset())}</strong></p>
<p>Перевести вперёд у всех сразу:</p><div class="row">${buttons}</div>
<p>Назад часы не идут: то, что сделано, уже сделано. Начать заново: <code>npm run demo -- --fresh</code>. После перевода больше чем на полчаса в портал нужно войти снова.</p>`,
      }),
    );
  });
  return router;
}
