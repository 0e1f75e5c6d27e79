import { open } from 'node:fs/promises';
import type { FileReader } from '../ports/file-reader.ts';

export function nodeFileReader(): FileReader {
  return {
    async readText(path, maxBytes) {
      try {
        await using file = await open(path, 'r');
        const { size } = await file.stat();
        if (size > maxBytes) return null;
        // It may grow while it is read.
        const buffer = Buffer.alloc(maxBytes + 1);
        const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
        return bytesRead > maxBytes ? null : buffer.toString('utf8', 0, bytesRead);
      } catch (error) {
        if (error instanceof Error && 'code' in error) return null;
        throw error;
      }
    },
  };
}
