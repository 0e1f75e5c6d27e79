import { Pencil } from 'lucide-react';
import { useState } from 'react';
import type { OpenedRequest } from '../../../shared/domain/collection.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import styles from './about-panel.module.css';
import { isBuiltIn, type OpenRequest } from './open-request.ts';
import { requestsTexts } from '../../../shared/texts/en/requests.ts';
import { useErrorWords, useTexts } from '../../language/speech-context.ts';

interface AboutPanelProps {
  readonly request: OpenRequest;
  /** The request as its file has it. */
  readonly onDisk: OpenedRequest;
}

/** What its collection says of a request, a line each, and what of its file is not used. Text alone. */
export function AboutPanel({ request, onDisk }: AboutPanelProps) {
  const texts = useTexts(requestsTexts);
  const wordsOf = useErrorWords();
  const [isEditing, setIsEditing] = useState(false);
  const { description, notes } = onDisk;
  const lines = description.split('\n').filter((line) => line.trim() !== '');
  if (isEditing) {
    const close = () => {
      setIsEditing(false);
    };
    return <DescriptionForm request={request} description={description} onClose={close} />;
  }
  return (
    <div className={styles.panel}>
      {lines.map((line, index) => (
        // Lines have no identity of their own and never move.
        <p key={index} className={styles.line} dir="auto">
          {line}
        </p>
      ))}
      {lines.length === 0 && <p className={styles.none}>{texts.about.nothing}</p>}
      {!isBuiltIn(request) && (
        <div>
          <Button
            size="small"
            icon={<Pencil />}
            onPress={() => {
              setIsEditing(true);
            }}
          >
            {texts.about.edit}
          </Button>
        </div>
      )}
      {notes.length > 0 && (
        <ul className={styles.notes} aria-label={texts.about.kept}>
          {notes.map((note) => (
            <li key={note.message}>{wordsOf(note).message}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface DescriptionFormProps {
  readonly request: OpenRequest;
  readonly description: string;
  readonly onClose: () => void;
}

/** Writes to the file at once: a description is not a part of what is sent. */
function DescriptionForm({ request: { source }, description, onClose }: DescriptionFormProps) {
  const texts = useTexts(requestsTexts);
  const [text, setText] = useState(description);
  const { run, isPending, error } = useCommand('collections.setDescription');
  const save = async () => {
    if (source.kind !== 'saved') return;
    const place = { collectionId: source.collectionId, itemId: source.requestId };
    const saved = await run({ ...place, description: text });
    if (saved.ok) onClose();
  };
  return (
    <div className={styles.panel}>
      <TextArea
        label={texts.about.description}
        rows={6}
        value={text}
        onChange={setText}
        maxLength={100_000}
        autoFocus
      />
      {error !== null && <ErrorNote error={error} />}
      <div className={styles.buttons}>
        <Button size="small" onPress={onClose}>
          {texts.common.cancel}
        </Button>
        <Button size="small" variant="primary" isPending={isPending} onPress={() => void save()}>
          {texts.about.save}
        </Button>
      </div>
    </div>
  );
}
