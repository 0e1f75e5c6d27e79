import type { AppError } from '../../../shared/domain/app-error.ts';
import { VaultActions } from '../../app/vault-actions.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';

interface CommandErrorProps {
  readonly error: AppError | null;
  /** Called when what was in the way is gone, so that the form can be sent again. */
  readonly onResolved: () => void;
}

/** Why a form was refused; with the ways back beside it when the vault was in the way. */
export function CommandError({ error, onResolved }: CommandErrorProps) {
  if (error === null) return null;
  const isAboutHolder = error.code === 'no-master-key-holder';
  const isAboutVault = isAboutHolder || error.code === 'vault-unreadable';
  return (
    <ErrorNote
      error={error}
      actions={isAboutVault ? <VaultActions canUseMemory={isAboutHolder} onOpened={onResolved} /> : undefined}
    />
  );
}
