import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { TeamMember } from '../../../shared/domain/team.ts';
import type { ChosenKeys } from './chosen-keys.ts';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { IssueDialog } from './issue-dialog.tsx';
import { MemberDialog } from './member-dialog.tsx';
import { RemoveMemberDialog } from './remove-member-dialog.tsx';
import { RevokeDialog, type Revocation } from './revoke-dialog.tsx';
import type { TeamDialog } from './team-dialog.ts';

interface TeamDialogsProps {
  readonly dialog: TeamDialog | null;
  readonly members: readonly TeamMember[];
  readonly onChange: (dialog: TeamDialog | null) => void;
  readonly onRevoke: (keys: ChosenKeys, how: Revocation) => void;
}

/** The dialog that is open, if any. */
export function TeamDialogs({ dialog, members, onChange, onRevoke }: TeamDialogsProps) {
  const close = () => {
    onChange(null);
  };
  if (dialog === null) return null;
  switch (dialog.kind) {
    case 'add-member':
      return <MemberDialog member={null} onClose={close} />;
    case 'edit-member':
      return <MemberDialog member={dialog.member} onClose={close} />;
    case 'remove-member':
      return <RemoveMemberDialog member={dialog.member} onClose={close} />;
    case 'issue':
      return (
        <IssueDialog
          members={members}
          onClose={close}
          onIssued={(key) => {
            onChange({ kind: 'hand-over', key });
          }}
        />
      );
    case 'hand-over':
      return <HandOverDialog teamKey={dialog.key} onClose={close} />;
    case 'revoke':
      return <RevokeDialog keys={dialog.keys} name={dialog.name} onClose={close} onRevoke={onRevoke} />;
    default:
      return assertNever(dialog);
  }
}
