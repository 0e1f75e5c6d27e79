import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { inMemoryKeychain } from './in-memory-ports.ts';
import { valueOf } from './results.ts';
import { wholeApp } from './whole-app.ts';

// Imports a request with its key and takes the import back; is killed when the file is in its place and the ledger does not have the key yet,
// or between the move of the file to `.trash` and the commit of the ledger, or right after that commit.
const [folder = '', moment] = process.argv.slice(2);
const kill = (): void => void process.kill(process.pid, 'SIGKILL');

const app = wholeApp({ folder, keychain: inMemoryKeychain() });
await app.vault.open();
await app.clipboard.writeText("curl https://api.shop.example/items -H 'X-API-Key: shop-key-value-0001'");
const invoke = async (command: string, input: unknown): Promise<Record<string, unknown>> =>
  valueOf(await app.invoke(command, input)) as Record<string, unknown>; // what the command answers
const { preview } = (await invoke('import.paste', {})) as {
  preview: {
    token: string;
    found: readonly { id: string; suggestedName: string; suggestedService: object }[];
  };
};
const choices = preview.found.map(({ id, suggestedName: name, suggestedService: draft }) => {
  return { kind: 'key', foundId: id, name, service: { kind: 'new', draft } };
});
const { linkSync, renameSync, rmSync } = fs;
fs.linkSync = (from, to) => {
  linkSync(from, to);
  if (moment === 'while it was kept') kill();
};
syncBuiltinESMExports();
const { undoId } = await invoke('import.keep', { token: preview.token, choices });

fs.renameSync = (from, to) => {
  renameSync(from, to);
  if (moment === 'before the commit' && String(to).includes('.trash')) kill();
};
let isMarked = false;
fs.rmSync = (path, options) => {
  // The first time is before the mark is made.
  if (moment === 'after the commit' && isMarked && String(path).includes('.keyfob-undo-')) kill();
  isMarked ||= String(path).includes('.keyfob-undo-');
  rmSync(path, options);
};
syncBuiltinESMExports();
await invoke('import.undo', { undoId });
