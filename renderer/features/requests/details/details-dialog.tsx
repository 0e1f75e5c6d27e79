import { useState } from 'react';
import { failed, ok, type AppError, type Result } from '../../../../shared/domain/app-error.ts';
import type { VariableRow } from '../../../../shared/domain/collection.ts';
import { useBridge } from '../../../bridge/bridge-context.ts';
import { useCommandQuery } from '../../../bridge/use-command-query.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorNote } from '../../../ui/error-note.tsx';
import { type TabItem, Tabs } from '../../../ui/tabs.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { CollectionServiceSelect } from '../collection-service-select.tsx';
import { RequestVariables } from '../environments/request-variables.tsx';
import { FieldTable } from '../field-table.tsx';
import { nodeName, type ItemNode, type TreeNode } from '../tree/tree-nodes.ts';
import { AuthFields, type AuthChoice } from './auth-fields.tsx';
import styles from './details-dialog.module.css';
import { TypedVariablesDialog } from './typed-variables-dialog.tsx';
import { useTypedVariables } from './use-typed-variables.ts';
import { collectionsTexts, type CollectionsTexts } from '../../../../shared/texts/en/collections.ts';
import { useTexts } from '../../../language/speech-context.ts';

interface DetailsDialogProps {
  readonly node: TreeNode;
  readonly onClose: () => void;
}

type DetailsTab = 'description' | 'variables' | 'auth';

/** What a collection or a folder says beside its requests. */
export function DetailsDialog({ node, onClose }: DetailsDialogProps) {
  const texts = useTexts(collectionsTexts);
  const details = useDetails(node);
  const [tab, setTab] = useState<DetailsTab>('description');
  const typed = useTypedVariables(node, details.variables);
  const save = async (rows: readonly VariableRow[]) => {
    if (await details.save(rows)) onClose();
  };
  return (
    <>
      <Dialog
        title={nodeName(node)}
        size="medium"
        onClose={onClose}
        footer={
          details.isReadOnly ? (
            <Button onPress={onClose}>{texts.common.close}</Button>
          ) : (
            <>
              <Button onPress={onClose}>{texts.common.cancel}</Button>
              <Button
                variant="primary"
                isPending={details.isPending}
                onPress={() => {
                  if (!typed.ask()) void save(details.variables);
                }}
              >
                {texts.common.save}
              </Button>
            </>
          )
        }
      >
        <div className={styles.tabs}>
          <Tabs<DetailsTab>
            label={texts.details.of(nodeName(node))}
            tabs={tabsOf(node, details, texts)}
            selected={tab}
            onChange={setTab}
          />
        </div>
        {details.error !== null && <ErrorNote error={details.error} />}
      </Dialog>
      {typed.secrets.length > 0 && <TypedVariablesDialog typed={typed} onSave={(rows) => void save(rows)} />}
    </>
  );
}

type Details = ReturnType<typeof useDetails>;

function tabsOf(node: TreeNode, details: Details, texts: CollectionsTexts): readonly TabItem<DetailsTab>[] {
  const { auth } = details;
  return [
    {
      id: 'description',
      label: texts.details.description,
      content: <DescriptionTab node={node} details={details} />,
    },
    ...(node.kind === 'collection' && !details.isReadOnly
      ? [
          {
            id: 'variables' as const,
            label: texts.details.variables,
            content: (
              <RequestVariables collectionId={node.summary.id} requestId={null}>
                <FieldTable
                  label={texts.details.ofCollection}
                  noun="variable"
                  rows={details.variables}
                  unresolved={[]}
                  onChange={details.setVariables}
                />
              </RequestVariables>
            ),
          },
        ]
      : []),
    ...(details.isReadOnly
      ? []
      : [
          {
            id: 'auth' as const,
            label: texts.details.auth,
            content: (
              <div className={styles.panel}>
                {auth.kind === 'failed' && <ErrorNote error={auth.error} />}
                {auth.kind === 'loaded' && (
                  <AuthFields auth={auth.value} choice={details.choice} onChange={details.setChoice} />
                )}
              </div>
            ),
          },
        ]),
  ];
}

function DescriptionTab({ node, details }: { readonly node: TreeNode; readonly details: Details }) {
  const texts = useTexts(collectionsTexts);
  return (
    <div className={styles.panel}>
      {details.isReadOnly ? (
        <p className={styles.text}>{details.description}</p>
      ) : (
        <TextArea
          label={texts.details.description}
          rows={8}
          value={details.description}
          onChange={details.setDescription}
          maxLength={100_000}
        />
      )}
      {node.kind === 'collection' && node.collection !== null && (
        <CollectionServiceSelect collection={node.collection} isLabelShown />
      )}
    </div>
  );
}

function partOf(node: TreeNode): { readonly collectionId: string; readonly itemId: string | null } {
  return node.kind === 'collection'
    ? { collectionId: node.summary.id, itemId: null }
    : { collectionId: node.collection.id, itemId: node.item.id };
}

function descriptionOf(node: TreeNode): string {
  if (node.kind === 'collection') return node.collection?.description ?? '';
  return node.item.kind === 'folder' ? node.item.description : '';
}

/** What is typed into the dialog, and the commands that bring it into the file: those of what was changed alone. */
function useDetails(node: TreeNode) {
  const bridge = useBridge();
  const part = partOf(node);
  const isReadOnly = (node.kind === 'collection' ? node.collection : ownerOf(node))?.isBuiltIn !== false;
  const before = { description: descriptionOf(node), variables: variablesOf(node) };
  const [description, setDescription] = useState(before.description);
  const [variables, setVariables] = useState<readonly VariableRow[]>(before.variables);
  const [choice, setChoice] = useState<AuthChoice>(null);
  const [isPending, setIsPending] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const auth = useCommandQuery('collections.getAuth', part, { isEnabled: !isReadOnly });
  const write = async (rows: readonly VariableRow[]): Promise<Result<unknown>> => {
    if (description !== before.description) {
      const written = await bridge.invoke('collections.setDescription', { ...part, description });
      if (!written.ok) return written;
    }
    if (rows !== before.variables) {
      const change = { id: part.collectionId, rows: [...rows] };
      const written = await bridge.invoke('collections.setVariables', change);
      if (!written.ok) return written;
    }
    if (choice === null) return ok(null);
    return await bridge.invoke('collections.setAuth', { ...part, keyChoice: choice });
  };
  return {
    ...{ isReadOnly, description, setDescription, variables, setVariables, auth, choice, setChoice },
    isPending,
    error,
    save: async (rows: readonly VariableRow[]): Promise<boolean> => {
      setIsPending(true);
      setVariables(rows);
      const result = await write(rows).catch(() => failed('internal'));
      setIsPending(false);
      setError(result.ok ? null : result.error);
      return result.ok;
    },
  };
}

function ownerOf(node: ItemNode): ItemNode['collection'] {
  return node.collection;
}

function variablesOf(node: TreeNode): readonly VariableRow[] {
  return node.kind === 'collection' ? (node.collection?.variables ?? []) : [];
}
