// Papers that are attached: what is none, more than one, too large, active or out of turn is told at the field, in words.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fillApplication } from '../../support/fill-application.ts';
import { JPEG, PDF, PNG, ZIP } from '../../support/sample-files.ts';
import { GULNAR, startPortal, type TestPortal } from '../../support/portal.ts';
import type { TestBrowser } from '../../support/test-browser.ts';

let town: TestPortal;
let citizen: TestBrowser;
let id: string;

beforeAll(async () => {
  town = await startPortal();
  citizen = await town.signedIn(GULNAR.iin);
  id = await fillApplication(citizen);
}, 60_000);
afterAll(() => town.close());

async function attach(bytes: Uint8Array, name = 'құжат.pdf'): Promise<TestBrowser> {
  await citizen.get(`/applications/${id}/attachments?language=ru`);
  return citizen.submit('#attach', { kind: 'other', next: 'add' }, { field: 'file', name, bytes });
}

const attachments = async () => {
  const found = await town.portal.applications.byId(id);
  return found?.content.attachments ?? [];
};
const filesInStore = (): Promise<number> =>
  town.portal.connection.collection('documents.files').countDocuments();

const join = (...parts: readonly (Buffer | string)[]): Buffer =>
  Buffer.concat(parts.map((part) => Buffer.from(part)));
const pdfWith = (object: string): Buffer =>
  Buffer.from(PDF.toString('latin1').replace('trailer', `4 0 obj<<${object}>>endobj\ntrailer`), 'latin1');

const WRONG: readonly (readonly [what: string, bytes: Buffer, name: string, says: RegExp])[] = [
  ['an empty file', Buffer.alloc(0), 'a.pdf', /Выберите файл|пустой/],
  [
    'a program that calls itself a picture',
    join('MZ', Buffer.alloc(2000)),
    'photo.jpg',
    /только PDF, JPG и PNG/,
  ],
  ['a web page', Buffer.from('<!DOCTYPE html><script>alert(1)</script>'), 'a.png', /только PDF, JPG и PNG/],
  [
    'a drawing with a script',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    'a.svg',
    /только PDF, JPG и PNG/,
  ],
  ['an archive', ZIP, 'a.pdf', /только PDF, JPG и PNG/],
  ['a picture with an archive behind it', join(PNG, ZIP), 'a.png', /что-то ещё, кроме документа/],
  ['a photo with a page behind it', join(JPEG, '<html>'), 'a.jpg', /что-то ещё, кроме документа/],
  ['a PDF with an archive behind it', join(PDF, ZIP), 'a.pdf', /что-то ещё, кроме документа/],
  ['a PDF behind a program', join('#!/bin/sh\n', PDF), 'a.pdf', /что-то ещё|только PDF, JPG и PNG/],
  ['a picture that breaks off', PNG.subarray(0, 40), 'a.png', /повреждён/],
  ['a photo that breaks off', JPEG.subarray(0, 30), 'a.jpg', /повреждён/],
  ['a PDF without an end', PDF.subarray(0, 100), 'a.pdf', /повреждён/],
  ['a PDF with a script', pdfWith('/S/JavaScript/JS(app.alert(1))'), 'a.pdf', /программа/],
  ['a PDF that starts a program', pdfWith('/S/Launch/F(cmd.exe)'), 'a.pdf', /программа/],
  ['a PDF with a password', pdfWith('/Encrypt 5 0 R'), 'a.pdf', /парол/],
];

describe('a file that is not fit', () => {
  test.each(WRONG)(
    '%s: the field says what is wrong, and nothing is stored',
    async (_what, bytes, name, says) => {
      const before = await filesInStore();
      await attach(bytes, name);
      expect(citizen.status).toBe(422);
      expect(citizen.errors().join(' ')).toMatch(says);
      expect(citizen.page.querySelector('#file-error')).not.toBeNull();
      expect(await attachments()).toEqual([]);
      expect(await filesInStore()).toBe(before);
    },
  );

  test('10 MB and one kilobyte are answered with 413 at the field, 50 MB as well', async () => {
    for (const size of [10 * 1024 * 1024 + 1025, 50 * 1024 * 1024]) {
      await attach(Buffer.concat([PNG, Buffer.alloc(size)]), 'big.png');
      expect(citizen.status).toBe(413);
      expect(citizen.errors()[0]).toContain('больше 10 МБ');
    }
    expect(await attachments()).toEqual([]);
  }, 30_000);

  test('two files at once, a field of another name and a form without a kind are refused', async () => {
    await citizen.get(`/applications/${id}/attachments`);
    await citizen.submit('#attach', { next: 'add' }, { field: 'file', name: 'a.png', bytes: PNG });
    expect(citizen.status).toBe(422);
    await citizen.get(`/applications/${id}/attachments`);
    await citizen.submit(
      '#attach',
      { kind: 'other', next: 'add' },
      { field: 'other', name: 'a.png', bytes: PNG },
    );
    expect(citizen.status).toBe(400);
    expect(await attachments()).toEqual([]);
  });
});

describe('a file that is fit', () => {
  test.each([
    ['PNG', PNG, 'image/png'],
    ['JPEG', JPEG, 'image/jpeg'],
    ['PDF', PDF, 'application/pdf'],
  ])(
    '%s: is kept by its content, whatever its name says, and comes back to the byte',
    async (_kind, bytes, mediaType) => {
      await attach(bytes, '../../etc/passwd\u202Egnp.exe');
      const kept = (await attachments()).at(-1);
      expect(kept).toMatchObject({
        name: 'passwdgnp.exe',
        mediaType,
        size: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      });
      const back = await citizen.download(`/applications/${id}/attachments/${kept?.fileId ?? ''}`);
      expect(back.get('content-type')).toContain(mediaType);
      expect(back.get('content-disposition')).toContain('attachment');
      expect((back.body as Buffer).equals(bytes)).toBe(true);
    },
  );

  test('lies sealed: nothing of it can be read in the database', async () => {
    const chunks = await town.portal.connection
      .collection<{ data: { buffer: Buffer } }>('documents.chunks')
      .find({})
      .toArray();
    for (const { data } of chunks) expect(Buffer.from(data.buffer).includes('Catalog')).toBe(false);
    const names = await town.portal.connection.collection('documents.files').distinct('filename');
    expect(names.join()).not.toContain('passwd');
  });

  test('the same paper twice is one paper, and the eleventh is told that ten are enough', async () => {
    const before = (await attachments()).length;
    await attach(PNG, 'again.png');
    expect((await attachments()).length).toBe(before);
    for (let number = before; number < 10; number += 1)
      await attach(join(PDF.toString('latin1').replace('[0 0 9 9]', `[0 0 9 ${number}0]`)), `${number}.pdf`);
    expect((await attachments()).length).toBe(10);
    await citizen.get(`/applications/${id}/attachments`);
    expect(citizen.page.querySelector('#file')).toBeNull();
    const token = citizen.page.querySelector('#attach input[name=_csrf]')?.getAttribute('value') ?? '';
    await citizen.post(`/applications/${id}/attachments`, { _csrf: token, kind: 'other', next: 'add' });
    expect((await attachments()).length).toBe(10);
  }, 30_000);

  test('is taken away again, from the list and from the store', async () => {
    const [first] = await attachments();
    const before = await filesInStore();
    await citizen.get(`/applications/${id}/attachments`);
    await citizen.submit(`#remove-${first?.fileId ?? ''}`);
    expect((await attachments()).some(({ fileId }) => fileId === first?.fileId)).toBe(false);
    expect(await filesInStore()).toBe(before - 1);
    const gone = await citizen.get(`/applications/${id}/attachments/${first?.fileId ?? ''}`);
    expect(gone.status).toBe(404);
  });
});
