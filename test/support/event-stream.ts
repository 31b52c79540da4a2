// Listens to an open page's stream of events as a browser does, and keeps what it heard.
import { get, type IncomingMessage } from 'node:http';
import { waitUntil } from './wait-until.ts';

export interface EventStream {
  readonly status: number;
  /** Without its parameters. */
  readonly contentType: string;
  /** What came so far, one entry an event. */
  readonly heard: readonly string[];
  /** Waits for an event that was not heard before; returns after how many seconds it came. */
  next(seconds: number): Promise<number>;
  close(): void;
}

/** @param cookie of the browser in which the page is open; none for somebody who is not signed in */
export async function listenTo(address: string, cookie: string): Promise<EventStream> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(address, { headers: { cookie, accept: 'text/event-stream' } }, resolve).once('error', reject);
  });
  const heard: string[] = [];
  let rest = '';
  response.setEncoding('utf8').on('data', (part: string) => {
    const lines = (rest + part).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.startsWith('data: ')) heard.push(line.slice('data: '.length));
  });
  response.on('error', () => undefined);
  return {
    status: response.statusCode ?? 0,
    contentType: (response.headers['content-type'] ?? '').split(';')[0] ?? '',
    heard,
    async next(seconds) {
      const known = heard.length;
      const began = performance.now();
      await waitUntil('the page hears of a change', () => heard.length > known || undefined, seconds);
      return (performance.now() - began) / 1000;
    },
    close: () => void response.destroy(),
  };
}
