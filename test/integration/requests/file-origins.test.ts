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
