// What each update operator does at one place of a document. Operands are checked once, when the update is read.
import { Decimal128, Timestamp } from 'bson';
import { decimalOf } from './decimals.ts';
import { fail } from './errors.ts';
import { compareValues } from './key-order.ts';
import { type BsonNumber, add, isNumber, multiply } from './numbers.ts';
import { ARRAY_UPDATES } from './update-arrays.ts';
import type { Target } from './update-target.ts';
import { type Doc, cloneValue, isDoc, typeName } from './values.ts';

/** Changes the value at a place. */
export type Change = (target: Target, doc: Doc) => void;

/** Reads the operand of an operator for one field. */
export type ReadOperand = (operand: unknown, field: string) => Change;

function numberOperand(verb: string, operand: unknown, field: string): BsonNumber {
  if (!isNumber(operand))
    return fail('TypeMismatch', `Cannot ${verb} with non-numeric argument: {${field}: ${typeName(operand)}}`);
  return operand;
}

function arithmetic(
  operator: string,
  verb: string,
  run: (a: BsonNumber, b: BsonNumber) => BsonNumber | undefined,
): ReadOperand {
  return (operand, field) => {
    const by = numberOperand(verb, operand, field);
    return (target, doc) => {
      const { value } = target;
      if (value !== undefined && !isNumber(value))
        return fail(
          'TypeMismatch',
          `Cannot apply ${operator} to a value of non-numeric type. {_id: ${String(doc._id)}} has the field '${field}' of non-numeric type ${typeName(value)}`,
        );
      const start: BsonNumber = value ?? (operator === '$mul' ? zeroLike(by) : by);
      const result = value === undefined && operator !== '$mul' ? by : run(start, by);
      if (result === undefined)
        return fail(
          'BadValue',
          `Failed to apply ${operator} operations to current value of '${field}': it would not fit in a long`,
        );
      target.set(result);
    };
  };
}

/** $mul of a missing field makes a zero of the operand's type. */
function zeroLike(number: BsonNumber): BsonNumber {
  if (typeof number === 'bigint') return 0n;
  return number instanceof Decimal128 ? decimalOf(0) : 0;
}

const whenFurther =
  (sign: number): ReadOperand =>
  (operand) =>
  (target) => {
    if (target.value === undefined || compareValues(operand, target.value) * sign > 0)
      target.set(cloneValue(operand));
  };

const currentDate: ReadOperand = (operand, field) => {
  const kind = isDoc(operand) ? operand.$type : operand === true || operand === false ? 'date' : undefined;
  if (kind !== 'date' && kind !== 'timestamp')
    return fail('BadValue', `${field}: $currentDate takes true, { $type: 'date' } or { $type: 'timestamp' }`);
  return (target) => {
    const now = Date.now();
    target.set(kind === 'date' ? new Date(now) : new Timestamp({ t: Math.floor(now / 1000), i: 1 }));
  };
};

const BITS: Record<string, (a: bigint, b: bigint) => bigint> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
};

const bit: ReadOperand = (operand, field) => {
  const steps = isDoc(operand) ? Object.entries(operand) : [];
  if (steps.length === 0)
    return fail('BadValue', `The $bit modifier is not compatible with a ${typeName(operand)}`);
  const changes = steps.map(([name, by]) => {
    const run =
      BITS[name] ?? fail('BadValue', `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`);
    if (typeName(by) !== 'int' && typeName(by) !== 'long')
      return fail(
        'BadValue',
        `The $bit modifier field must be an Integer(32/64 bit); a '${typeName(by)}' is not supported here`,
      );
    return { run, by: by as number | bigint };
  });
  return (target) => {
    const { value = 0 } = target;
    if (typeName(value) !== 'int' && typeName(value) !== 'long')
      return fail(
        'BadValue',
        `Cannot apply $bit to a value of non-integral type: ${field} is ${typeName(value)}`,
      );
    let result = value as number | bigint;
    for (const { run, by } of changes) {
      const bits = run(BigInt(result), BigInt(by));
      result = typeof result === 'bigint' || typeof by === 'bigint' ? bits : Number(BigInt.asIntN(32, bits));
    }
    target.set(result);
  };
};

/** The operators that work on one place. $rename works on two and is in update.ts. */
export const FIELD_UPDATES = new Map<string, ReadOperand>([
  ['$set', (operand) => (target) => target.set(cloneValue(operand))],
  ['$setOnInsert', (operand) => (target) => target.set(cloneValue(operand))],
  ['$unset', () => (target) => target.unset()],
  ['$inc', arithmetic('$inc', 'increment', add)],
  ['$mul', arithmetic('$mul', 'multiply', multiply)],
  ['$min', whenFurther(-1)],
  ['$max', whenFurther(1)],
  ['$currentDate', currentDate],
  ['$bit', bit],
  ...ARRAY_UPDATES,
]);
