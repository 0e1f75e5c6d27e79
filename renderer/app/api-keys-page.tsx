import { AccessKeysSection } from '../features/access-keys/access-keys-section.tsx';
import { ApiKeysScreen } from '../features/keys/api-keys-screen.tsx';

/** The start page is made of two features, which do not know each other. */
export function ApiKeysPage() {
  return <ApiKeysScreen accessKeys={<AccessKeysSection />} />;
}
