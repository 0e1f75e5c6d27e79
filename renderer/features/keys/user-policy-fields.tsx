import { daysText, type PolicyState } from '../../../shared/domain/key-policy.ts';
import { Banner } from '../../ui/banner.tsx';
import { DaysField } from './days-field.tsx';
import type { PolicyForm } from './policy-form.ts';

interface UserPolicyFieldsProps {
  readonly form: PolicyForm;
  readonly saved: PolicyState;
  readonly onChange: (changes: Partial<PolicyForm>) => void;
}

/** The person's own rules for all keys. What the team's policy says instead is shown locked, with the reason. */
export function UserPolicyFields({ form, saved, onChange }: UserPolicyFieldsProps) {
  const { team } = saved;
  return (
    <>
      {!team.isUserPolicyAllowed && (
        <Banner tone="info" title="Your team’s admin has turned these settings off">
          The team’s policy alone counts for your keys.
        </Banner>
      )}
      <DaysField
        label="New keys expire"
        none="Never"
        autoFocus
        description="What the form for a new key starts with. Keys that you have are not changed."
        selection={form.defaultLifetime}
        lock={team.isUserPolicyAllowed ? null : { reason: 'Turned off by your team.', days: null }}
        onChange={(defaultLifetime) => {
          onChange({ defaultLifetime });
        }}
      />
      <DaysField
        label="Maximum lifetime"
        none="No maximum"
        description="Every key ends this long after its value was made, whatever its own expiration is."
        selection={form.maximumLifetime}
        lock={lockOf(saved, team.maximumLifetimeDays)}
        onChange={(maximumLifetime) => {
          onChange({ maximumLifetime });
        }}
      />
      <DaysField
        label="Expire when unused"
        none="Never"
        description="Every key ends when it is not used for this long. Each use starts the time anew."
        selection={form.idle}
        lock={lockOf(saved, team.idleDays)}
        onChange={(idle) => {
          onChange({ idle });
        }}
      />
    </>
  );
}

function lockOf({ team }: PolicyState, teamDays: number | null) {
  if (teamDays !== null) return { reason: `Your team’s policy sets ${daysText(teamDays)}.`, days: teamDays };
  return team.isUserPolicyAllowed ? null : { reason: 'Turned off by your team.', days: null };
}
