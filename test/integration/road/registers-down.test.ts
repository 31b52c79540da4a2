// A register that does not answer shuts nobody out: the form goes on by hand, marked so, and whoever decides sees the mark.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fillApplication, giveConsents, signAndSend, IBAN } from '../../support/fill-application.ts';
import { bringToExecutor, caseOf, openDesks } from '../../support/office-work.ts';
import { AIGUL, ERBOL, VERA, startPortal, type TestPortal } from '../../support/portal.ts';
import { PNG } from '../../support/sample-files.ts';

let town: TestPortal;
beforeAll(async () => {
  town = await startPortal();
  town.startWorkers();
}, 60_000);
afterAll(() => town.close());

const ALL = ['persons', 'disability', 'disease', 'mobile'] as const;
const silence = (): void => ALL.forEach((system) => town.registers.silent.add(system));

describe('while every register is silent', () => {
  test('the form is filled by hand, needs a paper for the category, is signed with its marks and reaches the executor with them', async () => {
    silence();
    const citizen = await town.signedIn(AIGUL.iin);
    await citizen.get('/services/astana-158-1286/start?language=ru');
    await citizen.submit('#start');
    const id = citizen.path.split('/')[2] ?? '';
    expect(citizen.text()).toContain('сейчас не отвечают');
    const answer = async (block: string, fields: Readonly<Record<string, string>>): Promise<string[]> => {
      await citizen.get(`/applications/${id}/${block}`);
      await citizen.submit('#block', fields);
      return citizen.errors();
    };
    await answer('header', { language: 'ru', submittedBy: 'self' });
    expect((await answer('applicant', { lastName: '', firstName: '42' })).length).toBe(4);
    const birth = { 'birthDate-day': '12', 'birthDate-month': '4', 'birthDate-year': '1985' };
    const name = { lastName: 'Нұрланова', firstName: 'Айгүл', middleName: 'Серікқызы' };
    expect(await answer('applicant', { ...name, ...birth, documentNumber: '045 000 001' })).toEqual([]);
    expect((await answer('residence', { actualSame: 'yes' })).length).toBe(1);
    await answer('residence', { byHand: 'Астана, улица Көктем, 12, 34', actualSame: 'yes' });
    await answer('contacts', { mobilePhone: '8 701 000 00 01' });
    expect(await answer('category', { ground: 'LOW_INCOME' })).toEqual(['Отметьте хотя бы одно']);
    await answer('category', { ground: 'LOW_INCOME', categories: 'DISABLED' });
    await answer('bank', { iban: IBAN, ownAccount: 'yes' });
    await giveConsents(citizen, id);
    // A category that no register confirmed needs a paper.
    await citizen.get(`/applications/${id}/sign`);
    expect(citizen.path).toBe(`/applications/${id}`);
    await citizen.get(`/applications/${id}/attachments`);
    const paper = { field: 'file', name: 'a.png', bytes: PNG };
    await citizen.submit('#attach', { kind: 'disability', next: 'done' }, paper);
    expect(citizen.path).toBe(`/applications/${id}/check`);
    expect(citizen.text()).toContain('написано вами');
    await signAndSend(town, citizen, id, AIGUL);
    expect(citizen.path).toBe(`/applications/${id}/receipt`);

    const desks = await openDesks(town);
    const { id: caseId, applicant } = await caseOf(town, id);
    expect(applicant.name).toBe('Нұрланова Айгүл Серікқызы');
    await bringToExecutor(desks, caseId);
    await desks.executor.get(`/office/cases/${caseId}?language=ru`);
    expect(desks.executor.text()).toContain('регистр не ответил');
  }, 60_000);

  test('what was silent is asked again from the list of tasks, and its answer takes the place of what was written by hand', async () => {
    silence();
    const citizen = await town.signedIn(ERBOL.iin);
    await citizen.get('/services/astana-158-1286/start?language=ru');
    await citizen.submit('#start');
    const id = citizen.path.split('/')[2] ?? '';
    town.registers.silent.clear();
    await citizen.submit('#refresh');
    expect(citizen.page.querySelector('#refresh')).toBeNull();
    await citizen.get(`/applications/${id}/applicant`);
    expect(citizen.text()).toContain('СЕЙТҚАЛИ ЕРБОЛ ҚАНАТҰЛЫ');
    expect(citizen.text()).toContain('из регистра');
    expect(citizen.page.querySelector('#lastName')).toBeNull();
  });

  test('an answer that a register gave before is not taken away when it falls silent', async () => {
    town.registers.silent.clear();
    const citizen = await town.signedIn(ERBOL.iin);
    const id = await fillApplication(citizen);
    silence();
    const account = await town.portal.identity.citizenWith(ERBOL.iin);
    const applicant = { accountId: account?.id ?? '', iin: ERBOL.iin };
    const refreshed = await town.portal.applications.refreshRegisters({ applicant, id });
    town.registers.silent.clear();
    expect(refreshed.ok && refreshed.value.content.registers.persons?.outcome).toBe('found');
  });
});

describe('a person whom no register confirms', () => {
  test('is told category by category why not, since when, and what can be done instead', async () => {
    const citizen = await town.signedIn(VERA.iin);
    await citizen.get('/services/astana-158-1286/start?language=ru');
    await citizen.submit('#start');
    expect(citizen.text()).toContain('31 декабря 2025');
    expect(citizen.text()).toContain('1 января 2026');
    expect(citizen.text()).toContain('Что можно сделать');
    const id = citizen.path.split('/')[2] ?? '';
    await citizen.get(`/applications/${id}/sign`);
    expect(citizen.path).toBe(`/applications/${id}`);
    expect(citizen.page.querySelector('#sign-form')).toBeNull();
  });
});
