// The NIST path validation suite (PKITS) as Debian's python3-cryptography-vectors brings it: certificates and CRLs chosen by their names
// alone, and the cases with what their file names expect. Inputs and results of the policy cases are a table of our own.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCertificate, type Certificate } from '../../src/signature/x509/x509-certificate.ts';
import { readCrl, type CertificateList } from '../../src/signature/x509/x509-crl.ts';
import { sameName, type Name } from '../../src/signature/x509/x509-name.ts';

const DIRECTORY = '/usr/lib/python3/dist-packages/cryptography_vectors/x509/PKITS_data';

export const pkitsIsInstalled = existsSync(DIRECTORY);

/** A moment at which the suite's certificates are in force. */
export const PKITS_MOMENT = new Date('2015-06-01T00:00:00Z');

export interface PkitsInputs {
  readonly initialPolicies?: readonly string[];
  readonly requireExplicitPolicy?: boolean;
  readonly inhibitPolicyMapping?: boolean;
  readonly inhibitAnyPolicy?: boolean;
}

export interface PkitsCase extends PkitsInputs {
  /** File name of the last certificate, without its ending. */
  readonly target: string;
  readonly valid: boolean;
}

const policy = (number: number): string => `2.16.840.1.101.3.2.1.48.${number}`;
const initial = (...numbers: number[]): PkitsInputs => ({ initialPolicies: numbers.map(policy) });
const EXPLICIT: PkitsInputs = { requireExplicitPolicy: true };

/** Cases whose file name does not say all: inputs of the user, and whether the path is valid under them. */
const POLICY_CASES: Readonly<Record<string, readonly (readonly [valid: boolean, inputs: PkitsInputs])[]>> = {
  ValidCertificatePathTest1EE: [
    [true, {}],
    [true, EXPLICIT],
    [true, { ...EXPLICIT, ...initial(1) }],
    [false, { ...EXPLICIT, ...initial(2) }],
    [true, { ...EXPLICIT, ...initial(1, 2) }],
  ],
  AllCertificatesNoPoliciesTest2EE: [
    [true, {}],
    [false, EXPLICIT],
  ],
  DifferentPoliciesTest3EE: [
    [true, {}],
    [false, EXPLICIT],
    [false, { ...EXPLICIT, ...initial(1, 2) }],
  ],
  DifferentPoliciesTest4EE: [[false, {}]],
  DifferentPoliciesTest5EE: [[false, {}]],
  OverlappingPoliciesTest6EE: [
    [true, {}],
    [true, initial(1)],
    [false, initial(2)],
  ],
  DifferentPoliciesTest7EE: [[false, {}]],
  DifferentPoliciesTest8EE: [[false, {}]],
  DifferentPoliciesTest9EE: [[false, {}]],
  AllCertificatesSamePoliciesTest10EE: [
    [true, {}],
    [true, initial(1)],
    [true, initial(2)],
  ],
  AllCertificatesanyPolicyTest11EE: [
    [true, {}],
    [true, initial(1)],
  ],
  DifferentPoliciesTest12EE: [[false, {}]],
  AllCertificatesSamePoliciesTest13EE: [
    [true, initial(1)],
    [true, initial(2)],
    [true, initial(3)],
  ],
  AnyPolicyTest14EE: [
    [true, initial(1)],
    [false, initial(2)],
  ],
  UserNoticeQualifierTest15EE: [[true, {}]],
  UserNoticeQualifierTest16EE: [[true, {}]],
  UserNoticeQualifierTest17EE: [[true, {}]],
  UserNoticeQualifierTest18EE: [
    [true, initial(1)],
    [true, initial(2)],
  ],
  UserNoticeQualifierTest19EE: [[true, {}]],
  CPSPointerQualifierTest20EE: [[true, { ...EXPLICIT, ...initial(1) }]],
  ValidPolicyMappingTest1EE: [
    [true, initial(1)],
    [false, initial(2)],
    [false, { inhibitPolicyMapping: true }],
  ],
  InvalidPolicyMappingTest2EE: [
    [false, {}],
    [false, { inhibitPolicyMapping: true }],
  ],
  ValidPolicyMappingTest3EE: [
    [false, initial(1)],
    [true, initial(2)],
  ],
  ValidPolicyMappingTest5EE: [
    [true, initial(1)],
    [false, initial(6)],
  ],
  ValidPolicyMappingTest6EE: [
    [true, initial(1)],
    [false, initial(6)],
  ],
  ValidPolicyMappingTest12EE: [
    [true, initial(1)],
    [true, initial(2)],
  ],
  ValidPolicyMappingTest13EE: [
    [true, {}],
    [true, initial(1, 2)],
    [false, initial(2)],
  ],
  inhibitAnyPolicyTest3EE: [
    [true, {}],
    [false, { inhibitAnyPolicy: true }],
  ],
};

export class Pkits {
  readonly certificates: ReadonlyMap<string, Certificate> = readAll('certs', '.crt', readCertificate);
  readonly crls: ReadonlyMap<string, CertificateList> = readAll('crls', '.crl', readCrl);
  readonly anchor = this.certificates.get('TrustAnchorRootCertificate') as Certificate;

  /** All cases of the suite. */
  cases(): PkitsCase[] {
    return [...this.certificates.keys()]
      .filter((name) => name.endsWith('EE'))
      .sort()
      .flatMap((target) => {
        const table = POLICY_CASES[target] ?? [[target.startsWith('Valid'), {}] as const];
        return table.map(([valid, inputs]) => ({ target, valid, ...inputs }));
      });
  }

  certificate(name: string): Certificate {
    const found = this.certificates.get(name);
    if (!found) throw new Error(`no certificate ${name}`);
    return found;
  }

  /** The authorities above a certificate, and the CRLs that these and the issuers which its distribution points name have issued. */
  neighbourhood(target: Certificate): { candidates: Certificate[]; crls: CertificateList[] } {
    const authorities = [...this.certificates]
      .filter(([name]) => !name.endsWith('EE'))
      .map(([, found]) => found);
    const candidates = new Set<Certificate>();
    const issuers: Name[] = [];
    const visit = (certificate: Certificate): void => {
      const names = [
        certificate.issuer,
        ...certificate.distributionPoints.flatMap((point) => point.crlIssuer ?? []),
      ];
      for (const name of names) {
        if (issuers.some((known) => sameName(known, name))) continue;
        issuers.push(name);
        for (const authority of authorities.filter((found) => sameName(found.subject, name))) {
          candidates.add(authority);
          visit(authority);
        }
      }
    };
    visit(target);
    candidates.delete(this.anchor);
    const crls = [...this.crls.values()].filter((crl) => issuers.some((name) => sameName(name, crl.issuer)));
    return { candidates: [...candidates], crls };
  }

  /** The signed messages, each under the name of its case, e.g. "ValidSignaturesTest1". */
  messages(): Map<string, string> {
    const folder = join(DIRECTORY, 'smime');
    return new Map(
      readdirSync(folder).map((file) => [
        file.replace(/^Signed|\.eml$/g, ''),
        readFileSync(join(folder, file), 'latin1'),
      ]),
    );
  }
}

function readAll<T>(folder: string, ending: string, read: (bytes: Uint8Array) => T): Map<string, T> {
  const path = join(DIRECTORY, folder);
  return new Map(
    readdirSync(path).map((file) => [
      file.slice(0, -ending.length),
      read(new Uint8Array(readFileSync(join(path, file)))),
    ]),
  );
}
