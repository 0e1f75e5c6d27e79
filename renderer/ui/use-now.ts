import { createContext, useContext, useEffect, useState } from 'react';

/** Answers the time in epoch milliseconds; a test or a preview puts its own here. */
export const ClockContext = createContext<() => number>(() => Date.now());

export function useClock(): () => number {
  return useContext(ClockContext);
}

/** The time in epoch milliseconds, fresh every `everyMs`, so that "2 minutes ago" stays true. */
export function useNow(everyMs = 30_000): number {
  const clock = useClock();
  const [now, setNow] = useState(clock);
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(clock());
    }, everyMs);
    return () => {
      clearInterval(timer);
    };
  }, [clock, everyMs]);
  return now;
}
