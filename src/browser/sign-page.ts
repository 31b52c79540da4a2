// The script of every page with a sign box: shows the two ways that need it, and puts the finished signature into the form. One click is one
// signature; the key file and its password stay in this browser.
import { toBase64 } from '../signature/portable/armour.ts';
import { fetchBytes } from './fetch-bytes.ts';
import { listen } from './listen.ts';
import { readSignBox, type SignBox } from './sign-box.ts';

const root = document.querySelector<HTMLElement>('[data-sign]');
if (root !== null) open(readSignBox(root));

function open(box: SignBox): void {
  box.elsewhere.open = false;
  listen(box, async (sign) => {
    const signatures = await sign(async () => {
      const bytes = await fetchBytes(box);
      if (bytes === undefined) box.fail('changed');
      return bytes && [bytes];
    });
    const [signature] = signatures ?? [];
    if (signature === undefined) return 'stays';
    box.signature.value = toBase64(signature);
    box.say('sending');
    box.form.submit();
    return 'leaves';
  });
}
