import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLedger } from '../../../electron/keys/ledger/open-ledger.ts';
import { createIssuer } from '../../../electron/local-api/issuer.ts';
import { createVerifier } from '../../../electron/local-api/verifier.ts';
import { createVault } from '../../../electron/vault/create-vault.ts';
import {
  inMemoryKeychain,
  manualClock,
  recordingLogger,
  seededRandom,
} from '../../support/in-memory-ports.ts';
import { keysBench } from '../../support/keys-bench.ts';

/** The real ledger file, vault, issuer and verifier in a folder of their own; `start` plays Keyfob's next start on them. */
export function diskRig() {
  const folder = mkdtempSync(join(tmpdir(), 'kf-keys-'));
  const path = join(folder, 'keyfob.db');
  const keychain = inMemoryKeychain();
  const clock = manualClock();
  const logger = recordingLogger();
  const closers: (() => void)[] = [];
  let starts = 0;

  const start = async () => {
    starts += 1;
    const opened = openLedger({ path, clock, logger });
    if (opened.kind !== 'open') throw new Error(`The ledger did not open: ${opened.state.reason}`);
    const { ledger } = opened;
    closers.push(() => {
      ledger.close();
    });
    const random = seededRandom(`start ${String(starts)}`);
    const vault = createVault({ keychain, ledger, random, clock, logger });
    await vault.open();
    const bench = keysBench({ ledger, vault, clock, random, issuer: createIssuer(random) });
    const verifier = createVerifier({
      keyStore: bench.issuedKeys,
      accessKeyStore: { find: () => null },
      random,
    });
    /** Whether the Local API's server accepts the value, or why not. */
    const verdict = (secret: string): string => {
      const verification = verifier.verify(secret);
      return verification.kind === 'accepted' ? 'accepted' : verification.reason;
    };
    return { ...bench, verdict };
  };

  return {
    start,
    keychain,
    /** Every byte of every file in the folder. */
    files: () => readdirSync(folder).map((name) => ({ name, bytes: readFileSync(join(folder, name)) })),
    remove() {
      for (const close of closers) close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
