// One click is one piece of work: whatever fails says so and leaves everything as it was.
import type { KeyBox } from './sign-box.ts';
import { signWithKeyFile } from './sign-with-key-file.ts';
import { signWithNcalayer } from './sign-with-ncalayer.ts';

/** Asks for the documents when the key is open; undefined after telling the person why there are none. */
export type Documents = () => Promise<readonly Uint8Array<ArrayBuffer>[] | undefined>;

/** Signs documents in the way that the person chose: as many signatures as documents; undefined after telling why there are none. */
export type Sign = (documents: Documents) => Promise<readonly Uint8Array[] | undefined>;

/**
 * Shows the two ways and runs them, one at a time.
 * @param work what a click does; `leaves` when the page is on its way out, so that nothing may start a second time
 */
export function listen(box: KeyBox, work: (sign: Sign) => Promise<'stays' | 'leaves'>): void {
  let busy = false;
  const run = async (sign: Sign): Promise<void> => {
    if (busy) return;
    busy = true;
    box.setBusy(true);
    let after: 'stays' | 'leaves' = 'stays';
    try {
      after = await work(sign);
    } catch {
      box.fail('failed');
    } finally {
      if (after === 'stays') {
        busy = false;
        box.setBusy(false);
      }
    }
  };
  box.withFile.addEventListener('click', () => void run((documents) => signWithKeyFile(box, documents)));
  box.withNcalayer.addEventListener('click', () => void run((documents) => signWithNcalayer(box, documents)));
  // Back from a refusal the browser may show this page as it was left, with its buttons still asleep.
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
  box.password.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    box.withFile.click();
  });
  box.ways.hidden = false;
}
