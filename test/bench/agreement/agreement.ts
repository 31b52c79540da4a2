// npm run agreement: every path and every signed message of NIST PKITS put to our verifier and to others, in one run. Prints how many
// answers are those of the suite, and each that is not.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pkits } from '../../support/pkits.ts';
import { PEERS } from './peers.ts';
import { messageQuestions, pathQuestions, type Answers, type Question } from './question.ts';

const inputsOf = ({ item }: Question): string => {
  const inputs = Object.entries(item).filter(([key]) => key !== 'target' && key !== 'valid');
  return inputs.length === 0 ? '' : ` ${JSON.stringify(Object.fromEntries(inputs))}`;
};

function tell(name: string, questions: readonly Question[], answers: Answers): void {
  const wrong = questions.filter((question) => answers.get(question) !== question.item.valid);
  const falselyAccepted = wrong.filter(({ item }) => !item.valid);
  const right = questions.length - wrong.length;
  console.log(
    `  ${name.padEnd(26)}${right} of ${questions.length}, falsely accepted ${falselyAccepted.length}`,
  );
}

const pkits = new Pkits();
const paths = pathQuestions(pkits);
const messages = messageQuestions(pkits);
const first = messages.filter(
  (question, i) => question.sameName && messages.findIndex(({ name }) => name === question.name) === i,
);
const folder = mkdtempSync(join(tmpdir(), 'komek-agreement-'));
try {
  for (const peer of PEERS) {
    const [onPaths, onMessages] = [await peer.ask(paths, folder), await peer.ask(messages, folder)];
    console.log(peer.name);
    tell('paths', paths, onPaths);
    tell('messages of the same name', first, onMessages);
    tell('messages, all inputs', messages, onMessages);
    for (const [kind, all, answers] of [
      ['path', paths, onPaths],
      ['message', messages, onMessages],
    ] as const)
      for (const question of all)
        if (answers.get(question) !== question.item.valid)
          console.log(
            `    ${question.item.valid ? 'refuses' : 'accepts'} ${kind} ${question.name}${inputsOf(question)}`,
          );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
