import { Ellipsis, PenLine, Plus, UserMinus } from 'lucide-react';
import { memo } from 'react';
import type { TeamMember } from '../../../shared/domain/team.ts';
import { Button } from '../../ui/button.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { Section } from '../../ui/section.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './members-section.module.css';
import type { TeamDialog } from './team-dialog.ts';
import { teamTexts } from '../../../shared/texts/en/team.ts';
import { useTexts } from '../../language/speech-context.ts';

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
  const texts = useTexts(teamTexts);
  return (
    <Section
      title={texts.members.title}
      description={texts.members.description}
      actions={
        <Button
          size="small"
          icon={<Plus />}
          onPress={() => {
            onOpen({ kind: 'add-member' });
          }}
        >
          {texts.common.addMember}
        </Button>
      }
    >
      <ul className={styles.list} aria-label={texts.members.title} aria-busy={isLoading || undefined}>
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
                {member.isYou && <Tag tone="accent">{texts.common.you}</Tag>}
              </p>
              <p className={styles.email} title={member.email}>
                {member.email}
              </p>
            </div>
            <span>{member.role === 'admin' ? texts.common.admin : texts.common.member}</span>
            <span className={styles.count}>{texts.common.keys(member.liveKeys)}</span>
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
  const texts = useTexts(teamTexts);
  const whyNot = member.isYou
    ? texts.members.youStay
    : member.liveKeys > 0
      ? texts.members.revokeFirst
      : undefined;
  return (
    <MenuButton
      label={texts.common.moreActionsFor(member.name)}
      tooltip={texts.common.moreActions}
      icon={<Ellipsis />}
      actions={[
        {
          id: 'edit',
          label: texts.members.edit,
          icon: <PenLine />,
          onAction: () => {
            onOpen({ kind: 'edit-member', member });
          },
        },
        {
          id: 'remove',
          label: texts.members.remove,
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
