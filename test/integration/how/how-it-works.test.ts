// "How this service works": for every procedure, everything that its data says, each value with its place, and nothing that it does not say.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  acts,
  formatPlace,
  formatTerm,
  isByReference,
  registry,
  type Citation,
  type Regulation,
} from '../../../src/regulations/index.ts';
import { AIGUL, HEAD, startPortal, type TestPortal } from '../../support/portal.ts';
import { sendApplication } from '../../support/fill-application.ts';
import { caseOf } from '../../support/office-work.ts';

let town: TestPortal;
beforeAll(async () => {
  town = await startPortal();
  town.startWorkers();
}, 60_000);
afterAll(() => town.close());

const folded = (text: string): string => text.replace(/\s+/g, ' ').toLowerCase();

/** Every word of a procedure that a reader must find. */
function wordsOf(regulation: Regulation, language: 'kk' | 'ru'): string[] {
  const texts = [
    regulation.name,
    regulation.provider,
    regulation.result,
    ...regulation.documents.map(({ name }) => name),
    ...regulation.actors.map(({ title }) => title),
    ...regulation.steps.flatMap(({ name, action }) => [name, action]),
    ...regulation.ends.map(({ name }) => name),
    ...regulation.papers.map(({ title }) => title),
    ...regulation.refusalGrounds.flatMap(({ name, exceptions = [] }) => [name, ...exceptions]),
    ...regulation.complaint.addressees.map(({ name }) => name),
    ...regulation.notes.map(({ text }) => text),
  ].map((text) => text[language]);
  const terms = [
    regulation.terms.normal,
    regulation.terms.extended?.term,
    ...regulation.steps.map(({ term }) => term),
  ].flatMap((term) => (term === undefined || isByReference(term) ? [] : [formatTerm(term, language)]));
  return [...texts, ...terms];
}

const inWords = ({ act, place }: Citation, language: 'kk' | 'ru'): string =>
  `${acts[act].short[language]}${place === undefined ? '' : `, ${formatPlace(place, language)}`}`;

describe.each(registry.current.map((regulation) => [regulation.id, regulation] as const))(
  '%s',
  (id, regulation) => {
    test.each(['kk', 'ru'] as const)(
      'is told whole in %s, each step with its place in the law',
      async (language) => {
        const visitor = town.browser();
        await visitor.get(`/services/${id}/how?language=${language}`);
        expect(visitor.status).toBe(200);
        const page = folded(visitor.text());
        expect(wordsOf(regulation, language).filter((words) => !page.includes(folded(words)))).toEqual([]);
        for (const step of regulation.steps) {
          const shown = visitor.page.querySelector(`#step-${step.id}`);
          expect(folded(shown?.text ?? '')).toContain(folded(inWords(step.law, language)));
        }
      },
    );

    test('leads along every branch to a step or an end that stands on the page', async () => {
      const visitor = await town.browser().get(`/services/${id}/how`);
      const links = visitor.page
        .querySelectorAll('.km-branch a')
        .map((link) => link.getAttribute('href') ?? '');
      expect(links.length).toBeGreaterThanOrEqual(regulation.steps.length);
      expect(links.filter((href) => visitor.page.querySelector(href) === null)).toEqual([]);
    });

    test('marks what is not written in its sources, and invents no term', async () => {
      const visitor = await town.browser().get(`/services/${id}/how?language=ru`);
      const unknown = [regulation.terms.normal, ...regulation.steps.map(({ term }) => term)].filter(
        (term) => term !== undefined && isByReference(term),
      );
      const said = visitor.text().match(/срока нет в доступных текстах/g)?.length ?? 0;
      const queue = isByReference(regulation.queue) ? 1 : 0;
      expect(said).toBe(unknown.length + queue);
      const provisional = regulation.steps.filter(
        ({ law }) => law.basis === 'inferred' || law.basis === 'recalled',
      );
      for (const { id: step } of provisional)
        expect(visitor.page.querySelector(`#step-${step} .km-basis`)).not.toBeNull();
    });
  },
);

test('a procedure or an edition that does not exist is not found', async () => {
  const visitor = town.browser();
  for (const address of [
    '/services/moon/how',
    '/services/order-84-2023/how?version=99',
    '/services/order-84-2023/how?version=x',
  ])
    expect((await visitor.get(address)).status).toBe(404);
});

test('the service, the case and the cabinet lead to it, in the edition of the case', async () => {
  const { id, browser } = await sendApplication(town, AIGUL);
  const how = '/services/astana-158-1286/how';
  await browser.get('/services/astana-158-1286');
  expect(browser.page.querySelector(`a[href="${how}"]`)).not.toBeNull();
  await browser.get(`/cabinet/${id}`);
  expect(browser.page.querySelector(`a[href="${how}?version=1"]`)).not.toBeNull();
  const head = await town.signedIn(HEAD.person.iin);
  await head.get(`/office/cases/${(await caseOf(town, id)).id}?language=ru`);
  expect(head.page.querySelector(`a[href="${how}?version=1"]`)).not.toBeNull();
  // The whole term of the case's own regulation, from its data.
  expect(head.text()).toContain('8 рабочих дней с приема заявления');
  expect((await head.get(`${how}?version=1`)).status).toBe(200);
  const all = await town.browser().get('/how');
  for (const one of registry.current)
    expect(all.page.querySelector(`a[href="/services/${one.id}/how"]`)).not.toBeNull();
}, 60_000);
