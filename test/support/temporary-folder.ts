import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of the test's own; to be registered with `open`, which removes it. */
export async function temporaryFolder(): Promise<{
  readonly path: string;
  readonly close: () => Promise<void>;
}> {
  const path = await mkdtemp(join(tmpdir(), 'keyfob-test-'));
  return { path, close: () => rm(path, { recursive: true, force: true }) };
}
