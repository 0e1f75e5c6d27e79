import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../../electron/requests/redactor.ts';
import { createTextFeed } from '../../../electron/requests/text-feed.ts';
import type { EventPayload } from '../../../shared/contract/contract.ts';
import { fuzz } from '../../support/fuzz.ts';
import { holds } from '../../support/holds.ts';
import { manualClock } from '../../support/in-memory-ports.ts';

type Told = EventPayload<'requests.streamed'>;

function arrange(secret = 'a-very-secret-value', contentType = 'text/plain') {
  const told: Told[] = [];
  const clock = manualClock();
  const redactor = createRedactor();
  redactor.add(secret, 'a…e');
  const feed = createTextFeed({
    id: 'exchange-1',
    contentType,
    redactor,
    clock,
    publish: (_event, payload) => void told.push(payload as Told), // of the one event that it tells
  });
  const write = (text: string | Uint8Array) =>
    void feed.write(typeof text === 'string' ? Buffer.from(text) : text);
  const lines = () => told.flatMap(({ events }) => events.map(({ data }) => data));
  return { told, clock, feed, write, lines };
}

describe('the lines of a text that is on its way', () => {
  it('are told from the second second on, each when its end has come', () => {
    const { told, clock, feed, write, lines } = arrange();
    write('one\r\ntwo\nthr');
    clock.advance(999);
    expect(told).toEqual([]);
    clock.advance(1);
    expect(lines()).toEqual(['one', 'two']);
    write('ee\n\nfour\n');
    clock.advance(200);
    expect(lines()).toEqual(['one', 'two', 'three', '', 'four']);
    expect(told.at(-1)).toMatchObject({ id: 'exchange-1', kind: 'text', count: 5 });
    write('five\n');
    feed.end();
    write('six\n');
    clock.advance(1_000);
    expect(lines()).toHaveLength(5);
    expect(clock.pendingTimers()).toBe(0);
  });

  it('are read in the charset that the headers name', () => {
    const { clock, write, lines } = arrange('a-very-secret-value', 'text/plain; charset=iso-8859-1');
    write(Uint8Array.from([0x63, 0x61, 0x66, 0xe9, 10]));
    clock.advance(1_000);
    expect(lines()).toEqual(['café']);
  });

  it('of a flood are the newest, and where some were left out is marked', () => {
    const { told, clock, write } = arrange();
    for (let at = 0; at < 100_000; at += 1) write(`line ${String(at)}\n`);
    clock.advance(1_000);
    write('x'.repeat(3_000_000));
    clock.advance(200);
    expect(told[0]?.events.at(-1)?.data).toBe('line 99999');
    expect(told[0]?.events.map(({ isCut }) => isCut).lastIndexOf(true)).toBe(0);
    expect(told[0]?.events.length).toBeLessThanOrEqual(200);
    expect(told[1]?.events[0]?.data.length).toBeLessThanOrEqual(64 * 1024);
    expect(told[1]?.events[0]?.isCut).toBe(true);
  });

  it('never show a key, wherever it is cut, and also after a flood', holds('confinement.echo-split'), () => {
    const secret = 'kf/+secret"value-0123456789';
    const text = `${'before '.repeat(40)}${secret} after\n`;
    for (let cut = 0; cut <= text.length; cut += 1) {
      const { clock, write, lines } = arrange(secret);
      write(text.slice(0, cut));
      clock.advance(1_000);
      write(text.slice(cut));
      clock.advance(200);
      expect(lines().join('\n')).not.toContain(secret.slice(0, 12));
      expect(lines().join('\n')).toContain('after');
    }
    for (let shift = 0; shift < 60; shift += 1) {
      const { clock, write, lines } = arrange(secret);
      write(`${'x'.repeat(50_000)}${secret}`.slice(shift));
      clock.advance(1_000);
      // The key stands where what is kept begins.
      write(`${'y'.repeat(64 * 1024 - 40)}\nend\n`);
      clock.advance(200);
      expect(lines().join('\n')).not.toContain(secret.slice(-12));
      expect(lines().at(-1)).toBe('end');
      write(`${secret}${'z'.repeat(64 * 1024 + 128 - shift)}\nlast\n`);
      clock.advance(200);
      expect(lines().join('\n')).not.toContain(secret.slice(-12));
      expect(lines().at(-1)).toBe('last');
    }
  });

  it(
    'show no part of a key that lies across the end of what is told of a long line',
    holds('confinement.echo-split'),
    () => {
      const secret = 'kfak-0123456789abcdefghijklmnopqrstuvwxyz';
      for (let after = 0; after < 900; after += 3) {
        const { clock, write, lines } = arrange(secret);
        write(`${'x'.repeat(6_000)}${secret}${'y'.repeat(after)}`);
        clock.advance(1_000);
        write(`${'z'.repeat(6_000)}\n`);
        clock.advance(200);
        const shown = lines().join('');
        expect(shown).not.toContain(secret.slice(0, 8));
        expect(shown).not.toContain(secret.slice(-8));
        expect(shown.at(-1)).toBe('z');
      }
    },
  );

  it(
    'show no part of a key that is cut when more came than is told at once',
    holds('confinement.echo-split'),
    () => {
      const secret = 'kfak-0123456789abcdefghijklmnopqrstuvwxyz';
      const [first, second] = [secret.slice(0, 20), secret.slice(20)];
      for (let size = 64 * 1024 - 10; size < 64 * 1024 + 600; size += 7) {
        const { clock, write, lines } = arrange(secret);
        const text = `${'a line\n'.repeat(10_000).slice(-(size - first.length))}${first}`;
        for (let at = 0; at < text.length; at += 10_000) write(text.slice(at, at + 10_000));
        clock.advance(1_000);
        write(`${second}\nend\n`);
        clock.advance(200);
        const shown = lines().join('\n');
        for (const part of [first, second, '\0']) expect(shown).not.toContain(part);
        expect(lines().at(-1)).toBe('end');
      }
    },
  );

  it('show no part of a key, however the text comes', holds('confinement.echo-split'), () => {
    const secret = 'kfak-0123456789abcdefghijklmnopqrstuvwxyz';
    // About where lines are too long to be waited for, and where more came than is told at once.
    const length = fc.oneof(
      fc.nat(600),
      fc.integer({ min: 3_900, max: 5_300 }),
      fc.integer({ min: 65_400, max: 66_200 }),
    );
    const filler = fc.oneof(
      length.map((count) => 'a line of 19 letters\n'.repeat(count / 20 + 1).slice(-count - 1)),
      length.map((count) => 'x'.repeat(count)),
    );
    const wait = fc.constantFrom(0, 0, 200, 1_000);
    const cutKey = fc.nat(secret.length).map((cut) => [secret.slice(0, cut), secret.slice(cut)]);
    const parts = fc.oneof(fc.array(filler, { minLength: 1, maxLength: 3 }), cutKey);
    const steps = parts.chain((texts) => fc.tuple(...texts.map((text) => fc.tuple(fc.constant(text), wait))));
    fc.assert(
      fc.property(fc.array(steps, { minLength: 2, maxLength: 8 }), (all) => {
        const { clock, write, lines } = arrange(secret);
        for (const [text, ms] of all.flat()) {
          for (let at = 0; at < text.length; at += 10_000) write(text.slice(at, at + 10_000));
          clock.advance(ms);
        }
        write('\n');
        clock.advance(1_000);
        const shown = lines().join('');
        for (const part of [secret.slice(0, 12), secret.slice(-12), '\0']) expect(shown).not.toContain(part);
      }),
      { numRuns: fuzz(400).numRuns },
    );
  });

  it('a key over several lines is masked from where it is recognised', () => {
    const { clock, write, lines } = arrange('a-very-secret-value');
    const encoded = Buffer.from('a-very-secret-value').toString('base64');
    write(`${encoded.slice(0, 12)}\n`);
    clock.advance(1_000);
    write(`${encoded.slice(12)}\nend\n`);
    clock.advance(200);
    expect(lines().join('')).not.toContain(encoded.slice(12, 20));
    expect(lines().at(-1)).toContain('end');
  });
});
