// ncalayer-js-client in Node: it finds the WebSocket that stands in the globals when it is loaded, here one that takes any certificate.
import { WebSocket } from 'ws';

/** The part of the client that the tests use; it brings no types of its own. */
export interface Client {
  readonly version: string;
  readonly isKmd: boolean;
  readonly wsConnection: { close(): void };
  basicsSignCMS(
    storages: string[] | null,
    data: string | string[],
    params: object,
    signer: object,
  ): Promise<unknown>;
  basicsSignXML(storages: string[] | null, data: string, params: object, signer: object): Promise<unknown>;
  createCAdESFromBase64(storage: string, data: string, keyType?: string, attach?: boolean): Promise<unknown>;
  createCMSSignatureFromBase64(storage: string, data: string): Promise<unknown>;
  getActiveTokens(): Promise<unknown>;
  getKeyInfo(storage: string): Promise<unknown>;
  signXml(storage: string, xml: string): Promise<unknown>;
}

class TrustingSocket extends WebSocket {
  constructor(address: string) {
    super(address, { rejectUnauthorized: false });
  }
}

/** Connects; `probe` is asked instead of the local port of another program. */
export async function connectClient(address: string, probe: string): Promise<Client> {
  Object.assign(globalThis, { WebSocket: TrustingSocket });
  // @ts-expect-error: the package has no types
  const { NCALayerClient } = (await import('ncalayer-js-client')) as {
    NCALayerClient: new (
      url: string,
      allowKmdHttpApi: boolean,
    ) => Client & {
      kmdHttpApiUrl: string;
      connect(): Promise<string>;
    };
  };
  const client = new NCALayerClient(address, false);
  client.kmdHttpApiUrl = probe;
  return Object.assign(client, { version: await client.connect() });
}
