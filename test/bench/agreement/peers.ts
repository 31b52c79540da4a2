// The verifiers that are compared: ours, the openssl command, pkijs, and two implementations of PKIX under Java.
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fromBER } from 'asn1js';
import * as pkijs from 'pkijs';
import { validatePath } from '../../../src/signature/index.ts';
import { Budget } from '../../../src/signature/limits.ts';
import { judge } from '../../../src/signature/pipeline/judge.ts';
import { trustFromCertificates } from '../../../src/signature/trust/trust-from-certificates.ts';
import { readCertificate } from '../../../src/signature/x509/x509-certificate.ts';
import { pkitsPolicy } from '../../support/pkits-mail.ts';
import { PKITS_MOMENT } from '../../support/pkits.ts';
import { BOUNCY_CASTLE, bouncyCastleLacks, opensslLacks, works } from '../foreign-programs.ts';
import type { Peer } from './matrix.ts';
import { SECONDS, writePem, type Question } from './question.ts';

const runFile = promisify(execFile);

async function each(
  questions: readonly Question[],
  answer: (question: Question) => Promise<boolean>,
): Promise<ReadonlyMap<Question, boolean>> {
  const answers = new Map<Question, boolean>();
  for (const question of questions) answers.set(question, await answer(question));
  return answers;
}

const nothing = (): Promise<undefined> => Promise.resolve(undefined);

const komek: Peer<Question> = {
  name: 'Komek',
  lacks: nothing,
  ask: (questions) =>
    each(questions, async ({ item, anchor, target, candidates, crls, message }) => {
      if (!message) {
        const { initialPolicies, requireExplicitPolicy, inhibitPolicyMapping, inhibitAnyPolicy } = item;
        const inputs = {
          ...(initialPolicies && { initialPolicies }),
          ...(requireExplicitPolicy && { requireExplicitPolicy }),
          ...(inhibitPolicyMapping && { inhibitPolicyMapping }),
          ...(inhibitAnyPolicy && { inhibitAnyPolicy }),
        };
        const request = { target, candidates, anchors: [anchor], crls, at: PKITS_MOMENT, ...inputs };
        return validatePath(request).indication === 'TOTAL-PASSED';
      }
      const now = PKITS_MOMENT.getTime();
      const trust = trustFromCertificates([readCertificate(anchor)]);
      const known = { crls: [], ocsp: [], now, receivedAt: now, trust, policy: pkitsPolicy(item) };
      const { verdict } = await judge(message, { ...known, budget: new Budget() });
      return verdict.indication === 'TOTAL-PASSED';
    }),
};

const openssl: Peer<Question> = {
  name: 'OpenSSL',
  lacks: opensslLacks,
  ask: (questions, folder) =>
    each(questions, async ({ item, anchor, target, candidates, crls, message }) => {
      const inputs = [
        ...['-attime', SECONDS, '-crl_check_all', '-extended_crl', '-use_deltas', '-policy_check'],
        ...['-auth_level', '0', '-CAfile', writePem(folder, 'anchor.pem', 'CERTIFICATE', [anchor])],
        ...(item.initialPolicies ?? ['2.5.29.32.0']).flatMap((oid) => ['-policy', oid]),
        ...(item.requireExplicitPolicy ? ['-explicit_policy'] : []),
        ...(item.inhibitPolicyMapping ? ['-inhibit_map'] : []),
        ...(item.inhibitAnyPolicy ? ['-inhibit_any'] : []),
      ];
      if (message) {
        const [mail, out] = [join(folder, 'mail.eml'), join(folder, 'out')];
        writeFileSync(mail, message.mail, 'latin1');
        return works('openssl', 'cms', '-verify', '-in', mail, '-out', out, ...inputs);
      }
      const above = writePem(folder, 'above.pem', 'CERTIFICATE', [anchor, ...candidates]);
      const lists = crls.length > 0 ? ['-CRLfile', writePem(folder, 'lists.pem', 'X509 CRL', crls)] : [];
      const own = writePem(folder, 'target.pem', 'CERTIFICATE', [target]);
      return works('openssl', 'verify', ...inputs, '-untrusted', above, ...lists, own);
    }),
};

const asn = (der: Uint8Array): ReturnType<typeof fromBER>['result'] =>
  fromBER(new Uint8Array(der).buffer).result;
const certificateOf = (der: Uint8Array): pkijs.Certificate => new pkijs.Certificate({ schema: asn(der) });

const pkijsPeer: Peer<Question> = {
  name: 'pkijs',
  lacks: nothing,
  ask: (questions) =>
    each(questions, async ({ item, anchor, target, candidates, crls, message }) => {
      const trustedCerts = [certificateOf(anchor)];
      try {
        if (message) {
          const info = new pkijs.ContentInfo({ schema: asn(message.signature) });
          const result = await new pkijs.SignedData({ schema: info.content }).verify({
            signer: 0,
            data: new Uint8Array(message.content).buffer,
            trustedCerts,
            checkChain: true,
            checkDate: PKITS_MOMENT,
            extendedMode: true,
          });
          return result.signatureVerified === true && result.signerCertificateVerified === true;
        }
        const engine = new pkijs.CertificateChainValidationEngine({
          trustedCerts,
          certs: [...candidates, target].map(certificateOf),
          crls: crls.map((der) => new pkijs.CertificateRevocationList({ schema: asn(der) })),
          checkDate: PKITS_MOMENT,
        });
        const { result } = await engine.verify({
          initialPolicySet: [...(item.initialPolicies ?? ['2.5.29.32.0'])],
          initialExplicitPolicy: item.requireExplicitPolicy ?? false,
          initialPolicyMappingInhibit: item.inhibitPolicyMapping ?? false,
          initialInhibitPolicy: item.inhibitAnyPolicy ?? false,
        });
        return result;
      } catch {
        return false;
      }
    }),
};

const java = (name: string, provider: 'SUN' | 'BC'): Peer<Question> => ({
  name,
  lacks: bouncyCastleLacks, // it reads the messages for both
  async ask(questions, folder) {
    const lines = questions.map((question, i) => {
      const put = (label: string, all: readonly Uint8Array[]): string =>
        all
          .map((der, j) => {
            const path = join(folder, `${i}-${label}-${j}`);
            writeFileSync(path, der);
            return path;
          })
          .join(',');
      const { item, message } = question;
      return [
        put('anchor', [question.anchor]),
        put('target', [question.target]),
        put('above', question.candidates),
        put('list', question.crls),
        (item.initialPolicies ?? []).join(','),
        [item.requireExplicitPolicy, item.inhibitPolicyMapping, item.inhibitAnyPolicy]
          .map((on) => (on ? '1' : '0'))
          .join(''),
        ...(message ? [put('signature', [message.signature]), put('content', [message.content])] : ['', '']),
      ].join('\t');
    });
    const file = join(folder, 'questions');
    writeFileSync(file, `${lines.join('\n')}\n`);
    const program = join(import.meta.dirname, 'PkixAnswers.java');
    const { stdout } = await runFile('java', ['-cp', BOUNCY_CASTLE, program, provider, SECONDS, file]);
    const answers = stdout.trim().split('\n');
    if (answers.length !== questions.length) throw new Error(`${name} answered ${answers.length} times`);
    return new Map(questions.map((question, i) => [question, answers[i] === '1']));
  },
});

export const PEERS: readonly Peer<Question>[] = [
  komek,
  openssl,
  java('Java', 'SUN'),
  java('BouncyCastle', 'BC'),
  pkijsPeer,
];
