// What arrives in a form: without a token, too large, malformed, twice, late, in another language. The answer is a sentence, the right
// status, and nothing that was typed is lost.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { addressOf } from '../../../src/http/paths.ts';
import { portalRows } from '../../../src/web/routes.ts';
import { fillApplication, IBAN } from '../../support/fill-application.ts';
import { AIGUL, ERBOL, startPortal, type TestPortal } from '../../support/portal.ts';
import type { TestBrowser } from '../../support/test-browser.ts';
import { passwordOf } from '../../../sandbox/demo/cast.ts';

let town: TestPortal;
let citizen: TestBrowser;
let id: string;

beforeAll(async () => {
  town = await startPortal();
  citizen = await town.signedIn(AIGUL.iin);
  id = await fillApplication(citizen);
}, 60_000);
afterAll(() => town.close());

const at = (block: string): string => `/applications/${id}/${block}`;
const answers = async () => (await town.portal.applications.byId(id))?.content.answers;
const tokenOn = (browser: TestBrowser): string =>
  browser.page.querySelector('input[name=_csrf]')?.getAttribute('value') ?? '';

describe('a POST that no page of ours made', () => {
  test('without a token, with somebody else’s and with an old one gets 403 and changes nothing, at every address', async () => {
    const before = await town.portal.applications.byId(id);
    const other = await town.signedIn(ERBOL.iin);
    await other.get('/profile');
    const foreign = tokenOn(other);
    const rows = portalRows(town.portal).filter(
      ({ method, access }) =>
        method === 'post' && ['citizens', 'visitors', 'signed-in'].includes(access.name),
    );
    expect(rows.length).toBeGreaterThan(25);
    for (const row of rows) {
      const unknown = '0'.repeat(24);
      const address = addressOf(row.path, { id, service: 'astana-158-1286', file: unknown, entry: unknown });
      for (const _csrf of ['', foreign, 'x'.repeat(5000)]) {
        await citizen.post(address, _csrf === '' ? {} : { _csrf });
        expect([address, citizen.status]).toEqual([address, 403]);
        expect(citizen.text()).toMatch(/Бет ескіріп қалды|Страница устарела/);
      }
    }
    expect(await town.portal.applications.byId(id)).toEqual(before);
  }, 60_000);

  test('from another site gets 403 even with the right token', async () => {
    await citizen.get(at('contacts'));
    const _csrf = tokenOn(citizen);
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ] as const) {
      await citizen.post(at('contacts'), { _csrf, mobilePhone: '+77019999999' }, headers);
      expect(citizen.status).toBe(403);
    }
    expect((await answers())?.contacts?.mobilePhone).toBe('+77010000001');
  });
});

describe('a body that is no form', () => {
  const send = async (body: string, type = 'application/x-www-form-urlencoded') => {
    await citizen.get(at('contacts'));
    return citizen.postRaw(at('contacts'), body.replace('TOKEN', encodeURIComponent(tokenOn(citizen))), type);
  };
  test.each([
    ['a field that the form does not know', '_csrf=TOKEN&mobilePhone=%2B77010000001&admin=yes', 400],
    ['a field with brackets', '_csrf=TOKEN&mobilePhone[$ne]=1', 400],
    ['the name of a constructor', '_csrf=TOKEN&mobilePhone=%2B77010000001&constructor=x', 400],
    ['six hundred fields', `_csrf=TOKEN&${'a=1&'.repeat(600)}`, 413],
    ['a value of 400 KB', `_csrf=TOKEN&mobilePhone=${'1'.repeat(400_000)}`, 413],
    ['a value of 30 KB', `_csrf=TOKEN&mobilePhone=${'1'.repeat(30_000)}`, 400],
    ['one field a hundred times', `_csrf=TOKEN&${'mobilePhone=1&'.repeat(100)}`, 400],
    ['one field twice', '_csrf=TOKEN&mobilePhone=%2B77010000001&mobilePhone=%2B77019999999', 422],
    ['bytes that are no UTF-8', '_csrf=TOKEN&mobilePhone=%ff%fe%c0%80', 422],
    ['signs that nobody sees', '_csrf=TOKEN&mobilePhone=%00%E2%80%AE%07', 422],
    ['broken percent signs', '_csrf=TOKEN&mobilePhone=%%%zz', 422],
    ['JSON', '{"_csrf":"TOKEN","mobilePhone":{"$gt":""}}', 403],
    ['half a JSON', '{"a":', 403],
  ])('%s is answered with a page and the right status', async (what, body, status) => {
    const type = what.includes('JSON') ? 'application/json' : undefined;
    await send(body, type);
    expect([what, citizen.status]).toEqual([what, status]);
    expect(citizen.page.querySelector('h1')).not.toBeNull();
    expect((await answers())?.contacts?.mobilePhone).toBe('+77010000001');
  });

  test('a body in an unknown character set or packing is refused with a page, not with a trace', async () => {
    await citizen.get(at('contacts'));
    await citizen.postRaw(at('contacts'), 'a=1', 'application/x-www-form-urlencoded; charset=utf-7');
    expect([400, 403, 415]).toContain(citizen.status);
    const packed = await request(town.app)
      .post('/sign-in')
      .set('content-encoding', 'gzip')
      .type('form')
      .send('this is not gzip');
    expect(packed.status).toBe(400);
    expect(packed.text).not.toMatch(/at .*node_modules/);
  });
});

describe('answers that must be mended', () => {
  interface Wrong {
    readonly block: string;
    readonly fields: Readonly<Record<string, string>>;
    readonly field: string;
    readonly ru: RegExp;
    readonly kk: RegExp;
  }
  const feb31 = { 'eventDate-day': '31', 'eventDate-month': '2', 'eventDate-year': '2026' };
  const future = { 'eventDate-day': '1', 'eventDate-month': '1', 'eventDate-year': '2099' };
  const day = { ru: /Напишите день/, kk: /күнін жазыңыз/ };
  const phone = { ru: /мобильный номер/, kk: /Ұялы нөмір/ };
  const wrong: readonly Wrong[] = [
    {
      block: 'bank',
      fields: { iban: 'KZ31601A000000000002' },
      field: 'iban',
      ru: /сверьте знаки/,
      kk: /сәйкес|салыстыр/i,
    },
    {
      block: 'bank',
      fields: { iban: 'DE89370400440532013000' },
      field: 'iban',
      ru: /начинается с KZ/,
      kk: /KZ/,
    },
    { block: 'bank', fields: { iban: 'KZ31' }, field: 'iban', ru: /20 знаков/, kk: /20 таңба/ },
    { block: 'bank', fields: { iban: '' }, field: 'iban', ru: /20 знаков/, kk: /20 таңба/ },
    { block: 'contacts', fields: { mobilePhone: '+7 717 255 55 55' }, field: 'mobilePhone', ...phone },
    { block: 'contacts', fields: { mobilePhone: '12' }, field: 'mobilePhone', ...phone },
    { block: 'contacts', fields: { email: 'aigul@' }, field: 'email', ru: /адрес с @/, kk: /@/ },
    { block: 'category', fields: { ground: 'FIRE', ...feb31 }, field: 'eventDate-day', ...day },
    { block: 'category', fields: { ground: 'FIRE', ...future }, field: 'eventDate-day', ...day },
    {
      block: 'category',
      fields: { ground: 'SOCIAL_DISEASE' },
      field: 'ground',
      ru: /почему нужна помощь/,
      kk: /Көмек не үшін/,
    },
    {
      block: 'residence',
      fields: { actualSame: 'no', actual: '' },
      field: 'actual',
      ru: /где живёте/,
      kk: /Қайда тұр/,
    },
    {
      block: 'header',
      fields: { language: 'en' },
      field: 'language',
      ru: /язык уведомлений/,
      kk: /тілін таңдаңыз/,
    },
  ];
  test.each(wrong)(
    '$block $fields: says at the field $field what is expected, in the language of the page',
    async ({ block, fields, field, ru, kk }) => {
      for (const [language, says] of [
        ['ru', ru],
        ['kk', kk],
      ] as const) {
        await citizen.get(`${at(block)}?language=${language}`);
        await citizen.submit('#block', fields);
        expect(citizen.status).toBe(422);
        expect(citizen.errors().join(' ')).toMatch(says);
        const link = citizen.page.querySelector('.govuk-error-summary__list a');
        expect(link?.getAttribute('href')).toBe(`#${field}`);
        expect(citizen.page.querySelector(`#${field}`)).not.toBeNull();
        const [first = '', typed = ''] = Object.entries(fields)[0] ?? [];
        if (first === field && citizen.page.querySelector(`input#${field}[type=text]`) !== null)
          expect(citizen.page.querySelector(`#${field}`)?.getAttribute('value')).toBe(typed);
      }
      await citizen.get('/?language=ru');
    },
  );

  test('a right account number is accepted however it is spaced', async () => {
    for (const iban of ['kz31 601a 0000 0000 0001', ' KZ31601A000000000001 ', 'KZ31-601A-0000-0000-0001']) {
      await citizen.get(at('bank'));
      await citizen.submit('#block', { iban });
      expect([iban, (await answers())?.bank?.iban]).toEqual([iban, IBAN]);
      expect(citizen.status).toBe(200);
    }
  });

  test('a consent that is not given stands with its own sentence', async () => {
    await citizen.get(at('consents'));
    const boxes = citizen.page.querySelectorAll('#block input[type=checkbox]').length;
    await citizen.postForm('#block', (name) => !name.startsWith('consent-'));
    expect(citizen.status).toBe(422);
    expect(citizen.errors().length).toBe(boxes);
  });
});

describe('a session that ends while somebody types', () => {
  const endSession = () => town.portal.connection.collection('sessions').deleteMany({});

  test('what was typed stands on the page again after signing in', async () => {
    await citizen.get(`${at('category')}?language=ru`);
    await endSession();
    await citizen.submit('#block', {
      ground: 'FIRE',
      'eventDate-day': '3',
      situation: 'Сгорела крыша\nи сарай',
    });
    expect(citizen.path).toBe('/sign-in');
    expect(citizen.text()).toContain('Написанное сохранено');
    await citizen.submit('#sign-in', { iin: AIGUL.iin, password: passwordOf(AIGUL.iin) });
    expect(citizen.path).toBe(at('category'));
    expect(citizen.page.querySelector('#situation')?.text).toContain('Сгорела крыша');
    expect(citizen.page.querySelector('#eventDate-day')?.getAttribute('value')).toBe('3');
    expect(citizen.page.querySelector('input[name=ground][checked]')?.getAttribute('value')).toBe('FIRE');
  });

  test('another person who signs in there sees nothing of it', async () => {
    await citizen.get(at('category'));
    await endSession();
    await citizen.submit('#block', { situation: 'только для меня' });
    await citizen.submit('#sign-in', { iin: ERBOL.iin, password: passwordOf(ERBOL.iin) });
    expect(citizen.status).toBe(404);
    expect(citizen.text()).not.toContain('только для меня');
    citizen = await town.signedIn(AIGUL.iin);
    await citizen.get('/?language=ru');
  });

  test('leads back to the page, also from a button whose address has none', async () => {
    await citizen.get(`/applications/${id}`);
    await endSession();
    await citizen.submit('#discard');
    await citizen.submit('#sign-in', { iin: AIGUL.iin, password: passwordOf(AIGUL.iin) });
    expect([citizen.path, citizen.status]).toEqual([`/applications/${id}`, 200]);
    expect((await town.portal.applications.byId(id))?.status).toBe('draft');
  });
});

describe('the same draft', () => {
  test('is found on another device, and a second tab continues it', async () => {
    const phone = await town.signedIn(AIGUL.iin);
    await phone.get('/services/astana-158-1286/start');
    await phone.submit('#start');
    expect(phone.path).toBe(`/applications/${id}`);
    await phone.get('/cabinet');
    expect(phone.page.querySelector(`a[href="/applications/${id}"]`)).not.toBeNull();
  });

  test('started a hundred times at once is one draft', async () => {
    const fresh = await town.signedIn(ERBOL.iin);
    await fresh.get('/services/astana-158-1286/start');
    const _csrf = tokenOn(fresh);
    await Promise.all(
      Array.from({ length: 100 }, () => fresh.fire('/services/astana-158-1286/start', { _csrf })),
    );
    const account = await town.portal.identity.citizenWith(ERBOL.iin);
    const all = await town.portal.applications.allOf({ accountId: account?.id ?? '', iin: ERBOL.iin });
    expect(all.length).toBe(1);
  }, 60_000);

  test('written from two tabs at once keeps both answers', async () => {
    const two = await town.signedIn(AIGUL.iin);
    await citizen.get(at('contacts'));
    await two.get(at('residence'));
    await Promise.all([
      citizen.submit('#block', { email: 'aigul@mail.kz' }),
      two.submit('#block', { actualSame: 'no', actual: 'Астана, улица Достык, 5' }),
    ]);
    const now = await answers();
    expect([now?.contacts?.email, now?.residence?.actual]).toEqual([
      'aigul@mail.kz',
      'Астана, улица Достык, 5',
    ]);
  });
});
