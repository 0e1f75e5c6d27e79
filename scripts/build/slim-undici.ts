import type { Plugin } from 'vite';

interface Edit {
  /** Of undici's own code. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const NO_FORM_DATA = "(() => { throw new Error('Keyfob composes form data by itself') })()";

/**
 * What undici loads, or brings along, before anybody has asked for it: each function of it is read through when main starts.
 *
 * - Node's HTTP/2, and TLS with it: in a bundle they are loaded with the first connection that speaks it.
 * - Its second parser of HTTP/1, an experiment that is off: undici leaves it out of what Node itself bundles by this very condition.
 * - The headers of an answer as an object, beside those as they came: ours are read of the latter (`dispatch-hop.ts`).
 * - `FormData` as a body, with all of the web's fetch behind it: a body of ours is bytes or a stream (`HopToDispatch`).
 */
const EDITS: readonly Edit[] = [
  {
    file: 'dispatcher/client.js',
    from: "const connectH2 = require('./client-h2.js')",
    to: "const connectH2 = (...given) => require('./client-h2.js')(...given)",
  },
  {
    file: 'dispatcher/client-h1.js',
    from: "typeof esbuildDetection === 'undefined'\n  ? require('./parser-h1.js')\n  : {}",
    to: '{}',
  },
  {
    file: 'dispatcher/client-h1.js',
    from: "typeof esbuildDetection === 'undefined' && (client[kUseMilo] ?? getMiloEnabled())",
    to: 'false',
  },
  {
    file: 'dispatcher/client-h1.js',
    from: "require('../web/fetch/body.js').extractBody",
    to: NO_FORM_DATA,
  },
  {
    file: 'dispatcher/client-h2.js',
    from: "require('../web/fetch/body.js').extractBody",
    to: NO_FORM_DATA,
  },
  {
    file: 'core/request.js',
    from: 'const parsedHeaders = Array.isArray(headers) ? parseHeaders(headers) : headers\n\n    try {\n      this[kHandler].onResponseStart',
    to: 'const parsedHeaders = headers\n\n    try {\n      this[kHandler].onResponseStart',
  },
  {
    file: 'core/request.js',
    from: "require('../web/fetch/formdata')\n    isFormData = require('../web/webidl').webidl.is.FormData",
    to: `isFormData = ${NO_FORM_DATA}`,
  },
];

/** Leaves out of a bundle what Keyfob never asks undici for. An undici in which one of these places reads otherwise fails the build. */
export function slimUndici(): Plugin {
  return {
    name: 'slim-undici',
    transform(code, id) {
      const edits = EDITS.filter(({ file }) => id.endsWith(`/undici/lib/${file}`));
      if (edits.length === 0) return null;
      return { code: edits.reduce((edited, edit) => applyTo(edited, edit, id), code), map: null };
    },
  };
}

function applyTo(code: string, { from, to }: Edit, id: string): string {
  if (code.split(from).length !== 2) throw new Error(`${id} does not read as it did: ${from}`);
  return code.replace(from, () => to);
}
