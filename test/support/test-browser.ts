// A browser without JavaScript over supertest: it keeps cookies, follows redirects, finds forms on the page and sends them as a browser
// does, with the hidden fields that guard them.
import type { Express } from 'express';
import { parse, type HTMLElement } from 'node-html-parser';
import request, { type Response } from 'supertest';

type Fields = Readonly<Record<string, string | readonly string[]>>;
interface Upload {
  readonly field: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface TestBrowser {
  /** The page that is open. */
  readonly page: HTMLElement;
  readonly status: number;
  /** Path of the page that is open. */
  readonly path: string;
  readonly response: Response;
  get(path: string): Promise<TestBrowser>;
  /** The same with headers of one's own. */
  getWith(path: string, headers: Readonly<Record<string, string>>): Promise<TestBrowser>;
  /** Sends the form; fields are laid over what stands in it, files go with it when given. */
  submit(form: string, fields?: Fields, ...uploads: readonly Upload[]): Promise<TestBrowser>;
  /** Sends a POST that no page of ours made. */
  post(path: string, fields: Fields, headers?: Readonly<Record<string, string>>): Promise<TestBrowser>;
  /** Sends the form of the page with only some of its fields. */
  postForm(form: string, keep: (name: string) => boolean): Promise<TestBrowser>;
  /** Sends a body as it is. */
  postRaw(path: string, body: string, type: string): Promise<TestBrowser>;
  /** Sends a POST beside the open page, without following where it leads. */
  fire(path: string, fields: Fields): Promise<Response>;
  /** All text of the page, white space folded. */
  text(): string;
  /** The cookies that it sends, as one header. */
  cookie(): string;
  /** What a form of the open page would send if nobody touched it. */
  fieldsOf(form: string): Readonly<Record<string, string | string[]>>;
  /** The bytes of an address, without opening it. */
  download(path: string): Promise<Response>;
  /** Texts of the error summary. */
  errors(): string[];
}

const MOST_REDIRECTS = 5;

/** @param portal the application itself, or the address of a process that serves it */
export function openBrowser(portal: Express | string): TestBrowser {
  const agent = request.agent(portal);
  const cookies = new Map<string, string>();
  let page = parse('');
  let response: Response | undefined;
  let path = '/';

  const keepCookies = ({ headers }: Response): void => {
    for (const line of (headers['set-cookie'] as unknown as string[] | undefined) ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
  };

  const show = async (first: Response, at: string): Promise<TestBrowser> => {
    let current = first;
    keepCookies(first);
    path = at;
    for (let hops = 0; current.status === 303 || current.status === 302; hops += 1) {
      if (hops > MOST_REDIRECTS) throw new Error(`too many redirects at ${path}`);
      const target = current.get('location') ?? '/';
      path = target.split('?')[0] ?? '/';
      current = await agent.get(target);
      keepCookies(current);
    }
    response = current;
    page = parse(current.type === 'text/html' ? current.text : '');
    return browser;
  };

  const browser: TestBrowser = {
    get page() {
      return page;
    },
    get status() {
      return response?.status ?? 0;
    },
    get path() {
      return path;
    },
    get response() {
      if (response === undefined) throw new Error('no page is open');
      return response;
    },
    get: (target) => browser.getWith(target, {}),
    getWith: async (target, headers) =>
      show(await agent.get(target).set(headers), target.split('?')[0] ?? '/'),
    async submit(selector, fields = {}, ...uploads) {
      const form = page.querySelector(`form${selector}`) ?? page.querySelector(selector);
      if (form === null) throw new Error(`${path} has no form ${selector}: ${browser.text().slice(0, 300)}`);
      const action = form.getAttribute('action') ?? path;
      const values = { ...valuesOf(form), ...fields };
      if (form.getAttribute('enctype') !== 'multipart/form-data') {
        return show(await agent.post(action).type('form').send(encode(values)), action);
      }
      const sending = agent.post(action);
      for (const [name, value] of pairsOf(values)) void sending.field(name, value);
      for (const { field, name, bytes } of uploads) void sending.attach(field, Buffer.from(bytes), name);
      return show(await sending, action);
    },
    post: async (target, fields, headers = {}) =>
      show(await agent.post(target).set(headers).type('form').send(encode(fields)), target),
    async postForm(selector, keep) {
      const form = page.querySelector(selector);
      if (form === null) throw new Error(`${path} has no form ${selector}`);
      const kept = Object.entries(valuesOf(form)).filter(([name]) => keep(name));
      return browser.post(form.getAttribute('action') ?? path, Object.fromEntries(kept));
    },
    postRaw: async (target, body, type) => show(await agent.post(target).type(type).send(body), target),
    fire: (target, fields) => agent.post(target).type('form').redirects(0).send(encode(fields)),
    text: () => page.querySelector('body')?.structuredText.replace(/\s+/g, ' ').trim() ?? '',
    cookie: () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    fieldsOf: (selector) => valuesOf(page.querySelector(selector) ?? parse('')),
    download: (target) => agent.get(target).buffer(true).parse(collect),
    errors: () => page.querySelectorAll('.govuk-error-summary__list a').map((link) => link.text.trim()),
  };
  return browser;
}

/** What the form would send if nobody touched it. */
function valuesOf(form: HTMLElement): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const input of form.querySelectorAll('input, textarea')) {
    const name = input.getAttribute('name');
    const kind = input.getAttribute('type') ?? 'text';
    if (name === undefined || kind === 'file') continue;
    if ((kind === 'radio' || kind === 'checkbox') && !input.hasAttribute('checked')) continue;
    const value = input.tagName === 'TEXTAREA' ? input.text : (input.getAttribute('value') ?? '');
    const known = values[name];
    values[name] = known === undefined ? value : [...(Array.isArray(known) ? known : [known]), value];
  }
  for (const select of form.querySelectorAll('select')) {
    const chosen = select.querySelector('option[selected]') ?? select.querySelector('option');
    values[select.getAttribute('name') ?? ''] = chosen?.getAttribute('value') ?? '';
  }
  return values;
}

function* pairsOf(fields: Fields): Generator<[string, string]> {
  for (const [name, value] of Object.entries(fields)) {
    for (const one of typeof value === 'string' ? [value] : value) yield [name, one];
  }
}

const encode = (fields: Fields): string => new URLSearchParams([...pairsOf(fields)]).toString();

/** supertest's parser for bytes; its types know only text. */
function collect(response: unknown, done: (error: Error | null, body: unknown) => void): void {
  const stream = response as NodeJS.ReadableStream;
  const parts: Buffer[] = [];
  stream.on('data', (part: Buffer) => parts.push(part));
  stream.on('end', () => done(null, Buffer.concat(parts)));
}
