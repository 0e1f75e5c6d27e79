import { describe, expect, it } from 'vitest';
import { commands } from '../../../shared/contract/contract.ts';
import type { ApiKey } from '../../../shared/domain/api-key.ts';
import type { Result } from '../../../shared/domain/app-error.ts';
import { aServiceDraft } from '../../support/builders.ts';
import { inMemoryClipboard } from '../../support/in-memory-ports.ts';
import { memoryKeysBench } from '../../support/keys-bench.ts';
import { valueOf } from '../../support/results.ts';
import { holds } from '../../support/holds.ts';

describe('the answers about keys', () => {
  it(
    'fit the contract and hold no secret, however the keys are driven; nor does anything in the ledger or the log',
    holds('confinement.outputs'),
    async () => {
      const bench = memoryKeysBench();
      const service = valueOf(bench.services.create(aServiceDraft()));
      const answers: unknown[] = [];
      const secrets: string[] = [];
      const note = (answer: Result<ApiKey>): string => {
        const apiKey = commands['keys.rename'].output.parse(valueOf(answer));
        answers.push(apiKey);
        secrets.push(bench.secretOf(apiKey.id));
        return apiKey.id;
      };
      const never = { kind: 'never' } as const;
      const id = note(await bench.keys.generate({ name: 'one', serviceId: 'local', expiry: never }));
      note(await bench.keys.generate({ name: 'two', serviceId: service.id, expiry: never }));
      bench.clipboard.formats = inMemoryClipboard('pasted-0123456789abcdefghij').formats;
      const staged = commands['keys.stagePaste'].output.parse(valueOf(await bench.keys.stagePaste()));
      answers.push(staged);
      const { token } = staged;
      note(await bench.keys.addStaged({ token, name: 'three', serviceId: 'postman', expiry: never }));
      note(bench.keys.rename({ id, name: 'renamed' }));
      note(await bench.keys.regenerate({ id, grace: '1h' }));
      note(bench.keys.makeDefault(id));
      answers.push(await bench.copier.copy(id, 'tray'));
      answers.push(commands['keys.list'].output.parse(bench.keys.list()));
      answers.push(commands['services.list'].output.parse(bench.services.list()));
      const tables = ['api_keys', 'services', 'activity', 'members', 'issued_secrets', 'sealed_secrets'];
      const rows = tables.map((table) => bench.ledger.all(`SELECT * FROM ${table}`));
      const seen = JSON.stringify([answers, rows, bench.logger.lines, bench.notifier.shown, bench.published]);
      expect(new Set(secrets).size).toBe(4);
      for (const secret of secrets) {
        expect(seen).not.toContain(secret);
        // Not even most of one: nothing but its last four characters is anybody's to see.
        expect(seen).not.toContain(secret.slice(-12));
      }
    },
  );
});
