import { expect, test } from 'vitest';
import { sourcesIn, textsOutside } from '../../support/texts-outside.ts';

const QUESTIONS = 'electron/adapters/electron-dialogs.ts';

const outside = [...sourcesIn('renderer'), ...sourcesIn('electron/app'), QUESTIONS].flatMap((path) =>
  textsOutside(path),
);

test('has every text of the window, the tray, the menus and the questions in the catalogue', () => {
  expect(outside.map(({ place }) => place)).toEqual([]);
});

test.each([
  ['text in JSX', 'const a = <p>Nothing is here</p>;'],
  ['a prop', 'const a = <Button label="Copy" />;'],
  ['one of two', "const a = <Button label={isOn ? 'Hide' : 'Show'} />;"],
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
