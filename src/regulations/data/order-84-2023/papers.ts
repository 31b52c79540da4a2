// Order № 84 as amended: its papers (Appendices 2-1 to 7), grounds of refusal, and what a reader must know.
import type { Paper, RefusalGround, Regulation } from '../../regulation.ts';
import { modelRulesGrounds } from '../texts/shared-wordings.ts';
import { papers } from '../texts/papers.ts';
import { orderPapers as words } from './texts.ts';

const act = 'order-84';
const ours = { act: 'komek', basis: 'inferred' } as const;
const recalled = { act: 'model-rules-523', basis: 'recalled' } as const;

export const orderPapersList = [
  { id: 'coupon', ...papers.coupon, law: { act, place: 'p6' } },
  { id: 'acceptance-receipt', ...papers.acceptanceReceipt, law: { act, place: 'p6' } },
  {
    id: 'refusal-to-accept',
    kind: 'refusal-to-accept-receipt',
    ...words.refusalToAccept,
    law: { act, place: 'app2-1' },
  },
  {
    id: 'survey-act',
    kind: 'survey-act',
    ...words.surveyAct,
    law: { act, place: 'app3', basis: 'recalled' },
  },
  {
    id: 'conclusion',
    kind: 'conclusion',
    ...words.conclusion,
    law: { act, place: 'app4', basis: 'recalled' },
  },
  {
    id: 'special-conclusion',
    kind: 'conclusion',
    ...words.conclusion,
    law: { act, place: 'p11', basis: 'recalled' },
  },
  { id: 'shortage-notice', ...papers.shortage, signedBy: 'head', law: ours },
  {
    id: 'preliminary-notice',
    kind: 'preliminary-notice',
    ...words.preliminaryNotice,
    signedBy: 'executor',
    law: { act, place: 'p15' },
  },
  { id: 'hearing-protocol', kind: 'hearing-protocol', ...words.protocol, law: { act, place: 'p15' } },
  { id: 'decision', kind: 'decision', ...words.decision, signedBy: 'head', law: { act, place: 'app5' } },
  { id: 'grant-notification', ...papers.grant, signedBy: 'head', law: { act, place: 'app6' } },
  {
    id: 'refusal-notification',
    ...papers.refusal,
    contents: [...papers.refusal.contents, 'hearing-summary'],
    signedBy: 'head',
    law: { act, place: 'app7' },
  },
  {
    id: 'extension-notice',
    kind: 'extension-notice',
    ...words.extension,
    signedBy: 'head',
    law: { act: 'administrative-code', place: 'art76', basis: 'found' },
  },
] as const satisfies readonly Paper[];

const [falseData, surveyRefused, incomeAbove] = modelRulesGrounds;

export const orderGrounds = [
  { ...falseData, law: recalled },
  { ...surveyRefused, law: recalled },
  { ...incomeAbove, law: recalled },
  {
    id: 'listed-ground',
    name: {
      kk: 'негізгі талаптар тізбесіндегі өзге негіз (мәтіні қолжетімді емес, негізді сөзбен жазыңыз)',
      ru: 'иное основание из перечня основных требований (текст недоступен, укажите основание словами)',
      en: 'another ground of the list of main requirements (text not available, name it in words)',
    },
    law: { act: 'order-84-appendix-2' },
    byReference: true,
  },
] as const satisfies readonly RefusalGround[];

export const orderNotes = [
  {
    text: {
      kk: 'Мереке күндері мен атаулы күндерге орай көмек өтінішсіз, проактивті нысанда көрсетіледі.',
      ru: 'К праздничным и памятным дням помощь оказывается проактивно, без заявления.',
      en: 'Help for holidays and memorable dates is given proactively, without an application.',
    },
    law: { act, place: 'p6' },
  },
  {
    text: {
      kk: 'Порталда өтініш беруші мәліметтерді жүйелерден өзі сұратады және өтінішпен бірге алынған мәліметтерге де қол қояды.',
      ru: 'На портале заявитель сам запрашивает сведения из систем и подписывает их вместе с заявлением.',
      en: 'On the portal the applicant asks the systems himself and signs what they answered together with the application.',
    },
    law: { act, place: 'p6' },
  },
  {
    text: {
      kk: 'Өтінішті көрсетілетін қызметті беруші немесе әкім тіркейді, Мемлекеттік корпорация тіркемейді.',
      ru: 'Регистрирует услугодатель или аким, Государственная корпорация не регистрирует.',
      en: 'The provider or the akim registers; the State Corporation does not.',
    },
    law: { act, place: 'p7' },
  },
  {
    text: {
      kk: 'Тыңдау шақыру (бейнеконференция, өзге байланыс), ақпараттық жүйелер немесе өзге байланыс тәсілі арқылы өтеді.',
      ru: 'Заслушивание проходит приглашением (видеосвязь или иная), через информационные системы или иным способом связи.',
      en: 'The hearing is held by invitation (video or other), by information systems, or by other means of communication.',
    },
    law: { act, place: 'p15' },
  },
  {
    text: {
      kk: 'Тыңдау 8 жұмыс күнін тоқтатпайды: хабарлама шешімнен кемінде 3 жұмыс күні бұрын, яғни 5-күннен кешіктірілмей жіберіледі, не басшы мерзімді дәлелді түрде ұзартады.',
      ru: 'Заслушивание не останавливает 8 рабочих дней: извещение нужно не позднее 5-го дня, иначе руководитель мотивированно продлевает срок.',
      en: 'The hearing does not stop the 8 working days: the notice goes out by day 5, or the head prolongs the term by a reasoned decision.',
    },
    law: ours,
  },
  {
    text: {
      kk: 'Әлеуметтік мәні бар ауру негізі бойынша зерттеп-қарау жүргізілмейді және табыс әдетте есептелмейді.',
      ru: 'По основанию социально значимого заболевания обследования нет, доход обычно не считается.',
      en: 'For a socially significant disease there is no survey and usually no income test.',
    },
    law: { act, place: 'p7', basis: 'inferred' },
  },
] as const satisfies Regulation['notes'];
