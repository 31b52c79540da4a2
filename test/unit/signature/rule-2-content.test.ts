import { beforeAll, describe, expect, test } from '@jest/globals';
import { octetString, oid, sequence, setOf } from '../../../src/signature/portable/der-writer.ts';
import { ATTRIBUTE_TYPE, CONTENT_TYPE } from '../../../src/signature/cms/object-identifiers.ts';
import { attribute } from '../../support/cms-kit.ts';
import {
  DOCUMENT,
  makeBench,
  outcomeOf,
  sign,
  stopped,
  verdictOn,
  type Bench,
} from '../../support/signature-bench.ts';

const OTHER = new TextEncoder().encode('{"answer":"no"}');
const ALTERED = DOCUMENT.with(0, 0x5b);

let bench: Bench;

beforeAll(async () => {
  bench = await makeBench();
});

describe('content: never a good verdict over bytes that nobody expected', () => {
  test('verifying a detached signature with the document passes', async () => {
    const verdict = await verdictOn(bench, { signature: await sign(bench) });
    expect(verdict.indication).toBe('TOTAL-PASSED');
  });

  test('verifying an attached signature over the expected document passes', async () => {
    const verdict = await verdictOn(bench, { signature: await sign(bench, {}, { inside: DOCUMENT }) });
    expect(verdict.indication).toBe('TOTAL-PASSED');
  });

  test('verifying a detached signature with another document fails by its hash', async () => {
    const verdict = await verdictOn(bench, { signature: await sign(bench), content: OTHER });
    expect(outcomeOf(verdict)).toEqual(stopped('TOTAL-FAILED', 'HASH_FAILURE', 'message-digest'));
  });

  test('verifying with a document of which one byte changed fails by its hash', async () => {
    const verdict = await verdictOn(bench, { signature: await sign(bench), content: ALTERED });
    expect(outcomeOf(verdict)).toEqual(stopped('TOTAL-FAILED', 'HASH_FAILURE', 'message-digest'));
  });

  test('verifying a good signature over other bytes that it carries itself fails: the caller expected these', async () => {
    const signature = await sign(bench, { content: OTHER }, { inside: OTHER });
    expect(outcomeOf(await verdictOn(bench, { signature }))).toEqual(
      stopped('TOTAL-FAILED', 'HASH_FAILURE', 'content-expected'),
    );
  });

  test('verifying a signature over the document, with other bytes inside, fails', async () => {
    const signature = await sign(bench, {}, { inside: OTHER });
    expect(outcomeOf(await verdictOn(bench, { signature }))).toEqual(
      stopped('TOTAL-FAILED', 'HASH_FAILURE', 'content-expected'),
    );
  });

  test('verifying an application without saying which bytes are expected is not enough, even when the message carries some', async () => {
    const signature = await sign(bench, {}, { inside: DOCUMENT });
    expect(outcomeOf(await verdictOn(bench, { signature, content: undefined }))).toEqual(
      stopped('INDETERMINATE', 'SIGNED_DATA_NOT_FOUND', 'content-found'),
    );
  });

  test('verifying any document that is inside the message passes, and says that nothing was compared', async () => {
    const signature = await sign(bench, {}, { inside: DOCUMENT });
    const verdict = await verdictOn(bench, {
      signature,
      content: undefined,
      policy: 'any-document',
      expect: {},
    });
    expect([verdict.indication, verdict.warnings]).toEqual([
      'TOTAL-PASSED',
      ['content-not-compared', 'test-trust'],
    ]);
  });

  test('verifying any document that is neither inside nor beside asks for it', async () => {
    const verdict = await verdictOn(bench, {
      signature: await sign(bench),
      content: undefined,
      policy: 'any-document',
    });
    expect(outcomeOf(verdict)).toEqual(stopped('INDETERMINATE', 'SIGNED_DATA_NOT_FOUND', 'content-found'));
  });

  test('verifying a document that is itself a set of attributes fails: it would be a signature over something else', async () => {
    const forged = setOf(
      attribute(ATTRIBUTE_TYPE.contentType, oid(CONTENT_TYPE.data)),
      attribute(ATTRIBUTE_TYPE.messageDigest, octetString(new Uint8Array(32))),
    );
    const signature = await sign(bench, { content: forged });
    expect(outcomeOf(await verdictOn(bench, { signature, content: forged }))).toEqual(
      stopped('TOTAL-FAILED', 'FORMAT_FAILURE', 'content-not-attributes'),
    );
  });

  test('the signed attributes of a good signature, presented as the document of another, are refused', async () => {
    let signedBytes = new Uint8Array();
    await sign(bench, {
      sign: (bytes) => {
        signedBytes = new Uint8Array(bytes);
        return new Uint8Array(64);
      },
    });
    const signature = await sign(bench, { content: signedBytes, attributes: () => undefined });
    expect(outcomeOf(await verdictOn(bench, { signature, content: signedBytes }))).toEqual(
      stopped('TOTAL-FAILED', 'FORMAT_FAILURE', 'content-not-attributes'),
    );
  });

  test.each([
    ['signed data', CONTENT_TYPE.signedData],
    ['a time-stamp', CONTENT_TYPE.tstInfo],
    ['an unknown type', '1.2.3.4'],
  ])('verifying content of the type %s fails: only data is signed here', async (_name, contentType) => {
    const signature = await sign(bench, { contentType }, { contentType, inside: DOCUMENT });
    expect(outcomeOf(await verdictOn(bench, { signature }))).toEqual(
      stopped('TOTAL-FAILED', 'FORMAT_FAILURE', 'content-type'),
    );
  });

  test('a document that only begins like a set is a document', async () => {
    const content = sequence(octetString(DOCUMENT)).with(0, 0x31);
    const verdict = await verdictOn(bench, { signature: await sign(bench, { content }), content });
    expect(verdict.indication).toBe('TOTAL-PASSED');
  });
});
