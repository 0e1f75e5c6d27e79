import { useState } from 'react';
import type { Run } from '../../../shared/domain/run.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { useToast } from '../../ui/use-toast.ts';
import { CompareDialog } from './compare-dialog.tsx';
import { RunPane } from './run-pane.tsx';
import { setupOf } from './setup-form.ts';
import type { DataFiles } from './use-data-files.ts';
import type { RunActions } from './use-run-actions.ts';
import type { RunsView } from './use-runs-view.ts';
import type { SetupDrafts } from './use-setup.ts';

interface ShownRunProps {
  readonly run: Run;
  readonly runs: readonly Run[];
  readonly view: RunsView;
  readonly drafts: SetupDrafts;
  readonly files: DataFiles;
  readonly actions: RunActions;
  readonly onDelete: () => void;
}

/** A run, with what can be done with it. */
export function ShownRun({ run, runs, view, drafts, files, actions, onDelete }: ShownRunProps) {
  const bridge = useBridge();
  const toast = useToast();
  const [isComparing, setIsComparing] = useState(false);
  const { collectionId, folderId, dataName, options } = run;
  const place = { collectionId, folderId };
  const others = comparable(run, runs);

  const runAgain = async () => {
    const chosen = files.find(place);
    const data = chosen !== null && chosen.name === dataName ? chosen : null;
    if (data === null && dataName !== null) {
      // Its rows are not here any more: the set-up asks for the file.
      view.setUp(place);
      return;
    }
    const draft = drafts.find(place);
    const kept = draft === null ? null : setupOf(draft);
    const asked = kept === null ? await bridge.invoke('runs.getSetup', place) : null;
    if (asked !== null && !asked.ok) {
      toast.showError(asked.error);
      return;
    }
    const { expectations = [], selection } = kept ?? asked?.value.setup ?? {};
    const sent = selection === undefined ? {} : { selection };
    const again = await actions.start({ place, setup: { options, expectations, dataName, ...sent }, data });
    if (again !== null) view.show(again.id);
    else view.setUp(place);
  };

  return (
    <>
      <RunPane
        run={run}
        isBusy={actions.isStarting}
        canCompare={others.length > 0}
        onCancel={() => {
          actions.cancel(run.id);
        }}
        onRunAgain={() => void runAgain()}
        onSetUp={() => {
          actions.clearStartError();
          view.setUp(place);
        }}
        onCompare={() => {
          setIsComparing(true);
        }}
        onExport={(format) => {
          actions.exportAs(run.id, format);
        }}
        onDelete={onDelete}
      />
      {isComparing && (
        <CompareDialog
          run={run}
          others={others}
          onClose={() => {
            setIsComparing(false);
          }}
        />
      )}
    </>
  );
}

/** The runs that have ended, those of the same requests first; each kind the newest first. */
function comparable(run: Run, runs: readonly Run[]): readonly Run[] {
  const isSame = (other: Run) => other.collectionId === run.collectionId && other.folderId === run.folderId;
  return runs
    .filter(({ id, state }) => id !== run.id && state !== 'running')
    .toSorted((one, other) => Number(isSame(other)) - Number(isSame(one)));
}
