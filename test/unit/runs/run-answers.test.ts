import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../../electron/requests/redactor.ts';
import { addAnswerSecret, type TakenValue } from '../../../electron/requests/take-values.ts';
import { createRunAnswers } from '../../../electron/runs/run-answers.ts';
import { manualClock, seededRandom } from '../../support/in-memory-ports.ts';

const FIRST = 'made-up-token-1-0123456789';
const SECOND = 'made-up-token-2-0123456789';
const FROM = { requestName: 'Log in', exchange: { hops: [] } };

function bench() {
  const redactor = createRedactor();
  const answers = createRunAnswers(redactor, { clock: manualClock(), random: seededRandom() });
  return {
    ...{ redactor, answers },
    /** An iteration whose requests took these, each in place of the one before. */
    iteration(...values: readonly string[]) {
      const bag = answers.begin();
      for (const value of values) {
        const taken: TakenValue = {
          row: { name: 'token', from: 'json-path', at: '$.token', isHidden: true, isEnabled: true },
          ...{ name: 'token', value, finding: null, isSecret: true },
        };
        bag.put([taken], FROM);
        addAnswerSecret(redactor, value);
      }
      return bag;
    },
  };
}

describe('what the answers of a run gave', () => {
  it('is masked until its iteration ends, also what another value has replaced', () => {
    const { redactor, answers, iteration } = bench();
    const bag = iteration(FIRST, SECOND);
    expect(bag.secrets()).toEqual([FIRST, SECOND]);
    expect(redactor.mask(`${FIRST} ${SECOND}`)).not.toMatch(/made-up/);

    answers.end(bag);

    expect(redactor.mask(`${FIRST} ${SECOND}`)).toBe(`${FIRST} ${SECOND}`);
  });

  it('stays masked while another iteration holds it', () => {
    const { redactor, answers, iteration } = bench();
    const [one, other] = [iteration(FIRST), iteration(FIRST)];

    answers.end(one);
    expect(redactor.mask(FIRST)).not.toContain(FIRST);
    answers.end(other);
    expect(redactor.mask(FIRST)).toBe(FIRST);
  });

  it('stays masked where a key has the same value', () => {
    const { redactor, answers, iteration } = bench();
    const bag = iteration(FIRST);
    redactor.add(FIRST, '••••6789');

    answers.end(bag);

    expect(redactor.mask(FIRST)).toBe('••••6789');
  });

  it('is held no longer than a hundred replacements, and not at all once it is cleared', () => {
    const { iteration } = bench();
    const bag = iteration(
      ...Array.from({ length: 150 }, (_none, index) => `made-up-token-${String(index)}-x`),
    );
    expect(bag.secrets()).toHaveLength(101);
    expect(bag.secrets()).not.toContain('made-up-token-0-x');

    bag.remove('token');

    expect(bag.secrets()).toEqual([]);
  });
});
