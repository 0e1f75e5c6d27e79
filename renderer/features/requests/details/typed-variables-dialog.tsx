import type { VariableRow } from '../../../../shared/domain/collection.ts';
import { collectionsTexts } from '../../../../shared/texts/en/collections.ts';
import { useFormats, useTexts } from '../../../language/speech-context.ts';
import { TypedSecretsDialog } from '../saving/typed-secrets-dialog.tsx';
import { useKeepTyped } from '../saving/use-keep-typed.ts';
import type { TypedVariables } from './use-typed-variables.ts';

interface TypedVariablesDialogProps {
  readonly typed: TypedVariables;
  readonly onSave: (rows: readonly VariableRow[]) => void;
}

/** The question about secrets that were typed into variables of a collection. */
export function TypedVariablesDialog({ typed, onSave }: TypedVariablesDialogProps) {
  const texts = useTexts(collectionsTexts);
  const f = useFormats();
  const keep = useKeepTyped(texts.typed.environment);
  const { secrets, rows, origins, dismiss } = typed;
  return (
    <TypedSecretsDialog
      of="collection"
      secrets={secrets}
      note={texts.typed.goesTo(f.list(origins))}
      isPending={keep.isPending}
      error={keep.error}
      onSeal={() => {
        void keep.inVariables({ rows, secrets, origins }).then((kept) => {
          if (kept === null) return;
          dismiss();
          onSave(kept);
        });
      }}
      onSavePlain={() => {
        dismiss();
        onSave(rows);
      }}
      onClose={dismiss}
    />
  );
}
