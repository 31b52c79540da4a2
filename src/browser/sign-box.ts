// The parts of the sign box (views/signing/ways.ejs, views/signing/sign-box.ejs) and how it speaks to the person.

export type Saying =
  | 'opening'
  | 'signing'
  | 'sending'
  | 'ncalayer'
  | 'wrongPassword'
  | 'notAKeyFile'
  | 'noFile'
  | 'noPassword'
  | 'noKey'
  | 'unsupported'
  | 'authKey'
  | 'otherPerson'
  | 'otherOrganisation'
  | 'expired'
  | 'notYetValid'
  | 'changed'
  | 'failed'
  | 'cancelled'
  | 'notRunning'
  | 'permissionDenied'
  | 'ncalayerError';

/** The two ways that need this script, and the line in which the box speaks. */
export interface KeyBox {
  readonly purpose: 'citizen' | 'office' | 'sign-in';
  readonly iin: string;
  readonly bin: string;
  readonly ncalayerUrl: string;
  readonly language: string;
  readonly ways: HTMLElement;
  readonly keyFile: HTMLInputElement;
  readonly password: HTMLInputElement;
  readonly withFile: HTMLButtonElement;
  readonly withNcalayer: HTMLButtonElement;
  /** Says what goes on; read aloud. */
  say(saying: Saying): void;
  /** Says what went wrong and brings the person there. */
  fail(saying: Saying): void;
  setBusy(busy: boolean): void;
}

/** The box of a page with one document and a form for its signature. */
export interface SignBox extends KeyBox {
  readonly bytesHref: string;
  readonly sha256: string;
  readonly elsewhere: HTMLDetailsElement;
  readonly form: HTMLFormElement;
  readonly signature: HTMLTextAreaElement;
}

/** The element that a page of ours must have. */
export function part<Found extends Element>(
  root: ParentNode,
  selector: string,
  kind: new () => Found,
): Found {
  const found = root.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`the sign box has no ${selector}`);
  return found;
}

export function readKeyBox(root: HTMLElement): KeyBox {
  const { dataset } = root;
  const says = JSON.parse(dataset.says ?? '{}') as Partial<Record<Saying, string>>;
  const status = part(root, '[data-status]', HTMLElement);
  const withFile = part(root, '[data-sign-with-file]', HTMLButtonElement);
  const withNcalayer = part(root, '[data-sign-with-ncalayer]', HTMLButtonElement);

  const show = (saying: Saying, state: 'busy' | 'failed'): void => {
    status.hidden = false;
    status.dataset.state = state;
    status.textContent = says[saying] ?? saying;
  };
  return {
    purpose: dataset.purpose as KeyBox['purpose'],
    iin: dataset.iin ?? '',
    bin: dataset.bin ?? '',
    ncalayerUrl: dataset.ncalayer ?? '',
    language: dataset.language ?? 'kk',
    ways: part(root, '[data-ways]', HTMLElement),
    keyFile: part(root, '[data-key-file]', HTMLInputElement),
    password: part(root, '[data-key-password]', HTMLInputElement),
    withFile,
    withNcalayer,
    say: (saying) => {
      show(saying, 'busy');
    },
    fail: (saying) => {
      show(saying, 'failed');
      status.focus();
    },
    setBusy: (busy) => {
      root.setAttribute('aria-busy', String(busy));
      for (const button of [withFile, withNcalayer]) button.setAttribute('aria-disabled', String(busy));
    },
  };
}

export function readSignBox(root: HTMLElement): SignBox {
  const form = part(document, '#sign-form', HTMLFormElement);
  return {
    ...readKeyBox(root),
    bytesHref: root.dataset.bytes ?? '',
    sha256: root.dataset.sha256 ?? '',
    elsewhere: part(root, '[data-elsewhere]', HTMLDetailsElement),
    form,
    signature: part(form, '[name="signature"]', HTMLTextAreaElement),
  };
}
