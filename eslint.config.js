import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import rooms from './lint/rooms.js';

export default defineConfig(
  globalIgnores(['lib/', 'dist/', 'node_modules/']),
  {
    files: ['**/*.{ts,tsx,js}'],
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
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { rooms },
    rules: { 'rooms/no-upward-import': 'error', 'rooms/no-circle': 'error' },
  },
  {
    files: ['build.js', 'test/**', 'examples/**'],
    rules: { 'no-console': 'off' },
  },
  {
    // pdf.js tells of damage on the console, and nowhere else
    files: ['src/stages/acquire/pdf/hear-library.ts'],
    rules: { 'no-console': 'off' },
  },
);
