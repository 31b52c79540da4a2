// Deadlines in plain words: from which moment, by which rule, which days were skipped and why, which limit binds, which paragraph.
import type { NonWorkingDay } from './calendar/work-calendar.ts';
import type { TimeLeft } from './deadlines.ts';
import type { Arrival } from './office-clock.ts';
import type { DeadlinePlan } from './plan-deadlines.ts';
import { formatOfficeDate, formatOfficeDay, formatOfficeMoment } from './office-words.ts';
import type { StepTerm, TermBase, TermUnit } from './regulation.ts';
import type { Binding, StepDeadline } from './term-clock.ts';
import { formatCitation, isByReference } from './vocabulary/citation.ts';
import type { LawLanguage } from './vocabulary/text.ts';

type Sayings<Key extends string, Say> = Readonly<Record<LawLanguage, Readonly<Record<Key, Say>>>>;

const plural = { ru: new Intl.PluralRules('ru'), en: new Intl.PluralRules('en') };

const russian = (count: number, one: string, few: string, many: string): string => {
  const form = plural.ru.select(count);
  return `${count} ${form === 'one' ? one : form === 'few' ? few : many}`;
};
const english = (count: number, one: string): string =>
  `${count} ${plural.en.select(count) === 'one' ? one : `${one}s`}`;

const amounts: Sayings<TermUnit, (count: number) => string> = {
  kk: {
    OFFICE_MINUTE: (n) => `${n} минут жұмыс уақыты`,
    OFFICE_HOUR: (n) => `${n} сағат жұмыс уақыты`,
    SAME_WORKDAY: () => 'келіп түскен жұмыс күні ішінде',
    WORKDAY: (n) => `${n} жұмыс күні`,
    CALENDAR_DAY: (n) => `${n} күнтізбелік күн`,
  },
  ru: {
    OFFICE_MINUTE: (n) =>
      russian(n, 'минута рабочего времени', 'минуты рабочего времени', 'минут рабочего времени'),
    OFFICE_HOUR: (n) => russian(n, 'час рабочего времени', 'часа рабочего времени', 'часов рабочего времени'),
    SAME_WORKDAY: () => 'в течение рабочего дня поступления',
    WORKDAY: (n) => russian(n, 'рабочий день', 'рабочих дня', 'рабочих дней'),
    CALENDAR_DAY: (n) => russian(n, 'календарный день', 'календарных дня', 'календарных дней'),
  },
  en: {
    OFFICE_MINUTE: (n) => english(n, 'office minute'),
    OFFICE_HOUR: (n) => english(n, 'office hour'),
    SAME_WORKDAY: () => 'within the working day of receipt',
    WORKDAY: (n) => english(n, 'working day'),
    CALENDAR_DAY: (n) => english(n, 'calendar day'),
  },
};

const bases: Sayings<TermBase, string> = {
  kk: {
    PREVIOUS_STEP: 'алдыңғы қадам аяқталғаннан бастап',
    SUBMISSION: 'өтініш қабылданғаннан бастап',
    REGISTRATION: 'өтініш тіркелгеннен бастап',
    DECISION: 'шешім қабылданғаннан бастап',
    RECEIPT: 'алған күннен бастап',
    REVIEW_OF_PROTOCOL: 'хаттамамен танысқаннан бастап',
  },
  ru: {
    PREVIOUS_STEP: 'с окончания предыдущего шага',
    SUBMISSION: 'с приема заявления',
    REGISTRATION: 'с регистрации заявления',
    DECISION: 'с принятия решения',
    RECEIPT: 'с получения',
    REVIEW_OF_PROTOCOL: 'с ознакомления с протоколом',
  },
  en: {
    PREVIOUS_STEP: 'from the end of the step before',
    SUBMISSION: 'from the receipt of the application',
    REGISTRATION: 'from the registration of the application',
    DECISION: 'from the decision',
    RECEIPT: 'from receipt',
    REVIEW_OF_PROTOCOL: 'from reading the protocol',
  },
};

/** A term in words: "4 рабочих дня с окончания предыдущего шага". */
export function formatTerm(term: StepTerm, language: LawLanguage): string {
  const amount = amounts[language][term.unit](term.amount);
  if (term.kind === 'NOT_LATER_THAN_BEFORE') {
    return {
      kk: `шешім қабылданғанға дейін кемінде ${amount} бұрын`,
      ru: `не позднее чем за ${amount} до решения`,
      en: `not later than ${amount} before the decision`,
    }[language];
  }
  if (term.unit === 'SAME_WORKDAY') return amount;
  const base = bases[language][term.from];
  return language === 'kk' ? `${base} ${amount}` : `${amount} ${base}`;
}

const arrivals: Sayings<Arrival, string> = {
  kk: {
    'in-hours': 'жұмыс уақытында келіп түсті',
    'before-opening': 'жұмыс басталғанға дейін келіп түсті, сол күні қабылданады',
    'at-lunch': 'түскі үзілісте келіп түсті, сол күні қабылданады',
    'after-closing': 'жұмыс уақыты аяқталғаннан кейін келіп түсті, келесі жұмыс күні қабылданады',
    'on-day-off': 'демалыс немесе мереке күні келіп түсті, келесі жұмыс күні қабылданады',
  },
  ru: {
    'in-hours': 'поступило в рабочее время',
    'before-opening': 'поступило до начала работы, принимается в тот же день',
    'at-lunch': 'поступило в обеденный перерыв, принимается в тот же день',
    'after-closing': 'поступило после окончания рабочего времени, принимается следующим рабочим днем',
    'on-day-off': 'поступило в выходной или праздничный день, принимается следующим рабочим днем',
  },
  en: {
    'in-hours': 'arrived in working hours',
    'before-opening': 'arrived before opening, counts on the same day',
    'at-lunch': 'arrived at lunch, counts on the same day',
    'after-closing': 'arrived after working hours, counts on the next working day',
    'on-day-off': 'arrived on a day off, counts on the next working day',
  },
};

/** When and why a request counts as received, in one sentence. */
export function explainRegistration(
  registration: { readonly at: Date; readonly arrival: Arrival },
  submitted: Date,
  language: LawLanguage,
): string {
  const why = arrivals[language][registration.arrival];
  const words = {
    kk: `Өтініш (${formatOfficeMoment(submitted, 'kk')}) ${why}: ${formatOfficeMoment(registration.at, 'kk')}.`,
    ru: `Заявление (${formatOfficeMoment(submitted, 'ru')}) ${why}: ${formatOfficeMoment(registration.at, 'ru')}.`,
    en: `The application (${formatOfficeMoment(submitted, 'en')}) ${why}: ${formatOfficeMoment(registration.at, 'en')}.`,
  };
  return words[language];
}

/** The skipped days in words: holidays by name, Saturdays and Sundays counted together. */
export function explainSkipped(days: readonly NonWorkingDay[], language: LawLanguage): string {
  if (days.length === 0) return '';
  const named = days.filter(({ reason }) => reason !== 'weekend');
  const weekends = days.length - named.length;
  const parts = named.map(({ date, words }) => `${formatOfficeDay(date, language)} (${words[language]})`);
  if (weekends > 0) {
    const words = { kk: 'сенбі мен жексенбі', ru: 'субботы и воскресенья', en: 'Saturdays and Sundays' };
    parts.push(`${words[language]} (${weekends})`);
  }
  const list = parts.join(', ');
  return {
    kk: `Есептелмеген күндер: ${list}.`,
    ru: `Не считаются дни: ${list}.`,
    en: `Days not counted: ${list}.`,
  }[language];
}

const limits: Sayings<Exclude<Binding, 'none'>, string> = {
  kk: {
    'own-term': 'Қадамның өз мерзімі қолданылады',
    span: 'Бірнеше қадамға ортақ мерзім бұрын аяқталады, сол қолданылады',
    whole: 'Қызметтің жалпы мерзімі бұрын аяқталады, сол қолданылады',
  },
  ru: {
    'own-term': 'Действует собственный срок шага',
    span: 'Раньше заканчивается общий срок нескольких шагов, действует он',
    whole: 'Раньше заканчивается общий срок услуги, действует он',
  },
  en: {
    'own-term': "The step's own term binds",
    span: 'The common term of several steps ends earlier and binds',
    whole: 'The whole term of the service ends earlier and binds',
  },
};

const onlyWhole = {
  kk: 'Қызметтің жалпы мерзімі қолданылады',
  ru: 'Действует общий срок услуги',
  en: 'The whole term of the service applies',
} as const;

const lastMoment = { kk: 'Соңғы сәті', ru: 'Последний момент', en: 'Last moment' } as const;
const basisWord = { kk: 'Негізі', ru: 'Основание', en: 'Basis' } as const;

const unknownTerm = {
  kk: 'Мерзім қолжетімді мәтіндерде жоқ, заң оған тек сілтеме жасайды; күні есептелмейді.',
  ru: 'Срока нет в доступных текстах, закон на него только ссылается; дата не вычисляется.',
  en: 'The term is not in the available texts, the law only refers to it; no date is computed.',
} as const;

const noOwnTerm = {
  kk: 'Заңда бұл қадамның өз мерзімі жоқ.',
  ru: 'Собственного срока у этого шага в законе нет.',
  en: 'The law gives this step no term of its own.',
} as const;

/**
 * A deadline in plain words, sentence by sentence.
 * @param deadline the explanation that a plan gives with each step
 * @returns sentences; the last one names the act and the paragraph
 */
export function explainDeadline(deadline: StepDeadline, language: LawLanguage): readonly string[] {
  const sentences: string[] = [];
  const { term, from, chain, due, binding } = deadline;
  if (term === undefined) sentences.push(noOwnTerm[language]);
  else if (isByReference(term)) {
    sentences.push(`${unknownTerm[language]} (${formatCitation(term.byReference, language)})`);
  } else {
    const start =
      from === undefined || binding !== 'own-term' ? '' : ` (${formatOfficeMoment(from, language)})`;
    const words = { kk: 'Мерзімі', ru: 'Срок', en: 'Term' }[language];
    sentences.push(`${words}: ${formatTerm(term, language)}${start}.`);
  }
  if (chain !== undefined && binding === 'whole') {
    const until = {
      kk: 'Қадамдардың мерзімдерін тізбектеп санағанда бұл қадам мына уақытта аяқталар еді',
      ru: 'По срокам шагов, взятым подряд, этот шаг закончился бы',
      en: 'By the terms of the steps one after another this step would end',
    };
    sentences.push(`${until[language]}: ${formatOfficeMoment(chain, language)}.`);
  }
  if (binding !== 'none' && due !== null) {
    if (binding === 'whole' && chain === undefined) sentences.push(`${onlyWhole[language]}.`);
    else if (binding !== 'own-term') sentences.push(`${limits[language][binding]}.`);
    const skipped = explainSkipped(deadline.skipped, language);
    if (skipped !== '') sentences.push(skipped);
    sentences.push(`${lastMoment[language]}: ${formatOfficeMoment(due, language)}.`);
  }
  return [...sentences, `${basisWord[language]}: ${formatCitation(deadline.law, language)}.`];
}

const wholeWords = {
  kk: { term: 'Қызметтің жалпы мерзімі', prolonged: 'Басшы мерзімді дәлелді шешіммен ұзартты' },
  ru: { term: 'Общий срок услуги', prolonged: 'Руководитель продлил срок мотивированным решением' },
  en: { term: 'Whole term of the service', prolonged: 'The head prolonged the term by a reasoned decision' },
} as const;

/**
 * The whole term of a case in plain words, sentence by sentence: how long, from when, which days are skipped, until when, by what law.
 * @param plan the plan of the case
 */
export function explainWholeTerm(plan: DeadlinePlan, language: LawLanguage): readonly string[] {
  const { wholeTerm, due, runs } = plan;
  const words = wholeWords[language];
  if (isByReference(wholeTerm)) {
    return [`${words.term}: ${unknownTerm[language]} (${formatCitation(wholeTerm.byReference, language)})`];
  }
  const start = formatOfficeMoment(plan.registration.at, language);
  const skipped = explainSkipped(plan.skipped, language);
  return [
    `${words.term}: ${formatTerm(wholeTerm, language)} (${start}).`,
    ...(runs === 'prolonged' ? [`${words.prolonged}.`] : []),
    ...(skipped === '' ? [] : [skipped]),
    ...(due === null ? [] : [`${lastMoment[language]}: ${formatOfficeMoment(due, language)}.`]),
    `${basisWord[language]}: ${formatCitation(wholeTerm.law, language)}.`,
  ];
}

/** A chip: "3 working days left · by 7 April", "overdue by 1 working day". */
export function formatTimeLeft(left: TimeLeft, language: LawLanguage): string {
  switch (left.kind) {
    case 'left': {
      const count = amounts[language].WORKDAY(left.workdays);
      const by = formatOfficeDay(left.by, language);
      return {
        kk: `${count} қалды · соңғы күні ${by}`,
        ru: `ещё ${count} · до ${by}`,
        en: `${count} left · by ${by}`,
      }[language];
    }
    case 'today': {
      const by = formatOfficeMoment(left.by, language).slice(-5);
      return { kk: `бүгін, соңғы сәті ${by}`, ru: `сегодня до ${by}`, en: `today by ${by}` }[language];
    }
    case 'overdue': {
      const count = amounts[language].WORKDAY(left.workdays);
      if (left.workdays === 0) {
        const since = formatOfficeDate(left.since, language);
        return { kk: `мерзімі өтті (${since})`, ru: `срок истек (${since})`, en: `overdue (${since})` }[
          language
        ];
      }
      return { kk: `мерзімі өтті: ${count}`, ru: `просрочено на ${count}`, en: `overdue by ${count}` }[
        language
      ];
    }
  }
}
