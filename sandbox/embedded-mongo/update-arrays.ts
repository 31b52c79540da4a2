// The update operators on arrays: $push with its modifiers, $addToSet, $pop, $pull, $pullAll.
import { fail } from './errors.ts';
import { compileMember } from './filter.ts';
import { compareValues, encodeKey } from './key-order.ts';
import { parseSort, sortDocuments } from './sorting.ts';
import type { ReadOperand } from './update-operators.ts';
import type { Target } from './update-target.ts';
import { type Doc, cloneValue, isArray, isDoc, plainNumber, typeName, wholeNumber } from './values.ts';

/** Changes the members that a place holds. */
type ChangeMembers = (members: unknown[]) => unknown[];

/** The array at a place, an empty one when nothing is there. Refused (BadValue) when something else is. */
function membersAt(target: Target, operator: string): unknown[] {
  const { value = [] } = target;
  if (!isArray(value))
    return fail(
      'BadValue',
      `The field '${target.name}' must be an array for ${operator} but is of type ${typeName(value)}`,
    );
  return value;
}

function eachOf(operand: unknown, operator: string): unknown[] {
  if (!isDoc(operand) || !('$each' in operand)) return [operand];
  if (!isArray(operand.$each)) {
    const code = operator === '$push' ? 'BadValue' : 'TypeMismatch';
    return fail(
      code,
      `The argument to $each in ${operator} must be an array but it was of type: ${typeName(operand.$each)}`,
    );
  }
  return operand.$each;
}

const push: ReadOperand = (operand) => {
  const each = eachOf(operand, '$push');
  const modifiers = isDoc(operand) && '$each' in operand ? operand : undefined;
  const steps = modifiers ? pushSteps(modifiers, each) : [(members: unknown[]) => [...members, ...each]];
  return (target) => {
    let members = membersAt(target, '$push');
    for (const step of steps) members = step(members);
    target.set(members.map(cloneValue));
  };
};

/** Insert at the position, sort, cut: always in this order. */
function pushSteps(modifiers: Doc, each: readonly unknown[]): ChangeMembers[] {
  const { $position, $sort, $slice } = modifiers;
  const stranger = Object.keys(modifiers).find(
    (key) => !['$each', '$position', '$sort', '$slice'].includes(key),
  );
  if (stranger !== undefined) return fail('BadValue', `Unrecognized clause in $push: ${stranger}`);
  const position = $position === undefined ? undefined : wholeNumber($position, '$position');
  const slice = $slice === undefined ? undefined : wholeNumber($slice, '$slice');
  const steps: ChangeMembers[] = [
    (members) => {
      const at = position ?? members.length;
      const before = members.slice(0, at);
      return [...before, ...each, ...members.slice(before.length)];
    },
  ];
  if ($sort !== undefined) steps.push(sorter($sort));
  if (slice !== undefined)
    steps.push((members) => (slice < 0 ? members.slice(slice) : members.slice(0, slice)));
  return steps;
}

function sorter(sort: unknown): ChangeMembers {
  if (isDoc(sort)) {
    const fields = parseSort(sort);
    return (members) => sortDocuments(members, (member) => member, fields);
  }
  const direction = plainNumber(sort);
  if (direction !== 1 && direction !== -1)
    return fail('BadValue', 'The $sort element value must be either 1 or -1');
  return (members) => [...members].sort((a, b) => compareValues(a, b) * direction);
}

const addToSet: ReadOperand = (operand) => {
  const each = eachOf(operand, '$addToSet');
  if (isDoc(operand) && '$each' in operand && Object.keys(operand).length > 1)
    return fail('BadValue', 'Found unexpected fields after $each in $addToSet');
  return (target) => {
    const members = [...membersAt(target, '$addToSet')];
    const keys = new Set(members.map(encodeKey));
    for (const value of each) {
      const key = encodeKey(value);
      if (keys.has(key)) continue;
      keys.add(key);
      members.push(cloneValue(value));
    }
    target.set(members);
  };
};

const pop: ReadOperand = (operand) => {
  const direction = plainNumber(operand);
  if (direction !== 1 && direction !== -1)
    return fail('FailedToParse', `$pop expects 1 or -1, found: ${String(operand)}`);
  return (target) => {
    const { value } = target;
    if (value === undefined) return;
    if (!isArray(value))
      return fail(
        'TypeMismatch',
        `Path '${target.name}' contains an element of non-array type '${typeName(value)}'`,
      );
    target.set(direction === 1 ? value.slice(0, -1) : value.slice(1));
  };
};

const removing = (target: Target, operator: string, goes: (member: unknown) => boolean): void => {
  if (target.value === undefined) return;
  if (!isArray(target.value)) return fail('BadValue', `Cannot apply ${operator} to a non-array value`);
  target.set(target.value.filter((member) => !goes(member)));
};

const pull: ReadOperand = (operand) => {
  const goes = compileMember(operand);
  return (target) => removing(target, '$pull', goes);
};

const pullAll: ReadOperand = (operand) => {
  if (!isArray(operand))
    return fail('BadValue', `$pullAll requires an array argument but was given a ${typeName(operand)}`);
  const keys = new Set(operand.map(encodeKey));
  return (target) => removing(target, '$pullAll', (member) => keys.has(encodeKey(member)));
};

export const ARRAY_UPDATES: readonly [string, ReadOperand][] = [
  ['$push', push],
  ['$addToSet', addToSet],
  ['$pop', pop],
  ['$pull', pull],
  ['$pullAll', pullAll],
];
