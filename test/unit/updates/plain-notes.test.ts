import { expect, it } from 'vitest';
import { plainNotes } from '../../../electron/updates/plain-notes.ts';
import { threadCpuMs } from '../../support/cpu-time.ts';
import { MAX_NOTES_LENGTH } from '../../../shared/domain/update-state.ts';

it('keeps the text and the lines of markup', () => {
  expect(plainNotes('<h2>New</h2><ul><li>One &amp; two</li><li>Three</li></ul><p>End.</p>')).toBe(
    'New\n– One & two\n– Three\n\nEnd.',
  );
});

it('keeps plain text as it is', () => {
  expect(plainNotes('- faster\r\n- a < b and b > c\n')).toBe('- faster\n- a < b and b > c');
});

it('drops scripts, control characters and marks of direction', () => {
  expect(plainNotes('a<script>alert(1)</script>b\u0000c\u202Ed\u001B[31me')).toBe('abcd[31me');
  expect(plainNotes('a<img src=x onerror=alert(1)')).toBe('a');
});

it('ends where nobody reads on', () => {
  const notes = plainNotes('x'.repeat(1_000_000));

  expect(notes).toHaveLength(MAX_NOTES_LENGTH);
  expect(notes.endsWith('…')).toBe(true);
});

it.each([' ', '\t', '<script ', '<li ', '<br ', '<a', '&am', '\n \n', '</script '])(
  'takes no longer than its length asks for: %j',
  (piece) => {
    const before = threadCpuMs();
    plainNotes(piece.repeat(100_000 / piece.length));
    expect(threadCpuMs() - before).toBeLessThan(300);
  },
);
