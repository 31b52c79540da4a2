// The order of slices (src/README.md): a slice imports only what stands to its left, and only the other slice's index.ts.
const order = [
  'platform',
  'http',
  'outbox',
  'audit',
  'regulations',
  'signature',
  'registers',
  'identity',
  'reference',
  'counter',
  'documents',
  'keeping',
  'application',
  'office',
  'notification',
  'complaints',
  'intake',
  'verification',
  'cabinet',
];

const slice = (name) => `^src/${name}/`;

/** A slice never imports a slice to its right. */
const upward = order.slice(0, -1).map((name, position) => ({
  name: `order-${name}`,
  severity: 'error',
  comment: `${name} stands left of what it imports here: down by import, up by event.`,
  from: { path: slice(name) },
  to: { path: `^src/(${order.slice(position + 1).join('|')}|web|browser|compose\\.ts|main\\.ts)` },
}));

/** Others see a slice through its index.ts. platform and http are kits of single files, signature/portable is open to browser, sandbox, test. */
const doors = order
  .filter((name) => name !== 'platform' && name !== 'http')
  .map((name) => ({
    name: `door-${name}`,
    severity: 'error',
    comment: `Import ${name} through src/${name}/index.ts.`,
    from: { path: '^(src|workers)/', pathNot: [slice(name), '^src/browser/'] },
    to: { path: slice(name), pathNot: [`^src/${name}/index\\.ts$`, `^src/${name}/[^/]+-routes\\.ts$`] },
  }));

const only = (name, comment, allowed, target) => ({
  name,
  severity: 'error',
  comment,
  from: { path: '^(src|workers|sandbox)/', pathNot: allowed },
  // A type that is only named costs nothing and wires nothing.
  to: { path: target, dependencyTypesNot: ['type-only'] },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    ...upward,
    ...doors,
    {
      name: 'routes-belong-to-web',
      severity: 'error',
      comment: 'Route files are joined in src/web/routes.ts only.',
      from: { path: '^(src|workers)/', pathNot: ['^src/web/'] },
      to: { path: '^src/(?!http/)[^/]+/[^/]+-routes\\.ts$' },
    },
    only(
      'pki-libraries',
      'pkijs, asn1js and node-forge are for signature and sandbox.',
      ['^src/signature/', '^sandbox/'],
      'node_modules/(pkijs|asn1js|node-forge)/',
    ),
    only('queues', 'bullmq is for workers.', ['^workers/'], 'node_modules/bullmq/'),
    only(
      'redis',
      'ioredis is for platform/redis.ts and workers.',
      ['^src/platform/redis\\.ts$', '^workers/'],
      'node_modules/ioredis/',
    ),
    only(
      'mongoose',
      'mongoose is for *-model.ts, *-store.ts and platform/mongo.ts.',
      ['-(model|store)\\.ts$', '^src/platform/mongo\\.ts$', '^sandbox/'],
      'node_modules/mongoose/',
    ),
    only(
      'express',
      'express is for http and web.',
      ['^src/(http|web)/', '^src/main\\.ts$', '^sandbox/'],
      'node_modules/express/',
    ),
    {
      name: 'sandbox-stays-outside',
      severity: 'error',
      comment: 'Nothing of the portal knows its stand-ins.',
      from: { path: '^(src|workers)/' },
      to: { path: '^sandbox/' },
    },
    {
      name: 'browser-imports-portable',
      severity: 'error',
      from: { path: '^src/browser/' },
      to: { path: '^src/', pathNot: ['^src/browser/', '^src/signature/portable/'] },
    },
    {
      name: 'portable-is-portable',
      severity: 'error',
      from: { path: '^src/signature/portable/' },
      to: {
        path: '(^node:|node_modules/pkijs/|^src/(?!signature/portable/))',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'signature-stands-alone',
      severity: 'error',
      comment: 'The verifier imports no web, database or queue.',
      from: { path: '^src/signature/' },
      to: { path: '(node_modules/(express|mongoose|ioredis|bullmq)/|^src/(http|outbox|audit|regulations)/)' },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: ['\\.d\\.ts$', '^src/main\\.ts$', '^workers/main\\.ts$', '^src/browser/[^/]+-page\\.ts$'],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|public)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
