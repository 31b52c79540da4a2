// An application on paper: typed at the desk, accepted with a coupon, it stands in the same queue under the same clock; or it is refused with
// a receipt that names the reason.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  acceptIntake,
  clerkOf,
  fillIntake,
  notePapers,
  openIntake,
  scanApplication,
  typeBlocks,
} from '../../support/intake-work.ts';
import { caseOf, decide, fill, openDesks, type Desks } from '../../support/office-work.ts';
import { textOfPdf } from '../../support/pdf-text.ts';
import { AIGUL, CLERK, ERBOL, startPortal, type TestPortal } from '../../support/portal.ts';
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

/** A day to come: the database itself sweeps away sessions of days that have passed. */
function yearOfNextNauryz(): number {
  const now = new Date();
  const year = now.getFullYear();
  return now < new Date(`${year}-03-17T00:00:00+05:00`) ? year : year + 1;
}

describe('an application that was brought', () => {
  test('becomes a case with its channel, registered by the clerk who took it, and its coupon says when the result is due', async () => {
    const year = yearOfNextNauryz();
    town.clock.set(new Date(`${year}-03-17T11:00:00+05:00`));
    // A session lives by the clock too: whoever works on that day signs in on that day.
    const desks = await openDesks(town);
    const desk = desks.clerk;
    const id = await fillIntake(desk, ERBOL.iin);
    expect(desk.text()).toContain('СЕЙТҚАЛИ ЕРБОЛ');
    await acceptIntake(desk, id);
    expect(desk.path).toBe(`/office/intake/${id}/receipt`);
    const application = await town.portal.applications.byId(id);
    if (application?.status !== 'submitted') throw new Error('nothing was entered');
    expect(application).toMatchObject({
      channel: 'provider',
      iin: ERBOL.iin,
      signature: { state: 'on-paper' },
      intake: { officeId: 'astana', broughtBy: { who: 'applicant', name: '' } },
    });
    // Eight working days from 17 March with Nauryz between (S0 p. 6).
    expect(desk.text()).toContain(application.number);
    expect(desk.text()).toContain('ОМАРОВА С.');
    const { wholeDueAt, position, done, officeId } = await caseOf(town, id);
    expect([officeId, position.kind === 'step' ? position.step : '', position.facts.channel]).toEqual([
      'astana',
      'resolution',
      'provider',
    ]);
    expect(done.map(({ actor, by }) => [actor, by?.name])).toEqual([['clerk', 'ОМАРОВА САУЛЕ']]);
    const due = new Intl.DateTimeFormat('kk', { timeZone: 'Asia/Almaty', day: 'numeric', month: 'long' });
    expect(desk.text()).toContain(`${due.format(wholeDueAt ?? undefined)} ${year}`);

    const pdf = (await desk.download(`/office/intake/${id}/receipt/pdf`)).body as Buffer;
    const text = await textOfPdf(pdf);
    expect(text).toContain('Өтініштің үзбелі талоны');
    expect(text).toContain('Отрывной талон заявления');
    expect(text).toContain('ОМАРОВА С.');
    expect(text).not.toContain(ERBOL.iin);

    await fill(desks.head, (await caseOf(town, id)).id, 'executor-named', (page) => ({
      executor: page.page.querySelector('input[name=executor]')?.getAttribute('value') ?? '',
    }));
    await desks.executor.get(`/office/cases/${(await caseOf(town, id)).id}`);
    expect(desks.executor.text()).toContain('Қағазда қол қойылған');
    expect(desks.executor.text()).toContain('Құжаттарды қабылдау');
    expect(desks.executor.text()).toContain('Өтініш берушінің өзі');
    await decide(desks, (await caseOf(town, id)).id, 'refuse');
    expect((await caseOf(town, id)).position.facts.decision).toBe('refuse');
  }, 60_000);

  test('is seen by its applicant in the cabinet, and by nobody else', async () => {
    const id = await fillIntake(desk, ERBOL.iin);
    await acceptIntake(desk, id);
    await caseOf(town, id);
    const owner = await town.signedIn(ERBOL.iin);
    expect((await owner.get(`/cabinet/${id}`)).status).toBe(200);
    expect(owner.page.querySelector(`a[href="/cabinet/${id}/signature"]`)).toBeNull();
    expect((await owner.get(`/cabinet/${id}/signature`)).status).toBe(404);
    expect((await owner.get(`/applications/${id}/receipt`)).text()).toContain('қағазда қолмен қойылған');
    const stranger = await town.signedIn(AIGUL.iin);
    expect((await stranger.get(`/cabinet/${id}`)).status).toBe(404);
  }, 60_000);

  test('is one application however often the button is pressed, and one intake however often the first form is sent', async () => {
    await desk.get('/office/intake/new');
    const hidden = Object.fromEntries(
      desk.page
        .querySelectorAll('#start input[type=hidden]')
        .map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? '']),
    );
    const form = {
      ...hidden,
      door: 'astana-158-1286|provider',
      iin: ERBOL.iin,
      broughtBy: 'messenger',
      broughtByName: 'Асанов Болат',
      consent: 'yes',
    };
    const opened = await Promise.all([1, 2, 3].map(() => desk.fire('/office/intake/new', form)));
    const targets = new Set(opened.map((one) => one.get('location')));
    expect(targets.size).toBe(1);
    const id = [...targets][0]?.split('/')[3] ?? '';
    await typeBlocks(desk, id);
    await notePapers(desk, id);
    await scanApplication(desk, id);
    await desk.get(`/office/intake/${id}`);
    const token = desk.page.querySelector('#accept input[name=_csrf]')?.getAttribute('value') ?? '';
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => desk.fire(`/office/intake/${id}/accept`, { _csrf: token })),
    );
    expect(new Set(answers.map((one) => one.get('location')))).toEqual(
      new Set([`/office/intake/${id}/receipt`]),
    );
    const { applications, cases } = {
      applications: town.portal.connection.collection('applications'),
      cases: town.portal.connection.collection('cases'),
    };
    await caseOf(town, id);
    expect(await applications.countDocuments({ iin: ERBOL.iin, _id: id as never })).toBe(1);
    expect(await cases.countDocuments({ applicationId: id })).toBe(1);
    const audit = await town.portal.audit.about(id, 50);
    expect(audit.filter(({ action }) => action === 'intake.accepted').length).toBe(4);
  }, 60_000);

  test('is typed by hand, and marked so, while the register of persons is silent', async () => {
    town.registers.silent.add('persons');
    const id = await openIntake(desk, ERBOL.iin);
    expect(desk.text()).toContain('қазір жауап бермейді');
    await desk.get(`/office/intake/${id}/applicant`);
    await desk.submit('#block', {
      lastName: 'Сейтқали',
      firstName: 'Ербол',
      'birthDate-day': '30',
      'birthDate-month': '9',
      'birthDate-year': '1990',
      documentNumber: '045000002',
    });
    const found = await town.portal.intake.find({
      officer: { ...CLERK.post, ...CLERK.person, kind: 'officer', accountId: '', name: '' },
      id,
    });
    expect(found.ok && found.value.content.answers.applicant?.byHand?.lastName).toBe('Сейтқали');
  }, 60_000);
});

describe('a package that is not whole', () => {
  test('is refused where the procedure says so: the receipt names the reason and the paragraph', async () => {
    const shortandy = await town.signedIn(clerkOf('shortandy').person.iin);
    const id = await openIntake(shortandy, ERBOL.iin);
    await notePapers(shortandy, id, {
      'paper-listed-documents': 'expired',
      'paper-power-of-attorney': 'not-needed',
      missing: 'Справка о доходах за 3 квартал',
    });
    await shortandy.get(`/office/intake/${id}`);
    expect(shortandy.page.querySelector('#accept')).toBeNull();
    await shortandy.submit('#refuse');
    expect(shortandy.path).toBe(`/office/intake/${id}/receipt`);
    expect(shortandy.text()).toContain('өтініш қабылдаудан бас тарту туралы қолхат');
    expect(shortandy.text()).toContain('Құжаттың қолданылу мерзімі өткен');
    expect(shortandy.text()).toContain('Справка о доходах за 3 квартал');
    expect(shortandy.text()).toMatch(/№ 84/);
    expect(await town.portal.applications.byId(id)).toBeUndefined();
    const text = await textOfPdf(
      (await shortandy.download(`/office/intake/${id}/receipt/pdf`)).body as Buffer,
    );
    expect(text).toContain('Срок действия документа истёк');
    await shortandy.get('/office/intake');
    expect(shortandy.text()).toMatch(/2026-R\d{6}|\d{4}-R\d{6}/);
  }, 60_000);

  test('is accepted where the procedure asks for the rest later, and the coupon names what is missing', async () => {
    const id = await fillIntake(desk, ERBOL.iin, { 'paper-income': 'absent' });
    expect(desk.text()).toContain('жетіспейтін құжаттар талонда көрсетіледі');
    expect(desk.page.querySelector('#refuse')).toBeNull();
    await acceptIntake(desk, id);
    expect(desk.text()).toContain('табыстары туралы мәліметтер: жоқ');
  }, 60_000);

  test('goes through the rural akim and the service centre as their procedures say', async () => {
    const akim = await town.signedIn(clerkOf('kostanay-rural-akim').person.iin);
    await akim.get('/office/intake/new');
    const doors = akim.page.querySelectorAll('input[name=door]').map((one) => one.getAttribute('value'));
    expect(doors).toContain('kostanay-565-6|rural-akim');
    expect(doors.some((door) => door?.startsWith('kostanay-565-7'))).toBe(false);
    const id = await fillIntake(akim, ERBOL.iin);
    await acceptIntake(akim, id);
    expect(akim.text()).toContain('Талон');
    const opened = await caseOf(town, id);
    expect([opened.officeId, opened.position.facts.channel]).toEqual(['kostanay-rural-akim', 'rural-akim']);
    expect(opened.position.kind === 'step' && opened.position.step).toBe('akim-names');
  }, 60_000);
});
