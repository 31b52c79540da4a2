// Security headers. Nothing inline, nothing from elsewhere; the one foreign address is NCALayer on the person's own machine.
import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * @param options.ncalayerUrl where the person's NCALayer listens (wss on loopback)
 * @param options.https whether the portal is reached by https; locally over http neither HSTS nor upgrades make sense
 */
export function securityHeaders(options: { ncalayerUrl: string; https: boolean }): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'"],
          fontSrc: ["'self'"],
          connectSrc: [
            "'self'",
            new URL(options.ncalayerUrl).origin.replace(/^null$/, options.ncalayerUrl.replace(/\/$/, '')),
          ],
          formAction: ["'self'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
          objectSrc: ["'none'"],
          ...(options.https ? { upgradeInsecureRequests: [] } : {}),
        },
      },
      strictTransportSecurity: options.https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
      referrerPolicy: { policy: 'same-origin' },
      crossOriginEmbedderPolicy: false,
      xFrameOptions: { action: 'deny' },
    }),
    (_request, response, next) => {
      // The browser asks the person before a page may speak to a program on the same machine (NCALayer); only this page may ask.
      response.setHeader(
        'Permissions-Policy',
        'camera=(), microphone=(), geolocation=(), local-network-access=(self), loopback-network=(self)',
      );
      // Pages show personal data: neither a shared cache nor the back button of a shared computer keeps them.
      response.setHeader('Cache-Control', 'no-store');
      next();
    },
  ];
}
