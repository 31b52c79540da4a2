// The clock of the demo: moved forward for everybody at once, never back, never so far that every key has ended.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import express, { type Express } from 'express';
import request from 'supertest';
import { clockRoutes } from '../../../sandbox/gateway/clock-page.ts';
import { createShiftedClock } from '../../../src/platform/clock.ts';
import { waitUntil } from '../../support/wait-until.ts';

let folder: string;
let file: string;
let app: Express;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'komek-clock-'));
  file = join(folder, 'clock-offset');
  writeFileSync(file, '0');
  app = express().use(clockRoutes(file));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const DAY = 86_400_000;

test('a press moves the clock that every process reads', async () => {
  const clock = createShiftedClock(file);
  const before = clock.now().getTime();
  await request(app)
    .post('/clock')
    .type('form')
    .send({ hours: '24' })
    .expect(303)
    .expect('location', '/clock');
  await waitUntil('the clock is a day ahead', () =>
    clock.now().getTime() - before >= DAY ? true : undefined,
  );
  const page = await request(app).get('/clock').expect(200);
  expect(page.text).toContain('Сейчас в демонстрации');
});

test.each([
  { hours: '-24' },
  { hours: '0' },
  { hours: 'x' },
  {},
  { hours: '99999' },
  { hours: '1', more: '1' },
])('what is no step forward is refused: %p', async (body) => {
  await request(app).post('/clock').type('form').send(body).expect(400);
  expect(readFileSync(file, 'utf8')).toBe('0');
});

test('it stops before the keys of the sandbox have ended', async () => {
  for (let press = 0; press < 12; press += 1)
    await request(app).post('/clock').send({ hours: 720 }).expect(200);
  expect(Number(readFileSync(file, 'utf8'))).toBe(300 * DAY);
});
