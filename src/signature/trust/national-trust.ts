// The national hierarchies as facts: which certificate has which SHA-256, where the centre publishes it, and where the status of what it
// issued is asked. The certificates themselves are not part of this program: trust:fetch brings them and holds them against these numbers.

export interface PinnedAuthority {
  readonly file: string;
  /** Hex of the SHA-256 of the DER. */
  readonly sha256: string;
  readonly publishedAt: readonly string[];
  readonly ocsp?: string;
  readonly crl?: string;
  readonly deltaCrl?: string;
}

export interface NationalTrust {
  readonly name: string;
  readonly purpose: 'test' | 'production';
  readonly anchors: readonly PinnedAuthority[];
  readonly issuers: readonly PinnedAuthority[];
  /** Absent: no stamps are asked for. */
  readonly timeStampUrl: string | undefined;
}

const OCSP = 'http://ocsp.pki.gov.kz';

/** The hierarchies in force; those of 2015 and 2018 ended in mid-2025 and are for historic signatures, with proof of their time. */
export const NATIONAL_PRODUCTION: NationalTrust = {
  name: 'National Certification Authority of the Republic of Kazakhstan',
  purpose: 'production',
  timeStampUrl: 'http://tsp.pki.gov.kz',
  anchors: [
    {
      file: 'root_gost_2022.cer',
      sha256: 'af77725f8328bb24f89d81da3acdf7cee4324248538b7ba2cd2a860517fb9dca',
      publishedAt: [
        'https://root.gov.kz/cert/root_gost2015_2022.cer',
        'https://pki.gov.kz/cert/root_gost_2022.cer',
      ],
      crl: 'http://crl.root.gov.kz/gost2015_2022.crl',
    },
    {
      file: 'root_rsa_2020.cer',
      sha256: '9ba06354b626641715182e4d07c9dbaa1777720fa795d03174ffc68876535dcd',
      publishedAt: [
        'https://root.gov.kz/cert/root_rsa_2020.cer',
        'https://pki.gov.kz/cert/root_rsa_2020.cer',
      ],
      crl: 'http://crl.root.gov.kz/rsa2020.crl',
    },
    {
      file: 'root_gost.cer',
      sha256: '9ab210e54e6b0343321131202d9edcc2598f598cfdd9ee4ec1056021ab2e9759',
      publishedAt: ['https://root.gov.kz/cert/root_gost.cer'],
      crl: 'http://crl.root.gov.kz/gost.crl',
    },
    {
      file: 'root_rsa.cer',
      sha256: 'a7064abc5699827f370c67b09f1a1bfd7ad5e1514d471223df209c08300ea972',
      publishedAt: ['https://root.gov.kz/cert/root_rsa.cer'],
      crl: 'http://crl.root.gov.kz/rsa.crl',
    },
  ],
  issuers: [
    {
      file: 'nca_gost_2022.cer',
      sha256: '32c7d233a42703a327f3025543a05b930e3f39a786c68dfa196baa86d5618524',
      publishedAt: ['https://pki.gov.kz/cert/nca_gost_2022.cer'],
      ocsp: OCSP,
      crl: 'http://crl.pki.gov.kz/nca_gost_2022.crl',
      deltaCrl: 'http://crl.pki.gov.kz/nca_d_gost_2022.crl',
    },
    {
      file: 'nca_rsa_2022.cer',
      sha256: '84fb799a66140950818c056a5d9730acc2a7622cdd4ef0d47113b132fb892905',
      publishedAt: ['https://pki.gov.kz/cert/nca_rsa_2022.cer'],
      ocsp: OCSP,
      crl: 'http://crl.pki.gov.kz/nca_rsa_2022.crl',
      deltaCrl: 'http://crl.pki.gov.kz/nca_d_rsa_2022.crl',
    },
    {
      file: 'nca_gost.cer',
      sha256: '908521d0531e5645e64b34d3588374a3a83582c860e5f7293a04c41217e8cc18',
      publishedAt: ['https://pki.gov.kz/cert/nca_gost.crt'],
    },
    {
      file: 'nca_rsa.cer',
      sha256: '34d1b311a9873191ae3382805df51e0a5da23315c512a8deeb885668ceeb5834',
      publishedAt: ['https://pki.gov.kz/cert/nca_rsa.crt'],
    },
  ],
};

/** The centre's test hierarchy. Its issuing authority is published at no address that is known: it must be laid into the folder by hand. */
export const NATIONAL_TEST: NationalTrust = {
  name: 'Test authority of the National Certification Authority',
  purpose: 'test',
  timeStampUrl: 'http://test.pki.gov.kz/tsp/',
  anchors: [
    {
      file: 'root_test_gost_2022.cer',
      sha256: 'b995e79e7c07429f8f79e185451e5599ce342ac720000f01b3854fdfa03031a6',
      publishedAt: ['https://root.gov.kz/cert/root_test_gost_2022.cer'],
    },
  ],
  issuers: [
    {
      file: 'nca_gost2022_test.cer',
      sha256: 'beeffc0bdb77cd798c35983eb0715f6ef0051cccb71d7cd05505e8a4fb2c6f4d',
      publishedAt: [],
      ocsp: 'http://test.pki.gov.kz/ocsp/',
    },
  ],
};
