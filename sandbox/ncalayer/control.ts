// The person at the machine: which key file is opened with which password, and what they do when a site asks. A plain page, and the same
// by JSON for tests.
import express from 'express';
import type { ErrorRequestHandler, Express, Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { inWords } from '../bad-input.ts';
import { escapeHtml, htmlPage } from '../page.ts';
import { sameSiteOnly } from '../same-site.ts';
import { BEHAVIOURS } from './key-ring.ts';
import type { Behaviour, KeyRing } from './key-ring.ts';

const choice = z.strictObject({ file: z.string().min(1).max(200), password: z.string().max(100) });
const closing = z.strictObject({ file: z.string().min(1).max(200) });
const order = z.strictObject({ behaviour: z.enum(BEHAVIOURS) });

const PROBLEM: Readonly<Record<string, string>> = {
  'no-such-file': 'такого файла нет в папке ключей',
  'wrong-password': 'пароль не подходит',
  'not-a-key-file': 'это не файл ключа',
};

const BEHAVIOUR_WORDS: Readonly<Record<Behaviour, string>> = {
  sign: 'подписывать сразу',
  cancel: 'отказываться',
  fail: 'отвечать ошибкой',
  silent: 'не отвечать',
};

/** @param address where sites find the stand-in, for the page */
export function controlApp(ring: KeyRing, address: string): Express {
  const app = express().disable('x-powered-by');
  const body: RequestHandler[] = [
    sameSiteOnly,
    express.json({ limit: '16kb' }),
    express.urlencoded({ limit: '16kb', extended: false }),
  ];
  app.get('/healthz', (_request, response) => {
    response.json({ status: 'alive' });
  });
  app.get('/', (_request, response) => {
    response.type('html').send(page(ring, address));
  });
  app.get('/state.json', (_request, response) => {
    response.json({
      behaviour: ring.behaviour,
      files: ring.files(),
      opened: ring.opened().map(({ file, key }) => ({ file, subject: key.subject })),
    });
  });
  app.post('/open', body, (request: Request, response: Response) => {
    act(choice, { request, response }, ({ file, password }) => {
      const result = ring.open(file, password);
      return result.ok ? undefined : (PROBLEM[result.problem] ?? result.problem);
    });
  });
  app.post('/close', body, (request: Request, response: Response) => {
    act(closing, { request, response }, ({ file }) => {
      ring.close(file);
      return undefined;
    });
  });
  app.post('/behaviour', body, (request: Request, response: Response) => {
    act(order, { request, response }, ({ behaviour }) => {
      ring.behaviour = behaviour;
      return undefined;
    });
  });
  app.use(unreadable);
  return app;
}

/** Does what a body asks; a fault is answered with 400 and a sentence, to a form with the page again. */
function act<T>(
  schema: z.ZodType<T>,
  { request, response }: { request: Request; response: Response },
  perform: (value: T) => string | undefined,
): void {
  const parsed = schema.safeParse(request.body);
  const fault = parsed.success ? perform(parsed.data) : inWords(parsed.error);
  const fromForm = request.is('application/x-www-form-urlencoded') !== false;
  if (fault === undefined) {
    if (fromForm) response.redirect(303, '/');
    else response.status(204).end();
  } else if (fromForm) {
    const text = `<p role="alert"><strong>Не вышло:</strong> ${escapeHtml(fault)}.</p><p><a href="/">Назад</a></p>`;
    response
      .status(400)
      .type('html')
      .send(htmlPage({ title: 'Не вышло', body: text }));
  } else response.status(400).json({ error: fault });
}

const unreadable: ErrorRequestHandler = (error: Error & { status?: number }, _request, response, _next) => {
  const theirs = error.status !== undefined && error.status < 500;
  if (!theirs) process.stderr.write(`${error.stack ?? error.message}\n`);
  response
    .status(theirs ? 400 : 500)
    .json({ error: theirs ? 'this body cannot be read' : 'the stand-in failed' });
};

function page(ring: KeyRing, address: string): string {
  const opened = ring.opened();
  const list =
    opened.length === 0
      ? '<p>Ни один ключ не открыт: сайт получит отказ.</p>'
      : `<ul>${opened.map(openedItem).join('')}</ul>`;
  const files = ring
    .files()
    .map((file) => `<option value="${escapeHtml(file)}">${escapeHtml(file)}</option>`)
    .join('');
  const choose =
    files === ''
      ? '<p>В папке ключей нет ни одного файла .p12.</p>'
      : `<form method="post" action="/open"><p><label for="file">Файл ключа</label><br><select id="file" name="file">${files}</select></p><p><label for="password">Пароль</label><br><input id="password" name="password" type="password" autocomplete="off"></p><button>Открыть</button></form>`;
  const behaviours = BEHAVIOURS.map(
    (each) =>
      `<p><label><input type="radio" name="behaviour" value="${each}"${each === ring.behaviour ? ' checked' : ''}> ${BEHAVIOUR_WORDS[each]}</label></p>`,
  ).join('');
  return htmlPage({
    title: 'NCALayer для демонстрации',
    body: `<p>Это не NCALayer. Это программа, которая отвечает сайтам вместо него и подписывает пробными ключами. Сайты находят её по адресу <code>${escapeHtml(address)}</code>; браузер спросит о сертификате: <a href="${escapeHtml(address.replace('wss:', 'https:'))}">откройте этот адрес</a> и согласитесь.</p>
<h2>Открытые ключи</h2>${list}<h2>Открыть ключ</h2>${choose}<h2>Когда сайт просит подпись</h2><form method="post" action="/behaviour"><fieldset><legend>Что делать</legend>${behaviours}</fieldset><p><button>Запомнить</button></p></form>`,
  });
}

function openedItem({ file, key }: ReturnType<KeyRing['opened']>[number]): string {
  const { commonName, organisation, purpose, notAfter } = key.subject;
  const who = organisation ? `${commonName}, ${organisation}` : commonName;
  const use = purpose === 'signing' ? 'для подписи' : 'для входа';
  return `<li>${escapeHtml(who)}, ${use}, до ${notAfter.toISOString().slice(0, 10)} <form method="post" action="/close"><input type="hidden" name="file" value="${escapeHtml(file)}"><button aria-label="Закрыть ключ: ${escapeHtml(who)}, ${use}">Закрыть</button></form></li>`;
}
