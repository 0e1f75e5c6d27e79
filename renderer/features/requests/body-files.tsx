import { FileUp, MoreHorizontal } from 'lucide-react';
import { holdsTemplate, type BodyFile } from '../../../shared/domain/body-file.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { useToast } from '../../ui/use-toast.ts';
import styles from './body-files.module.css';
import type { Formats } from '../../../shared/texts/formats.ts';
import { useFormats, useTexts } from '../../language/speech-context.ts';
import { requestsTexts, type RequestsTexts } from '../../../shared/texts/en/requests.ts';

/** What a file is chosen for. */
export interface FileGoal {
  readonly collectionId: string | null;
  /** Where the request goes; `null` while that is not known. */
  readonly origin: string | null;
}

/** Asks for a file in the system's dialog; the window never says which path is read. */
export function useChooseFile({
  collectionId,
  origin,
}: FileGoal): (onChosen: (file: BodyFile) => void) => void {
  const { run } = useCommand('files.choose');
  const toast = useToast();
  return (onChosen) => {
    void run({ collectionId, origin }).then((result) => {
      if (!result.ok) toast.showError(result.error);
      else if (result.value !== null) onChosen(result.value);
    });
  };
}

interface FileFieldProps {
  /** Which field it is, in the names of its controls: "part 2". */
  readonly which: string;
  /** Empty: none was chosen. */
  readonly path: string;
  /** `null` while it is looked at. */
  readonly file: BodyFile | null;
  /** Of the request: what was allowed was allowed for it. */
  readonly collectionId: string | null;
  readonly onChoose: () => void;
}

/** A file that is sent: its name, its size, where it may go, and whether it can be sent. */
export function FileField({ which, path, file, collectionId, onChoose }: FileFieldProps) {
  const texts = useTexts(requestsTexts);
  const formats = useFormats();
  const label = path === '' ? texts.files.choose : texts.files.another;
  return (
    <span className={styles.field} data-state={path === '' ? 'none' : (file?.state ?? 'looking')}>
      <Button size="small" icon={<FileUp />} aria-label={texts.files.for(label, which)} onPress={onChoose}>
        {label}
      </Button>
      {path !== '' && (
        <span className={styles.name} title={path}>
          {nameOf(path)}
        </span>
      )}
      {path !== '' && file !== null && <span className={styles.note}>{noteOf(file, formats, texts)}</span>}
      {path !== '' && file !== null && file.origins.length > 0 && (
        <FileOrigins which={which} file={file} collectionId={collectionId} />
      )}
    </span>
  );
}

interface FileOriginsProps extends Pick<FileFieldProps, 'which' | 'collectionId'> {
  readonly file: BodyFile;
}

/** Where a file may go without asking, and how each is taken back. */
function FileOrigins({ which, file, collectionId }: FileOriginsProps) {
  const texts = useTexts(requestsTexts);
  const formats = useFormats();
  const takeBack = useCommand('files.takeBack');
  const toast = useToast();
  const hosts = file.origins.map((origin) => (URL.canParse(origin) ? new URL(origin).host : origin));
  return (
    <span className={styles.origins}>
      <span className={styles.hosts} title={file.origins.join('\n')}>
        {texts.files.goesTo(formats.list(hosts))}
      </span>
      <MenuButton
        label={texts.files.origins(which)}
        icon={<MoreHorizontal />}
        actions={file.origins.map((origin) => ({
          id: origin,
          label: texts.files.takeBack(origin),
          description: texts.files.takeBackNote,
          onAction: () => {
            void takeBack.run({ collectionId, path: file.path, origin }).then((result) => {
              if (!result.ok) toast.showError(result.error);
            });
          },
        }))}
      />
    </span>
  );
}

function noteOf(file: BodyFile, formats: Formats, texts: RequestsTexts): string {
  switch (file.state) {
    case 'ready':
      return formats.bytes(file.size ?? 0);
    case 'not-chosen':
      return holdsTemplate(file.path) ? texts.files.template : texts.files.notChosen;
    case 'unreadable':
      return texts.files.unreadable;
  }
}

function nameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
