// The papers with their titles and contents, shared by procedures. A procedure adds who signs and the place in its act.
import type { Paper } from '../../regulation.ts';

type PaperText = Pick<Paper, 'kind' | 'title' | 'contents'>;

export const papers = {
  coupon: {
    kind: 'coupon',
    title: {
      kk: 'Өтініштің үзбелі талоны',
      ru: 'Отрывной талон заявления',
      en: 'Tear-off coupon of the application',
    },
    contents: ['registration-date', 'service-date', 'clerk-name'],
  },
  acceptanceReceipt: {
    kind: 'acceptance-receipt',
    title: {
      kk: 'Құжаттардың қабылданғаны туралы қолхат',
      ru: 'Расписка о приеме документов',
      en: 'Receipt of acceptance of the documents',
    },
    contents: ['number', 'documents-accepted-date', 'service-date', 'clerk-name', 'applicant', 'service'],
  },
  refusalToAccept: {
    kind: 'refusal-to-accept-receipt',
    title: {
      kk: 'Құжаттарды қабылдаудан бас тарту туралы қолхат',
      ru: 'Расписка об отказе в приеме документов',
      en: 'Receipt of refusal to accept the documents',
    },
    contents: ['date', 'applicant', 'service', 'missing-documents', 'clerk-name'],
  },
  grant: {
    kind: 'grant-notification',
    title: {
      kk: 'Әлеуметтік көмек тағайындау туралы хабарлама',
      ru: 'Уведомление о назначении социальной помощи',
      en: 'Notification of the grant of social help',
    },
    contents: [
      'number',
      'date',
      'body',
      'applicant',
      'service',
      'legal-basis',
      'ground',
      'amount',
      'calculation',
      'frequency',
      'period',
      'masked-account',
      'complaint-rights',
      'contact',
      'verification',
      'signatory',
    ],
  },
  refusal: {
    kind: 'refusal-notification',
    title: {
      kk: 'Әлеуметтік көмек көрсетуден бас тарту туралы хабарлама',
      ru: 'Уведомление об отказе в оказании социальной помощи',
      en: 'Notification of refusal of social help',
    },
    contents: [
      'number',
      'date',
      'body',
      'applicant',
      'service',
      'legal-basis',
      'refusal-ground',
      'complaint-rights',
      'contact',
      'verification',
      'signatory',
    ],
  },
  shortage: {
    kind: 'shortage-notice',
    title: {
      kk: 'Құжаттардың жетіспейтіні туралы хабарлама',
      ru: 'Уведомление о недостаточности документов',
      en: 'Notice that documents are insufficient',
    },
    contents: [
      'number',
      'date',
      'body',
      'applicant',
      'service',
      'missing-documents',
      'term-explanation',
      'complaint-rights',
      'contact',
      'verification',
      'signatory',
    ],
  },
} as const satisfies Readonly<Record<string, PaperText>>;
