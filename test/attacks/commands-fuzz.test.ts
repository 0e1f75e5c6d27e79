import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands, type CommandName } from '../../shared/contract/contract.ts';
import { appErrorSchema } from '../../shared/domain/app-error.ts';
import { fuzz, fuzzTimeout } from '../support/fuzz.ts';
import { holds } from '../support/holds.ts';
import { commandNames } from '../support/recording-handlers.ts';
import { valueOf } from '../support/results.ts';
import { nearlyInput, type KnownValues } from '../support/schema-arbitrary.ts';
import { wholeApp } from '../support/whole-app.ts';

/** Those of the routes (`local-api-fuzz`, `local-api-routes-fuzz`) come on top. */
const INPUTS = fuzz(10_000);

/** These take the app away from the others: they have an order of their own at the end. */
const LAST: readonly CommandName[] = ['vault.lock', 'ledger.startEmpty', 'ledger.restoreBackup'];

let app: ReturnType<typeof wholeApp>;
const rejections: unknown[] = [];
const onRejection = (reason: unknown): void => void rejections.push(reason);

beforeAll(async () => {
  process.on('unhandledRejection', onRejection);
  app = wholeApp();
  await app.vault.open();
});
afterAll(async () => {
  await app.close();
  process.off('unhandledRejection', onRejection);
});

async function seed(): Promise<KnownValues> {
  const made = await Promise.all(
    ['One', 'Two', 'Three'].map((name) =>
      app.invoke('keys.generate', { name, serviceId: 'local', expiry: { kind: 'never' } }),
    ),
  );
  const ids = made.map((answer) => (valueOf(answer) as { readonly id: string }).id); // what the command answers
  const collection = valueOf(await app.invoke('collections.create', { name: 'Mine' })) as {
    readonly id: string;
  };
  return {
    id: [...ids, collection.id, 'postman-api', 'local'],
    apiKeyId: ids,
    ids: [ids],
    serviceId: ['local', 'postman'],
    collectionId: [collection.id, 'postman-api'],
    // Nothing here leaves this computer, and nothing waits for it.
    url: ['http://127.0.0.1:1/', '{{baseUrl}}/me', 'file:///etc/passwd', 'http://[::1]:1/{{a}}'],
    timeoutMs: [1_000],
    origin: ['https://a.example', 'http://127.0.0.1:1', 'javascript:alert(1)'],
    baseUrl: ['https://a.example', 'http://127.0.0.1:1/x'],
    checkUrl: [null, 'http://127.0.0.1:1/'],
    passphrase: [null, 'short'],
    count: [1, 2],
    iterations: [1, 2],
    inFlight: [1, 2],
  };
}

describe('every command on the whole main process', () => {
  it(
    'answers whatever it is given with a typed answer, and is no bug',
    { ...holds('limits.commands'), timeout: fuzzTimeout(240_000) },
    async () => {
      const known = await seed();
      const outcomes = new Map<CommandName, { ok: number; refused: number }>();
      const attack = async (command: CommandName, input: unknown): Promise<void> => {
        const answer = await app.invoke(command, input);
        const outcome = outcomes.get(command) ?? { ok: 0, refused: 0 };
        outcomes.set(command, outcome);
        if (answer.ok) {
          outcome.ok += 1;
          expect(commands[command].output.safeParse(answer.value).success).toBe(true);
          return;
        }
        outcome.refused += 1;
        expect([command, input, appErrorSchema.parse(answer.error).code]).not.toContain('internal');
      };
      const drawn = commandNames
        .filter((name) => !LAST.includes(name))
        .map((command) =>
          // A passphrase that is taken costs half a second, on purpose.
          ({
            weight: command.startsWith('vault.') ? 1 : 10,
            arbitrary: nearlyInput(commands[command].input, known).map((input) => ({ command, input })),
          }),
        );
      await fc.assert(
        fc.asyncProperty(fc.oneof(...drawn), async ({ command, input }) => {
          await attack(command, input);
        }),
        { numRuns: INPUTS.numRuns, endOnFailure: true },
      );
      // Those of little weight may not have come up; and some end it all.
      const left = commandNames.filter((name) => !outcomes.has(name) && !LAST.includes(name));
      for (const command of [...left, ...LAST]) await attack(command, {});

      expect(app.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
      expect(app.badEvents).toEqual([]);
      expect(rejections).toEqual([]);
      expect(outcomes.size).toBe(commandNames.length);
      const taken = [...outcomes.values()].filter((outcome) => outcome.ok > 0).length;
      console.log(
        `${String(INPUTS.numRuns)} inputs, ${String(taken)} of ${String(outcomes.size)} commands did something`,
      );
      // The inputs are near enough to what is taken for many commands to do their work.
      expect(taken).toBeGreaterThan(commandNames.length * 0.4);
    },
  );
});
