import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSmallDraft } from '../../../electron/collections/small-draft.ts';
import {
  emptyRequestDraft,
  requestDraftSchema,
  type RequestDraft,
} from '../../../shared/domain/http-request.ts';

const sized = (...lengths: readonly number[]): fc.Arbitrary<string> =>
  fc.constantFrom(...lengths).map((length) => 'x'.repeat(length));
const text = sized(0, 10, 80, 81, 200, 201, 4_001, 10_000, 10_001, 60_001, 100_001);
const rows = fc
  .tuple(
    fc.constantFrom(0, 1, 200, 201, 501, 2_001),
    fc.record({ name: text, value: text, isEnabled: fc.boolean() }),
  )
  .map(([count, row]) => Array.from({ length: count }, () => row));
const body: fc.Arbitrary<RequestDraft['body']> = fc.oneof(
  fc.constant({ kind: 'none' as const }),
  fc.record({
    kind: fc.constantFrom('json' as const, 'text' as const, 'xml' as const),
    text: sized(0, 5_000_001),
  }),
  fc.record({ kind: fc.constant('form' as const), fields: rows }),
  fc.record({ kind: fc.constant('binary' as const), path: text }),
  fc.record({
    kind: fc.constant('graphql' as const),
    query: sized(0, 999_999, 1_000_001, 5_000_001),
    variables: sized(0, 2, 5_000_001),
    operationName: text,
  }),
  fc.record({ kind: fc.constant('kept' as const), mode: text }),
);
const keyChoice: fc.Arbitrary<RequestDraft['keyChoice']> = fc.oneof(
  fc.constantFrom({ kind: 'automatic' as const }, { kind: 'none' as const }),
  fc.record({ kind: fc.constant('named' as const), name: text }),
  fc.record({ kind: fc.constant('key' as const), apiKeyId: text }),
);

describe('a small draft', () => {
  it('is one that the schema takes', () => {
    fc.assert(
      fc.property(
        fc.record(
          { url: text, params: rows, pathVariables: rows, headers: rows, body, keyChoice },
          { requiredKeys: [] },
        ),
        (parts) => {
          const draft: RequestDraft = { ...emptyRequestDraft(), ...parts };
          expect(!isSmallDraft(draft) || requestDraftSchema.safeParse(draft).success).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is what most requests are', () => {
    const header = { name: 'Accept', value: 'application/json', isEnabled: true };
    const draft: RequestDraft = {
      ...emptyRequestDraft(),
      url: '{{baseUrl}}/items',
      headers: [header],
      body: { kind: 'json', text: '{}' },
    };
    expect(isSmallDraft(draft)).toBe(true);
    expect(isSmallDraft({ ...draft, url: 'x'.repeat(70_000) })).toBe(false);
  });
});
