// The operator of short messages: takes them, keeps them in a file, and shows them on a page, newest first.
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Router } from 'express';
import { z } from 'zod';
import { escapeHtml, htmlPage } from '../page.ts';

const message = z.object({
  messageId: z.string().min(1).max(60),
  phone: z.string().regex(/^\+7\d{10}$/),
  text: z.string().min(1).max(1000),
});
type Message = z.infer<typeof message> & { readonly at: string };

const SHOWN = 200;

/** @param file where the messages are kept, one JSON object a line */
export function smsRoutes(file: string): { readonly router: Router; readonly page: Router } {
  mkdirSync(dirname(file), { recursive: true });
  const messages: Message[] = existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Message)
    : [];
  let mood: 'normal' | 'down' = 'normal';

  const router = Router();
  router.post('/sms', (request, response) => {
    if (mood === 'down') {
      response.status(503).json({ error: 'the operator is down' });
      return;
    }
    const taken = message.safeParse(request.body);
    if (!taken.success) {
      response.status(400).json({ error: 'a message has messageId, phone (+7 and ten digits) and text' });
      return;
    }
    // The same message handed over twice is one message: operators know it by its id.
    if (!messages.some((known) => known.messageId === taken.data.messageId)) {
      const kept = { ...taken.data, at: new Date().toISOString() };
      messages.push(kept);
      appendFileSync(file, `${JSON.stringify(kept)}\n`);
    }
    response.status(202).json({ accepted: true });
  });
  router.post('/control/sms-mood', (request, response) => {
    mood = z.object({ mood: z.enum(['normal', 'down']) }).parse(request.body).mood;
    response.status(204).end();
  });

  const page = Router();
  page.get('/sms.json', (request, response) => {
    const phone = typeof request.query.phone === 'string' ? request.query.phone : undefined;
    response.json(messages.filter((one) => phone === undefined || one.phone === phone));
  });
  page.get('/sms', (_request, response) => {
    const list = [...messages].reverse().slice(0, SHOWN).map(articleOf).join('');
    response.type('html').send(
      htmlPage({
        title: 'SMS: входящие демонстрации',
        refreshSeconds: 5,
        body: `<p>Сюда приходят короткие сообщения, которые портал отправил бы на телефоны. Страница обновляется сама.</p>${list === '' ? '<p>Пока ничего нет. Код появится здесь, когда портал его отправит.</p>' : list}`,
      }),
    );
  });
  return { router, page };
}

const articleOf = (one: Message): string =>
  `<article><p><strong>${escapeHtml(one.phone)}</strong> <time datetime="${one.at}">${one.at.slice(11, 19)} UTC</time></p><p>${escapeHtml(one.text)}</p></article>`;
