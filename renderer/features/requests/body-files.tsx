import { FileUp } from 'lucide-react';
import type { BodyFile } from '../../../shared/domain/body-file.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../ui/button.tsx';
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
  readonly onChoose: () => void;
}

/** A file that is sent: its name, its size, and whether it can be. */
export function FileField({ which, path, file, onChoose }: FileFieldProps) {
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
    </span>
  );
}

function noteOf(file: BodyFile, formats: Formats, texts: RequestsTexts): string {
  switch (file.state) {
    case 'ready':
      return formats.bytes(file.size ?? 0);
    case 'not-chosen':
      return texts.files.notChosen;
    case 'unreadable':
      return texts.files.unreadable;
  }
}

function nameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
