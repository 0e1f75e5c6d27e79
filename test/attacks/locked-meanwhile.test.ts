import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EVERY_TEAM_KEY } from '../../shared/domain/team.ts';
import { holds } from '../support/holds.ts';
import { wholeApp } from '../support/whole-app.ts';

/** What the person does before they answer: they lock Keyfob, or not. */
let beforeAnswering: () => void = () => undefined;
let asked = 0;
let app: ReturnType<typeof wholeApp>;

const saved = (): string => join(app.folder, 'saved.out');
const chosen = (): string => join(app.folder, 'chosen.pem');

beforeEach(async () => {
  beforeAnswering = () => undefined;
  asked = 0;
  const answer = <Answer>(value: () => Answer): Promise<Answer> => {
    asked += 1;
    beforeAnswering();
    return Promise.resolve(value());
  };
  app = wholeApp({
    fileDialog: {
      chooseSaveFile: () => answer(() => ({ path: saved(), name: 'saved.out' })),
      chooseExisting: () => answer(() => ({ path: chosen(), name: 'chosen.pem' })),
    },
    confirms: () => answer(() => true),
  });
  await app.vault.open();
  expect(await app.vault.prepare()).toMatchObject({ ok: true });
  writeFileSync(chosen(), 'anything');
});

afterEach(() => app.close());

const filter = { apiKeyId: null, group: null, since: null, search: '' };

const COMMANDS: Readonly<Record<string, unknown>> = {
  'activity.export': { format: 'csv', filter },
  'team.exportCsv': { filter: EVERY_TEAM_KEY, sort: 'newest' },
  'vault.saveRecoveryKit': { passphrase: 'a long passphrase for the kit' },
  'moving.export': { passphrase: 'a long passphrase for the export' },
  'moving.open': { passphrase: '' },
  'files.choose': { collectionId: null, origin: null },
  'network.chooseAuthorityFile': {},
  'network.allowUnchecked': { origin: 'https://a.test' },
  'network.addClientCertificate': { origin: 'https://a.test', kind: 'pfx', passphrase: '' },
  'collections.chooseFolder': {},
  'import.choose': { what: 'file' },
};

describe('Keyfob that is locked while a dialog is open', () => {
  for (const [command, input] of Object.entries(COMMANDS)) {
    it(`does nothing more of ${command}`, holds('confinement.locked-meanwhile'), async () => {
      const rows = (): unknown => [
        app.ledger.all('SELECT * FROM network_settings', []),
        app.ledger.all('SELECT * FROM chosen_files', []),
      ];
      const before = rows();
      beforeAnswering = () => void app.vault.lock('hand');

      const result = await app.invoke(command, input);

      expect(asked).toBe(1);
      expect(result).toMatchObject({ ok: false, error: { code: 'vault-locked' } });
      expect(existsSync(saved())).toBe(false);
      expect(rows()).toEqual(before);
      expect(app.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
    });
  }

  it('goes on where it was not locked', async () => {
    expect(await app.invoke('team.exportCsv', COMMANDS['team.exportCsv'])).toMatchObject({ ok: true });
    expect(readFileSync(saved(), 'utf8')).toContain('Creator');
  });
});
