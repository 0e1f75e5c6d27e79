import { findingMutations } from './finding.ts';
import { holdingMutations } from './holding.ts';
import { keepingMutations } from './keeping.ts';
import { movingMutations } from './moving.ts';
import type { Mutation } from './mutation.ts';
import { sendingMutations } from './sending.ts';
import { windowMutations } from './window.ts';

/** Every defence that is switched off to see whether a test notices. */
export const allMutations: readonly Mutation[] = [
  ...sendingMutations,
  ...windowMutations,
  ...keepingMutations,
  ...holdingMutations,
  ...movingMutations,
  ...findingMutations,
];
