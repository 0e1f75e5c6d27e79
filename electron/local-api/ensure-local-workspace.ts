import type { Ledger } from '../keys/ledger/ledger.ts';
import type { Random } from '../ports/random.ts';
import { SAMPLE_WORKSPACE } from './sample-workspace.ts';
import { insertItem, insertWorkspace, listWorkspaces } from './workspace-rows.ts';

export interface LocalWorkspaceOptions {
  /** The numeric id of the member to whom the sample belongs. */
  readonly ownerId: number;
  readonly random: Random;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Gives the ledger its workspace with a small sample, once: while the workspace is there, what was deleted from it stays
 * deleted. One transaction. Throws `LedgerWriteError` when the disk refuses.
 */
export function ensureLocalWorkspace(ledger: Ledger, { ownerId, random, now }: LocalWorkspaceOptions): void {
  ledger.transaction(() => {
    if (listWorkspaces(ledger).length > 0) return;
    const workspaceId = random.id();
    const { name, type, collections, environments } = SAMPLE_WORKSPACE;
    insertWorkspace(ledger, {
      id: workspaceId,
      name,
      type,
      owner_id: ownerId,
      created_at: now,
      updated_at: now,
    });
    const rowOf = (sample: { readonly name: string; readonly content: unknown }, index: number) => {
      const id = random.id();
      return {
        id,
        uid: `${String(ownerId)}-${id}`,
        workspace_id: workspaceId,
        owner_id: ownerId,
        updated_by: ownerId,
        name: sample.name,
        content: JSON.stringify(sample.content),
        // A millisecond apart, so that lists keep the order of the sample.
        created_at: now + index,
        updated_at: now + index,
      };
    };
    for (const row of collections.map(rowOf)) insertItem(ledger, 'local_collections', row);
    for (const row of environments.map(rowOf)) insertItem(ledger, 'local_environments', row);
  });
}
