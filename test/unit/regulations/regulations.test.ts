// One test over all procedures: whatever is added later is held to the same.
import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import {
  acts,
  basisOf,
  checkRegulation,
  drawRegulation,
  fingerprintOf,
  formatCitation,
  formatPlace,
  formatTerm,
  isByReference,
  LAW_LANGUAGES,
  offices,
  officesOf,
  placeOf,
  registry,
  regulationsOfOffice,
  type Citation,
  type Regulation,
} from '../../../src/regulations/index.ts';

const procedures = registry.current.map((regulation) => ({ id: regulation.id, regulation }));

const ids = [
  'astana-158-1286',
  ...[1, 2, 3, 4, 5, 6, 7].map((number) => `kostanay-565-${number}`),
  'aktogay-asp-2013',
  'aktogay-asp-2013-akim',
  'order-84-2023',
  'complaint-2015',
  'complaint-2015-quality',
  'complaint-code-2021',
];

/** Every value in a regulation, however deep. */
function* within(value: unknown): Generator<object> {
  if (typeof value !== 'object' || value === null) return;
  yield value;
  for (const part of Object.values(value)) yield* within(part);
}

const isText = (value: object): value is Record<string, string> => 'kk' in value && 'ru' in value;
const isCitation = (value: object): value is Citation => 'act' in value && typeof value.act === 'string';
const cyrillicKazakh = /[ӘәҒғҚқҢңӨөҰұҮүҺһІі]/;

test('the register holds the eleven procedures and the three complaint procedures', () => {
  expect(registry.current.map(({ id }) => id)).toEqual(ids);
});

describe.each(procedures)('$id', ({ regulation }: { regulation: Regulation }) => {
  test('every step is reached, every road ends, everything named exists', () => {
    expect(checkRegulation(regulation)).toMatchObject({ ok: true });
  });

  test('every text is whole in three languages, and Kazakh is Kazakh', () => {
    const texts = [...within(regulation)].filter(isText);
    expect(texts.length).toBeGreaterThan(20);
    for (const text of texts) {
      for (const language of LAW_LANGUAGES) expect(text[language]?.trim()).toBeTruthy();
      expect(text.en).not.toMatch(/[Ѐ-ӿ]/);
    }
    const long = texts.filter(({ kk = '' }) => kk.length > 35);
    expect(long.filter(({ kk = '', ru = '' }) => kk === ru || !cyrillicKazakh.test(kk))).toEqual([]);
  });

  test('every term is positive and can be said in words', () => {
    const terms = regulation.steps.flatMap(({ term }) =>
      term === undefined || isByReference(term) ? [] : [term],
    );
    for (const term of terms) {
      expect(term.amount).toBeGreaterThan(0);
      for (const language of LAW_LANGUAGES) expect(formatTerm(term, language).length).toBeGreaterThan(5);
    }
  });

  test('every step has a place in the law, a status, and at least one outcome', () => {
    for (const step of regulation.steps) {
      expect(step.outcomes.length).toBeGreaterThan(0);
      expect(step.law.place ?? step.law.basis).toBeDefined();
    }
  });

  test('a value that cites no source document is marked as found, inferred or recalled', () => {
    const unmarked = [...within(regulation)]
      .filter(isCitation)
      .filter(
        (law) =>
          basisOf(law) === 'source' && !('document' in acts[law.act]) && !('textAvailable' in acts[law.act]),
      );
    const referred = regulation.legalBasis.map(({ act }) => act);
    expect(unmarked.filter(({ act }) => !referred.includes(act))).toEqual([]);
  });

  test('every citation can be read', () => {
    for (const law of [...within(regulation)].filter(isCitation)) {
      for (const language of LAW_LANGUAGES) {
        expect(formatCitation(law, language).length).toBeGreaterThan(8);
        if (law.place !== undefined) expect(formatPlace(law.place, language)).not.toBe(law.place);
      }
    }
  });

  test('every paper has contents, every ground of refusal a place in the law', () => {
    for (const paper of regulation.papers) expect(paper.contents.length).toBeGreaterThan(2);
    for (const ground of regulation.refusalGrounds) expect(acts[ground.law.act]).toBeDefined();
  });

  test('what the text of the law only refers to has no invented value', () => {
    const invented = [...within(regulation.terms), ...within(regulation.steps)]
      .filter((value) => 'byReference' in value)
      .filter((value) => 'amount' in value);
    expect(invented).toEqual([]);
  });

  test('its complaint goes to a procedure of the register or to a court', () => {
    const { procedure, thenCourt } = regulation.complaint;
    if (procedure === undefined) expect(thenCourt).toBe(true);
    else expect(registry.find(procedure)?.kind).toBe('complaint');
  });

  test('is the version that was published', () => {
    const file = new URL('../../../src/regulations/published.json', import.meta.url);
    const published = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    expect(published[`${regulation.id}@${regulation.version}`]).toBe(fingerprintOf(regulation));
  });

  test('cannot be changed while the portal runs', () => {
    expect([...within(regulation)].every((value) => Object.isFrozen(value))).toBe(true);
  });

  test('is drawn the same twice, with every step and every end', () => {
    const drawing = drawRegulation(regulation, 'ru');
    expect(drawRegulation(regulation, 'ru')).toBe(drawing);
    for (const { name } of [...regulation.steps, ...regulation.ends]) expect(drawing).toContain(name.ru);
    expect(drawing.startsWith('---\ntitle:')).toBe(true);
  });

  test('has an office that runs it, and all places where its people sit have hours', () => {
    expect(officesOf(regulation.id).length).toBeGreaterThan(0);
    for (const { actor } of regulation.steps) expect(regulation.hours[placeOf(actor)]).toBeDefined();
  });
});

describe('offices', () => {
  test.each(offices.map((office) => ({ id: office.id, office })))(
    '$id runs procedures that exist',
    ({ office }) => {
      expect(regulationsOfOffice(office.id).map(({ id }) => id)).toEqual(office.regulations);
      if (office.provider !== undefined) expect(offices.some(({ id }) => id === office.provider)).toBe(true);
    },
  );

  test('Aktogay has 17 akims: one village, two settlements, fourteen rural districts, eleven without a street', () => {
    const akims = offices.filter(({ id }) => id.startsWith('aktogay-akim-'));
    const kinds = akims.map(({ name }) => /села|поселка|сельского округа/.exec(name.ru)?.[0]);
    expect(akims).toHaveLength(17);
    expect(kinds.filter((kind) => kind === 'села')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'поселка')).toHaveLength(2);
    expect(kinds.filter((kind) => kind === 'сельского округа')).toHaveLength(14);
    expect(akims.filter(({ address }) => address === undefined)).toHaveLength(11);
  });

  test('an office that does not exist runs nothing', () => {
    expect(regulationsOfOffice('nowhere')).toEqual([]);
  });
});
