import type { Plugin } from 'vite';

/** As a bundle has them, one in a line: the module's default or all of it, and names of its exports with those that the bundle has for them. */
const IMPORT =
  /^import (?:(?:\* as )?(?<whole>[\w$]+))?(?:, )?(?:\{ (?<names>[^}]+) \})? from "(?<module>node:[\w/]+)";$/gm;

/**
 * An `import` of one of Node's modules makes an ES module of it, and for that Node reads every export that it has: those that are made when
 * they are read are made then, such as parsers and all of WebCrypto. A bundle asks for the module itself instead, and reads what it names.
 */
export function plainNodeImports(): Plugin {
  return {
    name: 'plain-node-imports',
    renderChunk: (code) => ({ code: asPlainImports(code), map: null }),
  };
}

export function asPlainImports(code: string): string {
  const plain = code.replace(IMPORT, (...match) => {
    const { whole, names, module } = match.at(-1) as Record<string, string | undefined>; // its named groups
    const wanted = [whole, names === undefined ? undefined : `{ ${names.replaceAll(' as ', ': ')} }`];
    return wanted
      .filter((each) => each !== undefined)
      .map((each) => `const ${each} = process.getBuiltinModule("${String(module)}");`)
      .join(' ');
  });
  const [left] = /^import .*"node:.*$/m.exec(plain) ?? [];
  if (left !== undefined) throw new Error(`An import of a kind that was not thought of: ${left}`);
  return plain;
}
