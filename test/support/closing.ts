interface Closable {
  close(): Promise<void> | void;
}

const opened: Closable[] = [];

/** Registers something that a test opened, to be closed after it by `afterEach(closeAll)`. */
export function open<Value extends Closable>(value: Value): Value {
  opened.push(value);
  return value;
}

export async function closeAll(): Promise<void> {
  for (const value of opened.splice(0).toReversed()) await value.close();
}
