import { nodeBytesReader } from '../../electron/adapters/node-bytes-reader.ts';
import { composeNetwork } from '../../electron/app/compose-network.ts';
import { open } from './closing.ts';
import { inMemoryKeychain, recordingLogger, seededRandom } from './in-memory-ports.ts';
import { createVault } from '../../electron/vault/create-vault.ts';
import { memoryLedger } from './memory-ledger.ts';
import { realClock } from './sender-bench.ts';

/** The real settings of the network over a ledger in memory. `files`: what the person chooses, one after the other. */
export function networkBench({
  files = [],
  agrees = true,
}: { files?: readonly string[]; agrees?: boolean } = {}) {
  const left = [...files];
  const asked: string[] = [];
  const confirmed: string[] = [];
  const proxiesAsked: string[] = [];
  const parts = { ledger: open(memoryLedger()), clock: realClock, random: seededRandom() };
  const vault = createVault({ ...parts, keychain: inMemoryKeychain(), logger: recordingLogger() });
  const bench = composeNetwork({
    ...{ ...parts, vault },
    publish: () => undefined,
    bytesReader: nodeBytesReader(),
    fileDialog: {
      chooseSaveFile: () => Promise.resolve(null),
      chooseExisting: () => {
        const path = left.shift();
        return Promise.resolve(path === undefined ? null : { path, name: path });
      },
    },
    proxyResolver: {
      resolve: (url) => {
        asked.push(url);
        return Promise.resolve('DIRECT');
      },
    },
    confirmUnchecked: (origin) => {
      confirmed.push(origin);
      return Promise.resolve(agrees);
    },
    confirmProxy: (address, origin) => {
      proxiesAsked.push(`${address} ${origin}`);
      return Promise.resolve(agrees);
    },
  });
  return { ...bench, ...parts, vault, asked, confirmed, proxiesAsked };
}
