// Anybody checks a document at /verify, as the QR code on a paper invites: without signing in, without JavaScript, and nothing is kept.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { writeArmour } from '../../../src/signature/portable/armour.ts';
import { verdictSchema } from '../../../src/signature/index.ts';
import { sendApplication } from '../../support/fill-application.ts';
import { bringToExecutor, caseOf, decideAndIssue, openDesks, paperIn } from '../../support/office-work.ts';
import { AIGUL, keyOf, startPortal, type TestPortal } from '../../support/portal.ts';
import type { TestBrowser } from '../../support/test-browser.ts';

let town: TestPortal;
let visitor: TestBrowser;
let paper: Buffer;
let signature: Buffer;

beforeAll(async () => {
  town = await startPortal();
  town.startWorkers();
  const desks = await openDesks(town);
  const { browser, id } = await sendApplication(town, AIGUL);
  const { id: caseId } = await caseOf(town, id);
  await bringToExecutor(desks, caseId);
  paper = await decideAndIssue(town, desks, { caseId, decision: 'grant', issue: 'granted' });
  signature = (await browser.download(`${await paperIn(browser, id)}/signature`)).body as Buffer;
}, 120_000);
afterAll(() => town.close());
beforeEach(() => {
  visitor = town.browser();
});

const asFile = (bytes: Uint8Array) => ({ field: 'file', name: 'құжат', bytes });

async function show(...files: readonly Uint8Array[]): Promise<TestBrowser> {
  await visitor.get('/verify?language=ru');
  return visitor.submit('#verify', {}, ...files.map(asFile));
}

/** A byte of the middle is another one. */
function changed(bytes: Uint8Array): Buffer {
  const copy = Buffer.from(bytes);
  const middle = copy.length >> 1;
  copy[middle] = (copy[middle] ?? 0) ^ 1;
  return copy;
}

function reportIn(browser: TestBrowser): unknown {
  const href = browser.page.querySelector('a[download]')?.getAttribute('href') ?? '';
  return JSON.parse(Buffer.from(href.split(',')[1] ?? '', 'base64').toString());
}

describe('a paper of the portal', () => {
  test('is shown alone: the portal finds its signature', async () => {
    await show(paper);
    expect([visitor.status, visitor.text()]).toEqual([200, expect.stringContaining('Подпись действительна')]);
    expect(visitor.page.querySelector('#issued-here')?.text).toContain('выдан через «Көмек»');
    expect(visitor.text()).toContain('первый руководитель');
  });

  test.each([
    ['document first', () => [paper, signature]],
    ['signature first', () => [signature, paper]],
    ['signature as PEM', () => [paper, Buffer.from(writeArmour(signature))]],
  ])('is shown with its signature, %s', async (_name, files) => {
    await show(...files());
    expect(visitor.text()).toContain('Документу можно верить');
    expect(visitor.page.querySelector('#issued-here')).not.toBeNull();
  });

  test('that was changed is refused with its signature, and not known without', async () => {
    await show(changed(paper), signature);
    expect(visitor.text()).toMatch(/Подписан другой документ.*Не полагайтесь на этот документ/);
    expect(visitor.page.querySelector('#issued-here')).toBeNull();
    await show(changed(paper));
    expect(visitor.status).toBe(422);
    expect(visitor.errors()).toEqual([expect.stringContaining('такой документ не выдавали')]);
  });
});

describe('any signed document', () => {
  const text = Buffer.from('Келісімшарт');

  test('is judged with its signature; the IIN of who signed stands nowhere in full', async () => {
    const cms = await town.sign(text, keyOf(AIGUL));
    await show(text, cms);
    expect(visitor.text()).toContain('Подпись действительна');
    expect(visitor.text()).toContain(`ИИН ••••••••${AIGUL.iin.slice(-4)}`);
    expect(visitor.response.text).not.toContain(AIGUL.iin);
    const report = verdictSchema.parse(reportIn(visitor));
    expect([report.indication, report.policy.name, report.evidence]).toEqual([
      'TOTAL-PASSED',
      'any-document',
      undefined,
    ]);
    expect(JSON.stringify(report)).not.toContain(AIGUL.iin);
  });

  test('is asked for when only its signature came', async () => {
    await show(await town.sign(text, keyOf(AIGUL)));
    expect(visitor.text()).toContain('Добавьте сам документ и проверьте ещё раз');
  });

  test('has its verdict in Kazakh and in English too', async () => {
    const cms = await town.sign(text, keyOf(AIGUL));
    await visitor.get('/verify?language=kk');
    await visitor.submit('#verify', {}, asFile(text), asFile(cms));
    expect(visitor.text()).toContain('Бұл құжатқа сенуге болады');
    expect(visitor.page.querySelector('div[lang=en]')?.text).toContain('signature');
  });
});

describe('whatever else is sent', () => {
  test.each([
    ['nothing', [], 422, 'Выберите документ'],
    ['an empty file', [Buffer.alloc(0)], 422, 'Выберите документ'],
    ['a text', [Buffer.from('просто текст')], 422, 'такой документ не выдавали'],
    ['two texts', [Buffer.from('раз'), Buffer.from('два')], 422, 'такой документ не выдавали'],
    ['more than 16 MB', [Buffer.alloc(16 * 1024 * 1024 + 1, 7)], 413, 'больше 16 МБ'],
  ] as const)('%s is answered at the field', async (_name, files, status, words) => {
    await show(...files);
    expect([visitor.status, visitor.errors()]).toEqual([status, [expect.stringContaining(words)]]);
  });

  test('three files are no form of ours', async () => {
    await show(paper, signature, paper);
    expect(visitor.status).toBe(400);
  });

  test.each([
    ['a cut off signature', () => signature.subarray(0, 900)],
    ['a header of a signature and nothing in it', () => Buffer.from('300b06092a864886f70d010702', 'hex')],
    [
      'a signature that says it has a gigabyte',
      () => Buffer.concat([Buffer.from('308440000000', 'hex'), signature.subarray(4)]),
    ],
  ])('%s is a file that cannot be read', async (_name, bytes) => {
    await show(paper, bytes());
    expect([visitor.status, visitor.text()]).toEqual([
      200,
      expect.stringContaining('Файл подписи не читается'),
    ]);
  });

  test('nothing of it is kept', async () => {
    const count = async (): Promise<number> => {
      const collections = await town.portal.connection.db?.collections();
      const counts = (collections ?? [])
        .filter(({ collectionName }) => !/session|limit/i.test(collectionName))
        .map((one) => one.countDocuments());
      return (await Promise.all(counts)).reduce((sum, one) => sum + one, 0);
    };
    const before = await count();
    const text = Buffer.from('сохранять нечего');
    await show(text, await town.sign(text, keyOf(AIGUL)));
    expect(visitor.status).toBe(200);
    expect(await count()).toBe(before);
  });

  test('too many checks from one address are put off', async () => {
    let status = 0;
    for (let tries = 0; tries < 31 && status !== 429; tries += 1) ({ status } = await show(Buffer.from('x')));
    expect(visitor.errors()).toEqual([expect.stringContaining('через 10 минут')]);
    expect(status).toBe(429);
  });
});
