import { useState, type ReactNode } from 'react';
import type { ApiKey } from '../../../shared/domain/api-key.ts';
import { useNavigationIntent } from '../../app/navigation-context.ts';
import { useFirstContent } from '../../app/use-first-content.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { ListNote, ListScreen, ListSkeleton } from '../../ui/list-screen.tsx';
import { EndedContent } from './ended-content.tsx';
import styles from './exposed-screen.module.css';
import { NothingScanned } from './nothing-scanned.tsx';
import { ScanProgressNote } from './scan-progress-note.tsx';
import { useExposedScan, type ExposedScanState } from './use-exposed-scan.ts';
import { exposedTexts } from '../../../shared/texts/en/exposed.ts';
import { useTexts } from '../../language/speech-context.ts';

interface ExposedScreenProps {
  /** Replaces a key's value, another feature’s. */
  readonly replaceDialog: (apiKey: ApiKey, onClose: () => void) => ReactNode;
}

type Target = 'folder' | 'file' | 'again';

/** Looks for the person's own keys in files, and says where they lie. */
export function ExposedScreen({ replaceDialog }: ExposedScreenProps) {
  const texts = useTexts(exposedTexts);
  const [leavesOutPackages, setLeavesOutPackages] = useState(false);
  const state = useExposedScan();
  const { scan } = state;
  useFirstContent(scan.kind !== 'loading');
  const start = (target: Target) => {
    state.start({ target, leavesOutPackages });
  };
  useNavigationIntent((intent) => {
    if (intent.kind === 'scan-folder') start('folder');
  });
  const kind = scan.kind === 'loaded' ? scan.value.kind : null;
  return (
    <ListScreen
      title={texts.exposed.title}
      search={
        <Checkbox
          label={texts.exposed.leaveOut}
          isSelected={leavesOutPackages}
          onChange={setLeavesOutPackages}
          isDisabled={kind === 'running'}
        />
      }
      action={
        <div className={styles.actions}>
          {kind === 'ended' && <ScanButtons isStarting={state.isStarting} canRepeat onScan={start} />}
        </div>
      }
    >
      <Content state={state} onScan={start} replaceDialog={replaceDialog} />
    </ListScreen>
  );
}

interface ContentProps extends ExposedScreenProps {
  readonly state: ExposedScanState;
  readonly onScan: (target: Target) => void;
}

function Content({ state, onScan, replaceDialog }: ContentProps) {
  const texts = useTexts(exposedTexts);
  const { scan, progress, isStarting, cancel } = state;
  if (scan.kind === 'loading') return <ListSkeleton />;
  if (scan.kind === 'failed') {
    return (
      <ListNote>
        <ErrorNote
          error={scan.error}
          actions={<Button onPress={scan.retry}>{texts.exposed.tryAgain}</Button>}
        />
      </ListNote>
    );
  }
  const { value } = scan;
  if (value.kind === 'running') {
    const isOfThis = progress !== null && progress.id === value.id;
    return (
      <ListNote>
        <ScanProgressNote
          target={value.target}
          progress={isOfThis ? progress : value.progress}
          onCancel={cancel}
        />
      </ListNote>
    );
  }
  if (value.kind === 'ended') return <EndedContent scan={value} replaceDialog={replaceDialog} />;
  return (
    <ListNote>
      <NothingScanned actions={<ScanButtons isStarting={isStarting} onScan={onScan} />} />
    </ListNote>
  );
}

interface ScanButtonsProps {
  readonly isStarting: boolean;
  readonly canRepeat?: boolean;
  readonly onScan: (target: Target) => void;
}

function ScanButtons({ isStarting, canRepeat = false, onScan }: ScanButtonsProps) {
  const texts = useTexts(exposedTexts);
  return (
    <>
      {canRepeat && (
        <Button
          isPending={isStarting}
          onPress={() => {
            onScan('again');
          }}
        >
          {texts.exposed.scanAgain}
        </Button>
      )}
      <Button
        isPending={isStarting && !canRepeat}
        onPress={() => {
          onScan('file');
        }}
      >
        {texts.exposed.scanFile}
      </Button>
      <Button
        variant="primary"
        isPending={isStarting && !canRepeat}
        onPress={() => {
          onScan('folder');
        }}
      >
        {texts.exposed.scanFolder}
      </Button>
    </>
  );
}
