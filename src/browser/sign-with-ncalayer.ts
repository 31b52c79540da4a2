// Way two: NCALayer, the program of the national certification centre on the person's own machine.
import { NCALayerClient } from 'ncalayer-js-client';
import { readArmour, toBase64 } from '../signature/portable/armour.ts';
import type { Documents } from './listen.ts';
import type { KeyBox } from './sign-box.ts';

/** Which keys NCALayer offers: a person's signing key, an organisation's, or any key of one's own for signing in. */
function signerOf(box: KeyBox): object {
  if (box.purpose === 'office') return NCALayerClient.basicsSignerSignOrg;
  if (box.purpose === 'sign-in') return { extKeyUsageOids: [], chain: null };
  return { ...NCALayerClient.basicsSignerSignPerson, iin: box.iin };
}

/** A signature for each document, all by one look into NCALayer; undefined after telling the person why there is none. */
export async function signWithNcalayer(
  box: KeyBox,
  documents: Documents,
): Promise<readonly Uint8Array[] | undefined> {
  const contents = await documents();
  if (contents === undefined || contents.length === 0) return contents && [];
  const client = new NCALayerClient(box.ncalayerUrl, false);
  // The client asks this address for another program even when told not to; here it gets an answer without leaving the portal.
  client.kmdHttpApiUrl = '/healthz';
  try {
    await client.connect();
  } catch {
    box.fail((await isDenied()) ? 'permissionDenied' : 'notRunning');
    return undefined;
  }
  box.say('ncalayer');
  try {
    const answer = await client.basicsSignCMS(
      null,
      contents.length === 1 && contents[0] ? toBase64(contents[0]) : contents.map(toBase64),
      NCALayerClient.basicsCMSParamsDetachedNoTSP,
      signerOf(box),
      box.language,
    );
    const signatures = [answer].flat().flatMap((armoured) => {
      const armour = readArmour(armoured);
      return armour.ok ? [armour.value] : [];
    });
    if (signatures.length === contents.length) return signatures;
    box.fail('ncalayerError');
    return undefined;
  } catch (error) {
    const cancelled = (error as { canceledByUser?: unknown }).canceledByUser === true;
    box.fail(cancelled ? 'cancelled' : 'ncalayerError');
    return undefined;
  } finally {
    if (client.wsConnection !== null) client.wsConnection.close();
  }
}

/** Whether the browser itself keeps this page from programs on the same machine (Chrome 142 and later ask the person). */
async function isDenied(): Promise<boolean> {
  for (const name of ['loopback-network', 'local-network-access']) {
    try {
      const { state } = await navigator.permissions.query({ name: name as PermissionName });
      if (state === 'denied') return true;
    } catch {
      // A browser that does not know the permission does not refuse it.
    }
  }
  return false;
}
