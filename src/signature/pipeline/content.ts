// Which bytes a signature is about: those that the caller expects. Bytes inside the message must be the same ones, or stand alone where
// the policy allows it; a signature over anything else is never called good.
import { CONTENT_TYPE } from '../cms/object-identifiers.ts';
import { looksLikeAttributes, type SignedData } from '../cms/signed-data.ts';
import { digest } from '../crypto/digest.ts';
import type { DigestName } from '../crypto/signature-scheme.ts';
import type { SignaturePolicy } from '../policy/policies.ts';
import { sameBytes } from '../portable/der-reader.ts';
import type { Findings } from '../verdict/findings.ts';

export interface Content {
  readonly bytes: Uint8Array;
  /** A digest of the bytes, computed once for each algorithm. */
  readonly digest: (name: DigestName) => Uint8Array;
}

/** Chooses the content and judges it; `undefined` when there is none to verify. */
export function judgeContent(
  message: SignedData,
  expected: Uint8Array | undefined,
  policy: SignaturePolicy,
  findings: Findings,
): Content | undefined {
  const inside = message.content;
  if (message.contentType !== CONTENT_TYPE.data) {
    findings.fail('content-type', 'FORMAT_FAILURE', message.contentType, 'message');
    return undefined;
  }
  if (!expected && policy.content === 'expected') {
    findings.fail(
      'content-found',
      'SIGNED_DATA_NOT_FOUND',
      'the caller did not say what is signed',
      'policy',
    );
    return undefined;
  }
  const bytes = expected ?? inside;
  if (!bytes) {
    findings.fail(
      'content-found',
      'SIGNED_DATA_NOT_FOUND',
      'neither in the message nor beside it',
      'message',
    );
    return undefined;
  }
  findings.pass('content-found', `${bytes.length} octets`, expected ? 'caller' : 'message');
  if (expected && inside && !sameBytes(expected, inside))
    findings.fail('content-expected', 'HASH_FAILURE', 'the message carries other bytes', 'caller');
  else if (expected) findings.pass('content-expected', inside ? 'same bytes inside' : 'detached', 'caller');
  else {
    findings.switchedOff('content-expected', 'no content was handed in to compare with', 'policy');
    findings.warnings.add('content-not-compared');
  }
  findings.judge(
    'content-not-attributes',
    looksLikeAttributes(bytes) ? 'it is a set of attributes' : undefined,
    {
      evidence: 'it is no set of attributes',
      source: 'RFC 5652 5.4, 5.6',
      otherwise: 'FORMAT_FAILURE',
    },
  );
  return { bytes, digest: digester(bytes) };
}

function digester(bytes: Uint8Array): Content['digest'] {
  const known = new Map<DigestName, Uint8Array>();
  return (name) => {
    const found = known.get(name) ?? digest(name, bytes);
    known.set(name, found);
    return found;
  };
}
