import { createSystemClock } from '../../../electron/adapters/system-clock.ts';
import { createLedgerHost } from '../../../electron/keys/ledger/ledger-host.ts';
import { LedgerWriteError } from '../../../electron/keys/ledger/ledger.ts';
import { recordingLogger } from '../../support/in-memory-ports.ts';

// Adds keys until the disk refuses, and prints how many were kept and what the refusal was; or why no ledger was opened.
const [path = ''] = process.argv.slice(2);
const host = createLedgerHost({ path, clock: createSystemClock(), logger: recordingLogger() });
const opened = host.state();
if (opened.kind === 'closed') {
  process.stdout.write(JSON.stringify({ closed: opened.reason }));
  process.exit();
}

function addKey(index: number): void {
  const id = `key ${String(index)}`;
  host.ledger.run(
    `INSERT INTO api_keys (id, service_id, creator_id, name, name_key, mask, created_at)
     VALUES (?, 'service', 'me', ?, ?, '', 0)`,
    [id, id, id],
  );
  host.ledger.run('INSERT INTO sealed_secrets (api_key_id, version, sealed) VALUES (?, 1, ?)', [
    id,
    new Uint8Array(2_000),
  ]);
}

let kept = 0;
let refusal = 'none';
try {
  host.ledger.run(
    `INSERT INTO services (id, kind, name, base_url, header_name, origins, created_at)
     VALUES ('service', 'custom', '', '', '', '[]', 0)`,
  );
  for (; kept < 10_000; kept += 1) host.ledger.transaction(() => addKey(kept));
} catch (error) {
  refusal = error instanceof LedgerWriteError ? 'LedgerWriteError' : String(error);
}
const seen = host.ledger.get('SELECT count(*) AS keys FROM api_keys')?.['keys'];
const sealed = host.ledger.get('SELECT count(*) AS secrets FROM sealed_secrets')?.['secrets'];
host.close();
process.stdout.write(JSON.stringify({ kept, refusal, seen, sealed }));
