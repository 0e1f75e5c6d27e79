/** 128 random bits. `crypto.randomUUID` is there in secure contexts alone, which a development page may not be. */
export function newExchangeId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
