// The worked examples: what the documents say and what a clerk would count by hand.
import { describe, expect, test } from '@jest/globals';
import {
  dueMoment,
  explainDeadline,
  explainRegistration,
  formatOfficeIso,
  LAW_LANGUAGES,
  officeClock,
  planDeadlines,
  registrationMoment,
  registry,
  type CaseEvents,
  type DeadlinePlan,
  type Regulation,
} from '../../../src/regulations/index.ts';

const at = (text: string): Date => new Date(text.length === 16 ? `${text}:00+05:00` : text);
const iso = (moment: Date | null | undefined): string =>
  moment ? formatOfficeIso(moment).slice(0, 16) : 'unknown';

function procedure(id: string): Regulation {
  const found = registry.find(id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

function plan(id: string, events: CaseEvents): DeadlinePlan {
  const planned = planDeadlines(procedure(id), events);
  if (!planned.ok) throw new Error(JSON.stringify(planned.problem));
  return planned.value;
}

const road = (planned: DeadlinePlan): Record<string, string> =>
  Object.fromEntries(planned.steps.map(({ id, due }) => [id, iso(due)]));

describe('a portal request on Friday 20 March 2026 at 18:40', () => {
  const evening = at('2026-03-20T18:40');

  test('Astana: registered on 26 March, head 27 March, executor 2 April, signature 3 April, issue 6 April, whole 7 and 23 April', () => {
    const planned = plan('astana-158-1286', { submitted: evening });
    expect(iso(planned.registration.at)).toBe('2026-03-26T08:30');
    expect(planned.registration.arrival).toBe('after-closing');
    expect(road(planned)).toEqual({
      register: '2026-03-26T08:45',
      resolution: '2026-03-27T18:00',
      review: '2026-04-02T18:00',
      sign: '2026-04-03T18:00',
      issue: '2026-04-06T18:00',
    });
    expect(iso(planned.due)).toBe('2026-04-07T18:00');
    expect(iso(planned.dueExtended)).toBe('2026-04-23T18:00');
    expect(planned.runs).toBe('normal');
    expect(planned.skipped.slice(0, 5).map(({ date, reason }) => `${date} ${reason}`)).toEqual([
      '2026-03-21 holiday',
      '2026-03-22 holiday',
      '2026-03-23 holiday',
      '2026-03-24 substitute',
      '2026-03-25 substitute',
    ]);
  });

  test('Kostanay: head 27 March, executor 3 April, signature 6 April, hand-over on day 8 at opening and 15 minutes', () => {
    expect(road(plan('kostanay-565-6', { submitted: evening }))).toEqual({
      register: '2026-03-26T09:15',
      resolution: '2026-03-27T18:00',
      draft: '2026-04-03T18:00',
      sign: '2026-04-06T18:00',
      issue: '2026-04-07T09:15',
    });
  });
});

describe('the whole term binds where the chain of steps overruns it', () => {
  test.each([
    ['aktogay-asp-2013', 'provider', '2026-04-06T18:00', '2026-04-08T18:00'], // day 9 of 7
    ['aktogay-asp-2013-akim', 'rural-akim', '2026-04-27T18:00', '2026-04-28T18:00'], // day 23 of 22
    ['kostanay-565-6', 'rural-akim', '2026-04-07T18:00', '2026-04-08T09:15'], // day 9 of 8
  ] as const)('%s by %s, accepted on 26 March at 16:00', (id, channel, due, chain) => {
    const planned = plan(id, { submitted: at('2026-03-26T16:00'), channel });
    const last = planned.steps.at(-1);
    expect(iso(last?.due)).toBe(due);
    expect(iso(last?.explanation.chain)).toBe(chain);
    expect(last?.explanation.binding).toBe('whole');
    expect(explainDeadline(last?.explanation ?? never(), 'ru').join(' ')).toContain('общий срок услуги');
  });

  test('the 15 days of the fourth action of the akim run from the registration, not from the step before', () => {
    const planned = plan('aktogay-asp-2013-akim', { submitted: at('2026-03-26T16:00') });
    expect(road(planned)['akim-forward']).toBe('2026-04-16T18:00');
  });

  test('the provider’s 9 days after the centre bind the signature before its own day does', () => {
    const planned = plan('kostanay-565-1', { submitted: at('2026-03-26T16:00'), channel: 'service-centre' });
    const sign = planned.steps.find(({ id }) => id === 'sign');
    expect(sign?.explanation.binding).toBe('span');
    expect(iso(sign?.due)).toBe('2026-04-09T18:00');
    expect(planned.due).toBeNull();
  });
});

const never = (): never => {
  throw new Error('there is a step');
};

describe('how a request meets the office', () => {
  const clock = officeClock('astana-provider');
  test.each([
    ['2026-04-07T07:00', '2026-04-07T08:30', 'before-opening'],
    ['2026-04-07T13:00', '2026-04-07T14:30', 'at-lunch'],
    ['2026-04-07T17:30', '2026-04-07T17:30', 'in-hours'], // after the desk closed at 17:00
    ['2026-04-07T18:00', '2026-04-07T18:00', 'in-hours'],
    ['2026-04-07T18:01', '2026-04-08T08:30', 'after-closing'],
    ['2026-04-11T10:00', '2026-04-13T08:30', 'on-day-off'],
    ['2026-03-21T23:59', '2026-03-26T08:30', 'on-day-off'],
  ] as const)('%s counts from %s, %s', (arrived, counted, arrival) => {
    const registered = registrationMoment(at(arrived), clock);
    if (!registered.ok) throw new Error('no calendar');
    expect(iso(registered.value.at)).toBe(counted);
    expect(registered.value.arrival).toBe(arrival);
    for (const language of LAW_LANGUAGES) {
      expect(explainRegistration(registered.value, at(arrived), language).length).toBeGreaterThan(40);
    }
  });
});

describe('one term', () => {
  const clock = officeClock('rural-akim');
  const due = (
    amount: number,
    unit: 'OFFICE_MINUTE' | 'OFFICE_HOUR' | 'CALENDAR_DAY' | 'SAME_WORKDAY',
    from: string,
  ) => {
    const moment = dueMoment({ amount, unit, kind: 'AT_MOST' }, at(from), clock);
    return moment.ok ? iso(moment.value) : 'no calendar';
  };
  test('minutes stop at lunch and at closing and go on after them', () => {
    expect(due(15, 'OFFICE_MINUTE', '2026-04-07T12:55')).toBe('2026-04-07T14:10');
    expect(due(10, 'OFFICE_MINUTE', '2026-04-07T12:50')).toBe('2026-04-07T13:00');
    expect(due(15, 'OFFICE_MINUTE', '2026-04-10T17:50')).toBe('2026-04-13T09:05');
    expect(due(3, 'OFFICE_HOUR', '2026-04-07T11:30')).toBe('2026-04-07T15:30');
  });
  test('a calendar day that ends on a day off ends on the next working day', () => {
    expect(due(1, 'CALENDAR_DAY', '2026-04-07T10:00')).toBe('2026-04-08T18:00');
    expect(due(1, 'CALENDAR_DAY', '2026-04-10T10:00')).toBe('2026-04-13T18:00');
  });
  test('the working day of receipt is the next one for what came in the evening', () => {
    expect(due(1, 'SAME_WORKDAY', '2026-04-07T17:59')).toBe('2026-04-07T18:00');
    expect(due(1, 'SAME_WORKDAY', '2026-04-07T18:30')).toBe('2026-04-08T18:00');
  });
});

describe('what really happened moves what comes after it', () => {
  const submitted = at('2026-03-26T10:00');
  const done = [
    { step: 'register', at: at('2026-03-26T10:05') },
    { step: 'resolution', at: at('2026-03-26T15:00') },
  ];

  test('an early resolution gives the executor an earlier day', () => {
    const planned = plan('astana-158-1286', { submitted, done });
    expect(road(planned).review).toBe('2026-04-01T18:00');
    expect(planned.steps[0]?.done).toEqual({
      at: at('2026-03-26T10:05'),
      outcome: 'registered',
      late: false,
    });
  });

  test('documents found insufficient: notice, signature and issue within a working day each, all inside 20 working days', () => {
    const shortage = { step: 'review', outcome: 'shortage', at: at('2026-03-27T10:00') };
    const planned = plan('astana-158-1286', { submitted, done: [...done, shortage] });
    expect(planned.runs).toBe('extended');
    expect(iso(planned.due)).toBe('2026-04-23T18:00');
    const ids = planned.steps.map(({ id, due }) => `${id} ${iso(due)}`);
    expect(ids.slice(3, 7)).toEqual([
      'draw-notice 2026-03-30T18:00',
      'sign 2026-03-31T18:00',
      'issue 2026-04-01T18:00',
      'await-documents 2026-04-23T18:00',
    ]);
    expect(planned.end).toBe('granted');
  });

  test('documents that came on a Saturday are received on Monday, and the executor goes on', () => {
    const events = [
      ...done,
      { step: 'review', outcome: 'shortage', at: at('2026-03-27T10:00') },
      { step: 'draw-notice', at: at('2026-03-27T11:00') },
      { step: 'sign', at: at('2026-03-27T12:00') },
      { step: 'issue', at: at('2026-03-27T16:00') },
      { step: 'await-documents', at: at('2026-04-04T12:00') },
    ];
    const planned = plan('astana-158-1286', { submitted, done: events });
    const second = planned.steps.filter(({ id }) => id === 'review')[1];
    expect(iso(second?.explanation.from)).toBe('2026-04-06T08:30');
    expect(iso(second?.due)).toBe('2026-04-10T18:00');
  });

  test('what if the longer term runs, or the head prolongs it', () => {
    expect(iso(plan('astana-158-1286', { submitted, extended: true }).due)).toBe('2026-04-23T18:00');
    const prolonged = plan('order-84-2023', { submitted, prolongedUntil: '2026-05-04' });
    expect(prolonged.runs).toBe('prolonged');
    expect(iso(prolonged.due)).toBe('2026-05-04T18:00');
  });

  test('a step done after its last moment is late', () => {
    const planned = plan('astana-158-1286', {
      submitted,
      done: [{ step: 'register', at: at('2026-03-26T10:16') }],
    });
    expect(planned.steps[0]?.done?.late).toBe(true);
  });
});

describe('a hearing against the eight working days (order 84)', () => {
  const submitted = at('2026-03-26T10:00');

  test('the notice must go out by day 5', () => {
    const planned = plan('order-84-2023', { submitted });
    expect(planned.notices.map(({ step, by }) => `${step} ${iso(by)}`)).toEqual([
      'preliminary-refusal 2026-04-02T18:00',
    ]);
  });

  test('a notice on day 6 makes a lawful refusal possible only on day 9, and the plan says so', () => {
    const sent = at('2026-04-03T17:00');
    const planned = plan('order-84-2023', {
      submitted,
      channel: 'provider',
      ground: 'LOW_INCOME',
      done: [
        { step: 'register', at: at('2026-03-26T11:00') },
        { step: 'send-to-commission', at: at('2026-03-27T11:00') },
        { step: 'survey', at: at('2026-03-31T11:00') },
        { step: 'income', at: at('2026-04-01T11:00') },
        { step: 'special-commission', at: at('2026-04-03T11:00') },
        { step: 'draft', outcome: 'grounds-found', at: at('2026-04-03T15:00') },
        { step: 'preliminary-refusal', at: sent },
      ],
      received: at('2026-04-06T12:00'),
    });
    const [notice] = planned.notices;
    expect(notice?.sent?.misses).toBe(true);
    expect(iso(notice?.sent?.earliestDecision)).toBe('2026-04-08T09:00');
    const objection = planned.steps.find(({ id }) => id === 'objection');
    expect(iso(objection?.explanation.chain)).toBe('2026-04-08T18:00'); // two working days after receipt
    expect(iso(objection?.due)).toBe('2026-04-07T18:00');
  });

  test('remarks on the protocol run three working days from reading it', () => {
    const planned = plan('order-84-2023', {
      submitted,
      channel: 'portal',
      ground: 'SOCIAL_DISEASE',
      done: [
        { step: 'register', at: at('2026-03-26T11:00') },
        { step: 'draft', outcome: 'grounds-found', at: at('2026-03-26T15:00') },
        { step: 'preliminary-refusal', at: at('2026-03-26T16:00') },
        { step: 'objection', outcome: 'objected-orally', at: at('2026-03-27T10:00') },
        { step: 'hearing', at: at('2026-03-30T10:00') },
        { step: 'read-protocol', at: at('2026-03-31T20:00') },
      ],
    });
    expect(road(planned).remarks).toBe('2026-04-03T18:00');
  });
});
