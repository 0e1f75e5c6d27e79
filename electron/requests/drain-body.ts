import type { HopResponse } from './dispatch-hop.ts';
import type { HopFlight } from './send-hop.ts';

/** A redirect's body is not shown. A short one is read to its end, so that the connection can be used again. */
const MAX_DRAINED_BYTES = 64 * 1024;

export async function drainBody(flight: HopFlight, response: HopResponse, now: () => number): Promise<void> {
  const isAtEnd = await readToEnd(response);
  flight.endedAt = now();
  if (isAtEnd) flight.lease.release();
  else flight.lease.discard();
}

async function readToEnd(response: HopResponse): Promise<boolean> {
  let bytes = 0;
  try {
    for await (const chunk of response.body) {
      bytes += chunk.length;
      if (bytes > MAX_DRAINED_BYTES) return false;
    }
    return true;
  } catch {
    // A redirect's body that breaks off changes nothing: its header section said all. Cancelling is noticed by the caller.
    return false;
  }
}
