/** What the Local API serves, as its table of routes has it. A test holds the two equal. */
export const LOCAL_API_ROUTES: readonly string[] = [
  'GET /me',
  'GET /users',
  'GET /workspaces',
  'GET /workspaces/{id}',
  'GET /collections',
  'POST /collections',
  'GET /collections/{uid}',
  'PUT /collections/{uid}',
  'PATCH /collections/{uid}',
  'DELETE /collections/{uid}',
  'GET /environments',
  'POST /environments',
  'GET /environments/{uid}',
  'PUT /environments/{uid}',
  'DELETE /environments/{uid}',
  'GET /collection-access-keys',
  'DELETE /collection-access-keys/{keyId}',
  'GET /keyfob/v1/keys',
  'POST /keyfob/v1/collections/{uid}/access-keys',
  'GET /keyfob/v1/openapi.json',
];

const patterns = LOCAL_API_ROUTES.map(
  (route) => new RegExp(`^${route.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
);

/** Whether the Local API has this route. What Postman has and it has not is answered 404. */
export function isServedLocally(method: string, pathname: string): boolean {
  const place = `${method === 'HEAD' ? 'GET' : method} ${pathname}`;
  return patterns.some((pattern) => pattern.test(place));
}
