// Where anybody checks a signature; the QR code on every paper leads here.
import { path } from '../http/paths.ts';

export const verificationPaths = { check: path('/verify') } as const;
