import { useState } from 'react';
import type { PolicyDraft, PolicyState, TeamPolicy, UserPolicy } from '../../../shared/domain/key-policy.ts';
import { daysSelectionOf, readDays, type DaysSelection } from './days-selection.ts';
import { keyDialogsTexts, type KeyDialogsTexts } from '../../../shared/texts/en/key-dialogs.ts';
import { useTexts } from '../../language/speech-context.ts';

/** What the fields of the API key settings hold. */
export interface PolicyForm {
  readonly defaultLifetime: DaysSelection;
  readonly maximumLifetime: DaysSelection;
  readonly idle: DaysSelection;
  readonly generation: TeamPolicy['generation'];
  readonly teamMaximumLifetime: DaysSelection;
  readonly teamIdle: DaysSelection;
  readonly isUserPolicyAllowed: boolean;
}

function formOf({ user, team }: PolicyState): PolicyForm {
  return {
    defaultLifetime: daysSelectionOf(user.defaultLifetimeDays),
    maximumLifetime: daysSelectionOf(user.maximumLifetimeDays),
    idle: daysSelectionOf(user.idleDays),
    generation: team.generation,
    teamMaximumLifetime: daysSelectionOf(team.maximumLifetimeDays),
    teamIdle: daysSelectionOf(team.idleDays),
    isUserPolicyAllowed: team.isUserPolicyAllowed,
  };
}

/** The state of the form, and the draft that it comes to: `null` while a field is incomplete; a policy that is as it was is left out. */
export function usePolicyForm(saved: PolicyState) {
  const texts = useTexts(keyDialogsTexts);
  const [form, setForm] = useState(() => formOf(saved));
  return {
    form,
    change: (changes: Partial<PolicyForm>) => {
      setForm((before) => ({ ...before, ...changes }));
    },
    draft: draftOf(form, saved, texts),
  };
}

function draftOf(form: PolicyForm, saved: PolicyState, texts: KeyDialogsTexts): PolicyDraft | null {
  const days = (selection: DaysSelection): number | null | undefined => {
    const reading = readDays(selection, texts);
    return reading.kind === 'chosen' ? reading.days : undefined;
  };
  const [defaultLifetimeDays, maximumLifetimeDays, idleDays] = [
    days(form.defaultLifetime),
    days(form.maximumLifetime),
    days(form.idle),
  ];
  const [teamMaximum, teamIdle] = [days(form.teamMaximumLifetime), days(form.teamIdle)];
  if (defaultLifetimeDays === undefined || maximumLifetimeDays === undefined || idleDays === undefined)
    return null;
  if (teamMaximum === undefined || teamIdle === undefined) return null;
  const user: UserPolicy = { defaultLifetimeDays, maximumLifetimeDays, idleDays };
  const team: TeamPolicy = {
    generation: form.generation,
    maximumLifetimeDays: teamMaximum,
    idleDays: teamIdle,
    isUserPolicyAllowed: form.isUserPolicyAllowed,
  };
  // What the team takes away is not saved for later either.
  const isUserChanged = form.isUserPolicyAllowed && !isSame(user, saved.user);
  return { user: isUserChanged ? user : null, team: isSame(team, saved.team) ? null : team };
}

function isSame<Policy extends UserPolicy | TeamPolicy>(a: Policy, b: Policy): boolean {
  return (Object.keys(a) as (keyof Policy)[]).every((name) => a[name] === b[name]); // the object's own keys
}

export function changesNothing(draft: PolicyDraft): boolean {
  return draft.user === null && draft.team === null;
}
