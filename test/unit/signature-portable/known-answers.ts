// Known answers: the examples of RFC 6986, hashes that two other implementations agree on, and signatures made with BouncyCastle 1.72.

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));

export interface HashAnswer {
  readonly name: string;
  readonly message: Uint8Array;
  readonly streebog512: string;
  readonly streebog256: string;
  readonly gost34311: string;
}

export const HASH_ANSWERS: readonly HashAnswer[] = [
  {
    name: 'RFC 6986 example 1',
    message: hex(
      '303132333435363738393031323334353637383930313233343536373839303132333435363738393031323334353637383930313233343536373839303132',
    ),
    streebog512:
      '1b54d01a4af5b9d5cc3d86d68d285462b19abc2475222f35c085122be4ba1ffa00ad30f8767b3a82384c6574f024c311e2a481332b08ef7f41797891c1646f48',
    streebog256: '9d151eefd8590b89daa6ba6cb74af9275dd051026bb149a452fd84e5e57b5500',
    gost34311: 'ab67c9bb19b504aa1c339ac5fd7a3087725528780ee4a078860aceb6a0b0d237',
  },
  {
    name: 'RFC 6986 example 2',
    message: hex(
      'd1e520e2e5f2f0e82c20d1f2f0e8e1eee6e820e2edf3f6e82c20e2e5fef2fa20f120eceef0ff20f1f2f0e5ebe0ece820ede020f5f0e0e1f0fbff20efebfaeafb20c8e3eef0e5e2fb',
    ),
    streebog512:
      '1e88e62226bfca6f9994f1f2d51569e0daf8475a3b0fe61a5300eee46d961376035fe83549ada2b8620fcd7c496ce5b33f0cb9dddc2b6460143b03dabac9fb28',
    streebog256: '9dd2fe4e90409e5da87f53976d7405b0c0cac628fc669a741d50063c557e8f50',
    gost34311: '6703f63b03ae1befff0d8aabfb6c65e22e353abbcb2b4b17a098b50bd5b5e071',
  },
  {
    name: 'empty',
    message: hex(''),
    streebog512:
      '8e945da209aa869f0455928529bcae4679e9873ab707b55315f56ceb98bef0a7362f715528356ee83cda5f2aac4c6ad2ba3a715c1bcd81cb8e9f90bf4c1c1a8a',
    streebog256: '3f539a213e97c802cc229d474c6aa32a825a360b2a933a949fd925208d9ce1bb',
    gost34311: 'ce85b99cc46752fffee35cab9a7b0278abb4c2d2055cff685af4912c49490f8d',
  },
  {
    name: 'abc',
    message: hex('616263'),
    streebog512:
      '28156e28317da7c98f4fe2bed6b542d0dab85bb224445fcedaf75d46e26d7eb8d5997f3e0915dd6b7f0aab08d9c8beb0d8c64bae2ab8b3c8c6bc53b3bf0db728',
    streebog256: '4e2919cf137ed41ec4fb6270c61826cc4fffb660341e0af3688cd0626d23b481',
    gost34311: 'f3134348c44fb1b2a277729e2285ebb5cb5e0f29c975bc753b70497c06a4d51d',
  },
  {
    name: '1,000,003 x 0x61',
    message: new Uint8Array(1_000_003).fill(0x61),
    streebog512:
      '4135b0bf5c16e2ae5548cffdca00577495f6203e1e4b0650159bef5f282d0893115c4526ead8da0b6d6ad33215556f59f2505d09da833fb4131ff6297913c7b2',
    streebog256: 'c821db007d23481c85a5a757753ecefe5162f05995066ebcc7bd80baa155e1c5',
    gost34311: 'dd3f86717abc5e91611ccac9f7c9a9a498f8bab1322c2eb4a1554c37d028945b',
  },
];

export interface SignatureAnswer {
  readonly parameterOid: string;
  readonly message: string;
  readonly digest: Uint8Array;
  readonly d: bigint;
  readonly qx: bigint;
  readonly qy: bigint;
  readonly r: bigint;
  readonly s: bigint;
}

export const SIGNATURE_ANSWERS: readonly SignatureAnswer[] = [
  {
    parameterOid: '1.2.398.3.10.1.1.2.2.1',
    message: 'Komek test vector',
    digest: hex(
      '7d15a61e03ecbaf97aefbb3289396770e0bc4497e7dc5acb2f828b0e3c10d6c1e738b23a60b20d0a1672ff0f36e5c36cecb62265bf5b5d7a4b9e3a471f196e63',
    ),
    d: 0x7f3a1c9b5d2e4f6081a3c5e7092b4d6f81a3c5e7092b4d6f81a3c5e7092b4d6f11223344556677889900aabbccddeeff0123456789abcdef0fedcba987654321n,
    qx: 0x2e4b2b54f6167e157fe9bcbf3204c4e30278a2e581eaab0d1279718195436265da8d008a1875de2dee1177895f4a7f3be2ffa5092ac9cc3512b149c096afef7dn,
    qy: 0x4c9e8969dbf2213edcf05f764626dc8fd2ec78d76717c6e53c72cf2002cea4a39e596a4a41428b8fe3f5cdbe45f6a9d20e2b666233e86f989bddb9d9f3a54151n,
    r: 0x4f192cc13b3faf31687ae3dd3b9e50f7dc431098455745b3abf5f2c59523ceb20b788b5673df707426a0de2ff0428edfa352b2d3461c073b60ec614e9b40a60dn,
    s: 0x9314b72d785ce124d678ad5d7c0fd7005f44de3ad565aaa37209380d4708c76f56b3d14f716143483e73e405b60f64917206ba4c4b64ea7101ad9521c833e423n,
  },
  {
    parameterOid: '1.2.398.3.10.1.1.2.1.1',
    message: 'Komek test vector',
    digest: hex('8fcc9a59d663d4e1531298677a5849a215cbd39851b9b1fc70c1c15d049ed852'),
    d: 0x173573787e10a185ab0f51c840684aa10bac43c9ef2c38d79a6f9072d3ebeddcn,
    qx: 0x736ce4118cd407cfa737a02eff5e668fa44f5d2947de9f1105a0438f8fc8c33dn,
    qy: 0xee93c65f60ada85fa7bc4f5cb6fbea1abc34828a9e1b5e1d5948213cb29b46den,
    r: 0xf6963f1b1f19ba7b24829188dfe9266580ad55f79538e0acb52a6f52eb80a21n,
    s: 0x12830e01644bee8f962640b13f1c40b9c46df58f52c9729fb9a0959ab9b7b4fen,
  },
];
