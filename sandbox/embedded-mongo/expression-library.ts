// Operators of expressions on texts, arrays and angles that the mingo library computes. It is handed evaluated arguments under names
// of our own, so that data is never taken for an expression ("$5" stays a text), and only operators that keep types are in the list.
import { Context, evalExpr } from 'mingo/core';
import * as library from 'mingo/operators/expression';
import { fail } from './errors.ts';
import { type Operator, namedOnly } from './expression-operator.ts';
import { doubleOf, isNumber, toNumber } from './numbers.ts';

const operators = library as unknown as Record<string, never>;
const OPTIONS = { context: Context.init({ expression: operators }), scriptEnabled: false };

function ask(name: string, expression: unknown, values: object): unknown {
  try {
    return evalExpr(values, { [name]: expression }, OPTIONS as never);
  } catch (error) {
    return fail('BadValue', `${name}: ${error instanceof Error ? error.message : 'cannot be computed'}`);
  }
}

/** What the library counts with: plain numbers, whatever their BSON type. */
const plain = (value: unknown): unknown =>
  isNumber(value) && typeof value !== 'number' ? toNumber(value) : value;

/** An operator whose arguments stand in a row. */
function inRow(name: string, least: number, most = least): [string, Operator] {
  const run = (args: readonly unknown[]): unknown => {
    const values = Object.fromEntries(args.map((arg, index) => [`a${index}`, plain(arg)]));
    const names = args.map((_arg, index) => `$a${index}`);
    return ask(name, most === 1 ? names[0] : names, values);
  };
  return [name, { least, most, run }];
}

/** An operator whose arguments have names. */
function byName(name: string, ...named: readonly string[]): [string, Operator] {
  const run = (args: readonly unknown[]): unknown => {
    const given = named.flatMap((key, index) =>
      args[index] === undefined ? [] : [[key, plain(args[index])] as const],
    );
    const expression = Object.fromEntries(given.map(([key]) => [key, `$${key}`]));
    return ask(name, expression, Object.fromEntries(given));
  };
  return [name, { ...namedOnly(named), run }];
}

/** MongoDB makes an empty text of null where the library answers null. */
const nullIsEmpty = ([name, operator]: [string, Operator]): [string, Operator] => [
  name,
  { ...operator, run: (args) => operator.run(args) ?? '' },
];

/** A function of angles and the like: the result is a double whatever the argument was. */
function ofDouble(name: string, count = 1): [string, Operator] {
  const [, operator] = inRow(name, count);
  const run = (args: readonly unknown[]): unknown => {
    if (args.some((arg) => arg === null || arg === undefined)) return null;
    const result = operator.run(args);
    return typeof result === 'number' ? doubleOf(result) : result;
  };
  return [name, { ...operator, run }];
}

export const LIBRARY_OPERATORS: Record<string, Operator> = Object.fromEntries([
  inRow('$concat', 0, 1000),
  inRow('$split', 2),
  inRow('$substrCP', 3),
  inRow('$strLenCP', 1),
  inRow('$strLenBytes', 1),
  nullIsEmpty(inRow('$toLower', 1)),
  nullIsEmpty(inRow('$toUpper', 1)),
  byName('$trim', 'input', 'chars'),
  byName('$ltrim', 'input', 'chars'),
  byName('$rtrim', 'input', 'chars'),
  byName('$replaceOne', 'input', 'find', 'replacement'),
  byName('$replaceAll', 'input', 'find', 'replacement'),
  inRow('$range', 2, 3),
  ...['$sin', '$cos', '$tan', '$asin', '$acos', '$atan', '$degreesToRadians', '$radiansToDegrees'].map(
    (name) => ofDouble(name),
  ),
  ofDouble('$atan2', 2),
  ofDouble('$pow', 2),
  ofDouble('$log', 2),
]);
