// A verifying thread: answers one question after the other. Hostile input can at most make it late, and then it is ended from outside.
import { parentPort, workerData } from 'node:worker_threads';
import { LocalJudge } from '../pipeline/local-judge.ts';
import type { FetchedCrl } from '../revocation/revocation-client.ts';
import { fromPlainTrust } from '../trust/trust-set.ts';
import { readCertificate } from '../x509/x509-certificate.ts';
import type { ThreadAnswer, ThreadQuestion, ThreadStart } from './messages.ts';

const { trust, limits } = workerData as ThreadStart;
const judge = new LocalJudge(fromPlainTrust(trust), limits);
const lists = new Map<string, FetchedCrl>();

async function answer(question: ThreadQuestion): Promise<ThreadAnswer> {
  if (question.kind === 'check-crl') {
    const checked = await judge.checkCrl(question.crl, readCertificate(question.issuer));
    return { kind: 'checked-crl', number: checked?.number };
  }
  for (const list of question.newLists) lists.set(list.id, list);
  for (const id of question.forget) lists.delete(id);
  const { verdict, wants } = await judge.judge(question.job, {
    crls: question.lists.flatMap((id) => lists.get(id) ?? []),
    ocsp: question.ocsp,
  });
  return {
    kind: 'judged',
    verdict,
    wants: wants.map(({ certificate, issuer }) => ({
      certificate: new Uint8Array(certificate.bytes),
      issuer: new Uint8Array(issuer.bytes),
    })),
  };
}

parentPort?.on('message', (question: ThreadQuestion) => {
  void answer(question)
    .catch((error: unknown): ThreadAnswer => {
      return { kind: 'failed', message: (error as Error).stack ?? String(error) };
    })
    .then((reply) => parentPort?.postMessage(reply));
});
