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
import { environmentsTexts } from '../../../../shared/texts/en/environments.ts';
import { useTexts } from '../../../language/speech-context.ts';
import { VariablesOfRows } from './variables-of-rows.tsx';

interface EnvironmentEditorProps {
  readonly id: string;
  readonly isActive: boolean;
  readonly onDirtyChange: (isDirty: boolean) => void;
  readonly onOpen: (id: string | null) => void;
  readonly onDeleted: (undoId: string, name: string) => void;
}

/** One environment: its rows, and what can be done with it. */
export function EnvironmentEditor(props: EnvironmentEditorProps) {
  const texts = useTexts(environmentsTexts);
  const environment = useCommandQuery('environments.get', { id: props.id });
  if (environment.kind === 'loading') return <Skeleton width="60%" />;
  if (environment.kind === 'failed') {
    return (
      <ErrorNote
        error={environment.error}
        actions={<Button onPress={environment.retry}>{texts.common.tryAgain}</Button>}
      />
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
  const texts = useTexts(environmentsTexts);
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
      <VariablesOfRows environmentName={environment.name} rows={draft.rows}>
        <EnvironmentRows
          rows={draft.rows}
          onChange={draft.setRows}
          onSecret={(target) => void openSecret(target)}
        />
      </VariablesOfRows>
      <div className={styles.actions}>
        <Button
          size="small"
          icon={<KeyRound />}
          onPress={() =>
            void openSecret({ name: null, state: 'absent', origins: environment.suggestedOrigins })
          }
        >
          {texts.editor.addHidden}
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
  const texts = useTexts(environmentsTexts);
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
          {texts.editor.use}
        </Button>
      )}
      {draft.isDirty && (
        <>
          <Button size="small" variant="quiet" onPress={draft.revert}>
            {texts.editor.revert}
          </Button>
          <Button
            size="small"
            variant="primary"
            icon={<Save />}
            isPending={draft.isSaving}
            onPress={() => void draft.save()}
          >
            {texts.common.save}
          </Button>
        </>
      )}
      <EnvironmentMenu environment={environment} onOpen={onOpen} onDeleted={onDeleted} />
    </div>
  );
}

function ChangedOnDisk({ draft, onOpen }: Pick<HeadProps, 'draft' | 'onOpen'>) {
  const texts = useTexts(environmentsTexts);
  return (
    <Banner
      tone="warn"
      title={texts.editor.outdated}
      actions={
        <>
          <Button size="small" onPress={draft.revert}>
            {texts.editor.loadFile}
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
            {texts.editor.keepCopy}
          </Button>
        </>
      }
    >
      {texts.editor.nothingLost}
    </Banner>
  );
}
