// The services of a national centre over plain http: OCSP, revocation lists, certificates, time-stamps. Each may be in a bad mood.
import express, { Router } from 'express';
import type { Response } from 'express';
import { fromBase64 } from '../../src/signature/portable/armour.ts';
import { FAMILIES } from './hierarchy.ts';
import type { Authority, Hierarchies, Setting } from './hierarchy.ts';
import type { Moods } from './moods.ts';
import { answerOcsp } from './ocsp-response.ts';
import { buildRevocationList, createListPublisher } from './revocation-list.ts';
import type { ListDescription } from './revocation-list.ts';
import { answerTimeStamp } from './time-stamp.ts';

const DAY = 86_400_000;
const LIMIT = '64kb';

export interface ServiceSetting extends Setting {
  readonly hierarchies: Hierarchies;
  readonly moods: Moods;
  /** How long a service in the mood `slow` lets its caller wait, in milliseconds. */
  readonly slowness: number;
}

export function serviceRoutes(setting: ServiceSetting): Router {
  const { hierarchies, moods, store, clock } = setting;
  const lists = createListPublisher(store, clock);
  const router = Router();
  const authorities = new Map<string, Authority>(
    FAMILIES.flatMap((family) => [hierarchies[family].root, hierarchies[family].issuing]).map((each) => [
      each.id,
      each,
    ]),
  );

  const ocsp = async (request: Uint8Array, response: Response): Promise<void> => {
    if (await misbehaved(response, moods.ocsp, setting.slowness)) return;
    const answer =
      moods.ocsp === 'not-ocsp'
        ? Buffer.from('<html>The service moved.</html>')
        : Buffer.from(await answerOcsp(request, moods.ocsp, setting));
    response.type('application/ocsp-response').send(answer);
  };
  router.post(
    '/ocsp',
    express.raw({ type: 'application/ocsp-request', limit: LIMIT }),
    async (request, response) => {
      await ocsp(bytesOf(request.body), response);
    },
  );
  router.get('/ocsp/*request', async (request, response) => {
    await ocsp(fromBase64(request.params.request.join('/')) ?? new Uint8Array(), response);
  });

  router.post(
    '/tsp',
    express.raw({ type: 'application/timestamp-query', limit: LIMIT }),
    async (request, response) => {
      if (await misbehaved(response, moods.tsp, setting.slowness)) return;
      const answer = await answerTimeStamp(bytesOf(request.body), moods.tsp, setting);
      response.type('application/timestamp-reply').send(Buffer.from(answer));
    },
  );

  router.get('/crl/:file', async (request, response) => {
    const [, id = '', delta] = /^([a-z_]+?)(_d)?\.crl$/.exec(request.params.file) ?? [];
    const issuer = authorities.get(id);
    if (!issuer) {
      response.status(404).type('text').send('There is no such list.');
      return;
    }
    if (await misbehaved(response, moods.crl, setting.slowness)) return;
    if (moods.crl === 'not-crl') {
      response.type('application/pkix-crl').send(Buffer.from('<html>The service moved.</html>'));
      return;
    }
    const list = delta ? await lists.delta(issuer) : await lists.full(issuer);
    const der = await buildRevocationList(inMood(list, moods.crl));
    response.type('application/pkix-crl').send(Buffer.from(der));
  });
  router.post('/crl/publish', async (_request, response) => {
    for (const issuer of authorities.values()) await lists.full(issuer, { renew: true });
    response.status(204).end();
  });

  router.get('/cert/:file', (request, response) => {
    const issuer = authorities.get(request.params.file.replace(/\.cer$/, ''));
    if (issuer) response.type('application/pkix-cert').send(Buffer.from(issuer.certificate));
    else response.status(404).type('text').send('There is no such certificate.');
  });
  return router;
}

const bytesOf = (body: unknown): Uint8Array =>
  Buffer.isBuffer(body) ? new Uint8Array(body) : new Uint8Array();

/** Cuts the connection, or waits first. True when there is nothing more to answer. */
async function misbehaved(response: Response, mood: string, slowness: number): Promise<boolean> {
  if (mood === 'slow')
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, slowness);
      response.once('close', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  if (mood === 'down') response.destroy();
  return response.destroyed;
}

/** The list as the mood wants it. */
function inMood(list: ListDescription, mood: Moods['crl']): ListDescription {
  const moved = (days: number, lives: number): ListDescription => {
    const thisUpdate = new Date(list.thisUpdate.getTime() - days * DAY);
    return { ...list, thisUpdate, nextUpdate: new Date(thisUpdate.getTime() + lives * DAY) };
  };
  switch (mood) {
    case 'stale':
      return moved(3, 180);
    case 'expired':
      return moved(3, 1);
    case 'wrong-scope':
      return { ...list, authoritiesOnly: true };
    case 'forged-signature':
      return { ...list, fault: 'flipped-signature' };
    default:
      return list;
  }
}
