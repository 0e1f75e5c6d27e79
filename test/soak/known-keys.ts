/** What the soak test knows of a value: whether it must be accepted, must be refused, or may be either for a moment. */
export type Standing = 'alive' | 'dead' | 'unsure';

export interface KnownValue {
  readonly secret: string;
  readonly apiKeyId: string;
  /** From then on it is refused (epoch milliseconds). */
  readonly endsAt: number | null;
  standing: Standing;
}

/** Answers near an end may be of either side of it: the clocks of two processes are read at different moments. */
const MARGIN_MS = 250;

/** The values of one run, and what is known of each. */
export function createKnownKeys() {
  const values: KnownValue[] = [];
  const standingOf = (value: KnownValue, now: number): Standing => {
    if (value.standing !== 'alive' || value.endsAt === null) return value.standing;
    if (now >= value.endsAt + MARGIN_MS) return 'dead';
    return now >= value.endsAt - MARGIN_MS ? 'unsure' : 'alive';
  };
  return {
    values,
    standingOf,
    add(secret: string, apiKeyId: string, endsAt: number | null = null): void {
      values.push({ secret, apiKeyId, endsAt, standing: 'alive' });
    },
    /** Every value of the key, from now on. */
    mark(apiKeyId: string, standing: Standing): void {
      for (const value of values) {
        if (value.apiKeyId === apiKeyId && value.standing !== 'dead') value.standing = standing;
      }
    },
    /** After a change whose end was not heard of: this one works, and every other one of the key does not. */
    settle(apiKeyId: string, secret: string): void {
      for (const value of values) if (value.apiKeyId === apiKeyId) value.standing = 'dead';
      const own = values.find((value) => value.apiKeyId === apiKeyId && value.secret === secret);
      if (own === undefined) values.push({ secret, apiKeyId, endsAt: null, standing: 'alive' });
      else own.standing = 'alive';
    },
    withStanding: (standing: Standing, now: number) =>
      values.filter((value) => standingOf(value, now) === standing),
  };
}

export type KnownKeys = ReturnType<typeof createKnownKeys>;
