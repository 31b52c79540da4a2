// What every verifier is asked: a path or a signed message of PKITS, its inputs, and what the suite expects.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArmour, writeArmour } from '../../../src/signature/portable/armour.ts';
import { joinedMessages, openMail } from '../../support/pkits-mail.ts';
import { PKITS_MOMENT, type Pkits, type PkitsCase } from '../../support/pkits.ts';
import type { Section } from './matrix.ts';

export interface Question {
  readonly name: string;
  readonly item: PkitsCase;
  readonly anchor: Uint8Array;
  readonly target: Uint8Array;
  readonly candidates: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
  /** The message, for questions about one; its certificates and lists are inside. */
  readonly message?: { readonly signature: Uint8Array; readonly content: Uint8Array; readonly mail: string };
  /** Whether the message bears the very name of its case. */
  readonly sameName: boolean;
}

export const SECONDS = String(PKITS_MOMENT.getTime() / 1000);

/** A question for each of the 249 paths. */
const pathQuestions = (pkits: Pkits): Question[] =>
  pkits.cases().map((item) => {
    const target = pkits.certificate(item.target);
    const { candidates, crls } = pkits.neighbourhood(target);
    return {
      name: item.target,
      item,
      anchor: pkits.anchor.bytes,
      target: target.bytes,
      candidates: candidates.map(({ bytes }) => bytes),
      crls: crls.map(({ bytes }) => bytes),
      sameName: true,
    };
  });

/** A question for each message under each of the inputs of its case. */
const messageQuestions = (pkits: Pkits): Question[] =>
  joinedMessages(pkits).map(({ name, item, mail, sameName }) => {
    const { content, signature } = openMail(mail);
    const armour = readArmour(signature);
    if (!armour.ok) throw new Error(armour.problem);
    return {
      name,
      item,
      anchor: pkits.anchor.bytes,
      target: pkits.certificate(item.target).bytes,
      candidates: [],
      crls: [],
      message: { signature: armour.value, content, mail },
      sameName,
    };
  });

/** What the matrix counts: all paths, all messages, and of these the ones that the names of the suite tell the answer of. */
export function sectionsOf(pkits: Pkits): Section<Question>[] {
  const paths = pathQuestions(pkits);
  const messages = messageQuestions(pkits);
  const first = messages.filter(
    (question, i) => question.sameName && messages.findIndex(({ name }) => name === question.name) === i,
  );
  return [
    { title: 'certification paths', kind: 'path', questions: paths },
    { title: 'signed messages, first inputs of the case', kind: 'message', questions: first },
    { title: 'inputs of all signed messages', kind: 'message', questions: messages },
  ];
}

/** Writes PEM of so many objects to a file and gives its path. */
export function writePem(folder: string, file: string, label: string, all: readonly Uint8Array[]): string {
  const path = join(folder, file);
  writeFileSync(path, all.map((der) => writeArmour(der, label)).join(''));
  return path;
}
