import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { closeAll } from '../support/closing.ts';
import { holds } from '../support/holds.ts';
import { boundBench } from '../support/sender-bench.ts';

afterEach(closeAll);

const odd = fc.string({
  unit: fc.constantFrom(...Array.from('aZ09 \t:;,="\'\r\n\0\x7f\x80\xff\u0100\u2028\ud83d😀%{}')),
  maxLength: 12,
});
const value = fc.oneof(
  odd,
  fc.tuple(odd, odd).map(([a, b]) => `${a}\r\nX-Injected: ${b}`),
);

describe('any header value', () => {
  it(
    'arrives as one header, as it was typed, or is refused without being repeated',
    holds('limits.header-family', 'limits.header-values'),
    async () => {
      const { origin, server, bench } = await boundBench();
      let sent = 0;
      await fc.assert(
        fc.asyncProperty(
          value,
          fc.constantFrom('X-Note', 'Accept', 'User-Agent', 'Cookie'),
          async (text, name) => {
            const before = server.received.length;
            const result = await bench.send({
              url: origin,
              headers: [{ name, value: text, isEnabled: true }],
            });
            if (!result.ok) {
              expect(server.received.length).toBe(before);
              if (text.trim().length > 3) expect(JSON.stringify(result.error)).not.toContain(text.trim());
              return;
            }
            sent += 1;
            const arrived = server.received.at(-1);
            expect(server.received.length).toBe(before + 1);
            const names = (arrived?.rawHeaders ?? [])
              .filter((_, index) => index % 2 === 0)
              .map((each) => each.toLowerCase());
            expect(names).not.toContain('x-injected');
            expect(names.filter((each) => each === name.toLowerCase()).length).toBeLessThanOrEqual(1);
            const typed = text.replace(/^[ \t]+|[ \t]+$/g, '');
            if (typed !== '') expect(arrived?.headers[name.toLowerCase()]).toBe(typed);
          },
        ),
        { numRuns: 400 },
      );
      expect(sent).toBeGreaterThan(20);
    },
  );
});
