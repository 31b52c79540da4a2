// The script of every page with a sign box: shows the two ways that need it, and puts the finished signature into the form. One click is one
// signature; the key file and its password stay in this browser.
import { toBase64 } from '../signature/portable/armour.ts';
import { fetchBytes } from './fetch-bytes.ts';
import { readSignBox, type SignBox } from './sign-box.ts';
import { signWithKeyFile } from './sign-with-key-file.ts';
import { signWithNcalayer } from './sign-with-ncalayer.ts';

const root = document.querySelector<HTMLElement>('[data-sign]');
if (root !== null) open(readSignBox(root));

function open(box: SignBox): void {
  box.ways.hidden = false;
  box.elsewhere.open = false;
  const run = once(box);
  box.withFile.addEventListener('click', () => void run(() => signWithKeyFile(box, () => fetchBytes(box))));
  box.withNcalayer.addEventListener(
    'click',
    () => void run(() => signWithNcalayer(box, () => fetchBytes(box))),
  );
  // Back from a refusal the browser may show this page as it was left, with its buttons still asleep.
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
  box.password.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') box.withFile.click();
  });
}

/** Runs one way at a time. A signature goes off once; whatever fails says so and leaves everything as it was. */
function once(box: SignBox): (way: () => Promise<Uint8Array | undefined>) => Promise<void> {
  let busy = false;
  return async (way) => {
    if (busy) return;
    busy = true;
    box.setBusy(true);
    try {
      const signature = await way();
      if (signature === undefined) return;
      box.signature.value = toBase64(signature);
      box.say('sending');
      box.form.submit();
      return;
    } catch {
      box.fail('failed');
    } finally {
      // After submit() the page is on its way out: nothing may start a second time.
      if (box.signature.value === '') {
        busy = false;
        box.setBusy(false);
      }
    }
  };
}
