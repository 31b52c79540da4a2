// Whom the verifier trusts: anchors and issuing authorities, where their answers and lists are fetched, and how fresh these must be. A set
// is for tests or for production, and says so; the two never mix.
import { readCertificate, type Certificate } from '../x509/x509-certificate.ts';

/** An authority of a trust set with the places where the status of what it issued is asked. */
export interface Authority {
  readonly certificate: Certificate;
  readonly ocsp: string | undefined;
  readonly crl: string | undefined;
  readonly deltaCrl: string | undefined;
}

export interface TrustGroup {
  readonly anchors: readonly Authority[];
  readonly issuers: readonly Authority[];
}

/** Of whom the status is asked; what is switched off stands in every verdict. */
export interface RevocationLevels {
  readonly signer: 'asked' | 'switched-off';
  /** Authorities between signer, or time-stamping authority, and anchor. */
  readonly issuer: 'asked' | 'switched-off';
  /** Time-stamping authorities. */
  readonly timeStamping: 'asked' | 'switched-off';
}

export interface TrustSet {
  readonly name: string;
  readonly purpose: 'test' | 'production';
  readonly admitTestIdentities: boolean;
  readonly signing: TrustGroup;
  readonly timeStamping: TrustGroup & {
    readonly url: string | undefined;
    readonly policies: readonly string[] | 'any';
  };
  /** Whether certificates inside a message may stand between signer and anchor; trust folders allow only configured issuers. */
  readonly intermediatesFromMessage: boolean;
  /** Milliseconds; absent: until the next update that the answer or list itself names. */
  readonly freshness: { readonly ocsp: number | undefined; readonly crl: number | undefined };
  readonly revocation: RevocationLevels;
}

/** A trust set as plain data, which threads can be sent. */
export interface PlainTrust extends Omit<TrustSet, 'signing' | 'timeStamping'> {
  readonly signing: PlainGroup;
  readonly timeStamping: PlainGroup & Pick<TrustSet['timeStamping'], 'url' | 'policies'>;
}

type PlainAuthority = Omit<Authority, 'certificate'> & { readonly der: Uint8Array };
type PlainGroup = { readonly [Part in keyof TrustGroup]: readonly PlainAuthority[] };

const plainGroup = ({ anchors, issuers }: TrustGroup): PlainGroup => {
  const plain = ({ certificate, ...places }: Authority): PlainAuthority => ({
    der: new Uint8Array(certificate.bytes),
    ...places,
  });
  return { anchors: anchors.map(plain), issuers: issuers.map(plain) };
};

const readGroup = ({ anchors, issuers }: PlainGroup): TrustGroup => {
  const read = ({ der, ...places }: PlainAuthority): Authority => ({
    certificate: readCertificate(der),
    ...places,
  });
  return { anchors: anchors.map(read), issuers: issuers.map(read) };
};

export const toPlainTrust = (trust: TrustSet): PlainTrust => {
  const { url, policies } = trust.timeStamping;
  return {
    ...trust,
    signing: plainGroup(trust.signing),
    timeStamping: { ...plainGroup(trust.timeStamping), url, policies },
  };
};

export const fromPlainTrust = (plain: PlainTrust): TrustSet => {
  const { url, policies } = plain.timeStamping;
  return {
    ...plain,
    signing: readGroup(plain.signing),
    timeStamping: { ...readGroup(plain.timeStamping), url, policies },
  };
};

/** Time-stamp policies of the national centre: 34.311-95, RSA, GOST with time, GOST-2015. */
export const NATIONAL_TIME_STAMP_POLICIES: readonly string[] = [1, 2, 3, 4].map(
  (number) => `1.2.398.3.3.2.6.${number}`,
);
