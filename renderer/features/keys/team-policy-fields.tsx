import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import { DaysField } from './days-field.tsx';
import type { PolicyForm } from './policy-form.ts';
import { keyDialogsTexts, type KeyDialogsTexts } from '../../../shared/texts/en/key-dialogs.ts';
import { useTexts } from '../../language/speech-context.ts';

interface TeamPolicyFieldsProps {
  readonly form: PolicyForm;
  readonly onChange: (changes: Partial<PolicyForm>) => void;
}

const generators = (texts: KeyDialogsTexts) =>
  [
    { id: 'everyone', label: texts.teamPolicyFields.everyMember },
    { id: 'admins', label: texts.teamPolicyFields.adminsOnly },
  ] as const;

/** The rules for every key of the team. Where they say something, a member's own settings do not count. */
export function TeamPolicyFields({ form, onChange }: TeamPolicyFieldsProps) {
  const texts = useTexts(keyDialogsTexts);
  return (
    <>
      <Select
        label={texts.teamPolicyFields.whoMay}
        options={generators(texts)}
        value={form.generation}
        onChange={(generation) => {
          onChange({ generation });
        }}
      />
      <DaysField
        label={texts.teamPolicyFields.maximum}
        none={texts.teamPolicyFields.own}
        description={texts.teamPolicyFields.maximumHint}
        selection={form.teamMaximumLifetime}
        onChange={(teamMaximumLifetime) => {
          onChange({ teamMaximumLifetime });
        }}
      />
      <DaysField
        label={texts.teamPolicyFields.unused}
        none={texts.teamPolicyFields.own}
        description={texts.teamPolicyFields.unusedHint}
        selection={form.teamIdle}
        onChange={(teamIdle) => {
          onChange({ teamIdle });
        }}
      />
      <Checkbox
        label={texts.teamPolicyFields.mayOwn}
        isSelected={form.isUserPolicyAllowed}
        onChange={(isUserPolicyAllowed) => {
          onChange({ isUserPolicyAllowed });
        }}
      />
    </>
  );
}
