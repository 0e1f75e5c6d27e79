import { isAbsolute } from 'node:path';
import { z } from 'zod';
import type { Dropped } from '../importers/read-dropped.ts';

/** What systems allow, in characters. */
const LONGEST_PATH = 4_096;
const MOST_FILES = 100;
/** A little more than an import takes, so that it is the import that says so. */
const LONGEST_TEXT = 40 * 1024 * 1024;

const dropSchema = z.strictObject({
  /** Empty for what is no file on the disk, as an image of a page that another program shows. */
  paths: z.array(z.string().max(LONGEST_PATH)).max(MOST_FILES),
  text: z.string().max(LONGEST_TEXT),
});

export interface DroppedThings {
  /** From the preload. What does not look like a drop at all is taken for too much of one. */
  readonly receive: (drop: unknown) => void;
  /** What was dropped last, once. */
  readonly take: () => Dropped | null;
  /** At lock and at quit: a text may hold a secret. */
  readonly forget: () => void;
}

/** What was dropped onto the window and is not looked at yet. Nothing is read here. */
export function createDropped(): DroppedThings {
  let waiting: Dropped | null = null;
  return {
    receive(drop) {
      const parsed = dropSchema.safeParse(drop);
      if (!parsed.success) {
        waiting = { kind: 'too-much' };
        return;
      }
      const paths = parsed.data.paths.filter((path) => isAbsolute(path) && !path.includes('\0'));
      waiting = { kind: 'dropped', paths, text: parsed.data.text };
    },
    take() {
      const taken = waiting;
      waiting = null;
      return taken;
    },
    forget() {
      waiting = null;
    },
  };
}
