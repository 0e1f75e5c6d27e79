import { useEffect, useState } from 'react';
import type { NotesSection } from '../../shared/domain/release-notes.ts';
import { shellTexts } from '../../shared/texts/en/shell.ts';
import { useCommand } from '../bridge/use-command.ts';
import { useCommandQuery } from '../bridge/use-command-query.ts';
import { useTexts } from '../language/speech-context.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import styles from './whats-new.module.css';

interface WhatsNewProps {
  /** Of the copy that runs. */
  readonly version: string;
  /** Reads what the changelog in this copy says of a version. */
  readonly readNotes?: (version: string) => Promise<readonly NotesSection[]>;
}

async function readBundledNotes(version: string): Promise<readonly NotesSection[]> {
  const { bundledNotes } = await import('./bundled-notes.ts');
  return bundledNotes(version);
}

/** After an update: that there was one, and what came with it. Once; the next start says nothing of it. */
export function WhatsNew({ version, readNotes = readBundledNotes }: WhatsNewProps) {
  const { whatsNew: texts } = useTexts(shellTexts);
  const preferences = useCommandQuery('preferences.get', {});
  const { run: save } = useCommand('preferences.set');
  const [notes, setNotes] = useState<readonly NotesSection[]>([]);
  const [isOpen, setIsOpen] = useState(false);
  const seen = preferences.kind === 'loaded' ? preferences.value.seenVersion : version;
  const isUpdated = seen !== null && seen !== version;
  useEffect(() => {
    if (!isUpdated) return;
    void readNotes(version).then((read) => {
      setNotes(read);
      void save({ seenVersion: version });
    });
  }, [isUpdated, version, readNotes, save]);
  if (notes.length === 0) return null;
  const dismiss = () => {
    setNotes([]);
  };
  return (
    <>
      <Banner
        isStrip
        tone="info"
        title={texts.updated(version)}
        actions={
          <>
            <Button
              size="small"
              onPress={() => {
                setIsOpen(true);
              }}
            >
              {texts.show}
            </Button>
            <Button size="small" variant="quiet" onPress={dismiss}>
              {texts.dismiss}
            </Button>
          </>
        }
      />
      {isOpen && (
        <Dialog title={texts.title(version)} size="medium" onClose={dismiss}>
          {/* What scrolls must be reached with the keyboard. */}
          <div className={styles.notes} role="group" aria-label={texts.title(version)} tabIndex={0}>
            {notes.map(({ title, items }) => (
              <section key={title}>
                <h3 className={styles.title}>{title}</h3>
                <ul className={styles.list}>
                  {items.map((item) => (
                    <li key={item}>{item}</li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </Dialog>
      )}
    </>
  );
}
