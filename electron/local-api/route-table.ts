import { TrieRouter } from 'hono/router/trie-router';
import type { Route } from './routes/route.ts';

export interface RouteMatch {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** Finds the route to a method and a path, as it came, percent-encoded. */
export type FindRoute = (method: string, path: string) => RouteMatch | null;

/** Throws when two routes have one method and path: the second would never be reached. */
export function createRouteTable(routes: readonly Route[]): FindRoute {
  const router = new TrieRouter<Route>();
  const seen = new Set<string>();
  for (const route of routes) {
    const place = `${route.method} ${route.path}`;
    if (seen.has(place)) throw new Error(`Two routes for ${place}`);
    seen.add(place);
    router.add(route.method, route.path.replaceAll(/\{(\w+)\}/g, ':$1'), route);
  }
  return (method, path) => {
    const [matches] = router.match(method, path);
    const [route, params] = matches[0] ?? [];
    if (route === undefined || params === undefined) return null;
    const entries = Object.entries(params).map(([name, value]) => [name, decoded(String(value))]);
    return { route, params: Object.fromEntries(entries) as Record<string, string> };
  };
}

/** What is no percent-encoding stands for itself, and names nothing. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (error instanceof URIError) return segment;
    throw error;
  }
}
