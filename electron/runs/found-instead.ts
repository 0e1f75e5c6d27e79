import { FINDINGS, type Finding } from '../../shared/domain/run-findings.ts';
import type { ExpectationResult } from '../../shared/domain/run.ts';

export type Found = Pick<ExpectationResult, 'found' | 'finding'>;

/** What there was where no value can be shown. */
export function instead(finding: Finding): Found {
  return { found: FINDINGS[finding], finding };
}
