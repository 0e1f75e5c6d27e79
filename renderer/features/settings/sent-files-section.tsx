import { useState } from 'react';
import type { SendableFile } from '../../../shared/domain/body-file.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import { SentFileRow } from './sent-file-row.tsx';
import { SettingGroup } from './setting-group.tsx';
import { SettingRow } from './setting-row.tsx';
import { useOwners } from './use-owners.ts';
import { settingsTexts } from '../../../shared/texts/en/settings.ts';
import { uiTexts } from '../../../shared/texts/en/ui.ts';
import { useTexts } from '../../language/speech-context.ts';

const FIRST_SHOWN = 20;

/** The files that requests may send, each with its collection, where it may go, and how that is taken back. */
export function SentFilesSection() {
  const { sentFiles: texts } = useTexts(settingsTexts);
  const { tryAgain } = useTexts(uiTexts);
  const files = useCommandQuery('files.list', {});
  const [isAsking, setIsAsking] = useState(false);
  const close = () => {
    setIsAsking(false);
  };
  const isEmpty = files.kind === 'loaded' && files.value.length === 0;
  return (
    <SettingGroup title={texts.title}>
      <SettingRow title={texts.chosen} description={isEmpty ? texts.none : texts.description}>
        {files.kind === 'loaded' && files.value.length > 0 && (
          <Button
            size="small"
            onPress={() => {
              setIsAsking(true);
            }}
          >
            {texts.takeBackAll}
          </Button>
        )}
      </SettingRow>
      {files.kind === 'failed' && (
        <ErrorNote error={files.error} actions={<Button onPress={files.retry}>{tryAgain}</Button>} />
      )}
      {files.kind === 'loaded' && <SentFileRows files={files.value} />}
      {isAsking && <TakeBackAllDialog onClose={close} />}
    </SettingGroup>
  );
}

function SentFileRows({ files }: { readonly files: readonly SendableFile[] }) {
  const { sentFiles: texts } = useTexts(settingsTexts);
  const ownerOf = useOwners();
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? files : files.slice(0, FIRST_SHOWN);
  return (
    <>
      {shown.map((file) => (
        <SentFileRow
          key={`${file.collectionId} ${file.path}`}
          file={file}
          owner={ownerOf(file.collectionId)}
        />
      ))}
      {shown.length < files.length && (
        <SettingRow title={texts.more(files.length - shown.length)}>
          <Button
            size="small"
            onPress={() => {
              setIsWhole(true);
            }}
          >
            {texts.showAll}
          </Button>
        </SettingRow>
      )}
    </>
  );
}

function TakeBackAllDialog({ onClose }: { readonly onClose: () => void }) {
  const { sentFiles: texts } = useTexts(settingsTexts);
  const forget = useCommand('files.forgetAll');
  return (
    <AlertDialog
      title={texts.allTitle}
      action={texts.takeAllBack}
      isPending={forget.isPending}
      error={forget.error}
      onClose={onClose}
      onAction={() => {
        void forget.run({}).then((result) => {
          if (result.ok) onClose();
        });
      }}
    >
      <p>{texts.allNote}</p>
    </AlertDialog>
  );
}
