import { open } from 'node:fs/promises';
import type { BytesReader } from '../ports/bytes-reader.ts';

export function nodeBytesReader(): BytesReader {
  return {
    async readBytes(path, maxBytes) {
      try {
        await using file = await open(path, 'r');
        const stats = await file.stat();
        if (!stats.isFile() || stats.size > maxBytes) return null;
        return await file.readFile();
      } catch (error) {
        if (error instanceof Error && 'code' in error) return null;
        throw error;
      }
    },
  };
}
