import type { WindowPlacement } from '../ports/window-placement-store.ts';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const DEFAULT_SIZE = { width: 1280, height: 800 } as const;
export const MIN_SIZE = { width: 760, height: 520 } as const;

/** Less than this of a title bar cannot be caught with a pointer. */
const GRASPABLE_WIDTH = 120;
const TITLE_BAR_HEIGHT = 32;

/**
 * Where to open the window: where it was, when enough of it is on a display that is still there, moved and shrunk to fit; else
 * in the middle of the first one. `areas` are the displays' work areas, the primary one first.
 */
export function fitPlacement(placement: WindowPlacement | null, areas: readonly Area[]): WindowPlacement {
  const [primary] = areas;
  if (primary === undefined) return { x: 0, y: 0, ...DEFAULT_SIZE, isMaximized: false };
  if (placement === null) return centred(DEFAULT_SIZE, primary, false);
  const area = areas.find((candidate) => isGraspable(placement, candidate));
  if (area === undefined) return centred(placement, primary, placement.isMaximized);
  const { width, height } = fitSize(placement, area);
  return {
    x: clamp(placement.x, area.x, area.x + area.width - width),
    y: clamp(placement.y, area.y, area.y + area.height - height),
    width,
    height,
    isMaximized: placement.isMaximized,
  };
}

/** Whether a person can catch the window's title bar on one of the displays. */
export function isInReach(window: Area, areas: readonly Area[]): boolean {
  return areas.some((area) => isGraspable(window, area));
}

function isGraspable(window: Area, area: Area): boolean {
  const visibleWidth = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  return (
    visibleWidth >= Math.min(GRASPABLE_WIDTH, window.width) &&
    window.y >= area.y - TITLE_BAR_HEIGHT &&
    window.y <= area.y + area.height - TITLE_BAR_HEIGHT
  );
}

function centred(size: Pick<Area, 'width' | 'height'>, area: Area, isMaximized: boolean): WindowPlacement {
  const { width, height } = fitSize(size, area);
  return {
    x: Math.round(area.x + (area.width - width) / 2),
    y: Math.round(area.y + (area.height - height) / 2),
    width,
    height,
    isMaximized,
  };
}

/** A display that is smaller than the least size gets the least size: part of the window is then off it. */
function fitSize(
  { width, height }: Pick<Area, 'width' | 'height'>,
  area: Area,
): Pick<Area, 'width' | 'height'> {
  return {
    width: Math.max(MIN_SIZE.width, Math.min(width, area.width)),
    height: Math.max(MIN_SIZE.height, Math.min(height, area.height)),
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
