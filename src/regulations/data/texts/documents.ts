// The documents of item 9 of our service's standard. A procedure says by which doors each of them is brought.
import type { RequiredDocument } from '../../regulation.ts';

const act = 'standard-279';

export const socialHelpDocuments = {
  identity: {
    id: 'identity',
    name: {
      kk: 'жеке басты куәландыратын құжат',
      ru: 'документ, удостоверяющий личность',
      en: 'identity document',
    },
    brought: 'paper',
    law: { act, place: 'p9.i1' },
  },
  residence: {
    id: 'residence',
    name: {
      kk: 'тұрғылықты тұратын жері бойынша тіркелгенін растайтын құжат',
      ru: 'документ, подтверждающий регистрацию по постоянному месту жительства',
      en: 'document on registered residence',
    },
    brought: 'paper',
    law: { act, place: 'p9.i2' },
  },
  familyComposition: {
    id: 'family-composition',
    name: {
      kk: 'отбасы құрамы туралы мәліметтер (1-қосымша нысаны)',
      ru: 'сведения о составе семьи (форма приложения 1)',
      en: 'family composition (form of Appendix 1)',
    },
    brought: 'paper',
    law: { act, place: 'p9.i3' },
  },
  income: {
    id: 'income',
    name: {
      kk: 'адамның (отбасы мүшелерінің) табыстары туралы мәліметтер',
      ru: 'сведения о доходах лица (членов семьи)',
      en: 'income of the person (family members)',
    },
    brought: 'paper',
    law: { act, place: 'p9.i4' },
  },
  difficultSituation: {
    id: 'difficult-situation',
    name: {
      kk: 'өмірлік қиын жағдайдың туындағанын растайтын акт және/немесе құжат',
      ru: 'акт и/или документ, подтверждающий наступление трудной жизненной ситуации',
      en: 'act or document on the difficult life situation',
    },
    brought: 'attachment',
    law: { act, place: 'p9.i5' },
  },
  identityRegister: {
    id: 'identity-register',
    name: {
      kk: 'жеке басты куәландыратын құжаттың мәліметтері',
      ru: 'сведения документа, удостоверяющего личность',
      en: 'data of the identity document',
    },
    brought: 'register',
    law: { act, place: 'p9' },
  },
  residenceRegister: {
    id: 'residence-register',
    name: {
      kk: 'тұрғылықты жері бойынша тіркелу мәліметтері',
      ru: 'сведения о регистрации по постоянному месту жительства',
      en: 'data of the registered residence',
    },
    brought: 'register',
    law: { act, place: 'p9' },
  },
  disabilityRegister: {
    id: 'disability-register',
    name: {
      kk: 'мүгедектікті растайтын құжаттың мәліметтері',
      ru: 'сведения документа, подтверждающего инвалидность',
      en: 'data on disability',
    },
    brought: 'register',
    law: { act, place: 'p9' },
  },
  diseaseRegister: {
    id: 'disease-register',
    name: {
      kk: 'әлеуметтік мәні бар аурудың болуын растайтын құжаттың мәліметтері',
      ru: 'сведения документа, подтверждающего социально значимое заболевание',
      en: 'data on a socially significant disease',
    },
    brought: 'register',
    law: { act, place: 'p9' },
  },
} as const satisfies Readonly<Record<string, Omit<RequiredDocument, 'channels'>>>;
