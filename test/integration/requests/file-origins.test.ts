import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { nodeFileLooker } from '../../../electron/adapters/node-file-looker.ts';
import { createChosenFiles, type ChosenFiles } from '../../../electron/requests/chosen-files.ts';
import { closeAll, open } from '../../support/closing.ts';
import { holds } from '../../support/holds.ts';
import { memoryLedger } from '../../support/memory-ledger.ts';
import { realClock } from '../../support/sender-bench.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

afterEach(closeAll);

it(
  'files that were chosen are listed with what became of them, and are chosen no more once taken back',
  holds('binding.file-origin'),
  async () => {
    const folder = open(await temporaryFolder());
    const paths = ['here.txt', 'gone.txt', '{{dir}}.txt'].map((name) => join(folder.path, name));
    const [here = '', gone = '', odd = ''] = paths;
    writeFileSync(here, 'four');
    writeFileSync(odd, 'x');
    const ledger = open(memoryLedger());
    const chosen = [here, gone, odd];
    const published: string[] = [];
    const files = createChosenFiles({
      ...{ ledger, clock: realClock, fileLooker: nodeFileLooker() },
      vault: { state: () => ({ kind: 'unlocked', holder: 'memory' }) },
      publish: (event) => void published.push(event),
      confirmFileOrigin: () => Promise.resolve(false),
      fileDialog: {
        chooseSaveFile: () => Promise.resolve(null),
        chooseExisting: () => Promise.resolve({ path: chosen.shift() ?? '', name: '' }),
      },
    });
    const origin = 'https://there.example';
    await files.choose('file:Gone.json', origin);
    await files.choose(null, null);
    await files.choose(null, origin);
    const send = async (path: string, collectionId: string | null) => {
      const opened = await files.open(path, { collectionId, origin, isByHand: true });
      if (opened.ok) await opened.value.close();
      return opened.ok ? 'sent' : opened.error.message;
    };

    expect(
      (await files.list()).toSorted((one, other) => paths.indexOf(one.path) - paths.indexOf(other.path)),
    ).toEqual([
      { collectionId: 'file:Gone.json', path: here, state: 'ready', size: 4, origins: [origin] },
      { collectionId: '', path: gone, state: 'unreadable', size: null, origins: [] },
      { collectionId: '', path: odd, state: 'ready', size: 1, origins: [origin] },
    ]);
    expect(await send(odd, null)).toBe('sent');

    expect(files.forgetFile({ collectionId: 'file:Gone.json', path: here }).ok).toBe(true);
    expect(await send(here, 'file:Gone.json')).toContain('was not chosen here');
    expect((await files.list()).map(({ path }) => path)).not.toContain(here);

    expect(files.forgetAll().ok).toBe(true);
    expect(await files.list()).toEqual([]);
    // A variable in a path says nothing about which file is read.
    expect(await send(odd, null)).toContain('holds a variable');
    expect(published.filter((event) => event === 'files.changed')).toHaveLength(5);
  },
);

it('a file goes nowhere that was taken back without asking anew', holds('binding.file-origin'), async () => {
  const folder = open(await temporaryFolder());
  const path = join(folder.path, 'taken-back.txt');
  writeFileSync(path, 'x');
  const ledger = open(memoryLedger());
  let asked = 0;
  const start = (): ChosenFiles =>
    createChosenFiles({
      ledger,
      clock: realClock,
      fileLooker: nodeFileLooker(),
      vault: { state: () => ({ kind: 'unlocked', holder: 'memory' }) },
      publish: () => undefined,
      confirmFileOrigin: () => ((asked += 1), Promise.resolve(false)),
      fileDialog: {
        chooseSaveFile: () => Promise.resolve(null),
        chooseExisting: () => Promise.resolve({ path, name: 'taken-back.txt' }),
      },
    });
  const files = start();
  const there = { collectionId: 'postman-api', origin: 'https://there.example', isByHand: true };
  const send = async (chosen: ChosenFiles): Promise<string> => {
    const opened = await chosen.open(path, there);
    if (!opened.ok) return opened.error.code;
    await opened.value.close();
    return 'sent';
  };
  const origins = async () => (await files.describe('postman-api', [path])).map((file) => file.origins);
  await files.choose('postman-api', there.origin);
  expect(await origins()).toEqual([[there.origin]]);
  expect(await send(files)).toBe('sent');

  expect(files.takeBack({ collectionId: 'postman-api', path, origin: there.origin }).ok).toBe(true);

  expect(await origins()).toEqual([[]]);
  expect(await send(files)).toBe('file-not-chosen');
  expect(asked).toBe(1);
  expect(await send(start())).toBe('file-not-chosen');
});
