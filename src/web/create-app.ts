// The whole request pipeline on one screen. The same app runs in production and in tests, with every guard on.
import compression from 'compression';
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type Response,
  Router,
} from 'express';
import { join } from 'node:path';
import { mountRows, type MountKit } from '../http/mount.ts';
import type { Portal } from '../compose.ts';
import type { Speaker } from '../identity/index.ts';
import { describeError } from '../platform/log.ts';
import { sendReply, type AnswerDeps } from './answer.ts';
import { cameFromUs, tokenIsValid } from './csrf.ts';
import { keepTyped, ownerMark, takeTyped } from './expired-form.ts';
import { securityHeaders } from './headers.ts';
import { healthRoutes } from './health.ts';
import { languageLinks, languageOf, rememberLanguage } from './language.ts';
import { requestIdOf, requestIds } from './request-id.ts';
import { portalRows } from './routes.ts';
import { createSessions, keepOf, speakerOf, type Sessions } from './session.ts';
import { readFiles } from './uploads.ts';
import { isLanguage } from '../http/texts.ts';

/** Everything a body may weigh that is not an upload. */
const LARGEST_FORM = '300kb';

export function createApp(portal: Portal): Express {
  const { config } = portal;
  const https = config.publicUrl.startsWith('https://');
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustProxy);
  app.set('query parser', 'simple');

  app.use(requestIds);
  app.use(logRequests(portal));
  app.use(...securityHeaders({ ncalayerUrl: config.ncalayerUrl, https }));
  app.use(healthRoutes(portal));
  app.use(compression());
  app.use(
    '/build',
    express.static(join(config.rootDir, 'public/build'), {
      immutable: true,
      maxAge: '1y',
      fallthrough: false,
    }),
  );
  app.use(express.static(join(config.rootDir, 'public'), { index: false, maxAge: '1d' }));
  app.use(express.urlencoded({ extended: false, limit: LARGEST_FORM, parameterLimit: 500 }));
  app.use(languageLinks);
  const sessions = createSessions({ identity: portal.identity, secret: config.sessionSecret, https });
  app.use(...sessions.middlewares);

  const answer: AnswerDeps = {
    pages: portal.pages,
    texts: portal.texts,
    sealer: portal.sealer,
    demo: config.mode === 'demo',
    ncalayerUrl: config.ncalayerUrl,
  };
  const rows = Router({ caseSensitive: true, strict: false });
  mountRows(rows, portalRows(portal), mountKit(portal, answer, sessions));
  app.use(rows);

  app.use((request, response, next) => {
    sendReply(
      answer,
      { request, response },
      { reply: 'problem', problem: 'not-found' },
      speakerOf(request),
    ).catch(next);
  });
  app.use(lastResort(portal, answer));
  return app;
}

/** What happens around every row; see http/mount.ts for the order. */
function mountKit(portal: Portal, answer: AnswerDeps, sessions: Sessions): MountKit {
  const { sealer, clock } = portal;
  const markOf = (request: Request, fallback: string): string => {
    const mark = (request.body as { _for?: unknown } | undefined)?._for;
    return typeof mark === 'string' && /^[0-9a-f]{32}$/.test(mark) ? mark : fallback;
  };
  return {
    speaker: speakerOf,
    tokenIsValid,
    readFiles,
    record: (request, speaker, rule, about) =>
      portal.audit.record({
        action: rule.action,
        about,
        by: speaker as Speaker,
        address: request.ip ?? '',
        requestId: requestIdOf(request),
      }),
    visit: ({ request, response }, speaker, files) => ({
      params: request.params as Record<string, string>,
      query: plainQuery(request),
      language: languageOf(request),
      t: portal.texts.in(languageOf(request)),
      speaker,
      typed: takeTyped(request, ownerMark(sealer, (speaker as Speaker | undefined)?.accountId)),
      files,
      keep: keepOf(request),
      requestId: requestIdOf(request),
      address: request.ip ?? 'unknown',
      now: clock.now(),
      session: sessions.doorOf(request, response),
    }),
    switchLanguage({ request, response }, left) {
      const chosen = (request.body as { _language?: unknown })._language;
      if (isLanguage(chosen)) rememberLanguage(response, chosen);
      keepTyped(request, left, ownerMark(sealer, speakerOf(request)?.accountId));
      response.redirect(303, left.address);
    },
    async notAdmitted(exchange, why, { address, typed }) {
      const { request, response } = exchange;
      if (why !== 'sign-in-first')
        return sendReply(answer, exchange, { reply: 'problem', problem: why }, speakerOf(request));
      const expired = typed !== undefined;
      // Only a page of ours may leave something behind in the session of whoever sent it.
      if (expired && cameFromUs(request)) keepTyped(request, { address, typed }, markOf(request, ''));
      const door = address.startsWith('/office') ? '/office/sign-in' : '/sign-in';
      const query = new URLSearchParams({ to: address, ...(expired ? { expired: 'yes' } : {}) });
      response.redirect(303, `${door}?${query.toString()}`);
    },
    send: (request, response, reply, speaker) =>
      sendReply(answer, { request, response }, reply, speaker as Speaker | undefined),
  };
}

const plainQuery = (request: Request): Record<string, string> =>
  Object.fromEntries(
    Object.entries(request.query).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );

/** One line per request: what kind of page, how long. Addresses of pages carry ids only, and no query is logged. */
function logRequests(portal: Portal) {
  return (request: Request, response: Response, next: () => void) => {
    const start = performance.now();
    response.once('finish', () => {
      const path = (request.originalUrl.split('?')[0] ?? '').slice(0, 200);
      portal.log.debug(
        {
          request: requestIdOf(request),
          method: request.method,
          path,
          status: response.statusCode,
          ms: Math.round(performance.now() - start),
        },
        'request',
      );
    });
    next();
  };
}

/** Whatever nobody expected: a reference number for the person, the kind of error for the operator. */
function lastResort(portal: Portal, answer: AnswerDeps): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const status = (error as { status?: unknown }).status;
    const kind =
      status === 413
        ? 'too-large'
        : typeof status === 'number' && status >= 400 && status < 500
          ? 'bad-request'
          : 'broken';
    if (kind === 'broken')
      portal.log.error({ request: requestIdOf(request), err: describeError(error) }, 'request failed');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    sendReply(answer, { request, response }, { reply: 'problem', problem: kind }, speakerOf(request)).catch(
      next,
    );
  };
}
