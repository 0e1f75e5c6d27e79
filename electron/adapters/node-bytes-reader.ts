import type { BytesReader } from '../ports/bytes-reader.ts';
import { readRegularFile } from '../regular-file.ts';

export function nodeBytesReader(): BytesReader {
  return {
    async readBytes(path, maxBytes) {
      try {
        const file = await readRegularFile(path, maxBytes);
        return file.kind === 'read' ? file.bytes : null;
      } catch (error) {
        if (error instanceof Error && 'code' in error) return null;
        throw error;
      }
    },
  };
}
