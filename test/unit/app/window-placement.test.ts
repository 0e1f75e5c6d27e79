import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitPlacement, isInReach } from '../../../electron/app/window-placement.ts';

const primary = { x: 0, y: 0, width: 1920, height: 1040 };
const right = { x: 1920, y: 0, width: 1280, height: 1024 };

describe('where the window opens', () => {
  test('the first time: 1280 by 800 in the middle of the first display', () => {
    expect(fitPlacement(null, [primary, right])).toEqual({
      x: 320,
      y: 120,
      width: 1280,
      height: 800,
      isMaximized: false,
    });
  });

  test('where it was, on the display where it was', () => {
    const placement = { x: 2000, y: 40, width: 900, height: 700, isMaximized: true };
    expect(fitPlacement(placement, [primary, right])).toEqual(placement);
  });

  test('in the middle of the first display when its own is gone', () => {
    const placement = { x: 2000, y: 40, width: 900, height: 700, isMaximized: false };
    expect(fitPlacement(placement, [primary])).toEqual({
      x: 510,
      y: 170,
      width: 900,
      height: 700,
      isMaximized: false,
    });
  });

  test('shrunk when the display became smaller', () => {
    const placement = { x: 0, y: 0, width: 3840, height: 2160, isMaximized: false };
    expect(fitPlacement(placement, [primary])).toMatchObject({ x: 0, y: 0, width: 1920, height: 1040 });
  });

  test('pulled back when it hung over an edge', () => {
    const placement = { x: -600, y: 900, width: 1000, height: 700, isMaximized: false };
    expect(fitPlacement(placement, [primary])).toMatchObject({ x: 0, y: 340 });
  });

  test('never smaller than its content needs', () => {
    expect(fitPlacement({ x: 0, y: 0, width: 1, height: 1, isMaximized: false }, [primary])).toMatchObject({
      width: 760,
      height: 520,
    });
    expect(fitPlacement(null, [{ x: 0, y: 0, width: 640, height: 480 }])).toMatchObject({
      width: 760,
      height: 520,
    });
  });

  test('somewhere, even when no display is known', () => {
    expect(fitPlacement(null, [])).toMatchObject({ width: 1280, height: 800 });
  });

  test('with its title bar in reach, whatever was stored', () => {
    const pixel = fc.integer({ min: -100_000, max: 100_000 });
    const size = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(
        fc.record({ x: pixel, y: pixel, width: size, height: size, isMaximized: fc.boolean() }),
        (placement) => {
          const { x, y, width, height } = fitPlacement(placement, [primary, right]);
          const area = [primary, right].find(
            (candidate) => x >= candidate.x && x < candidate.x + candidate.width,
          );
          expect(area).toBeDefined();
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y + height).toBeLessThanOrEqual((area?.y ?? 0) + (area?.height ?? 0));
          expect(x + width).toBeLessThanOrEqual((area?.x ?? 0) + (area?.width ?? 0));
        },
      ),
    );
  });
});

test('a hidden window whose display was unplugged is out of reach', () => {
  const onTheRight = { x: 2000, y: 40, width: 900, height: 700 };
  expect(isInReach(onTheRight, [primary, right])).toBe(true);
  expect(isInReach(onTheRight, [primary])).toBe(false);
});
