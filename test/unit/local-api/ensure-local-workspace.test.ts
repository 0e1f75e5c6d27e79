import { describe, expect, it } from 'vitest';
import { ensureLocalWorkspace } from '../../../electron/local-api/ensure-local-workspace.ts';
import { SAMPLE_WORKSPACE } from '../../../electron/local-api/sample-workspace.ts';
import { listItems, listWorkspaces } from '../../../electron/local-api/workspace-rows.ts';
import { seededLedger } from '../../integration/local-api/rig.ts';
import { seededRandom } from '../../support/in-memory-ports.ts';

const options = { ownerId: 12_345_678, random: seededRandom('again'), now: Date.UTC(2026, 5, 1) };

describe('the sample workspace', () => {
  it('has two collections and an environment, each labelled as a sample', () => {
    const { ledger } = seededLedger();
    const collections = listItems(ledger, 'local_collections').map(({ name }) => name);
    const environments = listItems(ledger, 'local_environments').map(({ name }) => name);
    expect(listWorkspaces(ledger).map(({ name }) => name)).toEqual(['My workspace']);
    expect(collections).toEqual(['Keyfob sample', 'Folders (sample)']);
    expect(environments).toHaveLength(1);
    for (const name of [...collections, ...environments]) expect(name).toContain('sample');
  });

  it('is made once', () => {
    const { ledger } = seededLedger();
    ensureLocalWorkspace(ledger, options);
    expect(listWorkspaces(ledger)).toHaveLength(1);
    expect(listItems(ledger, 'local_collections')).toHaveLength(2);
  });

  it('does not come back after it was deleted', () => {
    const { ledger } = seededLedger();
    ledger.run('DELETE FROM local_collections');
    ledger.run('DELETE FROM local_environments');
    ensureLocalWorkspace(ledger, options);
    expect(listItems(ledger, 'local_collections')).toEqual([]);
    expect(listItems(ledger, 'local_environments')).toEqual([]);
  });

  it('has uids of its owner’s number and its own id', () => {
    const { ledger, member } = seededLedger();
    for (const { uid, id } of listItems(ledger, 'local_collections')) {
      expect(uid).toBe(`${String(member.numericId)}-${id}`);
    }
  });

  it('names the key as a variable and holds no value of one', () => {
    const text = JSON.stringify(SAMPLE_WORKSPACE);
    expect(text).toContain('{{postman-api-key}}');
    expect(text).not.toMatch(/kfa[kt]_|PMAK-|PMAT-/);
  });
});
