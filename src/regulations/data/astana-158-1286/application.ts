// Astana, regulation № 158-1286: what is brought, what the registers answer, and the two forms of application.
import type { ApplicationForm, RequiredDocument } from '../../regulation.ts';

export const astanaDocuments = [
  {
    id: 'identity',
    name: {
      kk: 'жеке басты куәландыратын құжат',
      ru: 'документ, удостоверяющий личность',
      en: 'identity document',
    },
    channels: ['provider'],
    brought: 'paper',
    law: { act: 'standard-279', place: 'p9.i1' },
  },
  {
    id: 'residence',
    name: {
      kk: 'тұрғылықты тұратын жері бойынша тіркелгенін растайтын құжат',
      ru: 'документ, подтверждающий регистрацию по постоянному месту жительства',
      en: 'document on registered residence',
    },
    channels: ['provider'],
    brought: 'paper',
    law: { act: 'standard-279', place: 'p9.i2' },
  },
  {
    id: 'family-composition',
    name: {
      kk: 'отбасы құрамы туралы мәліметтер (1-қосымша нысаны)',
      ru: 'сведения о составе семьи (форма приложения 1)',
      en: 'family composition (form of Appendix 1)',
    },
    channels: ['provider'],
    brought: 'paper',
    law: { act: 'standard-279', place: 'p9.i3' },
  },
  {
    id: 'income',
    name: {
      kk: 'адамның (отбасы мүшелерінің) табыстары туралы мәліметтер',
      ru: 'сведения о доходах лица (членов семьи)',
      en: 'income of the person (family members)',
    },
    channels: ['provider'],
    brought: 'paper',
    law: { act: 'standard-279', place: 'p9.i4' },
  },
  {
    id: 'difficult-situation',
    name: {
      kk: 'өмірлік қиын жағдайдың туындағанын растайтын акт және/немесе құжат',
      ru: 'акт и/или документ, подтверждающий наступление трудной жизненной ситуации',
      en: 'act or document on the difficult life situation',
    },
    channels: ['provider', 'portal'],
    brought: 'attachment',
    law: { act: 'standard-279', place: 'p9.i5' },
  },
  {
    id: 'identity-register',
    name: {
      kk: 'жеке басты куәландыратын құжаттың мәліметтері',
      ru: 'сведения документа, удостоверяющего личность',
      en: 'data of the identity document',
    },
    channels: ['portal'],
    brought: 'register',
    law: { act: 'standard-279', place: 'p9' },
  },
  {
    id: 'residence-register',
    name: {
      kk: 'тұрғылықты жері бойынша тіркелу мәліметтері',
      ru: 'сведения о регистрации по постоянному месту жительства',
      en: 'data of the registered residence',
    },
    channels: ['portal'],
    brought: 'register',
    law: { act: 'standard-279', place: 'p9' },
  },
  {
    id: 'disability-register',
    name: {
      kk: 'мүгедектікті растайтын құжаттың мәліметтері',
      ru: 'сведения документа, подтверждающего инвалидность',
      en: 'data on disability',
    },
    channels: ['portal'],
    brought: 'register',
    law: { act: 'standard-279', place: 'p9' },
  },
  {
    id: 'disease-register',
    name: {
      kk: 'әлеуметтік мәні бар аурудың болуын растайтын құжаттың мәліметтері',
      ru: 'сведения документа, подтверждающего социально значимое заболевание',
      en: 'data on a socially significant disease',
    },
    channels: ['portal'],
    brought: 'register',
    law: { act: 'standard-279', place: 'p9' },
  },
] as const satisfies readonly RequiredDocument[];

export const astanaForms = [
  {
    edition: 'standard-279-appendix-2',
    name: {
      kk: '2-қосымша нысаны бойынша электрондық өтініш',
      ru: 'Электронное заявление по форме приложения 2',
      en: 'E-application in the form of Appendix 2',
    },
    channels: ['portal'],
    blocks: [
      'header',
      'applicant',
      'residence',
      'contacts',
      'category',
      'bank',
      'attachments',
      'consents',
      'registers',
      'signature',
    ],
    consents: ['personal-data', 'truthfulness'],
    signsRegisters: true,
    law: { act: 'standard-279', place: 'p9', basis: 'inferred' },
  },
  {
    edition: 'free-form',
    name: {
      kk: 'Еркін нысандағы өтініш',
      ru: 'Заявление произвольной формы',
      en: 'Application in free form',
    },
    channels: ['provider'],
    blocks: [
      'header',
      'applicant',
      'residence',
      'contacts',
      'category',
      'family',
      { block: 'income', onlyIf: 'income-test' },
      'bank',
      'attachments',
      'consents',
    ],
    consents: ['personal-data', 'truthfulness'],
    signsRegisters: false,
    law: { act: 'standard-279', place: 'p9' },
  },
] as const satisfies readonly ApplicationForm[];
