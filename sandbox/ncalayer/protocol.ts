// The conversation of NCALayer over one WebSocket: the version on opening, a heartbeat, requests one after the other, each to a module.
import type { WebSocket } from 'ws';
import type { Clock } from '../../src/platform/clock.ts';
import { answerBasics } from './basics.ts';
import { answerCommonUtils } from './common-utils.ts';
import type { KeyRing } from './key-ring.ts';

const VERSION = { result: { version: '1.4' } };

/** What signing needs: the keys and the person, the time, and where time-stamps come from. */
export interface SigningDesk {
  readonly ring: KeyRing;
  readonly clock: Clock;
  readonly timeStamping: string | undefined;
}

/** Answers one message of a site; `undefined` means no answer. */
export async function answerMessage(text: string, desk: SigningDesk): Promise<object | undefined> {
  if (text === '--heartbeat--') return VERSION;
  const request = parse(text);
  switch (request?.module) {
    case undefined:
      return { status: false, code: 'INVOCATION_ERROR', message: 'This is no request.', details: '' };
    case 'kz.gov.pki.knca.basics':
      return answerBasics(request, desk);
    case 'kz.gov.pki.knca.commonUtils':
      return answerCommonUtils(request, desk);
    case 'kz.digiflow.mobile.extensions':
      // Clients probe for another program with this; an empty answer says that this is not it.
      return {};
    default:
      return { success: false, errorCode: 'MODULE_NOT_FOUND' };
  }
}

interface Request {
  readonly module?: unknown;
  readonly method?: unknown;
  readonly args?: unknown;
  readonly uuid?: unknown;
}

function parse(text: string): Request | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Talks to one site until it goes. */
export function converse(socket: WebSocket, desk: SigningDesk): void {
  let last = Promise.resolve();
  const send = (answer: object | undefined): void => {
    if (answer && socket.readyState === socket.OPEN) socket.send(JSON.stringify(answer));
  };
  socket.on('error', () => socket.terminate());
  socket.on('message', (data, isBinary) => {
    const text = isBinary || !Buffer.isBuffer(data) ? '' : data.toString('utf8');
    last = last.then(async () => send(await answerMessage(text, desk)));
  });
  send(VERSION);
}
