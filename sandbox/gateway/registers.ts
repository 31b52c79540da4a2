// The state registers of the sandbox: what each system knows of each invented person, and how each misbehaves when a test wants it to.
import { setTimeout as pause } from 'node:timers/promises';
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { SYSTEMS, type SystemId } from '../../src/registers/index.ts';
import { PEOPLE, type SandboxPerson } from './people.ts';

export const MOODS = ['normal', 'down', 'slow', 'garbage'] as const;
export type Mood = (typeof MOODS)[number];

const question = z.object({ requestId: z.uuid(), iin: z.string().regex(/^\d{12}$/) });
const moodChange = z.object({ system: z.enum(SYSTEMS), mood: z.enum(MOODS) });
const SLOW_MS = 20_000;

export function registerRoutes(): Router {
  const people = new Map<string, SandboxPerson>(PEOPLE.map((one) => [one.person.iin, one]));
  const moods = new Map<SystemId, Mood>();
  const router = Router();

  router.post('/registers/:system', async (request: Request, response: Response) => {
    const system = z.enum(SYSTEMS).safeParse(request.params.system);
    const asked = question.safeParse(request.body);
    if (!system.success || !asked.success) {
      response
        .status(400)
        .json({ error: 'ask one of the registers with requestId (UUID) and iin (12 digits)' });
      return;
    }
    const mood = moods.get(system.data) ?? 'normal';
    if (mood === 'down') {
      response.status(503).json({ error: 'the register is down' });
      return;
    }
    if (mood === 'garbage') {
      response.json({ result: 'found', data: { iin: 12, lastName: ['?'] } });
      return;
    }
    if (mood === 'slow') await pause(SLOW_MS);
    const data = answerOf(system.data, people.get(asked.data.iin));
    response.json(data === undefined ? { result: 'nothing' } : { result: 'found', data });
  });

  router.post('/control/mood', (request, response) => {
    const change = moodChange.parse(request.body);
    moods.set(change.system, change.mood);
    response.status(204).end();
  });

  router.post('/control/people', (request, response) => {
    const added = request.body as SandboxPerson;
    people.set(added.person.iin, added);
    response.status(204).end();
  });
  return router;
}

function answerOf(system: SystemId, known: SandboxPerson | undefined): unknown {
  if (known === undefined) return undefined;
  switch (system) {
    case 'persons':
      return known.person;
    case 'disability':
      return known.disability;
    case 'disease':
      return known.disease;
    case 'mobile':
      return known.phone === undefined ? undefined : { phone: known.phone };
  }
}
