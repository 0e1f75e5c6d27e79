import { describe, expect, test } from 'vitest';
import { decideClose, handleClose, type CloseSituation } from '../../../electron/app/close-decision.ts';

const usual: CloseSituation = { isQuitting: false, closeToTray: true, isTrayHintShown: true, hasTray: true };

function close(fields: Partial<CloseSituation>): string[] {
  const done: string[] = [];
  const note = (what: string) => () => void done.push(what);
  handleClose({
    situation: () => ({ ...usual, ...fields }),
    preventClose: note('stays'),
    hide: note('hidden'),
    tell: note('told'),
    quit: note('quits'),
  });
  return done;
}

describe('closing the window', () => {
  test('hides it in the tray', () => {
    expect(close({})).toEqual(['stays', 'hidden']);
  });

  test('says so the first time, and only then', () => {
    expect(close({ isTrayHintShown: false })).toEqual(['stays', 'hidden', 'told']);
    expect(decideClose({ ...usual, isTrayHintShown: true })).toEqual({ kind: 'hide', tellsOnce: false });
  });

  test('quits when the person prefers that', () => {
    expect(close({ closeToTray: false })).toEqual(['stays', 'quits']);
  });

  test('quits when there is no tray to come back from', () => {
    expect(close({ hasTray: false })).toEqual(['stays', 'quits']);
  });

  test('closes it while Keyfob quits, whatever is preferred', () => {
    expect(close({ isQuitting: true })).toEqual([]);
    expect(close({ isQuitting: true, closeToTray: false })).toEqual([]);
  });
});
