// Astana, regulation № 158-1286: what is brought, what the registers answer, and the two forms of application.
import type { ApplicationForm, RequiredDocument } from '../../regulation.ts';
import { socialHelpDocuments as documents } from '../texts/documents.ts';

export const astanaDocuments = [
  { ...documents.identity, channels: ['provider'] },
  { ...documents.residence, channels: ['provider'] },
  { ...documents.familyComposition, channels: ['provider'] },
  { ...documents.income, channels: ['provider'] },
  { ...documents.difficultSituation, channels: ['provider', 'portal'] },
  { ...documents.identityRegister, channels: ['portal'] },
  { ...documents.residenceRegister, channels: ['portal'] },
  { ...documents.disabilityRegister, channels: ['portal'] },
  { ...documents.diseaseRegister, channels: ['portal'] },
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
