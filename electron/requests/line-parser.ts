/** A line that has no end by then is not waited for. In characters. */
const LONGEST_LINE = 1024 * 1024;

export interface LineParser {
  feed(text: string): void;
  /** The last line needs no line break. */
  end(): void;
}

/** Splits a stream of JSON texts into its lines: newline-delimited JSON, JSON lines, and JSON text sequences (RFC 7464). Empty lines are none. */
export function createLineParser(
  onLine: (line: { readonly data: string }) => void,
  onTooLong: () => void,
): LineParser {
  let rest = '';
  const take = (line: string): void => {
    // A sequence begins each text with a record separator.
    const data = line.replace(/^\u001e/, '').replace(/\r$/, '');
    if (data.trim() !== '') onLine({ data });
  };
  return {
    feed(text) {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) take(line);
      if (rest.length <= LONGEST_LINE) return;
      rest = '';
      onTooLong();
    },
    end() {
      take(rest);
      rest = '';
    },
  };
}
