// npm run bench: submission (verify and write), the office's queue over 10,000 cases and the citizen's cabinet, beside a bare Express
// route in the same process and run.   --cases N   --rounds N   --json
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import express, { type Express } from 'express';
import { KEY_PASSWORD, passwordOf } from '../../sandbox/demo/cast.ts';
import { openKeyFile, signCades } from '../../src/signature/index.ts';
import { fillApplication } from '../support/fill-application.ts';
import { caseOf } from '../support/office-work.ts';
import { AIGUL, CLERK, keyOf, startPortal } from '../support/portal.ts';
import { fillOffice } from './portal/full-office.ts';
import { always, measureAlternating, tableOf, type Subject } from './portal/measure.ts';
import { formOf, signIn } from './portal/visitor.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '60' },
    submissions: { type: 'string', default: '20' },
    json: { type: 'boolean', default: false },
  },
});
const wish = (name: 'cases' | 'rounds' | 'submissions'): number => {
  const number = Number(values[name]);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} must be a whole number above 0`);
  return number;
};
const say = (text: string): void => console.error(text);

const listen = async (app: Express): Promise<{ origin: string; close: () => void }> => {
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};

const town = await startPortal({ environment: { LOG_LEVEL: 'silent' } });
const workers = town.startWorkers();
const portal = await listen(town.app);
const bare = express();
bare.get('/', (_request, response) => void response.send('<!doctype html><title>bare</title><p>bare'));
const plain = await listen(bare);
try {
  const citizen = await signIn(portal.origin, '/sign-in', {
    iin: AIGUL.iin,
    password: passwordOf(AIGUL.iin),
  });
  const form = await town.signedIn(AIGUL.iin);
  const kinds = ['rsa', 'gost'] as const;
  const keys = await Promise.all(
    kinds.map(async (algorithm) => {
      const issued = await town.authority.issue(keyOf(AIGUL, { algorithm }));
      const opened = openKeyFile(issued.bytes, KEY_PASSWORD);
      if (!opened.ok) throw new Error(opened.problem);
      return opened.value;
    }),
  );

  /** Fills an application (not measured) and hands out the request that submits it. */
  const prepareSubmission = async (kind: number): Promise<{ id: string; send: () => Promise<Response> }> => {
    const key = keys[kind];
    if (key === undefined) throw new Error('no such key');
    const id = await fillApplication(form);
    const { text } = await citizen.get(`/applications/${id}/sign`);
    const content = (await form.download(`/applications/${id}/sign/bytes`)).body as Buffer;
    const cms = await signCades({
      content,
      key: key.privateKey,
      certificate: key.certificate,
      signingTime: new Date(),
      detached: true,
    });
    const signatureFile = new File([new Uint8Array(cms)], 's.p7s');
    return { id, send: () => citizen.send(formOf(text, '#sign-form'), { signatureFile }) };
  };

  say('filling the office …');
  const first = await prepareSubmission(0);
  await first.send();
  const model = await caseOf(town, first.id);
  const loading = performance.now();
  await fillOffice(town, model, wish('cases'));
  say(`${wish('cases')} cases stored in ${Math.round(performance.now() - loading)} ms`);

  const clerk = await signIn(portal.origin, '/office/sign-in', {
    iin: CLERK.person.iin,
    password: passwordOf(CLERK.person.iin),
  });
  const page = (visitor: typeof citizen, path: string): Subject['ready'] =>
    always(async () => {
      const { status } = await visitor.get(path);
      if (status !== 200) throw new Error(`${path} answered ${status}`);
    });
  const bareRoute: Subject = {
    name: 'bare Express route',
    ready: always(async () => {
      await (await fetch(plain.origin)).text();
    }),
  };
  say('reading pages …');
  const read = await measureAlternating(
    [
      bareRoute,
      { name: `the clerk's queue over ${wish('cases')} cases`, ready: page(clerk, '/office') },
      { name: 'a page in the middle of that queue', ready: page(clerk, '/office?page=100') },
      { name: "the citizen's cabinet", ready: page(citizen, '/cabinet') },
      { name: 'one application in the cabinet', ready: page(citizen, `/cabinet/${first.id}`) },
    ],
    wish('rounds'),
  );

  say('submitting …');
  const submission = (kind: 0 | 1): Subject => ({
    name: `submission signed with ${kinds[kind]}: verify and write`,
    async ready() {
      const { send } = await prepareSubmission(kind);
      return async () => {
        const answer = await send();
        await answer.arrayBuffer();
        if (answer.status !== 303) throw new Error(`a submission answered ${answer.status}`);
      };
    },
  });
  const written = await measureAlternating([bareRoute, submission(0), submission(1)], wish('submissions'));
  if (values.json) console.log(JSON.stringify({ read, written }));
  else console.log(`${tableOf(read)}\n\n${tableOf(written)}`);
} finally {
  plain.close();
  portal.close();
  await workers.stop();
  await town.close();
}
