// After submission the worker keeps the signature with its evidence; years later it verifies without any server.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { createVerifier, loadTrust } from '../../../src/signature/index.ts';
import { sendApplication } from '../../support/fill-application.ts';
import { AIGUL, startPortal, type TestPortal } from '../../support/portal.ts';
import { YEAR } from '../../support/signing-town.ts';
import { waitUntil } from '../../support/wait-until.ts';

let town: TestPortal;
beforeAll(async () => {
  town = await startPortal();
}, 60_000);
afterAll(() => town.close());

describe('the signature of a submitted application', () => {
  test('waits while no time-stamp can be had, and is kept by the worker afterwards', async () => {
    const { portal, authority } = town;
    authority.moods.tsp = 'down';
    const { id } = await sendApplication(town, AIGUL);
    const owner = `application/${id}`;
    expect(await portal.applications.keepSignatures({ id })).toEqual({ ok: false, problem: 'try-again' });
    expect(await portal.keeping.of(owner)).toBeUndefined();

    authority.moods.tsp = 'normal';
    town.startWorkers();
    const kept = await waitUntil('the signature is kept', () => portal.keeping.of(owner));
    expect(kept).toMatchObject({ level: 'LT' });
    const citizen = await town.signedIn(AIGUL.iin);
    const shown = await citizen.get(`/cabinet/${id}?language=ru`);
    expect(shown.text()).toContain('С меткой времени и всем, что нужно для проверки без серверов');

    const application = await portal.applications.byId(id);
    if (application === undefined || application.status === 'draft') throw new Error('it was submitted');
    const message = await portal.keeping.messageOf(owner);
    if (message === undefined) throw new Error('nothing is kept');
    expect(message.equals(application.signature.cms)).toBe(false);
    const verifier = createVerifier({
      trust: loadTrust(join(authority.folder, 'trust')),
      now: () => new Date(town.clock.now().getTime() + 10 * YEAR),
      offline: true,
      threads: 0,
    });
    const verdict = await verifier.verify({
      signature: message,
      content: application.signed.bytes,
      policy: 'citizen-application',
      expect: { iin: AIGUL.iin },
    });
    expect(verdict).toMatchObject({ indication: 'TOTAL-PASSED', signatures: [{ level: 'LT' }] });

    // Told twice, it is kept once.
    expect(await portal.applications.keepSignatures({ id })).toEqual({ ok: true, value: undefined });
    expect(await portal.keeping.of(owner)).toEqual(kept);
    // A newer time-stamp over it, in place of the old file.
    const { iin, signed } = application;
    const renewed = await portal.keeping.renew(owner, {
      content: signed.bytes,
      policy: 'citizen-application',
      expect: { iin },
    });
    expect(renewed.ok).toBe(true);
    expect(await portal.keeping.of(owner)).toMatchObject({ level: 'LTA' });
  }, 60_000);
});
