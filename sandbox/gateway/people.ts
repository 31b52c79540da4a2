// The people of the demo. All are invented: their IINs carry a month 99 that no living person's number has.
import type { Disability, Disease, Person } from '../../src/registers/index.ts';

export interface SandboxPerson {
  readonly person: Person;
  readonly phone?: string;
  readonly disability?: Disability;
  readonly disease?: Disease;
  /** Why this person is in the demo; shown in the list of demo people. */
  readonly story: { readonly kk: string; readonly ru: string };
}

/** The twelfth digit of an IIN or BIN (both passes of the weights); undefined when the eleven digits have none. */
export function checkDigit(eleven: string): string | undefined {
  const sum = (shift: number) =>
    [...eleven].reduce((total, digit, i) => total + Number(digit) * (((i + shift) % 11) + 1), 0) % 11;
  const first = sum(0);
  if (first < 10) return String(first);
  const second = sum(2);
  return second < 10 ? String(second) : undefined;
}

/** An invented IIN: year, month 99, day 00, century-and-sex digit, serial number and its check digit. */
export function inventIin(year: number, sexDigit: 3 | 4 | 5 | 6, serial: number): string {
  for (let next = serial; ; next += 100) {
    const eleven = `${String(year % 100).padStart(2, '0')}9900${sexDigit}${String(next).padStart(4, '0')}`;
    const digit = checkDigit(eleven);
    if (digit !== undefined) return eleven + digit;
  }
}

const named = (code: string, kk: string, ru: string) => ({ code, kk, ru });
const KAZAKHSTAN = named('398', 'Қазақстан', 'Казахстан');
const INTERIOR = named('002', 'ҚР Ішкі істер министрлігі', 'МВД РК');
const ID_CARD = named('002', 'Жеке куәлік', 'Удостоверение личности');
const CAUSE = named('01', 'Жалпы ауру', 'Общее заболевание');

interface Sketch {
  readonly iin: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName?: string;
  readonly birthDate: string;
  readonly gender: 'male' | 'female';
  readonly card: string;
  readonly street: { readonly kk: string; readonly ru: string };
  readonly house: string;
  readonly flat?: string;
}

/** A person of the state database, living in Astana with a valid identity card. */
export function inventPerson(sketch: Sketch): Person {
  return {
    iin: sketch.iin,
    lastName: sketch.lastName,
    firstName: sketch.firstName,
    middleName: sketch.middleName ?? '',
    birthDate: sketch.birthDate,
    gender: sketch.gender,
    citizenship: KAZAKHSTAN,
    lifeStatus: '0',
    capable: true,
    documents: [
      {
        kind: ID_CARD,
        number: `0${sketch.card.slice(1)}`,
        issuedOn: '2011-02-01',
        expiresOn: '2021-01-31',
        issuer: INTERIOR,
        status: 'replaced',
      },
      {
        kind: ID_CARD,
        number: sketch.card,
        issuedOn: '2021-02-01',
        expiresOn: '2031-01-31',
        issuer: INTERIOR,
        status: 'valid',
      },
    ],
    address: {
      region: named('71', 'Астана қаласы', 'город Астана'),
      district: named('7113', 'Сарыарқа ауданы', 'район Сарыарка'),
      settlement: { kk: 'Астана', ru: 'Астана' },
      street: sketch.street,
      house: sketch.house,
      flat: sketch.flat ?? '',
      addressCode: `02010000${sketch.iin.slice(4)}`,
      registeredOn: '2015-06-10',
      status: 'registered',
    },
  };
}

const SPRING = { kk: 'Көктем көшесі', ru: 'улица Көктем' };
const STEPPE = { kk: 'Дала көшесі', ru: 'улица Дала' };

export const PEOPLE: readonly SandboxPerson[] = [
  {
    person: inventPerson({
      iin: inventIin(1985, 4, 1),
      lastName: 'НҰРЛАНОВА',
      firstName: 'АЙГҮЛ',
      middleName: 'СЕРІКҚЫЗЫ',
      birthDate: '1985-04-12',
      gender: 'female',
      card: '045000001',
      street: SPRING,
      house: '12',
      flat: '34',
    }),
    phone: '+77010000001',
    disability: {
      own: { group: 'II', cause: CAUSE, from: '2019-03-01', to: null, documentNumber: '0710001' },
      children: [],
    },
    story: { kk: 'II топ мүгедектігі бар, мерзімсіз', ru: 'инвалидность II группы, бессрочно' },
  },
  {
    person: inventPerson({
      iin: inventIin(1990, 3, 2),
      lastName: 'СЕЙТҚАЛИ',
      firstName: 'ЕРБОЛ',
      middleName: 'ҚАНАТҰЛЫ',
      birthDate: '1990-09-30',
      gender: 'male',
      card: '045000002',
      street: STEPPE,
      house: '7',
    }),
    phone: '+77050000002',
    disease: {
      entries: [
        {
          icd10: 'A15.0',
          name: { kk: 'Өкпе туберкулезі', ru: 'Туберкулёз лёгких' },
          from: '2025-11-20',
          to: null,
          organisation: { kk: 'Фтизиопульмонология орталығы', ru: 'Центр фтизиопульмонологии' },
          documentNumber: 'Ф-0002',
          documentDate: '2025-11-20',
        },
      ],
    },
    story: { kk: 'тізбедегі әлеуметтік мәні бар ауруы бар', ru: 'социально значимое заболевание по перечню' },
  },
  {
    person: inventPerson({
      iin: inventIin(1988, 4, 3),
      lastName: 'АХМЕТОВА',
      firstName: 'ГҮЛНАР',
      middleName: 'БОЛАТҚЫЗЫ',
      birthDate: '1988-01-05',
      gender: 'female',
      card: '045000003',
      street: SPRING,
      house: '3',
      flat: '8',
    }),
    phone: '+77070000003',
    disability: {
      own: null,
      children: [
        {
          iin: inventIin(2016, 5, 4),
          lastName: 'АХМЕТОВ',
          firstName: 'ДИАС',
          middleName: '',
          birthDate: '2016-08-17',
          state: {
            group: 'child',
            cause: CAUSE,
            from: '2018-05-01',
            to: '2034-08-17',
            documentNumber: '0710003',
          },
        },
      ],
    },
    story: { kk: 'мүгедектігі бар баланың анасы', ru: 'мама ребёнка с инвалидностью' },
  },
  {
    person: inventPerson({
      iin: inventIin(1979, 3, 5),
      lastName: 'ПЕТРОВ',
      firstName: 'ИВАН',
      middleName: 'СЕРГЕЕВИЧ',
      birthDate: '1979-12-02',
      gender: 'male',
      card: '045000005',
      street: STEPPE,
      house: '19',
      flat: '2',
    }),
    phone: '+77770000005',
    story: {
      kk: 'тізілімдерде негізі жоқ: портал не істеу керегін айтады',
      ru: 'оснований в регистрах нет: портал скажет, что делать',
    },
  },
  {
    person: inventPerson({
      iin: inventIin(1969, 4, 6),
      lastName: 'КИМ',
      firstName: 'ВЕРА',
      birthDate: '1969-02-14',
      gender: 'female',
      card: '045000006',
      street: STEPPE,
      house: '21',
    }),
    disease: {
      entries: [
        {
          icd10: 'E11.9',
          name: { kk: '2 типті қант диабеті', ru: 'Сахарный диабет 2 типа' },
          from: '2017-03-03',
          to: null,
          organisation: { kk: '№ 4 емхана', ru: 'Поликлиника № 4' },
          documentNumber: 'П-0006',
          documentDate: '2017-03-03',
        },
      ],
    },
    disability: {
      own: { group: 'III', cause: CAUSE, from: '2020-01-01', to: '2025-12-31', documentNumber: '0710006' },
      children: [],
    },
    story: {
      kk: 'ауруы 2026 жылдан тізбеден шыққан, топтың мерзімі өткен, телефоны базада жоқ',
      ru: 'болезнь исключена из перечня с 2026 года, срок группы истёк, телефона нет в базе',
    },
  },
  {
    // The national test identity: its check digit is wrong, so it is admitted in the test configuration only.
    person: inventPerson({
      iin: '123456789011',
      lastName: 'ТЕСТОВ',
      firstName: 'ТЕСТ',
      middleName: 'ТЕСТОВИЧ',
      birthDate: '1990-01-01',
      gender: 'male',
      card: '045000011',
      street: SPRING,
      house: '1',
    }),
    phone: '+77000000011',
    disability: {
      own: { group: 'I', cause: CAUSE, from: '2020-05-01', to: null, documentNumber: '0710011' },
      children: [],
    },
    story: { kk: 'ұлттық сынақ кілтінің иесі', ru: 'владелец национального тестового ключа' },
  },
];
