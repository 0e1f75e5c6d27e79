/** Milliseconds to the microsecond: what is beyond is noise, and takes as long to write down as a header. */
export function rounded<Time extends number | null>(milliseconds: Time): Time | number {
  return milliseconds === null ? milliseconds : Math.round(milliseconds * 1_000) / 1_000;
}
