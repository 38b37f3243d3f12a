import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Stages in the order of the road: none imports a later one. */
const road = ['acquire', 'clean', 'parse', 'restore', 'revise', 'structure', 'typeset', 'verify'];

export default defineConfig(
  globalIgnores(['lib/', 'dist/', 'node_modules/']),
  {
    files: ['**/*.{ts,js}'],
    extends: [tseslint.configs.recommended],
    languageOptions: { ecmaVersion: 2023, sourceType: 'module' },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'prefer-const': 'error',
      // texts hold every character there is, and so do the patterns that look for them
      'no-irregular-whitespace': [
        'error',
        { skipStrings: true, skipRegExps: true, skipTemplates: true, skipComments: true },
      ],
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
    },
  },
  ...road.slice(0, -1).map((stage, place) => ({
    files: [`src/${stage}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: road.slice(place + 1).map((later) => ({
            // the kinds of text are named where they are measured
            group: [`../${later}/**`, `../../${later}/**`, '!../clean/survey.js'],
            message: `${stage} comes before ${later}.`,
          })),
        },
      ],
    },
  })),
  {
    files: ['src/vocabulary/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: road.map((stage) => ({ group: [`../${stage}/**`] })) }],
    },
  },
  {
    files: ['build.js', 'test/**'],
    rules: { 'no-console': 'off' },
  },
);
