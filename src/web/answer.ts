// Turns a reply into HTTP.
import type { Request, Response } from 'express';
import type { Frame, Pages } from '../http/pages.ts';
import type { Exchange } from '../http/mount.ts';
import { describeProblem } from '../http/problem-pages.ts';
import type { EventsReply, FileReply, Reply } from '../http/reply.ts';
import type { Texts } from '../http/texts.ts';
import type { Speaker } from '../identity/index.ts';
import type { Sealer } from '../platform/sealing.ts';
import { csrfTokenFor } from './csrf.ts';
import { ownerMark } from './expired-form.ts';
import { languageOf } from './language.ts';
import { requestIdOf } from './request-id.ts';

export interface AnswerDeps {
  readonly pages: Pages;
  readonly texts: Texts;
  readonly sealer: Sealer;
  readonly demo: boolean;
  readonly ncalayerUrl: string;
}

/** Sends the reply to the person who asked; `speaker` is who that is now, after a sign-in or sign-out of this very request. */
export async function sendReply(
  deps: AnswerDeps,
  exchange: Exchange,
  reply: Reply,
  speaker: Speaker | undefined,
): Promise<void> {
  const { request, response } = exchange;
  switch (reply.reply) {
    case 'page': {
      const html = await deps.pages.render(
        reply.view,
        reply.model,
        frameOf(deps, request, speaker),
        reply.form,
      );
      response.status(reply.status).type('html').send(html);
      return;
    }
    case 'problem': {
      const { status, texts } = describeProblem(reply.problem);
      const html = await deps.pages.render(
        'problem/problem',
        { texts, requestId: requestIdOf(request) },
        frameOf(deps, request, speaker),
      );
      response.status(status).type('html').send(html);
      return;
    }
    case 'redirect':
      response.redirect(303, reply.to);
      return;
    case 'json':
      response.status(reply.status).json(reply.body);
      return;
    case 'file':
      sendFile(response, reply);
      return;
    case 'events':
      sendEvents(request, response, reply);
      return;
  }
}

function frameOf(deps: AnswerDeps, request: Request, speaker: Speaker | undefined): Frame {
  const language = languageOf(request);
  return {
    language,
    t: deps.texts.in(language),
    here: request.originalUrl,
    signedInAs: speaker?.name,
    desk: speaker === undefined ? undefined : speaker.kind === 'officer' ? 'office' : 'citizen',
    csrfToken: () => csrfTokenFor(request),
    typedFor: ownerMark(deps.sealer, speaker?.accountId),
    demo: deps.demo,
    ncalayerUrl: deps.ncalayerUrl,
  };
}

function sendFile(response: Response, reply: FileReply): void {
  response.attachment(reply.fileName);
  if (reply.inline) response.setHeader('Content-Disposition', 'inline');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response
    .type(reply.mediaType)
    .send(Buffer.from(reply.bytes.buffer, reply.bytes.byteOffset, reply.bytes.byteLength));
}

/** Browsers give up on a silent stream; proxies too. */
const HEARTBEAT_MS = 20_000;

function sendEvents(request: Request, response: Response, reply: EventsReply): void {
  response.status(200).set({
    'content-type': 'text/event-stream',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  });
  response.flushHeaders();
  response.write('retry: 3000\n\n');
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
  const close = reply.open((data) => response.write(`data: ${data.replace(/\s+/g, ' ')}\n\n`));
  request.once('close', () => {
    clearInterval(heartbeat);
    close();
    response.end();
  });
}
