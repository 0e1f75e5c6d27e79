import { isServedLocally } from '../../../shared/domain/local-api-routes.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';

/** Whether the place that a request goes to is there, as far as it is known: of other servers than the Local API nothing is. */
export function useIsServed(method: string, url: string | null): boolean {
  const localApi = useCommandQuery('localApi.getState', {});
  if (url === null || !URL.canParse(url) || localApi.kind !== 'loaded' || localApi.value.kind !== 'running')
    return true;
  const { origin, pathname } = new URL(url);
  return origin !== localApi.value.url || isServedLocally(method, pathname);
}
