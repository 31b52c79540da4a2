// Verifiers that run in this process: ours with and without the second opinion, pkijs by itself, and the bare arithmetic of noble.
import { fromBER } from 'asn1js';
import * as pkijs from 'pkijs';
import { createVerifier, POLICIES } from '../../../src/signature/index.ts';
import { readSignedData } from '../../../src/signature/cms/signed-data.ts';
import { Budget } from '../../../src/signature/limits.ts';
import { GOST_512_A } from '../../../src/signature/portable/gost-curves.ts';
import { readDer, readOctetString } from '../../../src/signature/portable/der-reader.ts';
import { streebog512 } from '../../../src/signature/portable/streebog.ts';
import { GostEngine } from '../../../src/signature/second-opinion/gost-engine.ts';
import { nobleVerifiesGost } from '../../../src/signature/second-opinion/gost-by-noble.ts';
import { readCertificate } from '../../../src/signature/x509/x509-certificate.ts';
import { NOW, PERSON } from '../../support/signature-kit.ts';
import type { Materials, Message } from './materials.ts';
import { inThisProcess, type Peer } from './peer.ts';

const ALL = ['rsa-2048', 'ecdsa-p256', 'gost-512'] as const;

const komek = (name: string, secondOpinion: 'off' | 'required'): Peer => ({
  name,
  algorithms: ALL,
  start(materials) {
    const verifier = createVerifier({
      trust: materials.trust,
      now: () => new Date(NOW),
      offline: true,
      threads: 0,
    });
    const policy = { ...POLICIES['citizen-application'], secondOpinion };
    const verify = async ({ signature, content }: Message): Promise<boolean> => {
      const verdict = await verifier.verify({ signature, content, policy, expect: { iin: PERSON.iin } });
      return verdict.indication === 'TOTAL-PASSED';
    };
    return Promise.resolve(inThisProcess(materials, verify, () => verifier.close()));
  },
});

const exactBuffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
const certificateOf = (der: Uint8Array): pkijs.Certificate =>
  new pkijs.Certificate({ schema: fromBER(exactBuffer(der)).result });

/** A message as pkijs reads it. */
export const pkijsReads = (signature: Uint8Array): pkijs.SignedData =>
  new pkijs.SignedData({
    schema: new pkijs.ContentInfo({ schema: fromBER(exactBuffer(signature)).result }).content,
  });

/** A message and its certificates as ours reads them: everything that is read before anything is judged. */
export function komekReads(signature: Uint8Array): boolean {
  const message = readSignedData(signature, new Budget());
  return message.certificates.every((encoding) => readCertificate(encoding).isWellFormed);
}

const pkijsAlone: Peer = {
  name: 'pkijs',
  algorithms: ALL,
  start(materials) {
    const engine = new GostEngine();
    const root = certificateOf(materials.root);
    const issuing = certificateOf(materials.issuing);
    const verify = async ({ signature, content }: Message): Promise<boolean> => {
      const message = pkijsReads(signature);
      message.certificates = [issuing, ...(message.certificates ?? [])];
      const result = await message
        .verify(
          {
            signer: 0,
            data: exactBuffer(content),
            trustedCerts: [root],
            checkChain: true,
            checkDate: new Date(NOW),
            extendedMode: true,
          },
          engine,
        )
        .catch(() => undefined);
      return result?.signatureVerified === true && result.signerCertificateVerified === true;
    };
    return Promise.resolve(inThisProcess(materials, verify));
  },
};

const nobleAlone: Peer = {
  name: '@noble/curves (one bare signature)',
  algorithms: ['gost-512'],
  start(materials) {
    const bare = new Map(materials.messages.map((message) => [message.signature, bareSignature(message)]));
    const contents = new Set(materials.messages.map((message) => message.content));
    return Promise.resolve(
      inThisProcess(materials, ({ signature, content }) => {
        const known = bare.get(signature) as ReturnType<typeof bareSignature>;
        // The bare signature is over the attributes, which were hashed before; for another content any other hash will do.
        const digest = contents.has(content) ? known.digest : streebog512(content);
        return nobleVerifiesGost({ ...known, digest });
      }),
    );
  },
};

function bareSignature({ signature }: Message) {
  const message = readSignedData(signature, new Budget());
  const [signer] = message.signers;
  const certificate = readCertificate(message.certificates[0] as Uint8Array);
  return {
    parameterOid: GOST_512_A.parameterOid,
    publicKey: readOctetString(readDer(certificate.publicKey.key)),
    signature: signer?.signature as Uint8Array,
    digest: streebog512(signer?.signedBytes as Uint8Array),
  };
}

/** Materials are ready for each of these. */
export const PEERS_HERE: readonly Peer[] = [
  komek('Komek', 'off'),
  komek('Komek with second opinion', 'required'),
  pkijsAlone,
  nobleAlone,
];

/** Microseconds to read one message, the median of several rounds. */
export function parseTimes(
  { messages }: Materials,
  rounds: number,
): { readonly komek: number; readonly pkijs: number } {
  const median = (read: (signature: Uint8Array) => unknown): number => {
    const times = Array.from({ length: rounds }, () => {
      const start = performance.now();
      for (const { signature } of messages) read(signature);
      return ((performance.now() - start) * 1000) / messages.length;
    });
    return times.sort((a, b) => a - b)[rounds >> 1] as number;
  };
  return { komek: median(komekReads), pkijs: median(pkijsReads) };
}
