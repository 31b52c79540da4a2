/**
 * One project a suite of src/README.md ("Tests"). Native ES modules: pkijs, asn1js, file-type and canonicalize have no other form,
 * so jest.mock does nothing here and fakes are handed in at ports.
 */
const suite = (displayName, more = {}) => ({
  displayName,
  testMatch: [`<rootDir>/test/${displayName}/**/*.test.ts`],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  ...more,
});

const withServices = {
  globalSetup: '<rootDir>/test/support/start-services.mjs',
  globalTeardown: '<rootDir>/test/support/stop-services.mjs',
};

const withTown = {
  globalSetup: '<rootDir>/test/support/start-town.mjs',
  globalTeardown: '<rootDir>/test/support/stop-town.mjs',
};

export default {
  testTimeout: 60_000,
  projects: [
    suite('unit'),
    suite('architecture', withServices),
    suite('integration', withServices),
    suite('accessibility', withServices),
    suite('journeys', withTown),
    suite('bad-days'),
  ],
};
