// Way one: a .p12 file, opened here and never sent.
import { signCades } from '../signature/portable/cades.ts';
import { openKeyFile, type KeyFile, type KeyFileProblem } from '../signature/portable/key-file.ts';
import type { Documents } from './listen.ts';
import type { KeyBox, Saying } from './sign-box.ts';

const SAID: Readonly<Record<KeyFileProblem, Saying>> = {
  'not-a-key-file': 'notAKeyFile',
  'too-large': 'notAKeyFile',
  'too-much-work': 'notAKeyFile',
  'wrong-password': 'wrongPassword',
  'unsupported-protection': 'unsupported',
  'no-key': 'noKey',
  'several-keys': 'noKey',
  'unsupported-key': 'unsupported',
  'no-certificate': 'noKey',
};

/** A signature for each document; undefined after telling the person why there is none. */
export async function signWithKeyFile(
  box: KeyBox,
  documents: Documents,
): Promise<readonly Uint8Array[] | undefined> {
  const file = box.keyFile.files?.[0];
  if (file === undefined) {
    refuse(box, 'noFile', box.keyFile);
    return;
  }
  if (box.password.value === '') {
    refuse(box, 'noPassword', box.password);
    return;
  }
  box.say('opening');
  const opened = openKeyFile(new Uint8Array(await file.arrayBuffer()), box.password.value);
  if (!opened.ok) {
    refuse(box, SAID[opened.problem], opened.problem === 'wrong-password' ? box.password : box.keyFile);
    return;
  }
  const unfit = unfitFor(box, opened.value, new Date());
  if (unfit !== undefined) {
    refuse(box, unfit, box.keyFile);
    return;
  }
  box.say('signing');
  const contents = await documents();
  if (contents === undefined) return undefined;
  const { privateKey: key, certificate } = opened.value;
  const signatures: Uint8Array[] = [];
  for (const content of contents)
    signatures.push(await signCades({ content, key, certificate, signingTime: new Date(), detached: true }));
  return signatures;
}

/** Says why, and leaves the cursor where it can be mended. */
function refuse(box: KeyBox, saying: Saying, field: HTMLInputElement): undefined {
  box.fail(saying);
  field.focus();
  return undefined;
}

/** What the person would rather hear now than after sending. The server asks all of this again. */
function unfitFor(box: KeyBox, { subject }: KeyFile, now: Date): Saying | undefined {
  if (subject.notAfter < now) return 'expired';
  if (subject.notBefore > now) return 'notYetValid';
  if (box.purpose !== 'sign-in' && subject.purpose === 'authentication') return 'authKey';
  if (box.iin !== '' && subject.iin !== box.iin) return 'otherPerson';
  if (box.bin !== '' && subject.bin !== box.bin) return 'otherOrganisation';
  return undefined;
}
