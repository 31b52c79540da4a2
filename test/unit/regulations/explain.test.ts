// What people read beside a case: chips with the time that is left, and explanations of deadlines in three languages.
import { describe, expect, test } from '@jest/globals';
import {
  daysLeft,
  explainDeadline,
  explainWholeTerm,
  formatTimeLeft,
  planDeadlines,
  registry,
  workdaysBetween,
  type DeadlinePlan,
} from '../../../src/regulations/index.ts';

const at = (text: string): Date => new Date(`${text}:00+05:00`);

function plan(id: string, submitted: Date): DeadlinePlan {
  const regulation = registry.find(id);
  const planned = regulation && planDeadlines(regulation, { submitted });
  if (planned?.ok !== true) throw new Error(`no plan for ${id}`);
  return planned.value;
}

const never = (): never => {
  throw new Error('there is a step');
};

describe('chips', () => {
  const due = at('2026-04-07T18:00');
  const chip = (now: string, language: 'kk' | 'ru' | 'en') => {
    const left = daysLeft(due, at(now));
    return left.ok ? formatTimeLeft(left.value, language) : 'no calendar';
  };
  test('say how many working days are left, or how late it is', () => {
    expect(chip('2026-04-02T10:00', 'en')).toBe('3 working days left · by 7 April');
    expect(chip('2026-04-02T10:00', 'ru')).toBe('ещё 3 рабочих дня · до 7 апреля');
    expect(chip('2026-04-02T10:00', 'kk')).toBe('3 жұмыс күні қалды · соңғы күні 7 сәуір');
    expect(chip('2026-04-07T17:59', 'en')).toBe('today by 18:00');
    expect(chip('2026-04-07T18:01', 'en')).toBe('overdue (7 April 2026)');
    expect(chip('2026-04-08T09:00', 'en')).toBe('overdue by 1 working day');
    expect(chip('2026-04-12T09:00', 'ru')).toBe('просрочено на 3 рабочих дня');
  });
  test('working days between two moments count the last day', () => {
    expect(workdaysBetween(at('2026-03-20T18:40'), at('2026-04-07T00:01'))).toEqual({ ok: true, value: 9 });
    expect(workdaysBetween(at('2026-04-07T00:01'), at('2026-03-20T18:40'))).toEqual({ ok: true, value: 0 });
  });
});

describe('an explanation', () => {
  test('names the term, its start, the skipped days, the last moment and the paragraph, in each language', () => {
    const planned = plan('astana-158-1286', at('2026-03-20T18:40'));
    const review = planned.steps.find(({ id }) => id === 'review')?.explanation ?? never();
    const english = explainDeadline(review, 'en').join(' ');
    expect(english).toContain('4 working days from the end of the step before (27 March 2026, 18:00)');
    expect(english).toContain('Saturdays and Sundays (2)');
    expect(english).toContain('Last moment: 2 April 2026, 18:00');
    expect(english).toContain('paragraph 5, item 3)');
    expect(explainDeadline(review, 'kk').join(' ')).toContain('5-тармақ, 3) тармақша');
    expect(explainDeadline(review, 'ru').join(' ')).toContain('пункт 5, подпункт 3)');
  });

  test('of a term that is only referred to says that no date is computed, and where the term stands', () => {
    const planned = plan('kostanay-565-7', at('2026-03-26T10:00'));
    const prepare = planned.steps.find(({ id }) => id === 'prepare');
    expect(prepare?.due).toBeNull();
    expect(explainDeadline(prepare?.explanation ?? never(), 'ru').join(' ')).toContain('дата не вычисляется');
    expect(explainDeadline(prepare?.explanation ?? never(), 'en').join(' ')).toContain('Order No. 319');
  });

  test('of the whole term names its length, the skipped holidays, the end and the standard', () => {
    const planned = plan('astana-158-1286', at('2026-03-20T18:40'));
    const russian = explainWholeTerm(planned, 'ru').join(' ');
    expect(russian).toContain('8 рабочих дней с приема заявления (26 марта 2026, 08:30)');
    expect(russian).toContain('21 марта (Наурыз мейрамы)');
    expect(russian).toContain('Последний момент: 7 апреля 2026, 18:00.');
    expect(russian).toContain('пункт 4, подпункт 1)');
    expect(explainWholeTerm(plan('kostanay-565-1', at('2026-03-20T18:40')), 'kk').join(' ')).toContain(
      '4-тармақ',
    );
  });
});
