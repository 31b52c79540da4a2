// The facts of the source documents that a rewriting of the data must not lose, procedure by procedure.
import { describe, expect, test } from '@jest/globals';
import {
  channels,
  isByReference,
  mayApply,
  registry,
  type Channel,
  type Regulation,
  type StepTerm,
} from '../../../src/regulations/index.ts';

function procedure(id: string): Regulation {
  const found = registry.find(id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

const short = ({ amount, unit }: StepTerm): string =>
  `${amount} ${{ OFFICE_MINUTE: 'min', OFFICE_HOUR: 'h', SAME_WORKDAY: 'day of receipt', WORKDAY: 'WD', CALENDAR_DAY: 'CD' }[unit]}`;

const termOf = (regulation: Regulation, id: string): string => {
  const term = regulation.steps.find((step) => step.id === id)?.term;
  return term === undefined ? '-' : isByReference(term) ? 'by reference' : short(term);
};

const spanOf = (regulation: Regulation, door: Channel): string => {
  const span = regulation.spans.find(({ when }) => when?.channels?.includes(door));
  return span === undefined ? '-' : short(span.term);
};

const provider = ['register', 'resolution', 'draft', 'sign', 'issue'];
const centre = ['centre-check', 'centre-refuse', 'centre-register', 'centre-dispatch', 'centre-issue'];
const akim = ['akim-register', 'akim-pass', 'akim-names', 'akim-forward', 'akim-issue'];

describe('Kostanay 565', () => {
  const none = '-, -, -, -, -';
  test.each([
    {
      service: 1,
      atProvider: '15 min, 1 WD, 7 WD, 1 WD, 15 min',
      atCentre: '5 min, 5 min, 10 min, 1 WD, 5 min',
      atAkim: '15 min, -, 1 WD, 4 WD, 15 min',
      spans: ['9 WD', '9 WD'],
    },
    {
      service: 2,
      atProvider: '20 min, 3 h, 6 WD, 3 h, 5 min',
      atCentre: '10 min, 5 min, 10 min, 1 WD, 10 min',
      atAkim: '15 min, 2 h, 2 h, 14 WD, 5 min',
      spans: ['6 WD', '7 WD'],
    },
    {
      service: 3,
      atProvider: '10 min, 5 min, 5 min, 5 min, 5 min',
      atCentre: '5 min, 5 min, 5 min, 1 WD, 5 min',
      atAkim: '10 min, -, 5 min, -, 5 min',
      spans: ['2 WD', '-'],
    },
    {
      service: 4,
      atProvider: '20 min, 3 h, 6 WD, 3 h, 5 min',
      atCentre: '10 min, 5 min, 10 min, 1 WD, 10 min',
      atAkim: '15 min, 2 h, 2 h, 14 WD, 5 min',
      spans: ['6 WD', '7 WD'],
    },
    {
      service: 5,
      atProvider: '15 min, 1 WD, 7 WD, 1 WD, 15 min',
      atCentre: '10 min, 5 min, 5 min, 1 WD, 5 min',
      atAkim: none,
      spans: ['9 WD', '-'],
    },
    {
      service: 6,
      atProvider: '15 min, 1 WD, 5 WD, 1 WD, 15 min',
      atCentre: none,
      atAkim: '15 min, -, 2 h, 3 h, -',
      spans: ['-', '7 WD'],
    },
    {
      service: 7,
      atProvider: none,
      atCentre: '5 min, 5 min, 10 min, 1 CD, 5 min',
      atAkim: none,
      spans: ['-', '-'],
    },
  ])('service $service has the terms of the decree', ({ service, atProvider, atCentre, atAkim, spans }) => {
    const regulation = procedure(`kostanay-565-${service}`);
    const all = (steps: string[]) => steps.map((id) => termOf(regulation, id)).join(', ');
    expect([all(provider), all(centre), all(akim)]).toEqual([atProvider, atCentre, atAkim]);
    expect([spanOf(regulation, 'service-centre'), spanOf(regulation, 'rural-akim')]).toEqual(spans);
  });

  test('the certificate of the akim is drafted and signed by the akim’s own people in five minutes each', () => {
    const regulation = procedure('kostanay-565-3');
    expect([termOf(regulation, 'akim-draft'), termOf(regulation, 'akim-sign')]).toEqual(['5 min', '5 min']);
    expect(regulation.papers.map(({ id, signedBy }) => `${id} ${signedBy ?? ''}`)).toContain(
      'certificate-of-akim rural-akim',
    );
  });

  test.each([
    [1, 'provider service-centre rural-akim'],
    [2, 'provider service-centre rural-akim'],
    [3, 'provider service-centre rural-akim'],
    [4, 'provider service-centre rural-akim'],
    [5, 'provider portal service-centre'],
    [6, 'provider portal rural-akim'],
    [7, 'service-centre portal'],
  ])('service %i is open through %s', (number, open) => {
    expect(
      procedure(`kostanay-565-${number}`)
        .channels.map(({ channel }) => channel)
        .join(' '),
    ).toBe(open);
  });

  test('a whole term stands only in service 6; the others refer to standards whose text was not available', () => {
    for (const number of [1, 2, 3, 4, 5, 7]) {
      expect(isByReference(procedure(`kostanay-565-${number}`).terms.normal)).toBe(true);
    }
    const ours = procedure('kostanay-565-6').terms;
    expect(!isByReference(ours.normal) && short(ours.normal)).toBe('8 WD');
    expect(ours.extended && short(ours.extended.term)).toBe('20 WD');
  });

  test('the receipt of acceptance is given in 2, 3, 4, 5, 7 and not in 1; written consent is taken in 1, 2, 3, 4, 7 and not in 5', () => {
    const atCentre = (number: number) =>
      procedure(`kostanay-565-${number}`).steps.find(({ id }) => id === 'centre-register')?.outcomes ?? [];
    const receipt = [1, 2, 3, 4, 5, 7].filter((n) =>
      atCentre(n).some(({ papers }) => papers?.includes('acceptance-receipt')),
    );
    const consent = [1, 2, 3, 4, 5, 7].filter((n) =>
      atCentre(n).some(({ needs }) => needs?.includes('secret-data-consent')),
    );
    expect(receipt).toEqual([2, 3, 4, 5, 7]);
    expect(consent).toEqual([1, 2, 3, 4, 7]);
  });

  test('the result goes back to the akim in 1, 2, 4; in 6 the provider’s executor hands it over', () => {
    const byAkim = (number: number) =>
      procedure(`kostanay-565-${number}`).channels.find(({ channel }) => channel === 'rural-akim')?.result.by;
    expect([1, 2, 4, 6].map(byAkim)).toEqual([
      'rural-executor',
      'rural-executor',
      'rural-executor',
      'executor',
    ]);
  });
});

describe('who may apply', () => {
  const everybody: [string, Channel][] = [
    ['order-84-2023', 'portal'],
    ['kostanay-565-5', 'portal'],
    ['astana-158-1286', 'provider'],
    ['kostanay-565-6', 'rural-akim'],
  ];
  test.each(everybody)('%s is open to everyone through %s', (id, channel) => {
    expect(mayApply(procedure(id), channel, [])).toBe(true);
  });

  test.each(['astana-158-1286', 'kostanay-565-6'])(
    'the portal of %s is for disabled persons and persons with diseases',
    (id) => {
      expect(mayApply(procedure(id), 'portal', [])).toBe(false);
      expect(mayApply(procedure(id), 'portal', ['SOCIAL_DISEASE'])).toBe(true);
      expect(mayApply(procedure(id), 'portal', ['DISABLED_CHILD'])).toBe(true);
    },
  );

  test('a door that the procedure does not have is open to nobody', () => {
    expect(mayApply(procedure('kostanay-565-6'), 'service-centre', ['DISABLED'])).toBe(false);
    expect(Object.keys(channels)).toContain('service-centre');
  });
});

describe('Astana and Order 84', () => {
  test('the portal road of Astana has its processes 1-7 and conditions 1-3 in order', () => {
    expect(
      procedure('astana-158-1286').portal.map(({ id, fails }) => (fails ? `${id}→${fails}` : id)),
    ).toEqual([
      'registration',
      'process-1',
      'condition-1→process-2',
      'process-2',
      'process-3',
      'condition-2→process-4',
      'process-4',
      'process-5',
      'condition-3→process-6',
      'process-6',
      'process-7',
    ]);
  });

  test('grounds 1, 2, 4 are surveyed, a disease is not', () => {
    const register = procedure('order-84-2023').steps.find(({ id }) => id === 'register');
    const surveyed = register?.outcomes
      .filter(({ next }) => next === 'send-to-commission')
      .flatMap(({ when }) => when?.grounds ?? []);
    expect(new Set(surveyed)).toEqual(new Set(['NATURAL_DISASTER', 'FIRE', 'LOW_INCOME']));
  });

  test('the hearing: notice 3 days before, objection 2 days from receipt, remarks 3 days from reading', () => {
    const regulation = procedure('order-84-2023');
    const term = (id: string) => {
      const found = regulation.steps.find((step) => step.id === id)?.term;
      return found === undefined || isByReference(found) ? '' : `${short(found)} ${found.from} ${found.kind}`;
    };
    expect(term('preliminary-refusal')).toBe('3 WD DECISION NOT_LATER_THAN_BEFORE');
    expect(term('objection')).toBe('2 WD RECEIPT AT_MOST');
    expect(term('remarks')).toBe('3 WD REVIEW_OF_PROTOCOL AT_MOST');
    expect(term('notify-cabinet')).toBe('1 WD DECISION AT_MOST');
  });

  test('the electronic form of Order 84 signs the registers’ answers too, and asks for income only where help depends on it', () => {
    const [electronic] = procedure('order-84-2023').forms;
    expect(electronic?.signsRegisters).toBe(true);
    expect(electronic?.blocks).toContainEqual({ block: 'income', onlyIf: 'income-test' });
  });

  test('complaints: 5 working days, then 15, then the court; taken up again once', () => {
    const first = procedure('complaint-2015');
    const second = procedure('complaint-2015-quality');
    expect(!isByReference(first.terms.normal) && short(first.terms.normal)).toBe('5 WD');
    expect(!isByReference(second.terms.normal) && short(second.terms.normal)).toBe('15 WD');
    expect(first.complaint.procedure).toBe('complaint-2015-quality');
    expect(second.complaint.procedure).toBeUndefined();
    expect(second.complaint.thenCourt).toBe(true);
    expect(first.reopening?.times).toBe(1);
  });
});
