import { expect, it } from 'vitest';
import { createProgressReporter } from '../../../electron/requests/progress.ts';
import { manualClock } from '../../support/in-memory-ports.ts';

it('tells every change of phase at once and bytes ten times a second', () => {
  const clock = manualClock();
  const seen: number[] = [];
  const report = createProgressReporter('id', {
    clock,
    publish: (_event, payload) => void seen.push((payload as { receivedBytes: number }).receivedBytes),
  });
  report({ phase: 'connecting', hopCount: 1, receivedBytes: 0, totalBytes: null });
  report({ phase: 'waiting', hopCount: 1, receivedBytes: 0, totalBytes: null });
  for (let bytes = 1; bytes <= 1_000; bytes += 1) {
    report({ phase: 'downloading', hopCount: 1, receivedBytes: bytes, totalBytes: null });
    clock.advance(1);
  }

  expect(seen.length).toBeGreaterThan(10);
  expect(seen.length).toBeLessThan(15);
});
