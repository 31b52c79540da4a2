// Identity documents, with the codes of the state database of natural persons where they were found.
import type { Basis } from '../vocabulary/citation.ts';
import type { Text } from '../vocabulary/text.ts';

export interface DocumentType {
  readonly id: 'id-card' | 'passport' | 'residence-permit' | 'stateless' | 'refugee';
  /** The code of the database; left out where it was not found. */
  readonly code?: string;
  readonly name: Text;
  readonly basis: Basis;
}

export const documentTypes: readonly DocumentType[] = [
  {
    id: 'passport',
    code: '001',
    name: { kk: 'ҚР паспорты', ru: 'Паспорт РК', en: 'Passport of Kazakhstan' },
    basis: 'found',
  },
  {
    id: 'id-card',
    code: '002',
    name: { kk: 'ҚР жеке куәлігі', ru: 'Удостоверение личности РК', en: 'Identity card of Kazakhstan' },
    basis: 'found',
  },
  {
    id: 'residence-permit',
    name: { kk: 'Шетелдіктің тұруға ықтиярхаты', ru: 'Вид на жительство иностранца', en: 'Residence permit' },
    basis: 'recalled',
  },
  {
    id: 'stateless',
    name: {
      kk: 'Азаматтығы жоқ адамның куәлігі',
      ru: 'Удостоверение лица без гражданства',
      en: 'Stateless person',
    },
    basis: 'recalled',
  },
  {
    id: 'refugee',
    name: { kk: 'Босқын куәлігі', ru: 'Удостоверение беженца', en: 'Refugee certificate' },
    basis: 'recalled',
  },
];
