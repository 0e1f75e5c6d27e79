import type { Frame } from 'playwright-core';
import { originOf, toAppUrl } from './addresses.ts';

type Surface = Pick<
  Electron.WebFrameMain,
  'url' | 'origin' | 'name' | 'routingId' | 'processId' | 'detached' | 'isDestroyed'
>;

/** What a handler learns about the frame that called it. One object a frame: frames compare by identity. */
export interface StandInFrame extends Surface {
  readonly parent: StandInFrame | null;
  readonly top: StandInFrame | null;
  readonly frames: readonly StandInFrame[];
}

/** A blank or srcdoc frame takes its parent's origin, as in the browser: only the top-frame check tells it apart. */
function frameOrigin(frame: Frame): string {
  const parent = frame.parentFrame();
  const inherits = parent !== null && (frame.url() === '' || frame.url().startsWith('about:'));
  return inherits ? frameOrigin(parent) : originOf(frame.url());
}

export function createFrames(): (frame: Frame) => StandInFrame {
  const known = new WeakMap<Frame, StandInFrame>();
  let count = 0;
  const frameOf = (frame: Frame): StandInFrame => {
    const existing = known.get(frame);
    if (existing !== undefined) return existing;
    count += 1;
    const routingId = count;
    const created: StandInFrame = {
      routingId,
      processId: process.pid,
      get url() {
        return toAppUrl(frame.url());
      },
      get origin() {
        return frameOrigin(frame);
      },
      get name() {
        return frame.name();
      },
      get detached() {
        return frame.isDetached();
      },
      isDestroyed: () => frame.isDetached(),
      get parent() {
        const parent = frame.parentFrame();
        return parent === null ? null : frameOf(parent);
      },
      get top() {
        return frameOf(frame.page().mainFrame());
      },
      get frames() {
        return frame.childFrames().map(frameOf);
      },
    };
    known.set(frame, created);
    return created;
  };
  return frameOf;
}
