/** Ends a `switch` over a closed set: a case that was forgotten does not compile. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected variant: ${JSON.stringify(value)}`);
}
