// What may be complained of, in the words of the page of the Astana department.
import type { Text } from '../../vocabulary/text.ts';

export const complaintSubjects = [
  {
    kk: 'қызмет нәтижесімен келіспеу',
    ru: 'несогласие с результатом услуги',
    en: 'disagreement with the result',
  },
  { kk: 'дұрыс қызмет көрсетпеу', ru: 'некорректное обслуживание', en: 'incorrect service' },
] as const satisfies readonly Text[];
