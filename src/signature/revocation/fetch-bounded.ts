// One request to a configured address: with a deadline, without redirects, and never more octets than expected.

/** What the verifier needs of `fetch`; tests hand in their own. */
export type Fetch = (
  url: string,
  init: {
    readonly method: 'GET' | 'POST';
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: Uint8Array<ArrayBuffer>;
    readonly redirect: 'error';
    readonly signal: AbortSignal;
  },
) => Promise<Response>;

export interface BoundedRequest {
  readonly url: string;
  /** Sent with POST and this media type. */
  readonly post?: { readonly type: string; readonly body: Uint8Array };
  readonly milliseconds: number;
  readonly mostBytes: number;
}

/** Fetches octets. Throws for anything but a whole answer with status 200 in time and size. */
export async function fetchBounded(
  fetch: Fetch,
  { url, post, milliseconds, mostBytes }: BoundedRequest,
): Promise<Uint8Array> {
  const response = await fetch(url, {
    method: post ? 'POST' : 'GET',
    headers: post ? { 'content-type': post.type } : {},
    ...(post && { body: new Uint8Array(post.body) }),
    redirect: 'error',
    signal: AbortSignal.timeout(milliseconds),
  });
  if (response.status !== 200 || !response.body) {
    await response.body?.cancel();
    throw new Error(`status ${response.status}`);
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > mostBytes) throw new Error(`more than ${mostBytes} octets`);
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}
