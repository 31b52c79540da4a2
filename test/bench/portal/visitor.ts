// A browser over real HTTP with kept connections, so that what is measured is the server and not the client's handshakes.
import { parse, type HTMLElement } from 'node-html-parser';

export interface Visitor {
  /** Reads an address to its last byte. @returns status and the page */
  get(path: string): Promise<{ readonly status: number; readonly text: string }>;
  /** Sends the form as multipart, with what stands in it; redirects are not followed. */
  send(form: HTMLElement, fields: Readonly<Record<string, string | Blob>>): Promise<Response>;
}

/** @param origin e.g. http://127.0.0.1:3000 */
export function createVisitor(origin: string): Visitor {
  const jar = new Map<string, string>();
  const keep = (response: Response): void => {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
  };
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(path, origin), {
      ...init,
      redirect: 'manual',
      headers: { accept: 'text/html', cookie },
    });
    keep(response);
    return response;
  };
  return {
    async get(path) {
      const response = await ask(path);
      return { status: response.status, text: await response.text() };
    },
    send(form, fields) {
      const hidden = form
        .querySelectorAll('input[type=hidden]')
        .map((input): [string, string] => [
          input.getAttribute('name') ?? '',
          input.getAttribute('value') ?? '',
        ]);
      const entries = Object.entries({ ...Object.fromEntries(hidden), ...fields });
      if (form.getAttribute('enctype') !== 'multipart/form-data')
        return ask(form.getAttribute('action') ?? '/', {
          method: 'POST',
          body: new URLSearchParams(entries as [string, string][]),
        });
      const body = new FormData();
      for (const [name, value] of entries) body.append(name, value);
      return ask(form.getAttribute('action') ?? '/', { method: 'POST', body });
    },
  };
}

/** The form of a page. */
export function formOf(text: string, selector: string): HTMLElement {
  const form = parse(text).querySelector(selector);
  if (form === null) throw new Error(`the page has no form ${selector}`);
  return form;
}

/** Signs somebody in through the page that everybody uses. */
export async function signIn(
  origin: string,
  door: string,
  who: { readonly iin: string; readonly password: string },
): Promise<Visitor> {
  const visitor = createVisitor(origin);
  const { text } = await visitor.get(door);
  const answer = await visitor.send(formOf(text, '#sign-in'), who);
  if (answer.status !== 303) throw new Error(`signing in answered ${answer.status}`);
  await answer.arrayBuffer();
  return visitor;
}
