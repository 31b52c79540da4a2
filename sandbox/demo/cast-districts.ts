// Officers of the demo outside Astana and Kostanay: Shortandy under Order № 84 with its commissions, the State Corporation, Aktogay.
import type { Role } from '../../src/identity/index.ts';

export interface DistrictOfficer {
  readonly officeId: string;
  readonly serial: number;
  readonly name: readonly [string, string, string];
  readonly role: Role | readonly Role[];
  readonly story: string;
  readonly keyRole?: 'first-head' | 'right-to-sign';
  readonly ownKey?: true;
}

export const DISTRICT_OFFICERS: readonly DistrictOfficer[] = [
  {
    officeId: 'shortandy',
    serial: 66,
    name: ['ТӨЛЕГЕНОВ', 'АСҚАР', 'ЖАНАТҰЛЫ'],
    role: 'head',
    story: 'Шортанды, руководитель: решает и подписывает',
    keyRole: 'first-head',
  },
  {
    officeId: 'shortandy',
    serial: 67,
    name: ['ВОЛКОВА', 'ЕЛЕНА', 'СЕРГЕЕВНА'],
    role: 'executor',
    story: 'Шортанды, исполнитель: считает доход, готовит решение, ведёт заслушивание',
    keyRole: 'right-to-sign',
  },
  {
    officeId: 'shortandy-rural-akim',
    serial: 68,
    name: ['НҰРПЕЙІСОВА', 'АЛМА', 'СӘКЕНҚЫЗЫ'],
    role: ['clerk', 'rural-clerk'],
    story: 'Шортанды, аппарат акима: принимает заявления на бумаге',
  },
  {
    officeId: 'shortandy-rural-akim',
    serial: 69,
    name: ['ҚАСЫМОВ', 'БАУЫРЖАН', 'ОРАЗҰЛЫ'],
    role: 'rural-akim',
    story: 'Шортанды, аким сельского округа: передаёт в комиссию и услугодателю',
    keyRole: 'first-head',
  },
  {
    officeId: 'state-corporation',
    serial: 70,
    name: ['ЛИ', 'ВИКТОРИЯ', 'АНДРЕЕВНА'],
    role: ['clerk', 'state-corporation-clerk'],
    story: 'Государственная корпорация: принимает пакет, выдаёт результат',
  },
  {
    officeId: 'aktogay',
    serial: 71,
    name: ['СҮЛЕЙМЕНОВ', 'ДАУРЕН', 'ҚАЙРАТҰЛЫ'],
    role: ['clerk', 'executor'],
    story: 'Актогай, специалист сектора: принимает, рассчитывает, уведомляет',
  },
  {
    officeId: 'aktogay',
    serial: 72,
    name: ['АБЕНОВА', 'ЖҰЛДЫЗ', 'ТАЛҒАТҚЫЗЫ'],
    role: 'sector-head',
    story: 'Актогай, заведующий сектором: проверяет и визирует',
  },
  {
    officeId: 'aktogay',
    serial: 73,
    name: ['МҰСТАФИН', 'СЕРІК', 'БОЛАТҰЛЫ'],
    role: 'head',
    story: 'Актогай, руководитель: поручает обследование, решает',
    keyRole: 'first-head',
  },
  {
    officeId: 'aktogay-akim-aktogay',
    serial: 74,
    name: ['ЫСҚАҚОВ', 'ЖОМАРТ', 'ЕРЖАНҰЛЫ'],
    role: ['clerk', 'rural-akim'],
    story: 'Актогай, аким: принимает заявления, поручает обследование',
    keyRole: 'first-head',
  },
  {
    officeId: 'shortandy',
    serial: 75,
    name: ['АЛДАБЕРГЕНОВ', 'ТІМУР', 'АЙДАРҰЛЫ'],
    role: 'precinct-commission',
    story: 'Шортанды, участковая комиссия: председатель',
    ownKey: true,
  },
  {
    officeId: 'shortandy',
    serial: 76,
    name: ['ПЕТРОВА', 'НАТАЛЬЯ', 'ВИКТОРОВНА'],
    role: 'precinct-commission',
    story: 'Шортанды, участковая комиссия: член комиссии',
    ownKey: true,
  },
  {
    officeId: 'shortandy',
    serial: 77,
    name: ['ЖҮСІПОВА', 'САМАЛ', 'ДӘУЛЕТҚЫЗЫ'],
    role: 'precinct-commission',
    story: 'Шортанды, участковая комиссия: член комиссии',
    ownKey: true,
  },
  {
    officeId: 'shortandy',
    serial: 78,
    name: ['ӘБДІРАХМАНОВ', 'ҒАЛЫМ', 'СЕЙІТҰЛЫ'],
    role: 'special-commission',
    story: 'Шортанды, специальная комиссия: председатель',
    ownKey: true,
  },
  {
    officeId: 'shortandy',
    serial: 79,
    name: ['КИМ', 'АНДРЕЙ', 'ВЛАДИМИРОВИЧ'],
    role: 'special-commission',
    story: 'Шортанды, специальная комиссия: член комиссии',
    ownKey: true,
  },
  {
    officeId: 'shortandy',
    serial: 80,
    name: ['СЕРІКБАЕВА', 'РАУШАН', 'МЕЙРАМҚЫЗЫ'],
    role: 'special-commission',
    story: 'Шортанды, специальная комиссия: член комиссии',
    ownKey: true,
  },
  {
    officeId: 'aktogay',
    serial: 81,
    name: ['ОРАЗБАЕВ', 'НҰРЖАН', 'АМАНҰЛЫ'],
    role: 'precinct-commission',
    story: 'Актогай, участковая комиссия: председатель',
    ownKey: true,
  },
  {
    officeId: 'aktogay',
    serial: 82,
    name: ['ИВАНОВА', 'СВЕТЛАНА', 'ПАВЛОВНА'],
    role: 'precinct-commission',
    story: 'Актогай, участковая комиссия: член комиссии',
    ownKey: true,
  },
  {
    officeId: 'aktogay',
    serial: 83,
    name: ['ТҮСІПБЕКОВА', 'АЙНҰР', 'ЖЕҢІСҚЫЗЫ'],
    role: 'precinct-commission',
    story: 'Актогай, участковая комиссия: член комиссии',
    ownKey: true,
  },
  {
    officeId: 'aktogay-akim-aktogay',
    serial: 84,
    name: ['ДӘУЛЕТОВ', 'ҚУАТ', 'САПАРҰЛЫ'],
    role: 'rural-precinct-commission',
    story: 'Актогай, участковая комиссия акима: председатель',
    ownKey: true,
  },
  {
    officeId: 'aktogay-akim-aktogay',
    serial: 85,
    name: ['БАЙМҰРАТОВА', 'ШОЛПАН', 'ҒАНИҚЫЗЫ'],
    role: 'rural-precinct-commission',
    story: 'Актогай, участковая комиссия акима: член комиссии',
    ownKey: true,
  },
  {
    officeId: 'aktogay-akim-aktogay',
    serial: 86,
    name: ['СЕМЁНОВ', 'ПАВЕЛ', 'ИЛЬИЧ'],
    role: 'rural-precinct-commission',
    story: 'Актогай, участковая комиссия акима: член комиссии',
    ownKey: true,
  },
];
