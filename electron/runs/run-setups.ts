import { z } from 'zod';
import type { CommandInput, CommandOutput } from '../../shared/contract/contract.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { runSetupSchema, type Expectation, type RunPlace, type RunSetup } from '../../shared/domain/run.ts';
import { changeLedger } from '../keys/change-ledger.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';
import type { SecretScan } from '../keys/secret-scan.ts';
import type { Clock } from '../ports/clock.ts';
import { whileOpen } from './while-open.ts';
import { told } from '../told.ts';

export interface RunSetupsOptions {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly secretScan: SecretScan;
}

/** How collections and folders were last set up to be run. */
export interface RunSetups {
  readonly get: (place: RunPlace) => Result<CommandOutput<'runs.getSetup'>>;
  /** `text-holds-secret` when an expectation holds a key's value: nothing is kept of it then. */
  readonly save: (input: CommandInput<'runs.saveSetup'>) => Result<Readonly<Record<string, never>>>;
  /** Why a set-up with these must not be kept; `null` when it may. */
  readonly refusal: (expectations: RunSetup['expectations']) => ReturnType<typeof failed> | null;
  /** Within a transaction. */
  readonly write: (place: RunPlace, setup: RunSetup) => void;
}

/** No secret is shorter. */
const SHORTEST_SECRET = 8;

const rowSchema = z.object({ setup: z.string() });

export function createRunSetups({ ledger, clock, secretScan }: RunSetupsOptions): RunSetups {
  const refusal: RunSetups['refusal'] = (expectations) => {
    const texts = expectations
      .flatMap(({ expectation }) => textsOf(expectation))
      .filter((text) => text.length >= SHORTEST_SECRET);
    if (texts.length === 0 || !secretScan.holdsSecret(texts.join('\n'))) return null;
    return failed('text-holds-secret', told('expectationHoldsKey'));
  };
  const write: RunSetups['write'] = ({ collectionId, folderId }, setup) => {
    ledger.run(
      `INSERT INTO run_setups (collection_id, folder_id, setup, changed_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (collection_id, folder_id) DO UPDATE SET setup = excluded.setup, changed_at = excluded.changed_at`,
      [collectionId, folderId ?? '', JSON.stringify(setup), clock.now()],
    );
  };
  return {
    get: ({ collectionId, folderId }) =>
      whileOpen<CommandOutput<'runs.getSetup'>>(() => {
        const row = ledger.get('SELECT setup FROM run_setups WHERE collection_id = ? AND folder_id = ?', [
          collectionId,
          folderId ?? '',
        ]);
        if (row === undefined) return ok({ setup: null });
        return ok({ setup: runSetupSchema.parse(JSON.parse(rowSchema.parse(row).setup)) });
      }),
    save: ({ place, setup }) =>
      changeLedger(ledger, () => {
        const refused = refusal(setup.expectations);
        if (refused !== null) return refused;
        write(place, setup);
        return ok({});
      }),
    refusal,
    write,
  };
}

function textsOf(expectation: Expectation): readonly string[] {
  return Object.values(expectation).filter((value) => typeof value === 'string');
}
