import { describe, expect, test } from '@jest/globals';
import { benchOf, outcomeOf, sign, verdictOn } from '../../support/signature-bench.ts';
import { day, makeAnswer, makeList } from '../../support/signature-kit.ts';

describe('OCSP answers: only a right one says anything', () => {
  test('a right answer is enough', async () => {
    const bench = await benchOf();
    const { person, pki } = bench;
    const signedBy = await pki.responder();
    const answer = await makeAnswer({ about: person, issuer: pki.issuing, signedBy });
    const verdict = await verdictOn(bench, { signature: await sign(bench), crls: [], ocsp: [answer] });
    expect(outcomeOf(verdict).indication).toBe('TOTAL-PASSED');
  });

  test('an answer by the issuer itself is enough', async () => {
    const bench = await benchOf();
    const { person, pki } = bench;
    const answer = await makeAnswer({ about: person, issuer: pki.issuing, signedBy: pki.issuing });
    const verdict = await verdictOn(bench, { signature: await sign(bench), crls: [], ocsp: [answer] });
    expect(outcomeOf(verdict).indication).toBe('TOTAL-PASSED');
  });

  test('a certificate revoked after the signature was received passes, with a warning', async () => {
    const bench = await benchOf();
    const { person, pki } = bench;
    const status = { revokedAt: day(-1) };
    const signedBy = await pki.responder();
    const answer = await makeAnswer({ about: person, issuer: pki.issuing, signedBy, status });
    const signature = await sign(bench);
    const verdict = await verdictOn(bench, { signature, at: day(-2), crls: [], ocsp: [answer] });
    expect([verdict.indication, verdict.signatures[0]?.warnings]).toEqual([
      'TOTAL-PASSED',
      ['certificate-revoked-since'],
    ]);
  });
});

describe('revocation lists: only the right one says anything', () => {
  test('a delta that takes the certificate off the list passes', async () => {
    const bench = await benchOf();
    const { serial } = bench.person.certificate;
    const issuer = bench.pki.issuing;
    const crls = await Promise.all([
      makeList({ issuer, thisUpdate: day(-0.2), revoked: [{ serial, reason: 6 }] }),
      makeList({ issuer, number: 8, base: 7, revoked: [{ serial, reason: 8 }] }),
    ]);
    const verdict = await verdictOn(bench, { signature: await sign(bench), crls });
    expect(verdict.indication).toBe('TOTAL-PASSED');
  });

  test('an old list with a fresh delta of its own passes', async () => {
    const bench = await benchOf();
    const issuer = bench.pki.issuing;
    const crls = await Promise.all([
      makeList({ issuer, thisUpdate: day(-2), nextUpdate: day(100) }),
      makeList({ issuer, number: 9, base: 7 }),
    ]);
    const trust = bench.pki.trust({ freshness: { ocsp: undefined, crl: 86_400_000 } });
    expect((await verdictOn(bench, { signature: await sign(bench), crls, trust })).indication).toBe(
      'TOTAL-PASSED',
    );
  });
});
