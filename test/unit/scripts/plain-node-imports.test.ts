import { describe, expect, it } from 'vitest';
import { asPlainImports } from '../../../scripts/build/plain-node-imports.ts';

describe('asPlainImports', () => {
  it('asks for the modules of Node themselves, under the names that the bundle has for what it uses', () => {
    const bundle = [
      'import { connect, isIP as isIP$1 } from "node:net";',
      'import * as zlib from "node:zlib";',
      'import path from "node:path";',
      'import fs, { readFileSync } from "node:fs";',
      'import { readFile } from "node:fs/promises";',
      'run();',
    ].join('\n');

    expect(asPlainImports(bundle).split('\n')).toEqual([
      'const { connect, isIP: isIP$1 } = process.getBuiltinModule("node:net");',
      'const zlib = process.getBuiltinModule("node:zlib");',
      'const path = process.getBuiltinModule("node:path");',
      'const fs = process.getBuiltinModule("node:fs"); const { readFileSync } = process.getBuiltinModule("node:fs");',
      'const { readFile } = process.getBuiltinModule("node:fs/promises");',
      'run();',
    ]);
  });

  it('leaves all other imports as they are, and texts that look like one', () => {
    const bundle =
      'import { app } from "electron";\nimport { a } from "./chunk.js";\n  "import x from \'node:fs\'";';

    expect(asPlainImports(bundle)).toBe(bundle);
  });

  it('fails the build for an import of a kind that it does not know', () => {
    expect(() => asPlainImports('import "node:path";')).toThrow('not thought of');
  });
});
