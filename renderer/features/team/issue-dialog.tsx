import { useState } from 'react';
import { apiKeyNameSchema } from '../../../shared/domain/api-key.ts';
import type { AppError } from '../../../shared/domain/app-error.ts';
import { LIFETIME_DAYS, type ExpiryChoice } from '../../../shared/domain/expiry.ts';
import type { TeamKey, TeamMember } from '../../../shared/domain/team.ts';
import { VaultActions } from '../../app/vault-actions.tsx';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { isAbout, useFieldText } from './field-error.ts';
import { teamTexts, type TeamTexts } from '../../../shared/texts/en/team.ts';
import { useFieldWords, useTexts } from '../../language/speech-context.ts';

interface IssueDialogProps {
  readonly members: readonly TeamMember[];
  readonly onClose: () => void;
  readonly onIssued: (key: TeamKey) => void;
}

const NEVER = 'never';
const lifetimes = (texts: TeamTexts) => [
  { id: NEVER, label: texts.issue.never },
  ...LIFETIME_DAYS.map((days) => ({ id: String(days), label: texts.issue.days(days) })),
];

/** Issues a key of the Local API to a member; the reveal follows. */
export function IssueDialog({ members, onClose, onIssued }: IssueDialogProps) {
  const texts = useTexts(teamTexts);
  const fieldText = useFieldText();
  const fieldWords = useFieldWords();
  const issue = useCommand('team.issueKey');
  const [memberId, setMemberId] = useState(members.find(({ isYou }) => !isYou)?.id ?? members[0]?.id ?? '');
  const [name, setName] = useState('');
  const [lifetime, setLifetime] = useState('90');
  const [isSubmitted, setIsSubmitted] = useState(false);
  const member = members.find(({ id }) => id === memberId);
  const reading = apiKeyNameSchema.safeParse(name);
  const problem = reading.success ? undefined : reading.error.issues[0]?.message;
  const submit = () => {
    setIsSubmitted(true);
    if (problem !== undefined || member === undefined) return;
    const expiry: ExpiryChoice =
      lifetime === NEVER ? { kind: 'never' } : { kind: 'after-days', days: Number(lifetime) };
    void issue.run({ memberId, name, expiry }).then((result) => {
      if (result.ok) onIssued(result.value);
    });
  };
  return (
    <Dialog
      title={texts.issue.title}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onPress={onClose}>{texts.common.cancel}</Button>
          <Button variant="primary" type="submit" isPending={issue.isPending}>
            {texts.issue.title}
          </Button>
        </>
      }
    >
      <Select
        label={texts.common.member}
        options={members.map((each) => ({
          id: each.id,
          label: each.isYou ? texts.issue.youNamed(each.name) : each.name,
          description: each.email,
        }))}
        value={memberId}
        onChange={setMemberId}
        description={member?.isYou === true ? texts.issue.kept : texts.issue.notKept}
        errorMessage={fieldText(issue.error, 'memberId')}
      />
      <TextField
        label={texts.common.name}
        autoFocus
        value={name}
        onChange={(text) => {
          setName(text);
          issue.clearError();
        }}
        placeholder={texts.issue.purpose}
        errorMessage={
          fieldText(issue.error, 'name') ??
          (isSubmitted && problem !== undefined ? fieldWords(problem) : undefined)
        }
      />
      <Select
        label={texts.issue.expires}
        options={lifetimes(texts)}
        value={lifetime}
        onChange={setLifetime}
        errorMessage={fieldText(issue.error, 'expiry')}
      />
      <Refusal error={issue.error} onResolved={submit} />
    </Dialog>
  );
}

/** Why it was refused, when no field says so; with the ways back when the vault was in the way of one's own key. */
function Refusal({
  error,
  onResolved,
}: {
  readonly error: AppError | null;
  readonly onResolved: () => void;
}) {
  if (error === null || isAbout(error, ['memberId', 'name', 'expiry'])) return null;
  const isAboutHolder = error.code === 'no-master-key-holder';
  const isAboutVault = isAboutHolder || error.code === 'vault-unreadable';
  return (
    <ErrorNote
      error={error}
      actions={isAboutVault ? <VaultActions canUseMemory={isAboutHolder} onOpened={onResolved} /> : undefined}
    />
  );
}
