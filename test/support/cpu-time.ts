/**
 * The time, in milliseconds, that this thread was on a processor so far. A limit on the work that hostile input can cause is
 * held by it whatever else the machine does.
 */
export function threadCpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
