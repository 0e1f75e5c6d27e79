/** What is to be run: beside others where there are hands for it. */
export interface Task {
  readonly name: string;
  /** How many processors it keeps busy; 1 when not given. */
  readonly hands?: number;
  /** The names of those that must have ended before; one that is not run at all is not waited for. */
  readonly after?: readonly string[];
}

/**
 * Runs all of them, each as soon as what it waits for has ended and there are hands for it. Of those that are ready the first of the
 * list goes first, and none of the others takes the hands that it waits for. Answers in the order of the list. `run` must not reject.
 */
export async function runBeside<T extends Task, Result>(
  tasks: readonly T[],
  hands: number,
  run: (task: T) => Promise<Result>,
): Promise<readonly Result[]> {
  const needed = (task: T): number => Math.min(task.hands ?? 1, hands);
  const waiting = [...tasks];
  const running = new Map<T, Promise<void>>();
  const results = new Map<T, Result>();
  const isReady = (task: T): boolean =>
    tasks.every((other) => results.has(other) || task.after?.includes(other.name) !== true);
  const free = (): number => hands - [...running.keys()].reduce((sum, task) => sum + needed(task), 0);
  const startNext = (): boolean => {
    const next = waiting.find(isReady);
    if (next === undefined || needed(next) > free()) return false;
    waiting.splice(waiting.indexOf(next), 1);
    const ending = run(next).then((result) => {
      running.delete(next);
      results.set(next, result);
    });
    running.set(next, ending);
    return true;
  };

  while (results.size < tasks.length) {
    while (startNext());
    if (running.size === 0)
      throw new Error(`These wait for each other: ${waiting.map(({ name }) => name).join(', ')}`);
    await Promise.race(running.values());
  }
  // Every one of them has a result by now.
  return tasks.map((task) => results.get(task) as Result);
}
