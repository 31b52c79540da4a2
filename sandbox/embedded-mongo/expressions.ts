// Compiles aggregation expressions ("$a.b", { $add: [...] }) to functions. An operator that is not in the tables is refused by name
// before any document is read: nothing unknown is passed over.
import { ARRAY_OPERATORS } from './expression-arrays.ts';
import { DATE_OPERATORS } from './expression-dates.ts';
import { LIBRARY_OPERATORS } from './expression-library.ts';
import { NUMBER_OPERATORS } from './expression-numbers.ts';
import type { Operator } from './expression-operator.ts';
import { TYPE_OPERATORS } from './expression-types.ts';
import { fail } from './errors.ts';
import { valueAt } from './paths.ts';
import { type Doc, docOf, isArray, isDoc, isTrue, newDoc } from './values.ts';

/** Variables of `let` and of operators: name → value. */
export type Variables = Readonly<Record<string, unknown>>;

/** An expression over a document. `undefined` is MongoDB's "missing". */
export type Expression = (root: unknown, variables?: Variables) => unknown;

type Special = (operand: unknown) => Expression;

const COMPUTED = new Map<string, Operator>(
  Object.entries({
    ...NUMBER_OPERATORS,
    ...ARRAY_OPERATORS,
    ...TYPE_OPERATORS,
    ...DATE_OPERATORS,
    ...LIBRARY_OPERATORS,
  }),
);

/** Compiles an expression. Refused (InvalidPipelineOperator and kin) when it names an unknown operator or the arguments do not fit. */
export function compileExpression(expression: unknown, variables: Variables = {}): Expression {
  const compiled = compile(expression);
  const constants = { NOW: new Date(), ...variables };
  return (root, inner) => compiled(root, inner ? { ...constants, ...inner } : constants);
}

function compile(expression: unknown): Expression {
  if (typeof expression === 'string') return compileText(expression);
  if (isArray(expression)) {
    const members = expression.map(compile);
    return (root, variables) => members.map((member) => member(root, variables) ?? null);
  }
  if (isDoc(expression)) return compileDocument(expression);
  return () => expression;
}

function compileText(text: string): Expression {
  if (text.startsWith('$$')) return compileVariable(text.slice(2).split('.'));
  if (!text.startsWith('$')) return () => text;
  const path = text.slice(1).split('.');
  if (path.includes('')) return fail('FailedToParse', `'${text}' is not a valid field path`);
  const [only = ''] = path;
  if (path.length === 1) return (root) => (isDoc(root) ? root[only] : undefined);
  return (root) => (isDoc(root) ? valueAt(root, path) : undefined);
}

function compileVariable([name = '', ...path]: string[]): Expression {
  if (name === 'ROOT' || name === 'CURRENT') return (root) => valueAt(root, path);
  if (name === 'REMOVE') return () => undefined;
  return (_root, variables = {}) => {
    if (!Object.hasOwn(variables, name)) return fail('BadValue', `Use of undefined variable: ${name}`);
    return valueAt(variables[name], path);
  };
}

function compileDocument(doc: Doc): Expression {
  const keys = Object.keys(doc);
  const operator = keys.find((key) => key.startsWith('$'));
  if (operator !== undefined) {
    if (keys.length > 1)
      return fail('FailedToParse', `an expression has exactly one operator, this has: ${keys.join(', ')}`);
    return compileOperator(operator, doc[operator]);
  }
  const fields = keys.map((key) => {
    if (key.includes('.')) return fail('FailedToParse', `FieldPath field names may not contain '.': ${key}`);
    return { key, value: compile(doc[key]) };
  });
  return (root, variables) => {
    const result = newDoc();
    for (const { key, value } of fields) {
      const computed = value(root, variables);
      if (computed !== undefined) result[key] = computed;
    }
    return result;
  };
}

function compileOperator(name: string, operand: unknown): Expression {
  const special = SPECIAL.get(name);
  if (special) return special(operand);
  const operator = COMPUTED.get(name);
  if (!operator) return fail('InvalidPipelineOperator', `Unrecognized expression '${name}'`);
  const args = argumentsOf(name, operator, operand).map((arg) =>
    arg === undefined ? () => undefined : compile(arg),
  );
  const { run } = operator;
  return (root, variables) => run(args.map((arg) => arg(root, variables)));
}

function argumentsOf(name: string, operator: Operator, operand: unknown): unknown[] {
  if (operator.named && isDoc(operand) && !Object.keys(operand)[0]?.startsWith('$')) {
    const { named } = operator;
    const stranger = Object.keys(operand).find((key) => !named.includes(key));
    if (stranger !== undefined) return fail('FailedToParse', `Unrecognized argument to ${name}: ${stranger}`);
    return named.map((key) => operand[key]);
  }
  const args = isArray(operand) ? operand : [operand];
  if (args.length < operator.least || args.length > operator.most)
    return fail(
      'FailedToParse',
      `Expression ${name} takes ${operator.least === operator.most ? 'exactly' : 'at least'} ${operator.least} arguments. ${args.length} were passed in.`,
    );
  return args;
}

/** The named parts of an operator's document; those not in `optional` must be there. */
function parts(
  name: string,
  operand: unknown,
  required: readonly string[],
  optional: readonly string[] = [],
): Doc {
  if (!isDoc(operand)) return fail('FailedToParse', `${name} only supports an object as its argument`);
  for (const key of Object.keys(operand))
    if (!required.includes(key) && !optional.includes(key))
      return fail('FailedToParse', `Unrecognized parameter to ${name}: ${key}`);
  for (const key of required)
    if (!(key in operand)) return fail('FailedToParse', `Missing '${key}' parameter to ${name}`);
  return operand;
}

const list = (operand: unknown): Expression[] => (isArray(operand) ? operand : [operand]).map(compile);

/** Runs `each` for every member of an array, with the member bound to a variable. */
function overArray(
  name: string,
  operand: Doc,
  each: (members: unknown[], bind: (member: unknown) => Variables, root: unknown) => unknown,
): Expression {
  const input = compile(operand.input);
  const variable = typeof operand.as === 'string' ? operand.as : 'this';
  return (root, variables) => {
    const members = input(root, variables);
    if (members === null || members === undefined) return null;
    if (!isArray(members)) return fail('BadValue', `input to ${name} must be an array`);
    return each(members, (member) => ({ ...variables, [variable]: member }), root);
  };
}

const SPECIAL = new Map<string, Special>([
  ['$literal', (operand) => () => operand],
  ['$and', (operand) => logical(operand, (tests, is) => tests.every(is))],
  ['$or', (operand) => logical(operand, (tests, is) => tests.some(is))],
  ['$cond', compileCondition],
  ['$ifNull', compileIfNull],
  ['$switch', compileSwitch],
  ['$let', compileLet],
  ['$map', compileMap],
  ['$filter', compileFilterOperator],
  ['$reduce', compileReduce],
]);

function logical(
  operand: unknown,
  decide: (tests: Expression[], is: (test: Expression) => boolean) => boolean,
): Expression {
  const tests = list(operand);
  return (root, variables) => decide(tests, (test) => isTrue(test(root, variables)));
}

function compileCondition(operand: unknown): Expression {
  if (isArray(operand) && operand.length !== 3)
    return fail(
      'FailedToParse',
      `Expression $cond takes exactly 3 arguments. ${operand.length} were passed in.`,
    );
  const given = isArray(operand) ? docOf({ if: operand[0], then: operand[1], else: operand[2] }) : operand;
  const doc = parts('$cond', given, ['if', 'then', 'else']);
  const [test, then, otherwise] = [compile(doc.if), compile(doc.then), compile(doc.else)];
  return (root, variables) => (isTrue(test(root, variables)) ? then : otherwise)(root, variables);
}

function compileIfNull(operand: unknown): Expression {
  const choices = list(operand);
  if (choices.length < 2) return fail('FailedToParse', '$ifNull needs at least two arguments');
  return (root, variables) => {
    let value: unknown;
    for (const choice of choices) {
      value = choice(root, variables);
      if (value !== null && value !== undefined) return value;
    }
    return value;
  };
}

function compileSwitch(operand: unknown): Expression {
  const doc = parts('$switch', operand, ['branches'], ['default']);
  if (!isArray(doc.branches) || doc.branches.length === 0)
    return fail('FailedToParse', '$switch requires at least one branch');
  const branches = doc.branches.map((branch) => {
    const { case: test, then } = parts('$switch', branch, ['case', 'then']);
    return { test: compile(test), then: compile(then) };
  });
  const otherwise = 'default' in doc ? compile(doc.default) : undefined;
  return (root, variables) => {
    const branch = branches.find(({ test }) => isTrue(test(root, variables)));
    if (branch) return branch.then(root, variables);
    if (!otherwise)
      return fail(
        'BadValue',
        '$switch could not find a matching branch for an input, and no default was specified.',
      );
    return otherwise(root, variables);
  };
}

function compileLet(operand: unknown): Expression {
  const doc = parts('$let', operand, ['vars', 'in']);
  if (!isDoc(doc.vars)) return fail('FailedToParse', 'invalid parameter: expected an object (vars)');
  const bound = Object.entries(doc.vars).map(([name, value]) => ({ name, value: compile(value) }));
  const inner = compile(doc.in);
  return (root, variables) => {
    const own = Object.fromEntries(bound.map(({ name, value }) => [name, value(root, variables)]));
    return inner(root, { ...variables, ...own });
  };
}

function compileMap(operand: unknown): Expression {
  const doc = parts('$map', operand, ['input', 'in'], ['as']);
  const inner = compile(doc.in);
  return overArray('$map', doc, (members, bind, root) =>
    members.map((member) => inner(root, bind(member)) ?? null),
  );
}

function compileFilterOperator(operand: unknown): Expression {
  const doc = parts('$filter', operand, ['input', 'cond'], ['as', 'limit']);
  if ('limit' in doc)
    return fail('NotImplemented', '$filter with limit is not supported by the embedded engine');
  const condition = compile(doc.cond);
  return overArray('$filter', doc, (members, bind, root) =>
    members.filter((member) => isTrue(condition(root, bind(member)))),
  );
}

function compileReduce(operand: unknown): Expression {
  const doc = parts('$reduce', operand, ['input', 'initialValue', 'in']);
  const initial = compile(doc.initialValue);
  const inner = compile(doc.in);
  return overArray('$reduce', doc, (members, bind, root) =>
    members.reduce(
      (value, member) => inner(root, { ...bind(member), value }),
      initial(root, bind(undefined)),
    ),
  );
}
