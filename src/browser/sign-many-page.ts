// The script of the page where an officer signs many papers with one opening of the key. Each paper is sent by itself to its own address:
// one that is refused keeps no other from going out.
import { toBase64 } from '../signature/portable/armour.ts';
import { fetchBytes } from './fetch-bytes.ts';
import { listen, type Sign } from './listen.ts';
import { part, readKeyBox } from './sign-box.ts';

interface Paper {
  readonly bytesHref: string;
  readonly sha256: string;
  readonly sendTo: string;
  readonly tick: HTMLInputElement;
  say(state: 'signed' | 'failed'): void;
}

const root = document.querySelector<HTMLElement>('[data-sign-many]');
if (root !== null) open(root);

function open(page: HTMLElement): void {
  const papers = [...page.querySelectorAll<HTMLElement>('[data-paper]')].map(readPaper);
  const result = part(page, '[data-result]', HTMLElement);
  listen(readKeyBox(page), async (sign) => {
    const chosen = papers.filter(({ tick }) => tick.checked && !tick.disabled);
    const signed = await signAll(chosen, sign, part(page, '#sign-many', HTMLFormElement));
    if (signed === undefined) return 'stays';
    result.textContent = (result.dataset.says ?? '')
      .replace('{signed}', String(signed))
      .replace('{chosen}', String(chosen.length));
    result.hidden = false;
    result.focus();
    part(page, '[data-status]', HTMLElement).hidden = true;
    return 'stays';
  });
}

function readPaper(row: HTMLElement): Paper {
  const tick = part(row, 'input[type=checkbox]', HTMLInputElement);
  const status = part(row, '[data-paper-status]', HTMLElement);
  part(row, '[data-tick]', HTMLElement).hidden = false;
  return {
    bytesHref: row.dataset.bytes ?? '',
    sha256: row.dataset.sha256 ?? '',
    sendTo: row.dataset.send ?? '',
    tick,
    say: (state) => {
      status.textContent = (state === 'signed' ? row.dataset.signed : row.dataset.failed) ?? '';
      status.dataset.state = state;
      if (state !== 'signed') return;
      tick.checked = false;
      tick.disabled = true;
    },
  };
}

/** How many were signed and taken; undefined when there was nothing to sign or no key to sign with, which the box has said. */
async function signAll(
  chosen: readonly Paper[],
  sign: Sign,
  form: HTMLFormElement,
): Promise<number | undefined> {
  const fresh: Paper[] = [];
  const signatures = await sign(async () => {
    const contents: Uint8Array<ArrayBuffer>[] = [];
    for (const paper of chosen) {
      const bytes = await fetchBytes(paper);
      if (bytes === undefined) paper.say('failed');
      else {
        fresh.push(paper);
        contents.push(bytes);
      }
    }
    return contents;
  });
  if (signatures === undefined) return undefined;
  let signed = 0;
  for (const [position, paper] of fresh.entries()) {
    const signature = signatures[position];
    const taken = signature !== undefined && (await send(paper, signature, form));
    paper.say(taken ? 'signed' : 'failed');
    if (taken) signed += 1;
  }
  return signed;
}

/** The same request that the page of one paper makes; its answer leads on when the signature was taken. */
async function send(paper: Paper, signature: Uint8Array, form: HTMLFormElement): Promise<boolean> {
  const body = new FormData(form);
  body.set('sha256', paper.sha256);
  body.set('signature', toBase64(signature));
  const response = await fetch(paper.sendTo, {
    method: 'POST',
    credentials: 'same-origin',
    redirect: 'manual',
    body,
  });
  return response.type === 'opaqueredirect';
}
