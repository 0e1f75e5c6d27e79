import { z } from 'zod';
import { ok } from '../../shared/domain/app-error.ts';
import { changeLedger } from '../keys/change-ledger.ts';
import { LedgerWriteError, type Ledger } from '../keys/ledger/ledger.ts';
import { createSealedVariables, holdsPlainSecret, type SealedVariablesParts } from './sealed-variables.ts';

const rowSchema = z.object({ id: z.string(), content: z.string() });

function listPlain(ledger: Ledger): readonly z.infer<typeof rowSchema>[] {
  return ledger
    .all(`SELECT id, content FROM local_environments WHERE content LIKE '%"secret"%'`)
    .map((row) => rowSchema.parse(row))
    .filter(({ content }) => holdsPlainSecret(content));
}

/** Whether there is anything for `sealPlainVariables` to do. */
export function hasPlainVariables(ledger: Ledger): boolean {
  return listPlain(ledger).length > 0;
}

/**
 * Seals what lies in the clear from before secret values of environments were sealed, in one transaction. To be called while the vault
 * is unlocked. Returns how many environments were changed.
 */
export function sealPlainVariables(parts: SealedVariablesParts): number {
  const { ledger } = parts;
  const variables = createSealedVariables(parts);

  const rows = listPlain(ledger);
  if (rows.length === 0) return 0;
  const sealed = changeLedger(ledger, () => {
    for (const { id, content } of rows) {
      const opened = variables.open(content);
      if (!opened.ok) return opened;
      variables.drop(content);
      const kept = variables.keep(opened.value);
      if (!kept.ok) return kept;
      ledger.run('UPDATE local_environments SET content = ? WHERE id = ?', [kept.value, id]);
    }
    return ok(null);
  });
  if (!sealed.ok) throw new LedgerWriteError(`Values could not be sealed: ${sealed.error.code}`);
  // What lay in the clear leaves the log too; `secure_delete` has overwritten it in the file.
  ledger.checkpointAndScrub();
  return rows.length;
}
