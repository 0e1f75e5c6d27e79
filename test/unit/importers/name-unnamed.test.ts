import { expect, it } from 'vitest';
import { german } from '../../../shared/texts/de/german.ts';
import { speakGerman } from '../../../shared/texts/speech.ts';
import { importSource } from '../../../electron/importers/import-source.ts';
import { stageImport } from '../../../electron/importers/stage-import.ts';
import { previewImport } from '../../../electron/importers/preview-import.ts';
import { madeNamesOf } from '../../../electron/ports/speaking.ts';
import { valueOf } from '../../support/results.ts';

const deutsch = speakGerman('de-DE', german);
const names = madeNamesOf({ speech: () => deutsch }).imported;

async function inGerman(file: object) {
  const source = importSource([{ path: 'x.json', text: JSON.stringify(file) }]);
  const staged = valueOf(await stageImport([source], { notes: [], format: null, nonce: 'n', names }));
  if ('kind' in staged) throw new Error('The format is not clear');
  return staged;
}

it('names what the file gives no name in the language that is spoken', async () => {
  const staged = await inGerman({
    info: { schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
    item: [
      {
        item: [
          { request: { url: '', header: [{ key: 'Authorization', value: 'Bearer secret-in-a-header' }] } },
        ],
      },
      { name: 'Named', request: 'https://a.example' },
    ],
  });
  expect(staged.collections[0]).toMatchObject({
    info: { name: 'Importierte Sammlung' },
    item: [{ name: 'Ordner', item: [{ name: 'Anfrage' }] }, { name: 'Named' }],
  });
  const preview = previewImport('t', staged, { services: [], names });
  expect(preview.found[0]?.places).toEqual(['Importierte Sammlung › Ordner › Anfrage']);
});

it('makes an environment of globals, also of those of a dump', async () => {
  const values = [{ key: 'host', value: 'a.example', enabled: true }];
  const alone = await inGerman({ values, _postman_variable_scope: 'globals' });
  const dumped = await inGerman({ version: 1, collections: [], environments: [], globals: values });
  for (const { environments } of [alone, dumped])
    expect(environments).toMatchObject([
      { name: 'Globale Variablen', _postman_variable_scope: 'environment' },
    ]);
});

it('says what was left out by a name, so that the window words it', async () => {
  const staged = await inGerman({
    info: { name: 'C' },
    item: [{ name: 'R', request: 'https://a.example', proxy: {} }],
    event: [{ listen: 'test', script: { exec: ['pm.test()'] } }],
  });
  const { notes } = previewImport('t', staged, { services: [], names });
  expect(notes.map(({ what }) => deutsch.wordsOf(what).message)).toEqual(['Tests', 'die Einstellung proxy']);
});

it('keeps the proxy that a request names, without its login', async () => {
  const staged = await inGerman({
    info: { name: 'C' },
    item: [
      {
        name: 'R',
        request: { url: 'https://a.example', proxy: { host: 'me:pw@p.example', port: 1, password: 'pw' } },
      },
    ],
  });
  const { notes } = previewImport('t', staged, { services: [], names });
  expect(staged.collections[0]).toMatchObject({
    item: [{ request: { proxy: { host: 'p.example', port: 1 } } }],
  });
  expect(JSON.stringify(staged)).not.toContain('pw');
  expect(notes.map(({ what }) => deutsch.wordsOf(what).message)).toEqual([
    'Benutzername und Passwort eines Proxys',
    'der Proxy p.example: Bevor er verwendet wird, wird gefragt',
  ]);
});

it('calls a key after where it goes, or as the language calls one without anything known', async () => {
  const key = `sk_live_${'a1b2c3d4'.repeat(4)}`;
  const staged = await inGerman({
    info: { name: 'C', description: key },
    item: [{ name: 'R', request: 'https://a.example' }],
  });
  const [found] = previewImport('t', staged, { services: [], names }).found;
  expect(found).toMatchObject({ label: '', suggestedName: 'Importierter Schlüssel' });
});
