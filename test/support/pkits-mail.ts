// The signed messages of PKITS, each joined with the case that it carries, and the policy under which they are judged.
import { HISTORIC_ALGORITHMS } from '../../src/signature/policy/algorithm-policy.ts';
import { POLICIES, type SignaturePolicy } from '../../src/signature/policy/policies.ts';
import { ANY_POLICY } from '../../src/signature/x509/object-identifiers.ts';
import type { Pkits, PkitsCase } from './pkits.ts';

/** The signed part of an S/MIME message, in the line ends of mail, and the signature over it. */
export function openMail(mail: string): { content: Uint8Array; signature: Uint8Array } {
  const boundary = /boundary="([^"]+)"/.exec(mail)?.[1];
  if (!boundary) throw new Error('no boundary');
  const [, signed = '', signature = ''] = mail.replace(/\r?\n/g, '\r\n').split(`--${boundary}`);
  return {
    content: Buffer.from(signed.replace(/^\r\n|\r\n$/g, ''), 'latin1'),
    signature: Buffer.from(signature.slice(signature.indexOf('\r\n\r\n') + 4), 'latin1'),
  };
}

/** Name of a message or of a target, without what one of them adds to it. */
const plain = (name: string): string => name.replace(/EE$/, '').toLowerCase();

/** Messages whose name differs from that of their target. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  AllCertificatesSamePolicyTest1: 'ValidCertificatePathTest1',
  InvalidNameChainingEETest1: 'InvalidNameChainingTest1',
  InvalidSelfIssuedDNnameConstraintsTest20: 'InvalidDNnameConstraintsTest20',
  InvalidonlyContainsCACertsCRLTest12: 'InvalidonlyContainsCACertsTest12',
  InvalidonlyContainsUserCertsCRLTest11: 'InvalidonlyContainsUserCertsTest11',
  MissingCRLTest1: 'InvalidMissingCRLTest1',
  ValidNameChainingUIDsTest6: 'ValidNameUIDsTest6',
  ValidSelfIssuedDNnameConstraintsTest19: 'ValidDNnameConstraintsTest19',
  ValidSignaturesTest1: 'ValidCertificatePathTest1',
  ValidonlyContainsCACertsCRLTest13: 'ValidonlyContainsCACertsTest13',
};

/** Messages of the suite carry no signed reference to the certificate, and some of their authorities sign by DSA and SHA-1 of 2011. */
export const pkitsPolicy = (item: PkitsCase): SignaturePolicy => ({
  ...POLICIES['any-document'],
  algorithms: {
    ...HISTORIC_ALGORITHMS,
    digests: { ...HISTORIC_ALGORITHMS.digests, sha1: {} },
    keys: { ...HISTORIC_ALGORITHMS.keys, dsa: {} },
  },
  pathInputs: {
    initialPolicies: new Set(item.initialPolicies ?? [ANY_POLICY]),
    requireExplicitPolicy: item.requireExplicitPolicy ?? false,
    inhibitPolicyMapping: item.inhibitPolicyMapping ?? false,
    inhibitAnyPolicy: item.inhibitAnyPolicy ?? false,
  },
});

export interface JoinedMessage {
  readonly name: string;
  readonly item: PkitsCase;
  readonly mail: string;
  /** Whether the message bears the name of its case; the others are joined by the table above. */
  readonly sameName: boolean;
}

/** Every message under each of the inputs of its case. */
export function joinedMessages(pkits: Pkits): JoinedMessage[] {
  const cases = pkits.cases();
  return [...pkits.messages()].flatMap(([name, mail]) => {
    const target = plain(OTHER_NAMES[name] ?? name);
    return cases
      .filter((item) => plain(item.target) === target)
      .map((item) => ({ name, item, mail, sameName: OTHER_NAMES[name] === undefined }));
  });
}
