// Where a value of the law comes from: the act, the place in it, and how sure we are (README.md, "The marks").
import { acts, type ActId } from './acts.ts';
import type { LawLanguage } from './text.ts';

/**
 * How sure a value is. `source`: it stands in one of the five source documents. `found`: in another published text.
 * `inferred`: a conclusion from found facts, or a decision of the portal where the law is silent. `recalled`: general
 * knowledge of the law, not verified; easy to change, and said so beside it.
 */
export type Basis = 'source' | 'found' | 'inferred' | 'recalled';

/**
 * A place in an act. `place` is a short notation that {@link formatPlace} puts into words: `p5.i1` is paragraph 5, item 1;
 * `app2.t1.a3` is appendix 2, table 1, action 3; `art73` is an article; `s6` is the sixth regulation approved by one decree.
 */
export interface Citation {
  readonly act: ActId;
  readonly place?: string;
  /** Left out where the value stands in a source document. */
  readonly basis?: Exclude<Basis, 'source'>;
}

/** A value that the sources only refer to. The text was not available, and nobody may invent it. */
export interface ByReference {
  readonly byReference: Citation;
}

/** Whether a value of the law is only referred to. */
export const isByReference = (value: object): value is ByReference => 'byReference' in value;

/** How sure a cited value is. */
export const basisOf = (citation: Citation): Basis => citation.basis ?? 'source';

const segment = /^(app|art|s|t|p|i|a)(\d+(?:-\d+)?)$/;

/** The shape of {@link Citation.place}. */
export const placePattern = /^(?:(?:app|art|s|t|p|i|a)\d+(?:-\d+)?)(?:\.(?:app|art|s|t|p|i|a)\d+(?:-\d+)?)*$/;

const words: Readonly<Record<string, Readonly<Record<LawLanguage, (number: string) => string>>>> = {
  app: { kk: (n) => `${n}-қосымша`, ru: (n) => `приложение ${n}`, en: (n) => `Appendix ${n}` },
  art: { kk: (n) => `${n}-бап`, ru: (n) => `статья ${n}`, en: (n) => `Article ${n}` },
  s: { kk: (n) => `${n}-регламент`, ru: (n) => `регламент ${n}`, en: (n) => `regulation ${n}` },
  t: { kk: (n) => `${n}-кесте`, ru: (n) => `таблица ${n}`, en: (n) => `table ${n}` },
  p: { kk: (n) => `${n}-тармақ`, ru: (n) => `пункт ${n}`, en: (n) => `paragraph ${n}` },
  i: { kk: (n) => `${n}) тармақша`, ru: (n) => `подпункт ${n})`, en: (n) => `item ${n})` },
  a: { kk: (n) => `${n}-іс-қимыл`, ru: (n) => `действие ${n}`, en: (n) => `action ${n}` },
};

/** A place in words: "пункт 5, подпункт 1)". An unknown notation is given back as it is. */
export function formatPlace(place: string, language: LawLanguage): string {
  return place
    .split('.')
    .map((part) => {
      const [, kind, number] = segment.exec(part) ?? [];
      const say = kind === undefined ? undefined : words[kind]?.[language];
      return say === undefined || number === undefined ? part : say(number);
    })
    .join(', ');
}

const marks: Readonly<Record<Basis, Readonly<Record<LawLanguage, string>>>> = {
  source: { kk: '', ru: '', en: '' },
  found: {
    kk: 'басқа жарияланған мәтін бойынша',
    ru: 'по другому опубликованному тексту',
    en: 'from another published text',
  },
  inferred: {
    kk: 'заңда тікелей айтылмаған, порталдың шешімі',
    ru: 'в законе прямо не сказано, решение портала',
    en: 'not said in the law, a decision of the portal',
  },
  recalled: {
    kk: 'алдын ала мәлімет, тексерілмеген',
    ru: 'предварительное сведение, не проверено',
    en: 'provisional, not verified',
  },
};

/** The mark in words, empty where the value stands in a source document. */
export const formatBasis = (basis: Basis, language: LawLanguage): string => marks[basis][language];

/** A citation for people: the act's short name, the place, and the mark if the value is provisional. */
export function formatCitation(citation: Citation, language: LawLanguage): string {
  const place = citation.place === undefined ? '' : `, ${formatPlace(citation.place, language)}`;
  const mark = formatBasis(basisOf(citation), language);
  return `${acts[citation.act].short[language]}${place}${mark === '' ? '' : ` (${mark})`}`;
}
