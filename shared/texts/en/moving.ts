import type { RestoredKey, RestoredService } from '../../domain/moving.ts';
import { defineTexts } from '../define-texts.ts';

/** Settings: keys and services as a file. */
export const movingTexts = defineTexts('moving', (f) => {
  const keys = (count: number) => f.plural(count, { one: '1 key', other: `${f.number(count)} keys` });
  return {
    title: 'Keys and services as a file',
    description:
      'For another computer, or as a backup of your own. Values of keys are in it only under a passphrase. Collections and environments are files in their folder already.',
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
      notInIt:
        'Not in it: keys of other team members, access keys, history and activity, and origins that were allowed for one key alone.',
      done: (count: number, fileName: string) => `${keys(count)} exported to ${fileName}.`,
      unopened: (count: number) => `The values of ${keys(count)} did not open and are not in it.`,
    },
    restoring: {
      title: 'Restore an export',
      choose: 'Choose a file…',
      explanation:
        'You see first what would be added. What is here already stays as it is, and a key that was deleted here does not come back.',
      passphraseHint: 'Leave it empty for an export without values.',
      restoreServices: 'Restore services',
      restoreKeys: (count: number) => `Restore ${keys(count)}`,
      done: (count: number) => `${keys(count)} restored.`,
      services: 'Services of the export',
      keys: 'Keys of the export',
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
    },
  };
});
