// Who plays in the demo besides the citizens: the officers of the Astana office, and the passwords of everybody.
import type { Role } from '../../src/identity/index.ts';
import { checkDigit, inventIin } from '../gateway/people.ts';

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
}

interface OfficerSketch {
  readonly serial: number;
  readonly name: readonly [string, string, string];
  readonly role: Role;
  readonly story: string;
  /** Astana, unless said otherwise. */
  readonly officeId?: string;
  readonly keyRole?: 'first-head' | 'right-to-sign';
}

const officer = ({ serial, name, role, story, keyRole, officeId }: OfficerSketch): CastOfficer => ({
  person: { iin: inventIin(1980, 3, serial), lastName: name[0], firstName: name[1], middleName: name[2] },
  post: { officeId: officeId ?? 'astana', bin: OFFICE_BIN, roles: [role] },
  story,
  ...(keyRole === undefined ? {} : { key: { bin: OFFICE_BIN, name: OFFICE_NAME, role: keyRole } }),
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
    officeId: 'shortandy',
    story: 'Шортанды: принимает заявления на бумаге по приказу № 84, отказывает в приёме неполных',
  }),
  officer({
    serial: 56,
    name: ['БЕКТҰРОВ', 'АРМАН', 'САМАТҰЛЫ'],
    role: 'clerk',
    officeId: 'kostanay-rural-akim',
    story: 'аппарат акима сельского округа: принимает заявления на бумаге',
  }),
  officer({
    serial: 57,
    name: ['КУЗНЕЦОВА', 'ОЛЬГА', 'ИВАНОВНА'],
    role: 'clerk',
    officeId: 'kostanay-service-centre',
    story: 'центр обслуживания населения: принимает заявления на бумаге',
  }),
];
