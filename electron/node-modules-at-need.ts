import type * as http from 'node:http';
import type * as tls from 'node:tls';

/**
 * Node's own modules that are slow to load and not needed at once, asked for where they are used. An `import` of `node:http` would read
 * all that it exports, its web sockets among them, and with them a second undici.
 */
export const nodeTls = (): typeof tls => process.getBuiltinModule('node:tls');
export const nodeHttp = (): typeof http => process.getBuiltinModule('node:http');
