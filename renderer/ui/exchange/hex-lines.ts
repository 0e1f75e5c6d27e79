const BYTES_A_LINE = 16;

/** A line as `hexdump -C` writes it: offset, 16 bytes, their ASCII. `byteAt` answers `null` for a byte that is not here yet. */
export function hexLine(offset: number, end: number, byteAt: (offset: number) => number | null): string {
  const pairs: string[] = [];
  let ascii = '';
  for (let at = offset; at < Math.min(end, offset + BYTES_A_LINE); at += 1) {
    const byte = byteAt(at);
    pairs.push(byte === null ? '··' : byte.toString(16).padStart(2, '0'));
    ascii += byte === null ? ' ' : byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '·';
  }
  const left = pairs.slice(0, 8).join(' ').padEnd(23);
  const right = pairs.slice(8).join(' ').padEnd(23);
  return `${offset.toString(16).padStart(8, '0')}  ${left}  ${right}  ${ascii}`;
}
