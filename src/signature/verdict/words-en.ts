// Verdicts in English.
import type { VerdictTexts } from './verdict-words.ts';

const SIGN_AGAIN =
  'Sign the document again. If the error comes back, get a new key in eGov Mobile, on the eGov portal or at a public service centre.';
const NOT_YOUR_FAULT = 'You did nothing wrong.';

export const WORDS_EN: VerdictTexts = {
  passed: {
    title: 'The signature is valid',
    what: 'The document was signed with this key and has not changed since. The key was issued by a recognised centre, was in force and had not been revoked.',
    next: 'There is nothing you need to do.',
  },
  subIndications: {
    FORMAT_FAILURE: {
      title: 'The signature file cannot be read',
      what: 'This is not an electronic signature, or the file was damaged while it was copied or sent.',
      next: 'Sign the document again and send the whole new signature file.',
    },
    HASH_FAILURE: {
      title: 'Another document was signed',
      what: 'The signature does not fit this document: it changed after signing, or the signature belongs to another one.',
      next: 'Sign exactly the document that is in front of you now.',
    },
    SIG_CRYPTO_FAILURE: {
      title: 'The signature is wrong',
      what: 'The signature was not made with the key of the certificate beside it: it is damaged or forged.',
      next: SIGN_AGAIN,
    },
    REVOKED: {
      title: 'The key was revoked before signing',
      what: 'When the document was signed, the centre had already revoked this key.',
      next: 'Get a new key and sign the document with it.',
    },
    EXPIRED: {
      title: 'The key had expired before signing',
      what: 'The document was signed after the key had expired.',
      next: 'Get a new key and sign the document with it. A key is valid for one year.',
    },
    NOT_YET_VALID: {
      title: 'The key is not valid yet',
      what: 'When the document was signed, the key was not yet in force.',
      next: 'Wait for the date from which the key is valid, then sign again.',
    },
    SIG_CONSTRAINTS_FAILURE: {
      title: 'The signature is not what is asked for here',
      what: 'The signature itself is intact, but another kind is needed: the list of checks shows what does not fit.',
      next: 'See which check failed and sign with a key that fits.',
    },
    CHAIN_CONSTRAINTS_FAILURE: {
      title: 'This key does not fit here',
      what: 'The certificate of the key does not allow this use.',
      next: 'Sign with your signing key (its file name begins with GOST512 or RSA).',
    },
    CERTIFICATE_CHAIN_GENERAL_FAILURE: {
      title: 'The certificate cannot be confirmed',
      what: 'The certificate of the signer, or of a centre above it, is malformed and cannot be checked.',
      next: SIGN_AGAIN,
    },
    CRYPTO_CONSTRAINTS_FAILURE: {
      title: 'The signature was made in an unsafe way',
      what: 'It uses an algorithm or a key that is no longer considered safe.',
      next: 'Update NCALayer, get a new key and sign the document with it.',
    },
    CRYPTO_CONSTRAINTS_FAILURE_NO_POE: {
      title: 'The signature is too old to be trusted now',
      what: 'This way of signing was once safe, but nothing proves that the signature was made back then.',
      next: 'Sign the document with a new key, or bring a signature with a time-stamp of that time.',
    },
    NO_SIGNING_CERTIFICATE_FOUND: {
      title: 'It is unknown whose signature this is',
      what: 'The certificate of the signer is missing, or the signature is bound to another one.',
      next: 'Sign again with NCALayer, eGov Mobile or the key file on this page.',
    },
    NO_CERTIFICATE_CHAIN_FOUND: {
      title: 'The key comes from an unknown centre',
      what: 'The certificate was not issued by the National Certification Authority of Kazakhstan or another centre recognised here.',
      next: 'Sign with a key from eGov Mobile, the eGov portal or a public service centre.',
    },
    REVOKED_NO_POE: {
      title: 'The key has been revoked',
      what: 'The centre revoked this key, and nothing proves that the signature was made before that.',
      next: 'Get a new key and sign with it. If you did not revoke the key yourself, call the contact centre on 1414.',
    },
    REVOKED_CA_NO_POE: {
      title: 'The certificate of the centre itself was revoked',
      what: 'The centre that issued the key has lost its certificate, and nothing proves that the signature was made before.',
      next: 'Get a new key and sign the document with it.',
    },
    OUT_OF_BOUNDS_NO_POE: {
      title: 'The key has expired',
      what: 'The key is no longer valid, and nothing proves that the document was signed while it was.',
      next: 'Get a new key and sign the document with it. A key is valid for one year.',
    },
    TRY_LATER: {
      title: 'The signature cannot be checked right now',
      what: `The certification centre does not answer, so it is not known yet whether the key was revoked. ${NOT_YOUR_FAULT}`,
      next: 'You need not sign again. The check repeats by itself; you may come back later.',
    },
    SIGNED_DATA_NOT_FOUND: {
      title: 'The document is missing',
      what: 'There is a signature, but not the document it belongs to.',
      next: 'Add the signed document exactly as it was signed.',
    },
    CUSTOM: {
      title: 'The signature could not be checked to the end',
      what: `We stopped to be on the safe side. ${NOT_YOUR_FAULT}`,
      next: 'Try again. If that does not help, sign the document anew or ask for help.',
    },
  },
  failedChecks: {
    limits: {
      title: 'The signature is too large or too complicated',
      what: 'The file holds more data, signatures or certificates than an ordinary signature does.',
      next: 'Sign the document again and send only the file of that signature.',
    },
    deadline: {
      title: 'The check took too long',
      what: 'We ended it. That says nothing about the signature itself.',
      next: 'Try again in a few minutes.',
    },
    'signer-count': {
      title: 'There are not as many signatures as needed',
      what: 'One person has to sign here, and the file holds no signature or more than one.',
      next: 'Sign the document once, with one key.',
    },
    'content-expected': {
      title: 'Another document lies inside the signature',
      what: 'The signature file contains a document other than the one you were asked to sign.',
      next: 'Go back to the signing page and sign the document it shows.',
    },
    'second-opinion': {
      title: 'Two checks disagree',
      what: `We check every signature with two different programs, and they did not agree. ${NOT_YOUR_FAULT}`,
      next: 'Sign the document again. If it happens again, tell us and we will look into it.',
    },
    'key-purpose': {
      title: 'This key is for signing in, a signing key is needed',
      what: 'The document was signed with a key that serves something else, for example only for entering portals (AUTH).',
      next: 'Choose your signing key: its file name begins with GOST512 or RSA, not with AUTH.',
    },
    'holder-kind': {
      title: 'This key belongs to somebody of another kind',
      what: 'Keys of people and of organisations differ, and the other one is needed here.',
      next: 'Sign an application with your personal key, and a paper of an organisation with its key.',
    },
    'holder-role': {
      title: 'The signer does not have the right to sign',
      what: 'The key does not say that its holder is the head or has the right to sign.',
      next: 'The head, or an employee with the right to sign, has to sign.',
    },
    'holder-iin': {
      title: 'The key belongs to another person',
      what: 'The IIN in the key is not the one needed here, or the key has none.',
      next: 'Sign with your own key: the one issued for the IIN you signed in with.',
    },
    'holder-bin': {
      title: 'The key belongs to another organisation',
      what: 'The BIN in the key is not the one needed here, or the key has none.',
      next: 'Sign with the key of your own organisation.',
    },
    'time-stamp-required': {
      title: 'There is no time-stamp',
      what: 'This document needs a signature with a time-stamp, and it is missing or was not confirmed.',
      next: 'Sign the document again with a time-stamp.',
    },
  },
  checks: {
    limits: 'Size and complexity are within limits',
    deadline: 'The check ended in time',
    'input-readable': 'The signature file was read',
    'signed-data': 'It is an electronic signature (CMS)',
    'signer-count': 'Number of signers',
    'content-found': 'The signed document was found',
    'content-expected': 'This very document was signed',
    'content-not-attributes': 'The document does not pose as part of another signature',
    'signer-certificate': 'The certificate of the signer was found',
    'signed-attributes': 'The signed details are written by the rules',
    'content-type': 'The kind of document is stated correctly',
    'message-digest': 'The document has not changed since signing',
    'signing-certificate': 'The signature is bound to this certificate',
    'algorithm-match': 'The algorithms agree with each other',
    'signature-value': 'The signature was made with this key',
    'second-opinion': 'A second, independent check agrees',
    'certificate-form': 'The certificates are well-formed',
    'path-built': 'A chain to a recognised centre was found',
    'path-signatures': 'The signatures along the chain are right',
    'path-names': 'The names along the chain match',
    'basic-constraints': 'The centre was allowed to issue certificates',
    'path-length': 'The length of the chain is allowed',
    'ca-key-usage': 'The key of the centre is for issuing certificates',
    'name-constraints': 'The names lie within what the centre may name',
    'certificate-policies': 'The rules of issuing were kept',
    'critical-extensions': 'There are no unknown binding details',
    'path-validity': 'The certificates were in force when it was signed',
    revocation: 'The key had not been revoked',
    algorithms: 'The algorithms are safe',
    'key-purpose': 'Purpose of the key',
    'holder-kind': 'Key of a person or of an organisation',
    'holder-role': 'Right to sign',
    'holder-iin': 'IIN of the holder',
    'holder-bin': 'BIN of the organisation',
    'time-stamp-required': 'There is a time-stamp',
    'time-stamp-form': 'The time-stamp was read',
    'time-stamp-imprint': 'The time-stamp belongs to this signature',
    'time-stamp-purpose': 'The key of the time service is for time-stamps',
    'time-stamp-policy': 'The rules of the time service are recognised',
    'time-stamp-moment': 'The time in the time-stamp is possible',
    'time-stamp-still-current': 'The certificate of the time service is in force now',
    'archive-time-stamp-index': 'Everything that the archive time-stamp covers is there',
  },
  outcomes: {
    passed: 'yes',
    failed: 'no',
    unknown: 'unknown',
    'switched-off': 'not checked, by the rules',
  },
  warnings: {
    'time-stamp-not-accepted': 'One of the time-stamps was not confirmed and was left out.',
    'time-stamp-over-another-signature':
      'A time-stamp in the file was made for another signature. It proves nothing about this one.',
    'counter-signatures-not-verified': 'The file holds signatures over the signature; they were not checked.',
    'signing-certificate-attribute-absent':
      'The signature does not name its certificate, as older programs do.',
    'test-identity': 'This is a test key: it belongs to nobody.',
    'certificate-expired-since': 'The key has expired since it signed. That does not affect the signature.',
    'certificate-revoked-since': 'The key was revoked after it signed. That does not affect the signature.',
    'unreadable-certificate-passed-over':
      'One of the certificates in the file cannot be read and was left out.',
    'content-not-compared':
      'The document inside the signature was checked; there was none to compare it with.',
    'test-trust': 'This check runs in a test environment and has no legal meaning.',
  },
};
