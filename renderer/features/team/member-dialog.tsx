import { useState } from 'react';
import { memberDraftSchema, type MemberRole, type TeamMember } from '../../../shared/domain/team.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { isAbout, useFieldText } from './field-error.ts';
import { teamTexts } from '../../../shared/texts/en/team.ts';
import { useFieldWords, useTexts } from '../../language/speech-context.ts';

interface MemberDialogProps {
  /** `null` to add one. */
  readonly member: TeamMember | null;
  readonly onClose: () => void;
}

/** Adds a member to the local workspace's team, or changes one. */
export function MemberDialog({ member, onClose }: MemberDialogProps) {
  const texts = useTexts(teamTexts);
  const form = useMemberForm(member, onClose);
  const action = member === null ? texts.common.addMember : texts.common.save;
  return (
    <Dialog
      title={member === null ? texts.common.addMember : texts.memberForm.edit(member.name)}
      onClose={onClose}
      onSubmit={form.submit}
      footer={
        <>
          <Button onPress={onClose}>{texts.common.cancel}</Button>
          <Button variant="primary" type="submit" isPending={form.isPending}>
            {action}
          </Button>
        </>
      }
    >
      <TextField
        label={texts.common.name}
        autoFocus
        value={form.name}
        onChange={form.setName}
        errorMessage={form.textOf('name')}
      />
      <TextField
        label={texts.memberForm.email}
        value={form.email}
        onChange={form.setEmail}
        errorMessage={form.textOf('email')}
      />
      <RadioGroup
        label={texts.memberForm.role}
        options={[
          { id: 'member', label: texts.common.member, description: texts.memberForm.memberHint },
          { id: 'admin', label: texts.common.admin, description: texts.memberForm.adminHint },
        ]}
        value={form.role}
        onChange={form.setRole}
      />
      {form.otherError !== null && <ErrorNote error={form.otherError} />}
    </Dialog>
  );
}

function useMemberForm(member: TeamMember | null, onDone: () => void) {
  const fieldText = useFieldText();
  const fieldWords = useFieldWords();
  const add = useCommand('team.addMember');
  const update = useCommand('team.updateMember');
  const [name, setName] = useState(member?.name ?? '');
  const [email, setEmail] = useState(member?.email ?? '');
  const [role, setRole] = useState<MemberRole>(member?.role ?? 'member');
  const [isSubmitted, setIsSubmitted] = useState(false);
  const error = add.error ?? update.error;
  const draft = { name, email, role };
  const reading = memberDraftSchema.safeParse(draft);
  const submit = () => {
    setIsSubmitted(true);
    if (!reading.success) return;
    const running = member === null ? add.run(draft) : update.run({ id: member.id, draft });
    void running.then((result) => {
      if (result.ok) onDone();
    });
  };
  const clearing =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value);
      add.clearError();
      update.clearError();
    };
  return {
    name,
    setName: clearing(setName),
    email,
    setEmail: clearing(setEmail),
    role,
    setRole: clearing(setRole),
    submit,
    isPending: add.isPending || update.isPending,
    textOf: (field: string) => {
      const said = reading.error?.issues.find(({ path }) => path[0] === field)?.message;
      return fieldText(error, field) ?? (isSubmitted && said !== undefined ? fieldWords(said) : undefined);
    },
    otherError: error === null || isAbout(error, ['name', 'email']) ? null : error,
  };
}
