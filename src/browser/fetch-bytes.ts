// Fetches the bytes to sign and makes sure that they are the ones this page shows.

/**
 * The bytes; undefined when the server has others by now.
 * @param shown where they lie, and their hex SHA-256 as the page says it
 */
export async function fetchBytes(shown: {
  readonly bytesHref: string;
  readonly sha256: string;
}): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const response = await fetch(shown.bytesHref, {
    credentials: 'same-origin',
    redirect: 'error',
    cache: 'no-store',
  });
  if (!response.ok) return undefined;
  const bytes = new Uint8Array(await response.arrayBuffer());
  return (await sha256Hex(bytes, shown.sha256)) === shown.sha256 ? bytes : undefined;
}

/** Without WebCrypto (a page that is not secure) the server's own comparison is what remains. */
async function sha256Hex(bytes: Uint8Array<ArrayBuffer>, otherwise: string): Promise<string> {
  const subtle = globalThis.crypto.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) return otherwise;
  const hash = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
