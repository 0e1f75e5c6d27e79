/** What the log may know of something that was thrown. */
export interface BugDescription {
  readonly name: string;
  readonly frames: readonly string[];
  readonly cause?: BugDescription;
}

const FRAME = /^ {4}at /;

/**
 * A thrown value without its message and its fields: libraries put header values, URLs and arguments into those.
 * The names and the places in the code are enough to find the bug.
 */
export function describeBug(thrown: unknown, depth = 0): BugDescription {
  if (!(thrown instanceof Error)) return { name: typeof thrown, frames: [] };
  const frames = (thrown.stack ?? '')
    .split('\n')
    .filter((line) => FRAME.test(line))
    .slice(0, 12);
  const described = { name: thrown.constructor.name, frames: frames.map((line) => line.trim()) };
  return thrown.cause === undefined || depth >= 3
    ? described
    : { ...described, cause: describeBug(thrown.cause, depth + 1) };
}
