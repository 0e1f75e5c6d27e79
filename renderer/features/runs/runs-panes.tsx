import { useState } from 'react';
import type { Collection } from '../../../shared/domain/collection.ts';
import type { Run } from '../../../shared/domain/run.ts';
import { DeleteRunDialog } from './delete-run-dialog.tsx';
import { RunList } from './run-list.tsx';
import styles from './runs-screen.module.css';
import { ShownRun } from './shown-run.tsx';
import { ShownSetup } from './shown-setup.tsx';
import { useDataFiles } from './use-data-files.ts';
import { useRunActions } from './use-run-actions.ts';
import type { RunsView } from './use-runs-view.ts';
import { useSetupDrafts } from './use-setup.ts';

interface RunsPanesProps {
  readonly runs: readonly Run[];
  /** The collections that can be read. */
  readonly trees: readonly Collection[];
  readonly view: RunsView;
}

/** The runs that are kept, and beside them one of them or the set-up of a new one. */
export function RunsPanes({ runs, trees, view }: RunsPanesProps) {
  const [deletedId, setDeletedId] = useState<string | null>(null);
  const drafts = useSetupDrafts();
  const files = useDataFiles();
  const actions = useRunActions();
  const { run } = view;
  const deleted = runs.find(({ id, state }) => id === deletedId && state !== 'running');
  return (
    <div className={styles.panes}>
      <div className={styles.list}>
        <RunList runs={runs} selectedId={run?.id ?? null} onSelect={view.show} onDelete={setDeletedId} />
      </div>
      <div className={styles.content}>
        {run === null ? (
          <ShownSetup {...{ trees, view, drafts, files, actions }} />
        ) : (
          <ShownRun
            key={run.id}
            {...{ run, runs, view, drafts, files, actions }}
            onDelete={() => {
              setDeletedId(run.id);
            }}
          />
        )}
      </div>
      {deleted !== undefined && (
        <DeleteRunDialog
          run={deleted}
          onClose={() => {
            setDeletedId(null);
          }}
        />
      )}
    </div>
  );
}
