import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../shared/domain/expiry.ts';
import { diskRig } from '../integration/keys/disk-rig.ts';
import { holds } from '../support/holds.ts';
import { valueOf } from '../support/results.ts';

type Step =
  | { readonly kind: 'pass'; readonly ms: number }
  | { readonly kind: 'set'; readonly ms: number }
  | { readonly kind: 'look' | 'restart' | 'list' }
  | { readonly kind: 'regenerate'; readonly grace: 'now' | '1h' };

const times = fc.constantFrom(1, 60_000, HOUR_MS - 1, HOUR_MS, HOUR_MS + 1, 30 * HOUR_MS, 400 * 24 * HOUR_MS);
const step: fc.Arbitrary<Step> = fc.oneof(
  times.map((ms) => ({ kind: 'pass' as const, ms })),
  // NTP, a person, a virtual machine that wakes: forwards and, most of all, back.
  fc.tuple(times, fc.constantFrom(1, -1, -1)).map(([ms, sign]) => ({ kind: 'set' as const, ms: ms * sign })),
  fc.constantFrom('look', 'look', 'restart', 'list').map((kind) => ({ kind })),
  fc.constantFrom('now', '1h').map((grace) => ({ kind: 'regenerate' as const, grace })),
);

describe('a value that was refused once', () => {
  it(
    'is refused for good, whatever the clock does and however often Keyfob starts',
    holds('issue.clocks'),
    async () => {
      const courses = fc.record({
        steps: fc.array(step, { minLength: 3, maxLength: 25 }),
        lifetime: fc.constantFrom(HOUR_MS, 30 * HOUR_MS, null),
      });
      await fc.assert(
        fc.asyncProperty(courses, async ({ steps, lifetime }) => {
          const rig = diskRig();
          try {
            let app = await rig.start();
            const { clock } = app;
            const { id } = await app.generate({
              expiry: lifetime === null ? { kind: 'never' } : { kind: 'at', at: clock.now() + lifetime },
            });
            const issued = [app.secretOf(id)];
            const dead = new Set<string>();
            const look = (): void => {
              for (const secret of issued) {
                const verdict = app.verdict(secret);
                if (verdict !== 'accepted') dead.add(secret);
                expect([dead.has(secret), verdict === 'accepted']).not.toEqual([true, true]);
              }
            };
            for (const each of steps) {
              if (each.kind === 'pass') clock.advance(each.ms);
              else if (each.kind === 'set') clock.setNow(clock.now() + each.ms);
              else if (each.kind === 'list') app.keys.list();
              else if (each.kind === 'restart') {
                app.ledger.close();
                app = await rig.start();
              } else if (each.kind === 'regenerate') {
                const regenerated = await app.keys.regenerate({ id, grace: each.grace });
                // An expired key is not regenerated; a new value comes with every other.
                if (regenerated.ok) issued.push(valueOf(app.signingKeys.openSecret(id)));
                if (regenerated.ok && each.grace === 'now')
                  for (const old of issued.slice(0, -1)) dead.add(old);
              }
              look();
            }
          } finally {
            rig.remove();
          }
        }),
        { numRuns: 60 },
      );
    },
  );
});
