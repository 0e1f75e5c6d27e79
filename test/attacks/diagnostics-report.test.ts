import { mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { diagnosticsReport, diagnosticsSchema, integritySchema } from '../../shared/domain/diagnostics.ts';
import { holds } from '../support/holds.ts';
import { formsOf } from '../support/canary.ts';
import { wholeApp } from '../support/whole-app.ts';

describe('the report of Settings, Diagnostics', () => {
  let app: ReturnType<typeof wholeApp> | null = null;
  afterEach(async () => {
    await app?.close();
    app = null;
  });

  const begin = async () => {
    const whole = (app = wholeApp());
    await whole.vault.open();
    const value = async (command: string, input: unknown): Promise<unknown> => {
      const result = await whole.invoke(command, input);
      if (!result.ok) throw new Error(`${command}: ${result.error.code}`);
      return result.value;
    };
    const read = async () => ({
      facts: diagnosticsSchema.parse(await value('diagnostics.get', {})),
      integrity: integritySchema.parse(await value('diagnostics.check', {})),
    });
    return { whole, value, read };
  };

  it(
    'holds no value, no name, and no folder that the person named',
    holds('confinement.report'),
    async () => {
      const { whole, value, read } = await begin();
      const key = (await value('keys.generate', {
        name: 'Zanzibar billing',
        serviceId: 'local',
        expiry: { kind: 'never' },
      })) as { readonly id: string }; // the contract's own output
      const { secret } = (await value('keys.reveal', { id: key.id })) as { readonly secret: string };
      const { facts, integrity } = await read();
      const report = diagnosticsReport(facts, integrity);
      for (const [form, bytes] of formsOf(secret))
        expect(Buffer.from(report).includes(bytes), form).toBe(false);
      for (const telling of ['Zanzibar', whole.folder, homedir(), key.id])
        expect(report).not.toContain(telling);
      expect(report).toContain('Folder: chosen at start');
      expect(report).toMatch(
        /ledger whole, 0 of \d+ sealed values do not open, 0 of 0 backups damaged, list of dead keys whole/,
      );
      whole.ledger.run('UPDATE sealed_secrets SET sealed = zeroblob(60)');
      mkdirSync(join(whole.folder, 'backups'));
      writeFileSync(join(whole.folder, 'backups', 'keyfob-2026-11-01T10-00-00-000Z-v1.db'), 'no database');
      const after = await read();
      expect(diagnosticsReport(after.facts, after.integrity)).toMatch(
        /ledger whole, 1 of \d+ sealed values do not open, 1 of 1 backups damaged, list of dead keys whole/,
      );
      expect(await whole.invoke('clipboard.copyText', { text: report })).toMatchObject({ ok: true });
    },
  );
});
