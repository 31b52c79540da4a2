// Kostanay 565, service 6: what is brought to the provider and the akim, what registers answer, and the forms.
import type { ApplicationForm, RequiredDocument } from '../../regulation.ts';
import { astanaForms } from '../astana-158-1286/application.ts';
import { socialHelpDocuments as documents } from '../texts/documents.ts';

const [electronic, freeForm] = astanaForms;

export const socialHelpDocumentsOfKostanay = [
  { ...documents.identity, channels: ['provider', 'rural-akim'] },
  { ...documents.residence, channels: ['provider', 'rural-akim'] },
  { ...documents.familyComposition, channels: ['provider', 'rural-akim'] },
  { ...documents.income, channels: ['provider', 'rural-akim'] },
  { ...documents.difficultSituation, channels: ['provider', 'rural-akim', 'portal'] },
  { ...documents.identityRegister, channels: ['portal'] },
  { ...documents.residenceRegister, channels: ['portal'] },
  { ...documents.disabilityRegister, channels: ['portal'] },
  { ...documents.diseaseRegister, channels: ['portal'] },
] as const satisfies readonly RequiredDocument[];

/** The same standard, the same two forms; the akim takes the free one too. */
export const socialHelpFormsOfKostanay = [
  electronic,
  { ...freeForm, channels: ['provider', 'rural-akim'] },
] as const satisfies readonly ApplicationForm[];
