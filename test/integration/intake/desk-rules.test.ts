// What a clerk may get wrong at the desk, and who may sit there.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  acceptIntake,
  clerkOf,
  fillIntake,
  notePapers,
  openIntake,
  scanApplication,
} from '../../support/intake-work.ts';
import { openDesks, type Desks } from '../../support/office-work.ts';
import { ERBOL, IVAN, startPortal, type TestPortal } from '../../support/portal.ts';
import { PNG, ZIP } from '../../support/sample-files.ts';
import type { TestBrowser } from '../../support/test-browser.ts';

let town: TestPortal;
let desks: Desks;
let desk: TestBrowser;
beforeAll(async () => {
  town = await startPortal();
  town.startWorkers();
  desks = await openDesks(town);
  desk = desks.clerk;
}, 60_000);
afterAll(() => town.close());
beforeEach(() => {
  town.clock.set(undefined);
  town.registers.silent.clear();
});

describe('what is wrong is said, and nothing is lost', () => {
  const start = async (fields: Readonly<Record<string, string>>): Promise<TestBrowser> => {
    await openIntake(desk, ERBOL.iin, fields);
    return desk;
  };

  test.each([
    [{ iin: '900101300001' }, 'ЖСН-де қате'],
    [{ iin: '<script>' }, '12 цифр'],
    [{ door: 'kostanay-565-6|provider' }, 'Қызметті таңдаңыз'],
    [{ broughtBy: 'representative' }, 'аты-жөнін жазыңыз'],
    [
      { 'received-day': '1', 'received-month': '1', 'received-year': '2099', receivedTime: '10:00' },
      'әлі келген жоқ',
    ],
    [
      { 'received-day': '1', 'received-month': '1', 'received-year': '2020', receivedTime: '10:00' },
      'Жеті күннен',
    ],
    [{ 'received-day': '31', 'received-month': '2', 'received-year': '2026' }, 'Тапсырылған күнді'],
    [{ consent: 'no' }, 'Келісімсіз'],
  ])('at the first page: %j', async (fields, sentence) => {
    const page = await start(fields);
    expect([page.status, page.path]).toEqual([422, '/office/intake/new']);
    expect(page.errors().join(' ')).toContain(sentence);
  });

  test('nothing is accepted before all is typed, noted and scanned', async () => {
    const id = await openIntake(desk, ERBOL.iin);
    const token = desk.page.querySelector('input[name=_csrf]')?.getAttribute('value') ?? '';
    await desk.post(`/office/intake/${id}/accept`, { _csrf: token });
    expect([desk.status, desk.errors()]).toEqual([
      422,
      [expect.stringContaining('Әлі бәрі толтырылған жоқ')],
    ]);
    await desk.get(`/office/intake/${id}`);
    await desk.post(`/office/intake/${id}/refuse`, { _csrf: token });
    expect([desk.status, desk.errors()]).toEqual([422, [expect.stringContaining('негіз жоқ')]]);
    expect(await town.portal.applications.byId(id)).toBeUndefined();
  });

  test('a scan is looked into like any other file', async () => {
    const id = await openIntake(desk, ERBOL.iin);
    await desk.get(`/office/intake/${id}/attachments`);
    await desk.submit(
      '#attach',
      { kind: 'application', next: 'add' },
      { field: 'file', name: 'scan.pdf', bytes: ZIP },
    );
    expect([desk.status, desk.errors().length]).toEqual([422, 1]);
    await desk.submit(
      '#attach',
      { kind: 'application', next: 'add' },
      { field: 'file', name: 'a.png', bytes: PNG },
    );
    expect(desk.page.querySelectorAll('form[id^=remove-]')).toHaveLength(1);
    await desk.submit('form[id^=remove-]');
    expect(desk.page.querySelectorAll('form[id^=remove-]')).toHaveLength(0);
  });

  test('a required document that nobody looked at, and one that is missing and has no name, are asked for', async () => {
    const shortandy = await town.signedIn(clerkOf('shortandy').person.iin);
    const id = await openIntake(shortandy, ERBOL.iin);
    await shortandy.get(`/office/intake/${id}/papers`);
    await shortandy.submit('#papers');
    expect(shortandy.errors()).toHaveLength(2);
    await notePapers(shortandy, id, { 'paper-listed-documents': 'absent' });
    expect(shortandy.errors()).toEqual([expect.stringContaining('Қандай құжат жетіспейтінін')]);
  });

  test('an unknown IIN is said to be unknown', async () => {
    town.registers.people.delete(IVAN.iin);
    await openIntake(desk, IVAN.iin);
    expect(desk.text()).toContain('базасында бұл ЖСН жоқ');
  });
});

describe('rights', () => {
  test('head and executor do not take papers in; a clerk of another office finds nothing', async () => {
    const id = await openIntake(desk, ERBOL.iin);
    for (const other of [desks.head, desks.executor])
      expect((await other.get(`/office/intake/${id}`)).status).toBe(403);
    const shortandy = await town.signedIn(clerkOf('shortandy').person.iin);
    for (const page of ['', '/category', '/papers', '/attachments', '/receipt', '/receipt/pdf'])
      expect([page, (await shortandy.get(`/office/intake/${id}${page}`)).status]).toEqual([page, 404]);
    const akim = await town.signedIn(clerkOf('kostanay-service-centre').person.iin);
    await akim.get('/office/intake');
    expect(akim.text()).not.toContain('СЕЙТҚАЛИ');
  });

  test('after the end the clerk sees the receipt and no longer what was typed', async () => {
    const id = await fillIntake(desk, ERBOL.iin);
    await acceptIntake(desk, id);
    await desk.get(`/office/intake/${id}/category`);
    expect(desk.path).toBe(`/office/intake/${id}/receipt`);
    expect(desk.text()).not.toContain('туберкулез');
  }, 60_000);

  test('an intake that was opened by mistake is dropped with its scans', async () => {
    const id = await openIntake(desk, ERBOL.iin);
    await scanApplication(desk, id);
    await desk.get(`/office/intake/${id}`);
    await desk.submit('#drop');
    expect(desk.path).toBe('/office/intake');
    expect((await desk.get(`/office/intake/${id}`)).status).toBe(404);
    expect(
      await town.portal.connection
        .collection('documents.files')
        .countDocuments({ 'metadata.owner': `application/${id}` }),
    ).toBe(0);
  });
});
