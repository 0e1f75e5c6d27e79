/** Cryptographically secure randomness and ids made of it. */
export interface Random {
  bytes(length: number): Uint8Array;
  /** A new UUID (RFC 9562). */
  id(): string;
}
