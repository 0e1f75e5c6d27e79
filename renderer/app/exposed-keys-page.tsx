import { ExposedScreen } from '../features/exposed/exposed-screen.tsx';
import { ReplaceExposedKey } from '../features/keys/replace-exposed-key.tsx';

/** Finding keys and replacing them are two features, which do not know each other. */
export function ExposedKeysPage() {
  return (
    <ExposedScreen
      replaceDialog={(apiKey, onClose) => <ReplaceExposedKey apiKey={apiKey} onClose={onClose} />}
    />
  );
}
