import type { Logger } from '../ports/logger.ts';
import { codeOf } from '../error-code.ts';
import { MASKED } from './masked.ts';
import type { SecretRegistry } from './secret-registry.ts';
import { isSensitiveHeader } from '../../shared/domain/sensitive-names.ts';
import { shownUrl } from './shown-url.ts';

const MAX_DEPTH = 6;
const MAX_ITEMS = 100;

/**
 * A logger that nothing secret passes: known secrets and key shapes are masked in every text, sensitive fields are left out, of an error only
 * name, code and stack frames are written (libraries put header values and addresses into messages), bytes are never written.
 */
export function redactingLogger(logger: Logger, registry: Pick<SecretRegistry, 'mask'>): Logger {
  const at =
    (level: keyof Logger): Logger['debug'] =>
    (message, fields) => {
      const clean = fields === undefined ? undefined : safely(() => cleanFields(fields, registry));
      logger[level](registry.mask(message), clean);
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

function safely(work: () => Record<string, unknown>): Record<string, unknown> {
  try {
    return work();
  } catch {
    // A getter or a proxy of a logged object threw; logging must not.
    return { fields: '[not printable]' };
  }
}

interface Walk {
  readonly registry: Pick<SecretRegistry, 'mask'>;
  readonly path: readonly object[];
}

function cleanFields(
  fields: Readonly<Record<string, unknown>>,
  registry: Pick<SecretRegistry, 'mask'>,
): Record<string, unknown> {
  return cleanRecord(fields, { registry, path: [fields] });
}

function clean(value: unknown, walk: Walk): unknown {
  if (typeof value === 'string') return walk.registry.mask(shownUrl(value));
  if (typeof value === 'function' || typeof value === 'symbol') return `[${typeof value}]`;
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (walk.path.includes(value) || walk.path.length >= MAX_DEPTH) return '[…]';
  const inner = { ...walk, path: [...walk.path, value] };
  if (value instanceof Error) return cleanError(value, inner);
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return '[bytes]';
  if (value instanceof URL) return walk.registry.mask(shownUrl(value.href));
  if (value instanceof Map || value instanceof Set) return clean([...value], inner);
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).map((item: unknown) => clean(item, inner));
  return cleanRecord(value, inner);
}

function cleanRecord(record: object, walk: Walk): Record<string, unknown> {
  const entries = Object.entries(record)
    .slice(0, MAX_ITEMS)
    .map(([name, value]): [string, unknown] => [
      walk.registry.mask(name),
      typeof value === 'string' && isSensitiveHeader(name) ? MASKED : clean(value, walk),
    ]);
  return Object.fromEntries(entries);
}

function cleanError(error: Error, walk: Walk): Record<string, unknown> {
  // The first lines of a stack repeat the message; the frames name files and functions alone.
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: walk.registry.mask(error.name),
    code: codeOf(error),
    stack: walk.registry.mask(frames.join('\n')),
  };
}
