// Fetches the bytes to sign and makes sure that they are the ones this page shows.
import type { SignBox } from './sign-box.ts';

/** The bytes; undefined, after telling the person, when the server has others by now. */
export async function fetchBytes(box: SignBox): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const response = await fetch(box.bytesHref, {
    credentials: 'same-origin',
    redirect: 'error',
    cache: 'no-store',
  });
  if (!response.ok) {
    box.fail('changed');
    return;
  }
  const bytes = new Uint8Array(await response.arrayBuffer());
  if ((await sha256Hex(bytes)) === box.sha256) return bytes;
  box.fail('changed');
  return undefined;
}

/** Without WebCrypto (a page that is not secure) the server's own comparison is what remains. */
async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const subtle = globalThis.crypto.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) return document.querySelector<HTMLElement>('[data-sign]')?.dataset.sha256 ?? '';
  const hash = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
