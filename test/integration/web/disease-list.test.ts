// The list of diseases by date: the change of 1 January 2026 is said in words, and an edition that nobody made is the present one.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startPortal, type TestPortal } from '../../support/portal.ts';

let town: TestPortal;
beforeAll(async () => {
  town = await startPortal();
}, 60_000);
afterAll(() => town.close());

async function show(day: string, edition = '') {
  town.clock.set(new Date(`${day}T12:00:00+05:00`));
  const browser = town.browser();
  await browser.get(`/diseases?language=ru${edition}`);
  const lists = browser.page.querySelectorAll('dl.govuk-summary-list').map((list) => list.text);
  return { browser, listed: lists[0] ?? '', excluded: lists[1] ?? '' };
}

describe('the list of socially significant diseases', () => {
  test('in 2026 says which diseases left it and since when, and which are new', async () => {
    const { listed, excluded } = await show('2026-03-02');
    expect(listed).toContain('Туберкулез');
    expect(listed).toMatch(/Эпилепсия\s+новое/);
    expect(listed).not.toContain('Сахарный диабет');
    expect(excluded).toMatch(/Сахарный диабет\s*Исключено из перечня с 01\.01\.2026/);
  });

  test('on the last day of 2025, Kazakhstan time, is still the old one', async () => {
    const { listed, excluded, browser } = await show('2025-12-31');
    expect(listed).toContain('Сахарный диабет');
    expect(excluded).toBe('');
    expect(browser.text()).not.toContain('не действует сегодня');
  });

  test('shows an earlier edition with a warning', async () => {
    const { listed, browser } = await show('2026-03-02', '&edition=2020-01-01');
    expect(listed).toContain('Ревматизм');
    expect(browser.text()).toContain('не действует сегодня');
  });

  test.each(['&edition=1999-01-01', '&edition=<script>', '&edition=', '&edition=a&edition=b'])(
    'is the present one for %s',
    async (edition) => {
      const { listed, browser } = await show('2026-03-02', edition);
      expect(browser.status).toBe(200);
      expect(listed).toContain('Эпилепсия');
    },
  );
});
