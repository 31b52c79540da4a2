// Who plays in the demo besides the citizens: the officers of the Astana office, those who answer complaints, and everybody's passwords.
import type { Role } from '../../src/identity/index.ts';
import { checkDigit, inventIin } from '../gateway/people.ts';
import { DISTRICT_OFFICERS } from './cast-districts.ts';

/** For .p12 files; passwords of accounts are longer. */
export const KEY_PASSWORD = 'Komek-2026';

/** Long enough to need no second step, easy to read off a screen, different for everybody. */
export const passwordOf = (iin: string): string => `dala shamal ${iin.slice(-4)}`;

function inventBin(serial: string): string {
  const eleven = `9999400${serial}`;
  const digit = checkDigit(eleven);
  if (digit === undefined) throw new Error(`no check digit for ${eleven}`);
  return eleven + digit;
}

/** The invented BIN of the demo's Astana office. */
export const OFFICE_BIN = inventBin('0017');
export const OFFICE_NAME =
  'ГУ «Управление занятости, труда и социальной защиты города Астаны» (демонстрация)';

interface CastPerson {
  readonly iin: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
}

export interface CastOfficer {
  readonly person: CastPerson;
  readonly post: { readonly officeId: string; readonly bin: string; readonly roles: readonly Role[] };
  readonly story: string;
  readonly key?: {
    readonly bin: string;
    readonly name: string;
    readonly role: 'first-head' | 'right-to-sign';
  };
  /** Members of commissions sign as themselves, with their own keys. */
  readonly ownKey?: true;
}

interface Organisation {
  readonly officeId: string;
  readonly bin: string;
  readonly name: string;
}

const ASTANA: Organisation = { officeId: 'astana', bin: OFFICE_BIN, name: OFFICE_NAME };
/** Another office of the demo, under the same invented BIN. */
const beside = (officeId: string): Organisation => ({ ...ASTANA, officeId });
const AKIMAT: Organisation = {
  officeId: 'astana-akimat',
  bin: inventBin('0025'),
  name: 'Акимат города Астаны (демонстрация)',
};
const QUALITY: Organisation = {
  officeId: 'quality-body',
  bin: inventBin('0033'),
  name: 'Уполномоченный орган по качеству услуг (демонстрация)',
};

interface OfficerSketch {
  readonly at?: Organisation;
  readonly serial: number;
  readonly name: readonly [string, string, string];
  readonly role: Role | readonly Role[];
  readonly story: string;
  readonly keyRole?: 'first-head' | 'right-to-sign';
  readonly ownKey?: true;
}

const officer = ({
  at = ASTANA,
  serial,
  name,
  role,
  story,
  keyRole,
  ownKey,
}: OfficerSketch): CastOfficer => ({
  person: { iin: inventIin(1980, 3, serial), lastName: name[0], firstName: name[1], middleName: name[2] },
  post: { officeId: at.officeId, bin: at.bin, roles: typeof role === 'string' ? [role] : role },
  story,
  ...(keyRole === undefined ? {} : { key: { bin: at.bin, name: at.name, role: keyRole } }),
  ...(ownKey && { ownKey }),
});

export const OFFICERS: readonly CastOfficer[] = [
  officer({
    serial: 51,
    name: ['ОМАРОВА', 'САУЛЕ', 'МҰРАТҚЫЗЫ'],
    role: 'clerk',
    story: 'канцелярия: регистрирует и выдаёт',
  }),
  officer({
    serial: 52,
    name: ['ЖАҚСЫБЕКОВ', 'НҰРЛАН', 'ТӨЛЕУҰЛЫ'],
    role: 'head',
    story: 'руководитель: назначает исполнителя, подписывает',
    keyRole: 'first-head',
  }),
  officer({
    serial: 53,
    name: ['ИБРАЕВА', 'ДИНАРА', 'АСҚАРҚЫЗЫ'],
    role: 'executor',
    story: 'ответственный исполнитель: рассматривает',
  }),
  officer({
    serial: 54,
    name: ['ТІЛЕУБАЙ', 'ҚАЙРАТ', 'СЕРІКҰЛЫ'],
    role: 'executor',
    story: 'второй исполнитель',
  }),
  officer({
    serial: 55,
    name: ['САДЫҚОВА', 'ГҮЛМИРА', 'ЕРЛАНҚЫЗЫ'],
    role: 'clerk',
    at: beside('shortandy'),
    story: 'Шортанды: принимает заявления на бумаге по приказу № 84, отказывает в приёме неполных',
  }),
  officer({
    serial: 56,
    name: ['БЕКТҰРОВ', 'АРМАН', 'САМАТҰЛЫ'],
    role: ['clerk', 'rural-clerk'],
    at: beside('kostanay-rural-akim'),
    story: 'аппарат акима сельского округа: принимает заявления на бумаге',
  }),
  officer({
    serial: 57,
    name: ['КУЗНЕЦОВА', 'ОЛЬГА', 'ИВАНОВНА'],
    role: ['clerk', 'service-centre-clerk'],
    at: beside('kostanay-service-centre'),
    story: 'центр обслуживания населения: принимает заявления на бумаге',
  }),
  officer({
    at: AKIMAT,
    serial: 58,
    name: ['БЕКЕНОВА', 'ӘЛИЯ', 'ЕРМЕКҚЫЗЫ'],
    role: 'akimat-clerk',
    story: 'канцелярия акимата: регистрирует жалобы, выдаёт ответы',
  }),
  officer({
    at: AKIMAT,
    serial: 59,
    name: ['САДЫҚОВ', 'МАРАТ', 'ӘБІШҰЛЫ'],
    role: 'akim',
    story: 'аким: рассматривает жалобы, подписывает ответы',
    keyRole: 'first-head',
  }),
  officer({
    at: QUALITY,
    serial: 60,
    name: ['АХМЕТ', 'ЖАНАР', 'ҚУАНЫШҚЫЗЫ'],
    role: 'quality-body',
    story: 'орган по качеству услуг: жалобы второй ступени',
    keyRole: 'first-head',
  }),
  officer({
    at: beside('kostanay'),
    serial: 61,
    name: ['МҰҚАНОВА', 'АЙГҮЛ', 'БОЛАТҚЫЗЫ'],
    role: 'clerk',
    story: 'Костанай, канцелярия: регистрирует',
  }),
  officer({
    at: beside('kostanay'),
    serial: 62,
    name: ['ҚАЛИЕВ', 'ЕРБОЛ', 'МАРАТҰЛЫ'],
    role: 'head',
    story: 'Костанай, руководитель: назначает исполнителя, подписывает',
    keyRole: 'first-head',
  }),
  officer({
    at: beside('kostanay'),
    serial: 63,
    name: ['СМИРНОВА', 'ИРИНА', 'ПЕТРОВНА'],
    role: 'executor',
    story: 'Костанай, ответственный исполнитель: рассматривает и выдаёт результат',
  }),
  officer({
    at: beside('kostanay-rural-akim'),
    serial: 64,
    name: ['ЖҮНІСОВ', 'ТАЛҒАТ', 'ҚАНАТҰЛЫ'],
    role: 'rural-akim',
    story: 'аким сельского округа: назначает исполнителя',
    keyRole: 'first-head',
  }),
  officer({
    at: beside('kostanay-rural-akim'),
    serial: 65,
    name: ['ОСПАНОВА', 'МАДИНА', 'НҰРЛАНҚЫЗЫ'],
    role: 'rural-executor',
    story: 'исполнитель акима: передаёт документы услугодателю',
  }),
  officer({
    at: beside('reference-desk'),
    serial: 98,
    name: ['ЕРМЕКОВА', 'ЛӘЙЛА', 'САНЖАРҚЫЗЫ'],
    role: 'administrator',
    story: 'справочные данные: добавляет годы рабочего календаря',
  }),
  ...DISTRICT_OFFICERS.map(({ officeId, ...sketch }) => officer({ ...sketch, at: beside(officeId) })),
];
