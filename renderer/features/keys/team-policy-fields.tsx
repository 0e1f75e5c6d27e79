import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import { DaysField } from './days-field.tsx';
import type { PolicyForm } from './policy-form.ts';

interface TeamPolicyFieldsProps {
  readonly form: PolicyForm;
  readonly onChange: (changes: Partial<PolicyForm>) => void;
}

const generators = [
  { id: 'everyone', label: 'Every member' },
  { id: 'admins', label: 'Admins only' },
] as const;

/** The rules for every key of the team. Where they say something, a member's own settings do not count. */
export function TeamPolicyFields({ form, onChange }: TeamPolicyFieldsProps) {
  return (
    <>
      <Select
        label="Who may generate API keys"
        options={generators}
        value={form.generation}
        onChange={(generation) => {
          onChange({ generation });
        }}
      />
      <DaysField
        label="Maximum lifetime for the team"
        none="Each member’s own setting"
        description="Ends existing keys too, this long after their value was made."
        selection={form.teamMaximumLifetime}
        onChange={(teamMaximumLifetime) => {
          onChange({ teamMaximumLifetime });
        }}
      />
      <DaysField
        label="Expire when unused, for the team"
        none="Each member’s own setting"
        description="Ends every key that is not used for this long."
        selection={form.teamIdle}
        onChange={(teamIdle) => {
          onChange({ teamIdle });
        }}
      />
      <Checkbox
        label="Members may set their own rules"
        isSelected={form.isUserPolicyAllowed}
        onChange={(isUserPolicyAllowed) => {
          onChange({ isUserPolicyAllowed });
        }}
      />
    </>
  );
}
