// What people and tests may do to the sandbox authority: have keys issued, revoke and restore, change moods. JSON for programs, forms for
// the page; bad input gets a sentence.
import express, { Router } from 'express';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { inWords } from '../bad-input.ts';
import { sameSiteOnly } from '../same-site.ts';
import { issueKeyFile, keyFileOrder } from './issue-key-file.ts';
import { moodChange } from './moods.ts';
import type { Moods } from './moods.ts';
import { authorityPage } from './page.ts';
import type { ServiceSetting } from './service-routes.ts';
import { revocationReason } from './store.ts';

const serial = z
  .string()
  .regex(/^[0-9a-fA-F]{2,40}$/, 'must be hex digits')
  .transform((text) => text.toLowerCase());
const revocationOrder = z.strictObject({
  serial,
  reason: revocationReason.default('unspecified'),
  /** When the revocation counts from; now, if nothing is said. */
  at: z.iso.datetime({ offset: true }).optional(),
});
const restorationOrder = z.strictObject({ serial });

export function controlRoutes(setting: ServiceSetting & { moods: Moods }): Router {
  const { store, clock, moods } = setting;
  const router = Router();
  router.use(sameSiteOnly);
  const body = [express.json({ limit: '16kb' }), express.urlencoded({ limit: '16kb', extended: false })];

  const find = (digits: string) => store.state.issued.find((each) => each.serial === digits);

  router.post('/issue', body, async (request: Request, response: Response) => {
    const order = keyFileOrder.safeParse(request.body);
    if (!order.success) {
      refuse(response, order.error);
      return;
    }
    const file = await issueKeyFile(order.data, setting);
    response
      .set('x-certificate-serial', file.serial)
      .attachment(file.fileName)
      .type('application/x-pkcs12')
      .send(Buffer.from(file.bytes));
  });

  router.post('/revoke', body, (request: Request, response: Response) => {
    const order = revocationOrder.safeParse(request.body);
    if (!order.success) {
      refuse(response, order.error);
      return;
    }
    const entry = find(order.data.serial);
    if (!entry) {
      response.status(404).json({ error: 'no certificate with this serial number was issued here' });
      return;
    }
    const at = order.data.at === undefined ? clock.now() : new Date(order.data.at);
    entry.revoked ??= { at: at.toISOString(), reason: order.data.reason };
    store.save();
    done(request, response);
  });

  router.post('/restore', body, (request: Request, response: Response) => {
    const order = restorationOrder.safeParse(request.body);
    if (!order.success) {
      refuse(response, order.error);
      return;
    }
    const entry = find(order.data.serial);
    if (!entry) {
      response.status(404).json({ error: 'no certificate with this serial number was issued here' });
      return;
    }
    delete entry.revoked;
    store.save();
    done(request, response);
  });

  router.post('/mood', body, (request: Request, response: Response) => {
    const change = moodChange.safeParse(request.body);
    if (!change.success) {
      refuse(response, change.error);
      return;
    }
    Object.assign(moods, change.data);
    done(request, response);
  });

  router.get('/mood', (_request, response) => {
    response.json(moods);
  });
  router.get('/issued.json', (_request, response) => {
    response.json(store.state.issued);
  });
  router.get('/', (_request, response) => {
    response.type('html').send(authorityPage(store.state.issued, { moods, now: clock.now() }));
  });
  return router;
}

/** A form goes back to the page, a program gets an empty answer. */
function done(request: Request, response: Response): void {
  if (request.is('application/x-www-form-urlencoded')) response.redirect(303, '/');
  else response.status(204).end();
}

function refuse(response: Response, error: z.ZodError): void {
  response.status(400).json({ error: inWords(error) });
}
