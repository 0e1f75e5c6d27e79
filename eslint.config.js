import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, globalIgnores } from 'eslint/config';
import importX from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const root = import.meta.dirname;
const featuresFolder = join(root, 'renderer/features');
const features = existsSync(featuresFolder)
  ? readdirSync(featuresFolder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
  : [];

/** "Imports point inward": who may not import from where, and why. */
const zones = [
  {
    target: './shared',
    from: ['./electron', './renderer', './test', './scripts'],
    message: 'shared/ imports nothing of ours.',
  },
  {
    target: './electron',
    from: ['./renderer', './test', './scripts'],
    message: 'electron/ knows nothing of the page.',
  },
  {
    target: './renderer',
    from: ['./electron', './test', './scripts'],
    message: 'renderer/ reaches the main process over the bridge alone.',
  },
  ...features.map((feature) => ({
    target: `./renderer/features/${feature}`,
    from: './renderer/features',
    except: [`./${feature}`],
    message: 'Features do not import each other: what two of them need belongs in renderer/ui or shared/.',
  })),
];

const rawIpc = (/** @type {string} */ name, /** @type {string} */ place) => ({
  name: 'electron',
  importNames: [name],
  message: `${name} is used in ${place} alone.`,
});
const ipcMainPath = rawIpc('ipcMain', 'electron/ipc/register.ts');
const ipcRendererPath = rawIpc('ipcRenderer', 'electron/preload.ts');
const adapters = {
  group: ['**/adapters/*'],
  message: 'Adapters are imported by electron/main.ts alone: take the port as a parameter.',
};

const restrictedSyntax = [
  {
    selector:
      "CallExpression[callee.property.name='send'][callee.object.property.name=/^(webContents|sender|mainFrame)$/]",
    message: 'Events go to the page through electron/ipc/publish.ts.',
  },
  { selector: "CallExpression[callee.property.name='sendSync']", message: 'It blocks the page.' },
];
const schemaMadeInPlace = {
  selector:
    ":function CallExpression[callee.property.name=/^(p|safeP)arse$/] > MemberExpression.callee MemberExpression[object.name='z']",
  message:
    'A schema that is made where it is used is made, and compiled, with each use: make it once, outside.',
};

export default defineConfig(
  globalIgnores(['out', 'dist', '.cache', 'test-results', 'playwright-report', 'docs']),
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [importX.createNodeResolver({ extensions: ['.ts', '.tsx', '.js'] })],
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'import-x/no-restricted-paths': ['error', { basePath: root, zones }],
      'no-restricted-exports': [
        'error',
        { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } },
      ],
      'no-restricted-properties': [
        'error',
        ...['mock', 'doMock', 'hoisted'].map((property) => ({
          object: 'vi',
          property,
          message: 'Pass a fake of the port instead of replacing a module.',
        })),
      ],
      'no-restricted-syntax': ['error', ...restrictedSyntax],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 3],
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // A function that only calls another is clear without braces.
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidOperator: true },
      ],
      // Splitting text into code points is what is meant.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
    },
  },
  {
    files: ['electron/**/*.ts'],
    ignores: ['electron/main.ts', 'electron/adapters/**', 'electron/preload.ts', 'electron/ipc/register.ts'],
    rules: {
      'no-restricted-imports': ['error', { paths: [ipcMainPath, ipcRendererPath], patterns: [adapters] }],
    },
  },
  {
    files: ['electron/main.ts', 'electron/adapters/**'],
    rules: { 'no-restricted-imports': ['error', { paths: [ipcMainPath, ipcRendererPath] }] },
  },
  {
    files: ['electron/ipc/register.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: [ipcRendererPath], patterns: [adapters] }] },
  },
  {
    files: ['electron/preload.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: [ipcMainPath], patterns: [adapters] }] },
  },
  {
    files: ['electron/**/*.ts', 'renderer/**/*.{ts,tsx}', 'shared/**/*.ts'],
    rules: {
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...restrictedSyntax, schemaMadeInPlace],
    },
  },
  {
    files: ['renderer/**/*.tsx', 'test/unit/renderer/**'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'max-lines-per-function': 'off',
    },
  },
  {
    files: ['renderer/**/*.ts'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    // A part of the catalogue is a table, although a function makes it.
    files: ['shared/texts/{en,de}/**/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: ['test/**', 'scripts/**', '*.config.ts'],
    rules: {
      'no-console': 'off',
      // Fakes implement asynchronous ports without waiting for anything, and leave empty what a test does not look at.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['*.config.{ts,js}'],
    rules: { 'no-restricted-exports': 'off' },
  },
);
