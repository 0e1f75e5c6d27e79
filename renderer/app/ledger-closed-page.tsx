import { DatabaseBackup } from 'lucide-react';
import { useState } from 'react';
import type { LedgerState } from '../../shared/domain/ledger-state.ts';
import { vaultTexts } from '../../shared/texts/en/vault.ts';
import { useCommand } from '../bridge/use-command.ts';
import { useErrorWords, useTexts } from '../language/speech-context.ts';
import { AlertDialog } from '../ui/alert-dialog.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import styles from './ledger-closed-page.module.css';
import { ProductMark } from './product-mark.tsx';
import { useFirstContent } from './use-first-content.ts';

type ClosedLedger = Extract<LedgerState, { kind: 'closed' }>;

/** Takes the whole window while the ledger cannot be opened: what happened, and the two ways on. */
export function LedgerClosedPage({ ledger }: { readonly ledger: ClosedLedger }) {
  const { ledger: texts } = useTexts(vaultTexts);
  const { message, remedy } = useErrorWords()(ledger);
  const [isAsking, setIsAsking] = useState(false);
  const restore = useCommand('ledger.restoreBackup');
  // A file that cannot be written is not damaged: to put another in its place would only hide it.
  const canBeReplaced = ledger.reason !== 'unwritable';
  useFirstContent(true);
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <div className={styles.product}>
          <ProductMark /> Keyfob
        </div>
        <div className={styles.text}>
          <h1 className={styles.title}>{texts.titles[ledger.reason]}</h1>
          <p>{message}</p>
          <p>{remedy}</p>
          {canBeReplaced && <p className={styles.promise}>{texts.promise}</p>}
          {canBeReplaced && ledger.backup !== null && <p>{texts.backupIsOld}</p>}
        </div>
        {restore.error !== null && <ErrorNote error={restore.error} />}
        {canBeReplaced && (
          <div className={styles.actions}>
            {ledger.backup !== null && (
              <Button
                variant="primary"
                icon={<DatabaseBackup />}
                isPending={restore.isPending}
                onPress={() => void restore.run({})}
              >
                {texts.restore(ledger.backup.takenAt, ledger.backup.keyCount)}
              </Button>
            )}
            <Button
              onPress={() => {
                setIsAsking(true);
              }}
            >
              {texts.startEmpty}
            </Button>
          </div>
        )}
      </div>
      {isAsking && (
        <StartEmptyDialog
          onClose={() => {
            setIsAsking(false);
          }}
        />
      )}
    </main>
  );
}

function StartEmptyDialog({ onClose }: { readonly onClose: () => void }) {
  const { ledger: texts } = useTexts(vaultTexts);
  const start = useCommand('ledger.startEmpty');
  return (
    <AlertDialog
      title={texts.startEmptyTitle}
      action={texts.startEmptyAction}
      onClose={onClose}
      isPending={start.isPending}
      error={start.error}
      onAction={() => {
        void start.run({}).then((result) => {
          if (result.ok) onClose();
        });
      }}
    >
      <p>{texts.startEmptyExplanation}</p>
    </AlertDialog>
  );
}
