import type { KeyPolicies } from '../../domain/key-policy.ts';
import type {
  Restored,
  RestoredKey,
  RestoredPolicies,
  RestoredProfile,
  RestoredService,
  RestoredVariable,
} from '../../domain/moving.ts';
import { defineTexts } from '../define-texts.ts';

/** Settings: keys and services as a file. */
export const movingTexts = defineTexts('moving', (f) => {
  const keys = (count: number) => f.plural(count, { one: '1 key', other: `${f.number(count)} keys` });
  const services = (count: number) =>
    f.plural(count, { one: '1 service', other: `${f.number(count)} services` });
  const variables = (count: number) =>
    f.plural(count, { one: '1 secret variable', other: `${f.number(count)} secret variables` });
  const profiles = (count: number) =>
    f.plural(count, { one: '1 profile', other: `${f.number(count)} profiles` });
  const days = (count: number) => f.plural(count, { one: '1 day', other: `${f.number(count)} days` });
  const policyParts = ({ user, team }: KeyPolicies) => [
    ...(user.defaultLifetimeDays === null ? [] : [`new keys expire after ${days(user.defaultLifetimeDays)}`]),
    ...(user.maximumLifetimeDays === null ? [] : [`maximum lifetime of ${days(user.maximumLifetimeDays)}`]),
    ...(user.idleDays === null ? [] : [`expire when unused for ${days(user.idleDays)}`]),
    ...(team.maximumLifetimeDays === null
      ? []
      : [`the team’s maximum lifetime of ${days(team.maximumLifetimeDays)}`]),
    ...(team.idleDays === null ? [] : [`the team’s expire when unused for ${days(team.idleDays)}`]),
    ...(team.generation === 'admins' ? ['only admins generate keys'] : []),
    ...(team.isUserPolicyAllowed ? [] : ['the team’s policy alone counts']),
  ];
  return {
    title: 'Keys and services as a file',
    description:
      'For another computer, or as a backup of your own: keys, services, secret variables, profiles and the rules for keys. Values are in it only under a passphrase. Collections and environments are files in their folder already.',
    progress: 'Progress',
    progressText: (done: number, total: number) => `${f.number(done)} of ${f.number(total)} values`,
    restore: 'Restore…',
    export: 'Export…',
    passphrase: 'Passphrase of the file',
    exporting: {
      title: 'Export keys and services',
      what: 'What is exported',
      with: 'With their values, under a passphrase',
      withHint: 'To use the keys on another computer. Without the passphrase nobody can open the file.',
      without: 'Without values',
      withoutHint:
        'A list of names, services and dates that anybody can read. Keys cannot be restored from it.',
      notInIt: 'Not in it: keys of other team members, access keys, history and activity.',
      done: (count: number, fileName: string) => `${keys(count)} exported to ${fileName}.`,
      unopened: (count: number) =>
        f.plural(count, {
          one: '1 value did not open and is not in it.',
          other: `${f.number(count)} values did not open and are not in it.`,
        }),
    },
    restoring: {
      title: 'Restore an export',
      choose: 'Choose a file…',
      explanation:
        'You see first what would be added. What is here already stays as it is, and a key that was deleted here does not come back.',
      passphraseHint: 'Leave it empty for an export without values.',
      restoreServices: 'Restore services',
      restoreRest: 'Restore',
      restoreKeys: (count: number) => `Restore ${keys(count)}`,
      done: (restored: Restored) => {
        const parts = [
          ...(restored.keys > 0 ? [keys(restored.keys)] : []),
          ...(restored.services > 0 ? [services(restored.services)] : []),
          ...(restored.variables > 0 ? [variables(restored.variables)] : []),
          ...(restored.profiles > 0 ? [profiles(restored.profiles)] : []),
          ...(restored.hasPolicies ? ['rules for keys'] : []),
        ];
        return parts.length === 0 ? 'Nothing was restored.' : `${f.list(parts)} restored.`;
      },
      services: 'Services of the export',
      keys: 'Keys of the export',
      variables: 'Secret variables of the export',
      profiles: 'Profiles of the export',
      policies: 'Rules for keys of the export',
      policyTitle: 'Rules for keys',
      policyParts: (policies: KeyPolicies) => f.list(policyParts(policies)),
      more: (count: number) => `And ${f.number(count)} more.`,
      ofEnvironment: (name: string | null) =>
        name === null ? 'Of an environment whose file was not there' : `Of the environment ${name}`,
      variableMayGoTo: (origins: readonly string[]) =>
        origins.length === 0 ? 'May go nowhere yet' : `May go to ${origins.join(', ')}`,
      alsoMayGoTo: (origins: readonly string[]) => `Also to ${origins.join(', ')}`,
      mayGoTo: (origins: readonly string[]) => `Its keys may go to ${origins.join(', ')}`,
      noKey: 'There is no key in it.',
      columns: { name: 'Name', key: 'Key', service: 'Service', outcome: 'What happens' },
      keyOutcomes: {
        new: 'Is added',
        here: 'Is here',
        'deleted-here': 'Was deleted here',
        'without-value': 'Has no value',
        'without-service': 'Has no service',
      } satisfies Record<RestoredKey['outcome'], string>,
      serviceOutcomes: {
        new: 'Is added',
        here: 'Is here, stays as it is',
        removed: 'Was removed here',
      } satisfies Record<RestoredService['outcome'], string>,
      variableOutcomes: {
        new: 'Is added',
        here: 'Is here, stays as it is',
        'without-value': 'Has no value',
        'is-key': 'Is an API key, left out',
      } satisfies Record<RestoredVariable['outcome'], string>,
      profileOutcomes: {
        new: 'Is added',
        here: 'Is here, stays as it is',
        'without-keys': 'None of its keys is here',
        'too-many': 'There are 50 already',
      } satisfies Record<RestoredProfile['outcome'], string>,
      policyOutcomes: {
        new: 'Are set',
        here: 'Those here stay',
        'would-end-keys': 'Left out: would end keys here',
      } satisfies Record<NonNullable<RestoredPolicies>['outcome'], string>,
    },
  };
});
