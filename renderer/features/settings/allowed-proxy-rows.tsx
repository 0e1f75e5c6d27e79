import type { AllowedProxy } from '../../../shared/domain/network-settings.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { SettingRow } from './setting-row.tsx';
import styles from './settings.module.css';
import { useOwners } from './use-owners.ts';
import { useShowFailure } from './use-show-failure.ts';
import { networkTexts } from '../../../shared/texts/en/network.ts';
import { useTexts } from '../../language/speech-context.ts';

/** The proxies that requests name and that the person allowed, each for a collection. */
export function AllowedProxyRows({ allowed }: { readonly allowed: readonly AllowedProxy[] }) {
  const { allowedProxy: texts } = useTexts(networkTexts);
  const show = useShowFailure();
  const disallow = useCommand('network.disallowProxy');
  const ownerOf = useOwners();
  const noteOf = (collectionId: string): string => {
    const owner = ownerOf(collectionId);
    if (owner === null) return '';
    return owner.kind === 'collection' ? texts.of(owner.name) : texts[owner.kind];
  };
  return allowed.map(({ collectionId, address }) => (
    <SettingRow
      key={`${collectionId} ${address}`}
      title={<span className={styles.address}>{address}</span>}
      description={noteOf(collectionId)}
    >
      <Button
        size="small"
        aria-label={texts.takeBackOf(address)}
        onPress={() => show(disallow.run({ collectionId, address }))}
      >
        {texts.takeBack}
      </Button>
    </SettingRow>
  ));
}
