// The engine through which pkijs knows the national algorithms. It is handed over as an argument, never installed: pkijs keeps its
// installed engine in a global that any other library may replace.
import { webcrypto } from 'node:crypto';
import * as pkijs from 'pkijs';
import { digest as nationalDigest } from '../portable/digest.ts';
import { nobleVerifiesGost } from './gost-by-noble.ts';

type NationalDigest = 'streebog256' | 'streebog512' | 'gost34311';

const DIGESTS: Readonly<Record<string, NationalDigest | undefined>> = {
  '1.2.398.3.10.1.3.2': 'streebog256',
  '1.2.398.3.10.1.3.3': 'streebog512',
  '1.2.398.3.10.1.3.1': 'gost34311',
};

const SIGNATURES: Readonly<Record<string, NationalDigest | undefined>> = {
  '1.2.398.3.10.1.1.2.3.1': 'streebog256',
  '1.2.398.3.10.1.1.2.3.2': 'streebog512',
  '1.2.398.3.10.1.1.1.2': 'gost34311',
  '1.2.398.3.10.1.1.1.1': 'gost34311',
};

const isNational = (name: string): name is NationalDigest =>
  Object.values(DIGESTS).includes(name as NationalDigest);

interface ParsedPublicKey {
  readonly algorithm: { readonly algorithmParams?: unknown };
  readonly subjectPublicKey: { readonly valueBlock: { readonly valueHexView: Uint8Array } };
}

export class GostEngine extends pkijs.CryptoEngine {
  constructor() {
    super({ name: 'komek', crypto: webcrypto });
  }

  // The overloads of pkijs promise whatever kind of algorithm the caller names, which no body can give: hence `never`.
  override getAlgorithmByOID(oid: string, safety?: boolean, target?: string): never {
    const digest = DIGESTS[oid];
    if (digest) return { name: digest } as never;
    const signature = SIGNATURES[oid];
    if (signature) return { name: oid, hash: { name: signature } } as never;
    return super.getAlgorithmByOID<never>(oid, safety as true, target);
  }

  override getHashAlgorithm(signatureAlgorithm: pkijs.AlgorithmIdentifier): string {
    return SIGNATURES[signatureAlgorithm.algorithmId] ?? super.getHashAlgorithm(signatureAlgorithm);
  }

  override async digest(
    algorithm: string | webcrypto.Algorithm,
    data: webcrypto.BufferSource,
  ): Promise<ArrayBuffer> {
    const name = typeof algorithm === 'string' ? algorithm : algorithm.name;
    if (!isNational(name)) return super.digest(algorithm, data);
    return exactBuffer(nationalDigest(name, viewOf(data)));
  }

  override async verifyWithPublicKey(
    data: webcrypto.BufferSource,
    signature: Parameters<pkijs.CryptoEngine['verifyWithPublicKey']>[1],
    ...[publicKeyInfo, signatureAlgorithm, shaAlgorithm]: Rest
  ): Promise<boolean> {
    const name = SIGNATURES[signatureAlgorithm.algorithmId];
    if (!name)
      return super.verifyWithPublicKey(data, signature, publicKeyInfo, signatureAlgorithm, shaAlgorithm);
    const key = publicKeyInfo as unknown as ParsedPublicKey;
    return nobleVerifiesGost({
      parameterOid: firstOid(key.algorithm.algorithmParams),
      publicKey: inner(key.subjectPublicKey.valueBlock.valueHexView),
      signature: signature.valueBlock.valueHexView,
      digest: nationalDigest(name, viewOf(data)),
    });
  }
}

type Parameters5 = Parameters<pkijs.CryptoEngine['verifyWithPublicKey']>;
type Rest = [Parameters5[2], Parameters5[3], Parameters5[4]?];

const viewOf = (data: webcrypto.BufferSource): Uint8Array =>
  ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);

const exactBuffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

/** The curve: first identifier of the parameters' SEQUENCE, as asn1js parsed it. */
function firstOid(parameters: unknown): string {
  const list = (
    parameters as { valueBlock?: { value?: { valueBlock: { toString(): string } }[] } } | undefined
  )?.valueBlock;
  return list?.value?.[0]?.valueBlock.toString() ?? '';
}

/** The octets of the OCTET STRING inside the key's BIT STRING; two lengths of national keys exist. */
function inner(bits: Uint8Array): Uint8Array {
  if (bits[0] !== 4) return new Uint8Array();
  return bits[1] === 0x81 ? bits.subarray(3) : bits.subarray(2);
}
