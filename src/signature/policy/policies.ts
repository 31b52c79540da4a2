// What a signature must be for each use, as data: changing a rule is changing a row. Every verdict names its policy and the version.
import { ANY_INPUTS, type PolicyInputs } from '../path/certification-path.ts';
import { HISTORIC_ALGORITHMS, PORTAL_ALGORITHMS, type AlgorithmTable } from './algorithm-policy.ts';
import type { Holder, KeyPurpose, RoleName } from './holder.ts';

export const POLICY_NAMES = [
  'citizen-application',
  'office-notification',
  'commission-member',
  'sign-in',
  'any-document',
] as const;
export type PolicyName = (typeof POLICY_NAMES)[number];

export interface SignaturePolicy {
  readonly name: string;
  readonly version: string;
  /** Whether the caller must say which bytes are signed, or those inside the message will do. */
  readonly content: 'expected' | 'expected-or-inside';
  readonly signers: 'one' | 'any-number';
  /** The attribute that binds a signature to its certificate (ESS): demanded, or checked when it is there. */
  readonly signingCertificateAttribute: 'required' | 'checked-if-present';
  /** Purposes that the key may have; absent: any. */
  readonly purposes?: readonly KeyPurpose[];
  readonly holder?: Exclude<Holder['kind'], 'unknown'>;
  /** At least one of these roles; absent: none is asked for. */
  readonly roles?: readonly RoleName[];
  /** `expected`: the caller must say the number and the certificate must carry it; `present`: it must carry one, and the expected one if
   *  the caller says which; `if-expected`: only compared when the caller says it. */
  readonly iin: 'expected' | 'present' | 'if-expected';
  readonly bin: 'expected' | 'present' | 'if-expected';
  readonly timeStamp: 'required' | 'optional';
  /** `required`: passes only when the second implementation agrees; `where-able`: the same, but left out, and listed, for algorithms it does not know. */
  readonly secondOpinion: 'required' | 'where-able' | 'off';
  readonly algorithms: AlgorithmTable;
  readonly pathInputs: PolicyInputs;
}

const COMMON = {
  version: '2026-11',
  content: 'expected',
  signers: 'one',
  signingCertificateAttribute: 'required',
  timeStamp: 'optional',
  secondOpinion: 'required',
  algorithms: PORTAL_ALGORITHMS,
  pathInputs: ANY_INPUTS,
} as const;

export const POLICIES: Readonly<Record<PolicyName, SignaturePolicy>> = {
  'citizen-application': {
    ...COMMON,
    name: 'citizen-application',
    purposes: ['signing'],
    holder: 'individual',
    iin: 'expected',
    bin: 'if-expected',
  },
  'office-notification': {
    ...COMMON,
    name: 'office-notification',
    purposes: ['signing'],
    holder: 'organisation',
    roles: ['head', 'rightToSign'],
    iin: 'if-expected',
    bin: 'expected',
  },
  'commission-member': {
    ...COMMON,
    name: 'commission-member',
    purposes: ['signing'],
    holder: 'individual',
    iin: 'expected',
    bin: 'if-expected',
  },
  'sign-in': {
    ...COMMON,
    name: 'sign-in',
    purposes: ['signing', 'authentication'],
    holder: 'individual',
    iin: 'present',
    bin: 'if-expected',
  },
  'any-document': {
    ...COMMON,
    name: 'any-document',
    content: 'expected-or-inside',
    signers: 'any-number',
    signingCertificateAttribute: 'checked-if-present',
    secondOpinion: 'where-able',
    algorithms: HISTORIC_ALGORITHMS,
    iin: 'if-expected',
    bin: 'if-expected',
  },
};
