import { KeyRound, Save } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Environment } from '../../../../shared/domain/environment.ts';
import { useCommand } from '../../../bridge/use-command.ts';
import { useCommandQuery } from '../../../bridge/use-command-query.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { ErrorNote } from '../../../ui/error-note.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { EnvironmentMenu } from './environment-menu.tsx';
import { EnvironmentRows } from './environment-rows.tsx';
import styles from './environments-dialog.module.css';
import { SecretDialog, type SecretTarget } from './secret-dialog.tsx';
import { useEnvironmentDraft, type EnvironmentDraft } from './use-environment-draft.ts';

interface EnvironmentEditorProps {
  readonly id: string;
  readonly isActive: boolean;
  readonly onDirtyChange: (isDirty: boolean) => void;
  readonly onOpen: (id: string | null) => void;
  readonly onDeleted: (undoId: string, name: string) => void;
}

/** One environment: its rows, and what can be done with it. */
export function EnvironmentEditor(props: EnvironmentEditorProps) {
  const environment = useCommandQuery('environments.get', { id: props.id });
  if (environment.kind === 'loading') return <Skeleton width="60%" />;
  if (environment.kind === 'failed') {
    return (
      <ErrorNote error={environment.error} actions={<Button onPress={environment.retry}>Try again</Button>} />
    );
  }
  return <Editor {...props} environment={environment.value} />;
}

function Editor({
  environment,
  isActive,
  onDirtyChange,
  onOpen,
  onDeleted,
}: EnvironmentEditorProps & { readonly environment: Environment }) {
  const draft = useEnvironmentDraft(environment);
  const [secret, setSecret] = useState<SecretTarget | null>(null);
  const { isDirty } = draft;
  useEffect(() => {
    onDirtyChange(isDirty);
    return () => {
      onDirtyChange(false);
    };
  }, [isDirty, onDirtyChange]);
  /** What is sealed belongs to the rows as they are in the file. */
  const openSecret = async (target: SecretTarget) => {
    if (isDirty && (await draft.save())?.ok !== true) return;
    setSecret(target);
  };
  return (
    <>
      <Head
        environment={environment}
        isActive={isActive}
        draft={draft}
        onOpen={onOpen}
        onDeleted={onDeleted}
      />
      {draft.isOutdated && <ChangedOnDisk draft={draft} onOpen={onOpen} />}
      {draft.error !== null && !draft.isOutdated && <ErrorNote error={draft.error} />}
      <EnvironmentRows
        rows={draft.rows}
        onChange={draft.setRows}
        onSecret={(target) => void openSecret(target)}
      />
      <div className={styles.actions}>
        <Button
          size="small"
          icon={<KeyRound />}
          onPress={() =>
            void openSecret({ name: null, state: 'absent', origins: environment.suggestedOrigins })
          }
        >
          Add secret variable
        </Button>
      </div>
      {secret !== null && (
        <SecretDialog
          environmentId={environment.id}
          target={secret}
          onDone={draft.open}
          onClose={() => {
            setSecret(null);
          }}
        />
      )}
    </>
  );
}

interface HeadProps {
  readonly environment: Environment;
  readonly isActive: boolean;
  readonly draft: EnvironmentDraft;
  readonly onOpen: (id: string | null) => void;
  readonly onDeleted: (undoId: string, name: string) => void;
}

function Head({ environment, isActive, draft, onOpen, onDeleted }: HeadProps) {
  const setActive = useCommand('environments.setActive');
  const toast = useToast();
  const { id, name } = environment;
  return (
    <div className={styles.head}>
      <h3 className={styles.name} title={environment.fileName}>
        {name}
      </h3>
      {!isActive && !draft.isDirty && (
        <Button
          size="small"
          onPress={() => {
            void setActive.run({ id }).then((result) => {
              if (!result.ok) toast.showError(result.error);
            });
          }}
        >
          Use
        </Button>
      )}
      {draft.isDirty && (
        <>
          <Button size="small" variant="quiet" onPress={draft.revert}>
            Revert
          </Button>
          <Button
            size="small"
            variant="primary"
            icon={<Save />}
            isPending={draft.isSaving}
            onPress={() => void draft.save()}
          >
            Save
          </Button>
        </>
      )}
      <EnvironmentMenu environment={environment} onOpen={onOpen} onDeleted={onDeleted} />
    </div>
  );
}

function ChangedOnDisk({ draft, onOpen }: Pick<HeadProps, 'draft' | 'onOpen'>) {
  return (
    <Banner
      tone="warn"
      title="The file was changed since you opened it"
      actions={
        <>
          <Button size="small" onPress={draft.revert}>
            Load the file
          </Button>
          <Button
            size="small"
            isPending={draft.isSaving}
            onPress={() => {
              void draft.saveAsCopy().then((id) => {
                if (id !== null) onOpen(id);
              });
            }}
          >
            Keep mine as a copy
          </Button>
        </>
      }
    >
      Nothing was written over.
    </Banner>
  );
}
