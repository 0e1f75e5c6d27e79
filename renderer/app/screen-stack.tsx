import { Activity, Suspense, useState } from 'react';
import type { Screen } from '../../shared/domain/preferences.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import type { LaterComponent } from './later.ts';
import { OwnScreenContext, useNavigation } from './navigation-context.ts';
import styles from './screen-stack.module.css';
import { screens } from './screens.ts';

/** Shows the current screen and keeps those that were shown before, hidden, so that nothing typed there is lost. */
export function ScreenStack() {
  const { screen } = useNavigation();
  const [visited, setVisited] = useState(() => withScreen(new Map(), screen));
  if (!visited.has(screen)) setVisited(withScreen(visited, screen));
  return screens.map(({ id }) => {
    const ScreenComponent = visited.get(id);
    if (ScreenComponent === undefined) return null;
    return (
      <Activity key={id} mode={id === screen ? 'visible' : 'hidden'}>
        <div className={styles.screen} data-screen={id}>
          <OwnScreenContext value={id}>
            <ErrorBoundary>
              <Suspense fallback={null}>
                <ScreenComponent />
              </Suspense>
            </ErrorBoundary>
          </OwnScreenContext>
        </div>
      </Activity>
    );
  });
}

type Visited = ReadonlyMap<Screen, ReturnType<LaterComponent['component']>>;

/** Which component a screen is stays as it was when it was first shown: another one would begin anew. */
function withScreen(visited: Visited, screen: Screen): Visited {
  const entry = screens.find(({ id }) => id === screen);
  return entry === undefined ? visited : new Map([...visited, [screen, entry.component()]]);
}
