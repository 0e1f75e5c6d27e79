import { Activity, Suspense, useState } from 'react';
import { ErrorBoundary } from './error-boundary.tsx';
import { OwnScreenContext, useNavigation } from './navigation-context.ts';
import styles from './screen-stack.module.css';
import { screens } from './screens.ts';

/** Shows the current screen and keeps those that were shown before, hidden, so that nothing typed there is lost. */
export function ScreenStack() {
  const { screen } = useNavigation();
  const [visited, setVisited] = useState(() => new Set([screen]));
  if (!visited.has(screen)) setVisited(new Set([...visited, screen]));
  return screens
    .filter(({ id }) => visited.has(id))
    .map(({ id, component: ScreenComponent }) => (
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
    ));
}
