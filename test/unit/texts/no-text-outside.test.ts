import { expect, test } from 'vitest';
import { sourcesIn, textsOutside } from '../../support/texts-outside.ts';

const QUESTIONS = 'electron/adapters/electron-dialogs.ts';

const outside = [...sourcesIn('renderer'), ...sourcesIn('electron/app'), QUESTIONS].flatMap((path) =>
  textsOutside(path),
);

test('has every text of the window, the tray, the menus and the questions in the catalogue', () => {
  expect(outside.map(({ place }) => place)).toEqual([]);
});

/** What is shared says in English: names of programs and keys, routes, a report, and words that the English catalogue takes from there. */
const SHARED_SAYS =
  /^shared\/(texts\/|domain\/(code-snippet|diagnostics|expectation-text|key-policy|local-api-routes|shortcuts)\.ts)|: 'Postman API key'$/;

test('has what the window takes from what is shared in the catalogue', () => {
  const places = sourcesIn('shared').flatMap((path) => textsOutside(path).map(({ place }) => place));
  expect(places.filter((place) => !SHARED_SAYS.test(place))).toEqual([]);
});

/** What the main process says to others than the person at the window: a protocol, files for programs, content of a collection, names. */
const NOT_FOR_THE_WINDOW =
  /^electron\/(local-api\/|postman\/built-in|collections\/sample-collection|keys\/presets\/|keys\/ledger\/schema|exports\/write-|runs\/\w+-report|team\/export-csv|keys\/export-activity|moving\/moved-file|vault\/recovery-kit\.ts|diagnostics\/check-files|adapters\/(node-body-files|keytar-keychain))/;
const SQL =
  /^(?:[`'"]|\$\{\w+(?:\([^)]*\))?\})+\s*(?:SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|AND|OR|WHERE|ORDER|VACUUM|PRAGMA|UNION|EXISTS|BEGIN|ROLLBACK)\b/;

/** The title of a field in a `told` call, names of services and the like: no sentence, and known to be none. */
const NAMES =
  /: ('Postman API'|'Keyfob user'|'Unknown (member|service)'|'Keyfob could not start'|'text'|'The key that was pasted'|'The input is not valid\.')$/;

const saidByMain = sourcesIn('electron')
  .filter((path) => !path.startsWith('electron/app/') && path !== QUESTIONS && !NOT_FOR_THE_WINDOW.test(path))
  .flatMap((path) => textsOutside(path).map(({ place }) => place))
  .filter((place) => !SQL.test(place.replace(/^\S+: /, '')) && !NAMES.test(place));

test('has what the main process says to the person in the catalogue', () => {
  expect(saidByMain).toEqual([]);
});

test.each([
  ['text in JSX', 'const a = <p>Nothing is here</p>;'],
  ['a prop', 'const a = <Button label="Copy" />;'],
  ['one of two', "const a = <Button label={isOn ? 'Hide' : 'Show'} />;"],
  ['what stands in for a prop', "const a = <Button label={given ?? 'Copy'} />;"],
  ['a field', "show({ tone: 'good', title: 'Copied' });"],
  ['a template', 'const a = <Button label={`Copy ${name}`} />;'],
  ['a sentence that is returned', "const a = () => 'Nothing is here yet';"],
])('finds %s', (_, source) => {
  expect(textsOutside('renderer/a.tsx', source)).not.toEqual([]);
});

test.each([
  ['a text of the catalogue', 'const a = <p>{texts.nothing}</p>;'],
  ['what nobody sees', 'const a = <Button variant="primary" />;'],
  ['a bug', "throw new Error('The page has no root');"],
  ['punctuation', 'const a = <p>{name}: {value}</p>;'],
])('leaves %s alone', (_, source) => {
  expect(textsOutside('renderer/a.tsx', source)).toEqual([]);
});
