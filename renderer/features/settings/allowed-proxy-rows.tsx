import type { AllowedProxy } from '../../../shared/domain/network-settings.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { Button } from '../../ui/button.tsx';
import { SettingRow } from './setting-row.tsx';
import styles from './settings.module.css';
import { useShowFailure } from './use-show-failure.ts';
import { networkTexts } from '../../../shared/texts/en/network.ts';
import { useTexts } from '../../language/speech-context.ts';

/** The proxies that requests name and that the person allowed, each for a collection. */
export function AllowedProxyRows({ allowed }: { readonly allowed: readonly AllowedProxy[] }) {
  const texts = useTexts(networkTexts);
  const show = useShowFailure();
  const disallow = useCommand('network.disallowProxy');
  const collections = useCommandQuery('collections.list', {});
  const nameOf = (id: string): string => {
    if (id === '') return texts.allowedProxy.unsaved;
    const found =
      collections.kind === 'loaded' ? collections.value.find((each) => each.id === id) : undefined;
    return found === undefined ? texts.allowedProxy.gone : texts.allowedProxy.of(found.name);
  };
  return allowed.map(({ collectionId, address }) => (
    <SettingRow
      key={`${collectionId} ${address}`}
      title={<span className={styles.address}>{address}</span>}
      description={nameOf(collectionId)}
    >
      <Button
        size="small"
        aria-label={texts.allowedProxy.takeBackOf(address)}
        onPress={() => show(disallow.run({ collectionId, address }))}
      >
        {texts.allowedProxy.takeBack}
      </Button>
    </SettingRow>
  ));
}
