import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { EnvironmentSummary } from '../../../../shared/domain/environment.ts';
import { useCommand } from '../../../bridge/use-command.ts';
import { useCommandQuery } from '../../../bridge/use-command-query.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorNote } from '../../../ui/error-note.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { EnvironmentEditor } from './environment-editor.tsx';
import { EnvironmentNameDialog } from './environment-name-dialog.tsx';
import styles from './environments-dialog.module.css';
import { LeaveDialog } from './leave-dialog.tsx';
import { environmentsTexts } from '../../../../shared/texts/en/environments.ts';
import { useErrorWords, useTexts } from '../../../language/speech-context.ts';

/** All environments on the left, the rows of one on the right. */
export function EnvironmentsDialog({ onClose }: { readonly onClose: () => void }) {
  const texts = useTexts(environmentsTexts);
  const list = useCommandQuery('environments.list', {});
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [isNaming, setIsNaming] = useState(false);
  const [isDirty, setIsDirty] = useState(false);
  const [deleted, setDeleted] = useState<DeletedEnvironment | null>(null);
  /** What is to be done once it is said what becomes of the changes. */
  const [leaving, setLeaving] = useState<(() => void) | null>(null);
  const environments = list.kind === 'loaded' ? list.value.environments : [];
  const activeId = list.kind === 'loaded' ? list.value.activeId : null;
  const shownId = chosenId ?? activeId ?? environments.find(({ problem }) => problem === null)?.id ?? null;
  const shown = environments.find(({ id }) => id === shownId) ?? null;
  const leave = (next: () => void) => {
    if (isDirty) setLeaving(() => next);
    else next();
  };
  return (
    <Dialog
      title={texts.dialog.title}
      size="wide"
      onClose={() => {
        leave(onClose);
      }}
      footer={
        <Button
          onPress={() => {
            leave(onClose);
          }}
        >
          {texts.common.close}
        </Button>
      }
    >
      <div className={styles.columns}>
        <nav className={styles.list} aria-label={texts.dialog.title}>
          {list.kind === 'loading' && <Skeleton width="80%" />}
          {environments.map((environment) => (
            <ListItem
              key={environment.id}
              environment={environment}
              isShown={environment.id === shownId}
              isActive={environment.id === activeId}
              onOpen={() => {
                leave(() => {
                  setChosenId(environment.id);
                });
              }}
            />
          ))}
          <div className={styles.new}>
            <Button
              size="small"
              icon={<Plus />}
              onPress={() => {
                leave(() => {
                  setIsNaming(true);
                });
              }}
            >
              {texts.name.new}
            </Button>
          </div>
        </nav>
        <div className={styles.content}>
          {deleted !== null && (
            <Deleted
              {...deleted}
              onDone={() => {
                setDeleted(null);
              }}
            />
          )}
          {list.kind === 'failed' && (
            <ErrorNote
              error={list.error}
              actions={<Button onPress={list.retry}>{texts.common.tryAgain}</Button>}
            />
          )}
          {list.kind === 'loaded' && environments.length === 0 && <NoEnvironments />}
          {shown !== null && shown.problem === null && (
            <EnvironmentEditor
              key={shown.id}
              id={shown.id}
              isActive={shown.id === activeId}
              onDirtyChange={setIsDirty}
              onOpen={setChosenId}
              onDeleted={(undoId, name) => {
                setDeleted({ undoId, name });
              }}
            />
          )}
        </div>
      </div>
      {isNaming && (
        <EnvironmentNameDialog
          onNamed={setChosenId}
          onClose={() => {
            setIsNaming(false);
          }}
        />
      )}
      {leaving !== null && (
        <LeaveDialog
          onLeave={() => {
            setIsDirty(false);
            setLeaving(null);
            leaving();
          }}
          onClose={() => {
            setLeaving(null);
          }}
        />
      )}
    </Dialog>
  );
}

interface DeletedEnvironment {
  readonly undoId: string;
  readonly name: string;
}

function Deleted({ undoId, name, onDone }: DeletedEnvironment & { readonly onDone: () => void }) {
  const texts = useTexts(environmentsTexts);
  const wordsOf = useErrorWords();
  const undo = useCommand('environments.undo');
  return (
    <Banner
      tone="info"
      title={texts.dialog.deleted(name)}
      actions={
        <>
          <Button
            size="small"
            isPending={undo.isPending}
            onPress={() => {
              void undo.run({ undoId }).then((result) => {
                if (result.ok) onDone();
              });
            }}
          >
            {texts.dialog.undo}
          </Button>
          <Button size="small" variant="quiet" onPress={onDone}>
            {texts.dialog.dismiss}
          </Button>
        </>
      }
    >
      {undo.error === null ? texts.dialog.deletedNote : wordsOf(undo.error).message}
    </Banner>
  );
}

function NoEnvironments() {
  const texts = useTexts(environmentsTexts);
  return <EmptyState title={texts.dialog.none}>{texts.dialog.explanation}</EmptyState>;
}

interface ListItemProps {
  readonly environment: EnvironmentSummary;
  readonly isShown: boolean;
  readonly isActive: boolean;
  readonly onOpen: () => void;
}

function ListItem({ environment, isShown, isActive, onOpen }: ListItemProps) {
  const texts = useTexts(environmentsTexts);
  const wordsOf = useErrorWords();
  const { name, problem } = environment;
  if (problem !== null) {
    return (
      <div>
        <div className={styles.open}>
          <span className={styles.openName}>{name}</span>
        </div>
        <p className={styles.problem}>{wordsOf(problem).message}</p>
      </div>
    );
  }
  return (
    <button type="button" className={styles.open} aria-current={isShown} title={name} onClick={onOpen}>
      <span className={styles.openName}>{name}</span>
      {isActive && <Tag tone="good">{texts.dialog.inUse}</Tag>}
    </button>
  );
}
