import { expect, test } from '@jest/globals';
import {
  differences,
  measure,
  remarks,
  table,
  tally,
  type Asked,
  type Peer,
  type Section,
} from '../../bench/agreement/matrix.ts';

const asked = (name: string, valid: boolean, inputs: object = {}): Asked => ({
  name,
  item: { target: `${name}EE`, valid, ...inputs },
});

const [GOOD, BAD, MAIL] = [
  asked('Good', true),
  asked('Bad', false),
  asked('Mail', false, { inhibitAnyPolicy: true }),
];
const SECTIONS: readonly Section<Asked>[] = [
  { title: 'paths', kind: 'path', questions: [GOOD, BAD] },
  { title: 'first messages', kind: 'message', questions: [MAIL] },
  { title: 'all messages', kind: 'message', questions: [MAIL, asked('Other', true)] },
];

const peer = (name: string, answer: (question: Asked) => boolean): Peer<Asked> => ({
  name,
  lacks: () => Promise.resolve(undefined),
  ask: (questions) => Promise.resolve(new Map(questions.map((question) => [question, answer(question)]))),
});
const RIGHT = peer('Right', ({ item }) => item.valid);
const CREDULOUS = peer('Credulous', () => true);
const REFUSING = peer('Refusing', () => false);
const ABSENT: Peer<Asked> = {
  name: 'Absent',
  lacks: () => Promise.resolve('there is no such program here'),
  ask: () => Promise.reject(new Error('an absent verifier was asked')),
};

test('a verifier that is not here has a column that says so, and the others are measured beside it', async () => {
  const columns = await measure([RIGHT, ABSENT, CREDULOUS, REFUSING], SECTIONS, '/nowhere');
  expect(table(columns, SECTIONS).split('\n')).toEqual([
    '| agrees with the suite, (falsely accepted) | Right |       Absent | Credulous | Refusing |',
    '| ----------------------------------------- | ----: | -----------: | --------: | -------: |',
    '| 2 paths                                   | 2 (0) | not measured |     1 (1) |    1 (0) |',
    '| 1 first messages                          | 1 (0) | not measured |     0 (1) |    1 (0) |',
    '| 2 all messages                            | 2 (0) | not measured |     1 (1) |    1 (0) |',
  ]);
  expect(remarks(columns, SECTIONS)).toEqual([
    'Absent is not measured: there is no such program here.',
    'Credulous',
    '  accepts path Bad',
    '  accepts message Mail {"inhibitAnyPolicy":true}',
    'Refusing',
    '  refuses path Good',
    '  refuses message Other',
  ]);
});

test('paths and messages are asked apart, and each question once', async () => {
  const rounds: string[][] = [];
  const counting: Peer<Asked> = {
    ...RIGHT,
    ask: (questions, folder) => {
      rounds.push(questions.map(({ name }) => name));
      return RIGHT.ask(questions, folder);
    },
  };
  await measure([counting], SECTIONS, '/nowhere');
  expect(rounds).toEqual([
    ['Good', 'Bad'],
    ['Mail', 'Other'],
  ]);
});

test('only an acceptance of what the suite refuses is a false one', () => {
  const all = [GOOD, BAD, MAIL];
  const answers = new Map([
    [GOOD, false],
    [BAD, true],
    [MAIL, false],
  ]);
  expect(tally(all, answers)).toEqual({ right: 1, falselyAccepted: 1 });
  expect(differences(all, answers)).toEqual([GOOD, BAD]);
});

test('a question without an answer is counted for nobody', () => {
  expect(() => tally([GOOD, BAD], new Map([[GOOD, true]]))).toThrow('no answer on Bad');
});

test('a verifier that is here and breaks down ends the measurement', async () => {
  const broken: Peer<Asked> = { ...RIGHT, ask: () => Promise.reject(new Error('it broke down')) };
  await expect(measure([broken], SECTIONS, '/nowhere')).rejects.toThrow('it broke down');
});
