import { Ellipsis, PenLine, Plus, UserMinus } from 'lucide-react';
import { memo } from 'react';
import type { TeamMember } from '../../../shared/domain/team.ts';
import { Button } from '../../ui/button.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { Section } from '../../ui/section.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './members-section.module.css';
import { countKeys } from './plural.ts';
import type { TeamDialog } from './team-dialog.ts';

interface MembersSectionProps {
  readonly members: readonly TeamMember[];
  readonly isLoading: boolean;
  readonly onOpen: (dialog: TeamDialog) => void;
}

/** Who is in the team of the local workspace. */
export const MembersSection = memo(function MembersSection({
  members,
  isLoading,
  onOpen,
}: MembersSectionProps) {
  return (
    <Section
      title="Members"
      description="The people of the local workspace. Each of them can be issued keys of the Local API."
      actions={
        <Button
          size="small"
          icon={<Plus />}
          onPress={() => {
            onOpen({ kind: 'add-member' });
          }}
        >
          Add member
        </Button>
      }
    >
      <ul className={styles.list} aria-label="Members" aria-busy={isLoading || undefined}>
        {isLoading && (
          <li className={styles.row}>
            <Skeleton width="12rem" />
          </li>
        )}
        {members.map((member) => (
          <li key={member.id} className={styles.row}>
            <div className={styles.main}>
              <p className={styles.name}>
                <span className={styles.nameText} title={member.name} dir="auto">
                  {member.name}
                </span>
                {member.isYou && <Tag tone="accent">You</Tag>}
              </p>
              <p className={styles.email} title={member.email}>
                {member.email}
              </p>
            </div>
            <span>{member.role === 'admin' ? 'Admin' : 'Member'}</span>
            <span className={styles.count}>{countKeys(member.liveKeys)}</span>
            <MemberMenu member={member} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </Section>
  );
});

interface MemberMenuProps {
  readonly member: TeamMember;
  readonly onOpen: (dialog: TeamDialog) => void;
}

function MemberMenu({ member, onOpen }: MemberMenuProps) {
  const whyNot = member.isYou
    ? 'You stay in your own team'
    : member.liveKeys > 0
      ? 'Revoke their keys first'
      : undefined;
  return (
    <MenuButton
      label={`More actions for ${member.name}`}
      tooltip="More actions"
      icon={<Ellipsis />}
      actions={[
        {
          id: 'edit',
          label: 'Edit',
          icon: <PenLine />,
          onAction: () => {
            onOpen({ kind: 'edit-member', member });
          },
        },
        {
          id: 'remove',
          label: 'Remove',
          icon: <UserMinus />,
          isDanger: true,
          isDisabled: whyNot !== undefined,
          description: whyNot,
          onAction: () => {
            onOpen({ kind: 'remove-member', member });
          },
        },
      ]}
    />
  );
}
