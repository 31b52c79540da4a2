// Rule 2: never a good verdict over bytes that nobody expected.
import { ATTRIBUTE_TYPE, CONTENT_TYPE } from '../../../../src/signature/cms/object-identifiers.ts';
import { octetString, oid, setOf } from '../../../../src/signature/portable/der-writer.ts';
import { attribute, type MessageOrder, type SignerOrder } from '../../../support/cms-kit.ts';
import { negativesOf, type NegativeCase } from '../../../support/negative-cases.ts';
import {
  benchOf,
  DOCUMENT,
  outcomeOf,
  passes,
  sign,
  stopped,
  verdictOn,
  type Outcome,
  type Trial,
} from '../../../support/signature-bench.ts';

const bench = await benchOf();
const negatives = negativesOf(2, passes());
const OTHER = new TextEncoder().encode('{"answer":"no"}');
const ATTACHED = { inside: DOCUMENT };

const judged =
  (trial: Partial<Trial>, order: Partial<SignerOrder> = {}, message: Partial<MessageOrder> = {}) =>
  async (): Promise<Outcome> =>
    outcomeOf(await verdictOn(bench, { signature: await sign(bench, order, message), ...trial }));

/** The bytes that a good signature is made over, presented as the document of another. */
async function signedBytes(): Promise<Uint8Array> {
  let seen = new Uint8Array();
  await sign(bench, {
    sign: (bytes) => {
      seen = new Uint8Array(bytes);
      return new Uint8Array(64);
    },
  });
  return seen;
}

const ATTRIBUTE_SET = setOf(
  attribute(ATTRIBUTE_TYPE.contentType, oid(CONTENT_TYPE.data)),
  attribute(ATTRIBUTE_TYPE.messageDigest, octetString(new Uint8Array(32))),
);
const ofType = (contentType: string): (() => Promise<Outcome>) =>
  judged({}, { contentType }, { contentType, ...ATTACHED });
const attachedPasses = async (): Promise<string> => (await judged({}, {}, ATTACHED)()).indication;
const anyPasses = async (): Promise<string> =>
  (await judged({ content: undefined, policy: 'any-document' }, {}, ATTACHED)()).indication;

export const RULE_2: readonly NegativeCase[] = [
  ...negatives(stopped('TOTAL-FAILED', 'HASH_FAILURE', 'message-digest'), {
    'another document beside the signature': judged({ content: OTHER }),
    'a document of which one byte changed': judged({ content: DOCUMENT.with(0, 0x5b) }),
    'a document with a byte more': judged({ content: Uint8Array.from([...DOCUMENT, 0x20]) }),
    'a document cut short': judged({ content: DOCUMENT.subarray(0, -1) }),
    'an empty document': judged({ content: new Uint8Array() }),
  }),
  ...negatives(
    stopped('TOTAL-FAILED', 'HASH_FAILURE', 'content-expected'),
    {
      'a good signature over other bytes that it carries itself': judged(
        {},
        { content: OTHER },
        { inside: OTHER },
      ),
      'a signature over the document, with other bytes inside': judged({}, {}, { inside: OTHER }),
      'a signature over the document, with nothing inside where it should stand': judged(
        {},
        {},
        { inside: new Uint8Array() },
      ),
    },
    attachedPasses,
  ),
  ...negatives(
    stopped('INDETERMINATE', 'SIGNED_DATA_NOT_FOUND', 'content-found'),
    {
      'an application of which nobody says the bytes, although the message carries some': judged(
        { content: undefined },
        {},
        ATTACHED,
      ),
    },
    attachedPasses,
  ),
  ...negatives(
    stopped('INDETERMINATE', 'SIGNED_DATA_NOT_FOUND', 'content-found'),
    {
      'any document that is neither inside nor beside': judged({
        content: undefined,
        policy: 'any-document',
      }),
    },
    anyPasses,
  ),
  ...negatives(stopped('TOTAL-FAILED', 'FORMAT_FAILURE', 'content-not-attributes'), {
    'a document that is itself a set of attributes': judged(
      { content: ATTRIBUTE_SET },
      { content: ATTRIBUTE_SET },
    ),
    'the signed attributes of a good signature as the document of another': async () => {
      const content = await signedBytes();
      return judged({ content }, { content, attributes: () => undefined })();
    },
  }),
  ...negatives(
    stopped('TOTAL-FAILED', 'FORMAT_FAILURE', 'content-type'),
    {
      'content of the type signed data': ofType(CONTENT_TYPE.signedData),
      'content of the type of time-stamps': ofType(CONTENT_TYPE.tstInfo),
      'content of an unknown type': ofType('1.2.3.4'),
    },
    attachedPasses,
  ),
];
