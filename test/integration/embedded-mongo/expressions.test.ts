// The expressions of pipelines: what each computes, in which types.
import { describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { type Fields, contract } from './contract.ts';

const { Decimal128, Double, Long, ObjectId } = mongoose.mongo;
const { rows } = contract();
const aggregate = (...pipeline: Fields[]): Promise<Fields[]> => rows().aggregate(pipeline).toArray();

describe('expressions', () => {
  const date = new Date('2026-01-31T20:30:15.123Z');
  const id = new ObjectId('65f000000000000000000001');
  const doc = {
    _id: 1,
    n: 7,
    f: 2.5,
    l: Long.fromNumber(3),
    s: 'Көмек',
    list: [3, 1, 2],
    docs: [
      { k: 'a', v: 1 },
      { k: 'b', v: 2 },
    ],
    at: date,
    id,
    text: '$n',
    zero: 0,
    nothing: null,
  };

  test.each<[string, unknown, unknown]>([
    ['arithmetic', { $add: ['$n', { $multiply: [2, '$f'] }, { $subtract: [10, 4] }] }, 18],
    ['division', { $divide: ['$n', 2] }, 3.5],
    ['remainder', { $mod: ['$n', 4] }, 3],
    [
      'rounding',
      [{ $round: ['$f'] }, { $floor: '$f' }, { $ceil: '$f' }, { $trunc: 2.789 }, { $round: [2.345, 2] }],
      [2, 2, 3, 2, 2.35],
    ],
    [
      'comparison',
      [{ $gt: ['$n', '$f'] }, { $eq: ['$l', 3] }, { $cmp: ['$n', 9] }, { $lt: ['$missing', null] }],
      [true, true, -1, true],
    ],
    [
      'logic',
      [{ $and: ['$n', '$s'] }, { $or: ['$zero', '$nothing'] }, { $not: ['$zero'] }],
      [true, false, true],
    ],
    [
      'conditions',
      [{ $cond: [{ $gte: ['$n', 7] }, 'yes', 'no'] }, { $ifNull: ['$nothing', '$missing', 'x'] }],
      ['yes', 'x'],
    ],
    [
      '$switch',
      { $switch: { branches: [{ case: { $eq: ['$n', 1] }, then: 'one' }], default: 'other' } },
      'other',
    ],
    [
      'texts',
      [{ $concat: [{ $toUpper: 'a' }, '-', '$s'] }, { $strLenCP: '$s' }, { $substrCP: ['$s', 0, 2] }],
      ['A-Көмек', 5, 'Кө'],
    ],
    ['splitting', { $split: ['a,b', ','] }, ['a', 'b']],
    ['trimming', { $trim: { input: ' a ' } }, 'a'],
    ['data that looks like an expression', { $concat: ['$text', { $literal: '$n' }] }, '$n$n'],
    ['array members', [{ $arrayElemAt: ['$list', -1] }, { $first: '$list' }, { $size: '$list' }], [2, 3, 3]],
    [
      '$map, $filter and $reduce',
      [
        { $map: { input: '$list', as: 'x', in: { $multiply: ['$$x', 2] } } },
        { $filter: { input: '$docs', cond: { $gt: ['$$this.v', 1] } } },
        { $reduce: { input: '$list', initialValue: 0, in: { $add: ['$$value', '$$this'] } } },
      ],
      [[6, 2, 4], [{ k: 'b', v: 2 }], 6],
    ],
    [
      'sorting an array',
      [{ $sortArray: { input: '$list', sortBy: 1 } }, { $sortArray: { input: '$docs', sortBy: { v: -1 } } }],
      [
        [1, 2, 3],
        [
          { k: 'b', v: 2 },
          { k: 'a', v: 1 },
        ],
      ],
    ],
    [
      'sets',
      [{ $setUnion: ['$list', [3, 9]] }, { $setIntersection: ['$list', [1, 9]] }, { $in: [2, '$list'] }],
      [[3, 1, 2, 9], [1], true],
    ],
    [
      'pairs',
      [{ $arrayToObject: '$docs' }, { $objectToArray: { x: 1 } }],
      [{ a: 1, b: 2 }, [{ k: 'x', v: 1 }]],
    ],
    [
      'sums of arrays',
      [{ $sum: '$list' }, { $avg: '$list' }, { $max: '$list' }, { $min: ['$n', '$f'] }],
      [6, 2, 3, 2.5],
    ],
    [
      'types',
      [{ $type: '$l' }, { $type: '$missing' }, { $type: '$f' }, { $isNumber: '$s' }],
      ['long', 'missing', 'double', false],
    ],
    [
      'conversions',
      [{ $toInt: '12' }, { $toString: '$n' }, { $toString: '$id' }, { $toBool: '$zero' }],
      [12, '7', '65f000000000000000000001', false],
    ],
    ['a regular expression', { $regexMatch: { input: '$s', regex: '^көм', options: 'i' } }, true],
    [
      'variables',
      { $let: { vars: { twice: { $multiply: ['$n', 2] } }, in: { $add: ['$$twice', '$$ROOT.n'] } } },
      21,
    ],
    [
      'parts of a date',
      [
        { $year: '$at' },
        { $month: '$at' },
        { $dayOfMonth: '$at' },
        { $dayOfWeek: '$at' },
        { $isoWeek: '$at' },
      ],
      [2026, 1, 31, 7, 5],
    ],
    [
      'parts of a date in Almaty',
      [{ $month: { date: '$at', timezone: 'Asia/Almaty' } }, { $hour: { date: '$at', timezone: '+05:00' } }],
      [2, 1],
    ],
    [
      'a date as text',
      { $dateToString: { date: '$at', format: '%d.%m.%Y %H:%M', timezone: 'Asia/Almaty' } },
      '01.02.2026 01:30',
    ],
    [
      'the month a date is in, in Almaty',
      { $dateTrunc: { date: '$at', unit: 'month', timezone: 'Asia/Almaty' } },
      new Date('2026-01-31T19:00:00Z'),
    ],
    [
      'the week a date is in',
      { $dateTrunc: { date: '$at', unit: 'week' } },
      new Date('2026-01-25T00:00:00Z'),
    ],
    [
      'a month after the last of January',
      { $dateAdd: { startDate: '$at', unit: 'month', amount: 1 } },
      new Date('2026-02-28T20:30:15.123Z'),
    ],
    [
      'days between',
      { $dateDiff: { startDate: '$at', endDate: new Date('2026-02-02T00:00:00Z'), unit: 'day' } },
      2,
    ],
    [
      'a date of parts',
      { $dateFromParts: { year: 2026, month: 3, day: 1, timezone: 'Asia/Almaty' } },
      new Date('2026-02-28T19:00:00Z'),
    ],
    ['differences of dates', { $subtract: ['$at', new Date(date.getTime() - 1000)] }, 1000],
  ])('%s', async (_what, expression, expected) => {
    await rows().insertOne(doc);
    const [result] = await aggregate({ $project: { _id: 0, value: expression } });
    expect(result).toEqual({ value: expected });
  });

  test('numbers keep and gain types as in MongoDB', async () => {
    await rows().insertOne({
      _id: 1,
      i: 2147483647,
      l: Long.ONE,
      d: new Double(1),
      dec: Decimal128.fromString('0.1'),
    });
    const types = (expression: unknown): Fields => ({ $type: expression });
    const [result] = await aggregate({
      $project: {
        _id: 0,
        int: types({ $add: [1, 1] }),
        grown: types({ $add: ['$i', 1] }),
        long: types({ $multiply: ['$l', 2] }),
        double: types({ $add: ['$d', 1] }),
        quotient: types({ $divide: [4, 2] }),
        decimal: types({ $add: ['$dec', 1] }),
        exact: { $toString: { $add: ['$dec', '$dec', '$dec'] } },
        size: types({ $size: [[1]] }),
      },
    });
    expect(result).toEqual({
      int: 'int',
      grown: 'long',
      long: 'long',
      double: 'double',
      quotient: 'double',
      decimal: 'decimal',
      exact: '0.3',
      size: 'int',
    });
  });
});
