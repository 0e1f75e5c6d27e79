import type { Mutation } from './mutation.ts';

const moving = ['test/attacks/moving.test.ts'];
const everything = ['test/attacks/moving-everything.test.ts'];

/** Keys as a file. */
export const movingMutations: readonly Mutation[] = [
  {
    defence: 'values in the clear are not taken from an export',
    file: 'electron/moving/moved-file.ts',
    search: 'return ok(withoutValues(file.content));',
    replace: 'return ok(file.content);',
    tests: moving,
    holds: 'storage.export-hostile',
  },
  {
    defence: 'the version of an export is authenticated',
    file: 'electron/moving/moved-file.ts',
    search: 'additionalOf(file.version)',
    replace: 'additionalOf(VERSION)',
    tests: moving,
    holds: 'storage.export-hostile',
  },
  {
    defence: 'a key that was deleted here does not come back from an export',
    file: 'electron/moving/restore-plan.ts',
    search: "return isLiving ? 'here' : 'deleted-here';",
    replace: "return isLiving ? 'here' : 'new';",
    tests: moving,
    holds: 'storage.export-narrow',
  },
  {
    defence: 'a variable that is here keeps its value and its origins',
    file: 'electron/moving/restore-plan.ts',
    search: "if (isHere) return { variable, outcome: 'here' };",
    replace: '',
    tests: everything,
    holds: 'storage.export-narrow',
  },
  {
    defence: 'no API key comes in as a variable',
    file: 'electron/moving/restore-plan.ts',
    search: "outcome: isKey ? 'is-key' : 'new'",
    replace: "outcome: 'new'",
    tests: everything,
    holds: 'storage.export-hostile',
  },
  {
    defence: 'a policy of an export loosens none that is here',
    file: 'shared/domain/narrower-policies.ts',
    search: 'candidates.find((policies) => !isLooser(policies, here))',
    replace: 'candidates.find(() => true)',
    tests: ['test/unit/shared/domain/narrower-policies.test.ts'],
    holds: 'storage.export-policies',
  },
  {
    defence: 'a policy of an export ends no key',
    file: 'electron/moving/restore-plan.ts',
    search: "outcome: atOnceCount === 0 ? 'new' : 'would-end-keys'",
    replace: "outcome: 'new'",
    tests: everything,
    holds: 'storage.export-policies',
  },
  {
    defence: 'origins of a key come with an export',
    file: 'electron/moving/restore-keys.ts',
    search: 'restoreOrigins(context, key);',
    replace: '',
    tests: everything,
    holds: 'storage.export-everything',
  },
  {
    defence: 'who cancels a restoring gets nothing of it',
    file: 'electron/moving/moving-service.ts',
    search: 'isCancelled: () => state.isCancelled || ',
    replace: 'isCancelled: () => ',
    tests: everything,
    holds: 'storage.export-cancelled',
  },
];
