/** A whole segment of a path that is a variable's name. The address before it has its slashes; a port is no segment. */
const PATH_VARIABLE = /(?<=[^/:]\/|\}\}\/):([A-Za-z_][\w.-]{0,100})(?=[/?#]|$)/g;

/** The names of the path variables in an address (`/users/:id`), each once, in order. What comes after `?` or `#` holds none. */
export function pathVariableNames(url: string): readonly string[] {
  const names = Array.from(pathOf(url).matchAll(PATH_VARIABLE), ([, name]) => name ?? '');
  return [...new Set(names)];
}

/** The address with each variable replaced; `null` leaves it as it is. */
export function withPathVariables(url: string, valueOf: (name: string) => string | null): string {
  const path = pathOf(url);
  const filled = path.replaceAll(PATH_VARIABLE, (segment, name: string) => valueOf(name) ?? segment);
  return filled + url.slice(path.length);
}

function pathOf(url: string): string {
  const masked = url.replaceAll(/\{\{[^{}]*\}\}/g, (template) => '_'.repeat(template.length));
  const end = masked.search(/[?#]/);
  return end === -1 ? url : url.slice(0, end);
}
