// The offices: which procedure each of them runs, where it is, when it works. The assignment decides which regulation runs.
import { furtherProcedures } from '../further-procedures.ts';
import type { HoursProfileId } from '../office-hours.ts';
import type { Basis } from '../vocabulary/citation.ts';
import type { Place } from '../vocabulary/actors.ts';
import type { Text } from '../vocabulary/text.ts';
import { aktogayAkims } from './offices-aktogay.ts';

export interface Office {
  readonly id: string;
  readonly place: Place;
  readonly name: Text;
  /** The first digits of the state classifier. */
  readonly region: string;
  readonly district?: string;
  readonly address?: Text;
  readonly phone?: string;
  readonly email?: string;
  /** The provider to which a rural akim or a centre sends the papers. */
  readonly provider?: string;
  readonly hours: HoursProfileId;
  readonly regulations: readonly string[];
  readonly basis: Basis;
}

const kostanayServices = [
  'kostanay-565-6',
  'kostanay-565-1',
  'kostanay-565-2',
  'kostanay-565-3',
  'kostanay-565-4',
  'kostanay-565-5',
  'kostanay-565-7',
  'complaint-2015',
] as const;

const builtIn: readonly Office[] = [
  {
    id: 'astana',
    place: 'provider',
    region: '71',
    name: {
      kk: 'Астана қаласының Жұмыспен қамту, еңбек және әлеуметтік қорғау басқармасы',
      ru: 'Управление занятости, труда и социальной защиты города Астаны',
      en: 'Department of Employment, Labour and Social Protection of Astana',
    },
    address: {
      kk: 'Астана қ., Иманбаева к-сі, 16',
      ru: 'г. Астана, ул. Иманбаева, 16',
      en: '16 Imanbayeva St., Astana',
    },
    phone: '+77172556847',
    email: 'proekt.standartov@mail.ru',
    hours: 'astana-provider',
    regulations: ['astana-158-1286', 'complaint-2015'],
    basis: 'source',
  },
  {
    id: 'kostanay',
    place: 'provider',
    region: '39',
    district: 'kostanay-city',
    name: {
      kk: 'Қостанай қаласының жұмыспен қамту және әлеуметтік бағдарламалар бөлімі',
      ru: 'Отдел занятости и социальных программ города Костаная',
      en: 'Department of Employment and Social Programmes of Kostanay',
    },
    hours: 'kostanay-provider',
    regulations: kostanayServices,
    basis: 'inferred',
  },
  {
    id: 'kostanay-rural-akim',
    place: 'rural-akim',
    region: '39',
    provider: 'kostanay',
    name: {
      kk: 'Ауылдық округ әкімінің аппараты (Қостанай облысы)',
      ru: 'Аппарат акима сельского округа (Костанайская область)',
      en: 'Office of a rural akim (Kostanay oblast)',
    },
    hours: 'rural-akim',
    regulations: ['kostanay-565-6', 'kostanay-565-1', 'kostanay-565-2', 'kostanay-565-3', 'kostanay-565-4'],
    basis: 'inferred',
  },
  {
    id: 'kostanay-service-centre',
    place: 'service-centre',
    region: '39',
    provider: 'kostanay',
    name: {
      kk: 'Халыққа қызмет көрсету орталығы, Қостанай облысы бойынша филиал',
      ru: 'Центр обслуживания населения, филиал по Костанайской области',
      en: 'Public service centre, branch of Kostanay oblast',
    },
    hours: 'service-centre',
    regulations: [
      'kostanay-565-1',
      'kostanay-565-2',
      'kostanay-565-3',
      'kostanay-565-4',
      'kostanay-565-5',
      'kostanay-565-7',
    ],
    basis: 'source',
  },
  {
    id: 'shortandy',
    place: 'provider',
    region: '11',
    district: 'shortandy',
    name: {
      kk: 'Шортанды ауданының жұмыспен қамту және әлеуметтік бағдарламалар бөлімі',
      ru: 'Отдел занятости и социальных программ Шортандинского района',
      en: 'Department of Employment and Social Programmes of Shortandy district',
    },
    hours: 'district-provider',
    regulations: ['order-84-2023', 'complaint-code-2021'],
    basis: 'inferred',
  },
  {
    id: 'shortandy-rural-akim',
    place: 'rural-akim',
    region: '11',
    district: 'shortandy',
    provider: 'shortandy',
    name: {
      kk: 'Ауылдық округ әкімінің аппараты (Шортанды ауданы)',
      ru: 'Аппарат акима сельского округа (Шортандинский район)',
      en: 'Office of a rural akim (Shortandy district)',
    },
    hours: 'rural-akim',
    regulations: ['order-84-2023'],
    basis: 'inferred',
  },
  {
    id: 'state-corporation',
    place: 'state-corporation',
    region: '11',
    district: 'shortandy',
    provider: 'shortandy',
    name: {
      kk: '«Азаматтарға арналған үкімет» мемлекеттік корпорациясы',
      ru: 'Государственная корпорация «Правительство для граждан»',
      en: 'State Corporation "Government for Citizens"',
    },
    hours: 'state-corporation',
    regulations: ['order-84-2023'],
    basis: 'source',
  },
  {
    id: 'aktogay',
    place: 'provider',
    region: '35',
    district: 'aktogay',
    name: {
      kk: 'Ақтоғай ауданының жұмыспен қамту және әлеуметтік бағдарламалар бөлімі',
      ru: 'Отдел занятости и социальных программ Актогайского района',
      en: 'Department of Employment and Social Programmes of Aktogay district',
    },
    address: {
      kk: '100200, Қарағанды облысы, Ақтоғай ауданы, Ақтоғай ауылы, Бөкейхан көшесі, 7',
      ru: '100200, Карагандинская область, Актогайский район, село Актогай, улица Бокейхана, 7',
      en: '7 Bokeikhan St., Aktogay village, Aktogay district, Karaganda oblast, 100200',
    },
    phone: '+77103721416',
    email: 'enbek2011@mail.ru',
    hours: 'aktogay-provider',
    regulations: ['aktogay-asp-2013', 'aktogay-asp-2013-akim', 'complaint-2015'],
    basis: 'source',
  },
  ...aktogayAkims,
  {
    id: 'astana-akimat',
    place: 'akimat',
    region: '71',
    name: { kk: 'Астана қаласының әкімдігі', ru: 'Акимат города Астаны', en: 'Akimat of Astana' },
    hours: 'state-body',
    regulations: ['complaint-2015'],
    basis: 'source',
  },
  {
    id: 'quality-body',
    place: 'quality-body',
    region: '71',
    name: {
      kk: 'Мемлекеттік қызметтер көрсету сапасын бағалау және бақылау жөніндегі уәкілетті орган',
      ru: 'Уполномоченный орган по оценке и контролю за качеством оказания государственных услуг',
      en: 'Body that assesses and controls the quality of public services',
    },
    hours: 'state-body',
    regulations: ['complaint-2015-quality', 'complaint-code-2021'],
    basis: 'source',
  },
];

/** Every office, with the procedures that an operator added to its own. */
export const offices: readonly Office[] = builtIn.map((office) => ({
  ...office,
  regulations: [
    ...office.regulations,
    ...furtherProcedures.flatMap(({ offices: run, regulation }) =>
      run.includes(office.id) ? [regulation.id] : [],
    ),
  ],
}));

/** The office with this id. */
export const officeOf = (id: string): Office | undefined => offices.find((office) => office.id === id);

/** The offices that run a procedure. */
export const officesOf = (regulation: string): readonly Office[] =>
  offices.filter(({ regulations }) => regulations.includes(regulation));

/** The office of a place that runs a procedure for another office's people: of the same region, else the only one there is. */
export function officeBeside(procedure: string, place: Place, beside: string): Office | undefined {
  const here = officeOf(beside);
  if (here?.place === place && here.regulations.includes(procedure)) return here;
  const all = officesOf(procedure).filter((office) => office.place === place);
  return all.find(({ region }) => region === here?.region) ?? (all.length === 1 ? all[0] : undefined);
}
