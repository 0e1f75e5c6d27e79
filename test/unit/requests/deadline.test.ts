import { describe, expect, it } from 'vitest';
import { createDeadlines, LOCKED, startDeadline } from '../../../electron/requests/deadline.ts';
import { manualClock } from '../../support/in-memory-ports.ts';

function bench() {
  const clock = manualClock(0);
  const scheduled: number[] = [];
  const schedule: typeof clock.schedule = (task, delayMs) => {
    scheduled.push(delayMs);
    return clock.schedule(task, delayMs);
  };
  const controller = new AbortController();
  const parts = { clock: { schedule }, now: () => clock.now() };
  return { clock, scheduled, controller, parts, deadlines: createDeadlines(controller.signal, parts) };
}

describe('the deadlines of a run', () => {
  it('end each request at its own time, with one timer for those that follow each other', () => {
    const { clock, scheduled, deadlines } = bench();
    const first = deadlines.start(100);
    clock.advance(60);
    const second = deadlines.start(100);
    expect(scheduled).toEqual([100]);
    clock.advance(40);
    expect([first.error()?.code, second.error()]).toEqual(['timed-out', null]);
    clock.advance(60);
    expect(second.error()?.code).toBe('timed-out');
  });

  it('wake earlier for a request that ends before those that were there', () => {
    const { clock, deadlines } = bench();
    const patient = deadlines.start(1_000);
    const hasty = deadlines.start(10);
    clock.advance(10);
    expect([patient.error(), hasty.error()?.code]).toEqual([null, 'timed-out']);
    clock.advance(990);
    expect(patient.error()?.code).toBe('timed-out');
  });

  it('tell who listens once, and nobody after the request has come to its end or waived its time', () => {
    const { clock, deadlines } = bench();
    const told: string[] = [];
    const start = (name: string) => {
      const deadline = deadlines.start(100);
      deadline.signal.onOver(() => void told.push(name));
      return deadline;
    };
    start('late');
    start('ended').clear();
    start('live').waiveTime();
    clock.advance(500);
    expect(told).toEqual(['late']);
  });

  it('end all at once when the run is cancelled or Keyfob is locked, also those that begin after that', () => {
    const { controller, deadlines } = bench();
    const waived = deadlines.start(100);
    waived.waiveTime();
    controller.abort(LOCKED);
    expect(waived.error()?.code).toBe('vault-locked');
    const late = deadlines.start(100);
    expect([late.signal.isOver(), late.error()?.code]).toEqual([true, 'vault-locked']);
  });

  it('of a single request wait for nothing once it is cleared', () => {
    const { clock, controller, parts } = bench();
    const deadline = startDeadline(controller.signal, 100, parts);
    deadline.clear();
    clock.advance(500);
    controller.abort();
    expect(deadline.error()).toBeNull();
  });
});
