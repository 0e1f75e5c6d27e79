import type { FileReader } from '../ports/file-reader.ts';
import { readRegularFile } from '../regular-file.ts';

export function nodeFileReader(): FileReader {
  return {
    async readText(path, maxBytes) {
      try {
        const file = await readRegularFile(path, maxBytes);
        return file.kind === 'read' ? file.bytes.toString('utf8') : null;
      } catch (error) {
        if (error instanceof Error && 'code' in error) return null;
        throw error;
      }
    },
  };
}
