import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** The one place that may read a thing, and the rule that keeps everybody else away from it. */
const restricted = (selector, message) => ({ selector, message });
const noEnvironment = restricted(
  "MemberExpression[object.name='process'][property.name='env']",
  'Only platform/config.ts reads process.env.',
);
const noClock = [
  restricted(
    "NewExpression[callee.name='Date'][arguments.length=0]",
    'Only platform/clock.ts reads the time.',
  ),
  restricted(
    "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    'Only platform/clock.ts reads the time.',
  ),
];
const noDefaultExport = restricted('ExportDefaultDeclaration', 'Exports have names here.');

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'public', '.data', '.compiled', 'coverage'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './src/browser/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      'max-lines': ['error', { max: 300 }],
      'max-params': ['error', { max: 4 }],
      'no-restricted-syntax': ['error', noEnvironment, ...noClock, noDefaultExport],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['src/platform/config.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noClock, noDefaultExport] },
  },
  {
    // Mongoose's schema options are class instances in its types and plain objects in its documentation.
    files: ['**/*-model.ts'],
    rules: { '@typescript-eslint/no-unsafe-class-instance-assignment': 'off' },
  },
  {
    files: ['src/platform/clock.ts'],
    rules: { 'no-restricted-syntax': ['error', noEnvironment, noDefaultExport] },
  },
  {
    // Stand-ins and tests are started with an environment and measure real time; a browser has no clock but its own.
    files: ['sandbox/**/*.ts', 'test/**/*.ts', 'src/browser/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport] },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        fetch: 'readonly',
        URL: 'readonly',
        AbortSignal: 'readonly',
        AbortController: 'readonly',
        Buffer: 'readonly',
      },
    },
  },
);
