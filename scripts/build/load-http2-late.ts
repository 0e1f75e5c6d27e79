import type { Plugin } from 'vite';

const CLIENT = /\/undici\/lib\/dispatcher\/client\.js$/;
const AT_ONCE = "const connectH2 = require('./client-h2.js')";
const AT_NEED = "const connectH2 = (...given) => require('./client-h2.js')(...given)";

/**
 * undici loads Node's HTTP/2, and TLS with it, before anybody has asked for either: an eighth of what the main process takes to start.
 * In a bundle it is loaded with the first connection that speaks it. An undici in which that line reads otherwise fails the build.
 */
export function loadHttp2Late(): Plugin {
  return {
    name: 'load-http2-late',
    transform(code, id) {
      if (!CLIENT.test(id)) return null;
      if (code.split(AT_ONCE).length !== 2) throw new Error(`${id} does not load HTTP/2 where it did`);
      return { code: code.replace(AT_ONCE, AT_NEED), map: null };
    },
  };
}
