// A verdict as the page shows it and as the report carries it: who signed, what was checked, what to do. IINs are masked in both.
import type { Language, Translate } from '../http/texts.ts';
import { describeVerdict, type SignatureVerdict, type Verdict } from '../signature/index.ts';
import type { Checked } from './check-files.ts';

/** What stands in place of a number of a person, but for its last digits. */
const masked = (iin: string): string => `••••••••${iin.slice(-4)}`;

/** The verdict for the person to take along: without the octets it rests on and without whole numbers of people. */
export function reportOf(verdict: Verdict): Omit<Verdict, 'evidence'> {
  const { evidence: _evidence, ...rest } = verdict;
  return {
    ...rest,
    signatures: rest.signatures.map((signature) => {
      const { signer } = signature;
      return signer?.iin === undefined
        ? signature
        : { ...signature, signer: { ...signer, iin: masked(signer.iin) } };
    }),
  };
}

export function checkedView(checked: Checked, visit: { readonly language: Language; readonly t: Translate }) {
  const { verdict } = checked;
  const { t, language } = visit;
  const words = describeVerdict(verdict, language);
  const english = describeVerdict(verdict, 'en');
  const report = Buffer.from(JSON.stringify(reportOf(verdict), null, 2)).toString('base64');
  return {
    title: words.title,
    what: words.what,
    next: t(`verification:next.${nextFor(verdict)}`),
    tone: TONES[verdict.indication],
    warnings: words.warnings,
    checks: words.checks,
    english: { title: english.title, what: english.what },
    issuedHere: checked.issuedHere,
    ourSignature: checked.ourSignature,
    documentSha256: checked.documentSha256,
    policy: `${verdict.policy.name} ${verdict.policy.version}`,
    indication: [verdict.indication, verdict.subIndication].filter(Boolean).join(' · '),
    verifiedAt: new Date(verdict.verifiedAt),
    signatures: verdict.signatures.map((signature) => signatureView(verdict, signature, visit)),
    // The report travels in the page itself: nothing has to be kept until somebody asks for it.
    reportHref: `data:application/json;base64,${report}`,
  };
}

const TONES = { 'TOTAL-PASSED': 'km-good', 'TOTAL-FAILED': 'km-refused', INDETERMINATE: 'km-warn' } as const;

function nextFor({ indication, subIndication }: Verdict): string {
  return subIndication === 'TRY_LATER' || subIndication === 'SIGNED_DATA_NOT_FOUND'
    ? subIndication
    : indication;
}

function signatureView(
  verdict: Verdict,
  signature: SignatureVerdict,
  { language, t }: { readonly language: Language; readonly t: Translate },
) {
  const { signer, bestSignatureTime, indication, subIndication, claimedSigningTime } = signature;
  const words = describeVerdict(
    { ...verdict, indication, subIndication, checks: [], signatures: [signature] },
    language,
  );
  const named = signer && [signer.commonName, signer.organisation].filter((name) => name !== undefined);
  return {
    title: words.title,
    who: named === undefined || named.length === 0 ? undefined : named,
    numbers: [
      ...(signer?.iin === undefined ? [] : [t('verification:iin', { number: masked(signer.iin) })]),
      ...(signer?.bin === undefined ? [] : [t('verification:bin', { number: signer.bin })]),
    ],
    roles: (signer?.roles ?? []).map((role) => t(`verification:roles.${role}`)),
    keyUntil: signer && new Date(signer.certificate.notAfter),
    claimedAt: claimedSigningTime === undefined ? undefined : new Date(claimedSigningTime),
    provenAt: new Date(bestSignatureTime.at),
    proof: bestSignatureTime.proof,
    level: t(`signing:levels.${signature.level}`),
    counterSignatures: signature.counterSignatures,
  };
}
