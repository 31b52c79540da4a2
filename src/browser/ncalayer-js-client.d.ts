// The part of ncalayer-js-client that the sign box uses; the package brings no types.
declare module 'ncalayer-js-client' {
  export class NCALayerClient {
    constructor(url?: string, allowKmdHttpApi?: boolean);
    kmdHttpApiUrl: string;
    wsConnection: WebSocket | null;
    connect(): Promise<string>;
    basicsSignCMS(
      storages: readonly string[] | null,
      data: string | readonly string[],
      signing: object,
      signer: object,
      locale: string,
    ): Promise<string | string[]>;
    static readonly basicsCMSParamsDetachedNoTSP: object;
    static readonly basicsSignerSignPerson: object;
    static readonly basicsSignerSignOrg: object;
  }
}
