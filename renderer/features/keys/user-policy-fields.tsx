import { type PolicyState } from '../../../shared/domain/key-policy.ts';
import { Banner } from '../../ui/banner.tsx';
import { DaysField } from './days-field.tsx';
import type { PolicyForm } from './policy-form.ts';
import { keyDialogsTexts, type KeyDialogsTexts } from '../../../shared/texts/en/key-dialogs.ts';
import { useTexts } from '../../language/speech-context.ts';

interface UserPolicyFieldsProps {
  readonly form: PolicyForm;
  readonly saved: PolicyState;
  readonly onChange: (changes: Partial<PolicyForm>) => void;
}

/** The person's own rules for all keys. What the team's policy says instead is shown locked, with the reason. */
export function UserPolicyFields({ form, saved, onChange }: UserPolicyFieldsProps) {
  const texts = useTexts(keyDialogsTexts);
  const { team } = saved;
  return (
    <>
      {!team.isUserPolicyAllowed && (
        <Banner tone="info" title={texts.userPolicyFields.lockedTitle}>
          {texts.userPolicyFields.locked}
        </Banner>
      )}
      <DaysField
        label={texts.userPolicyFields.newKeys}
        none={texts.expiry.never}
        autoFocus
        description={texts.userPolicyFields.newKeysHint}
        selection={form.defaultLifetime}
        lock={team.isUserPolicyAllowed ? null : { reason: texts.userPolicyFields.turnedOff, days: null }}
        onChange={(defaultLifetime) => {
          onChange({ defaultLifetime });
        }}
      />
      <DaysField
        label={texts.userPolicyFields.maximum}
        none={texts.userPolicyFields.noMaximum}
        description={texts.userPolicyFields.maximumHint}
        selection={form.maximumLifetime}
        lock={lockOf(saved, team.maximumLifetimeDays, texts)}
        onChange={(maximumLifetime) => {
          onChange({ maximumLifetime });
        }}
      />
      <DaysField
        label={texts.userPolicyFields.unused}
        none={texts.expiry.never}
        description={texts.userPolicyFields.unusedHint}
        selection={form.idle}
        lock={lockOf(saved, team.idleDays, texts)}
        onChange={(idle) => {
          onChange({ idle });
        }}
      />
    </>
  );
}

function lockOf({ team }: PolicyState, teamDays: number | null, texts: KeyDialogsTexts) {
  if (teamDays !== null)
    return { reason: texts.userPolicyFields.teamSets(texts.common.days(teamDays)), days: teamDays };
  return team.isUserPolicyAllowed ? null : { reason: texts.userPolicyFields.turnedOff, days: null };
}
