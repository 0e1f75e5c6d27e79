import { Fragment } from 'react';
import {
  isRange,
  keysOf,
  shortcutGroups,
  shortcuts,
  type ShortcutGroup,
  type ShortcutName,
} from '../../shared/domain/shortcuts.ts';
import { shortcutTexts } from '../../shared/texts/en/shortcuts.ts';
import { useCommandQuery } from '../bridge/use-command-query.ts';
import { useTexts } from '../language/speech-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import styles from './shortcuts-sheet.module.css';

function namesIn(group: ShortcutGroup): readonly ShortcutName[] {
  return (Object.keys(shortcuts) as ShortcutName[]) // Its keys are exactly these.
    .filter((name) => shortcuts[name].group === group);
}

/** All shortcuts, by where they work. Open while it is mounted. */
export function ShortcutsSheet({ onClose }: { readonly onClose: () => void }) {
  const texts = useTexts(shortcutTexts);
  return (
    <Dialog title={texts.title} size="wide" onClose={onClose}>
      {/* Nothing in it takes the focus, so what scrolls must. */}
      <div className={styles.groups} role="group" aria-label={texts.title} tabIndex={0}>
        {shortcutGroups.map((group) => (
          <section key={group} className={styles.group} aria-label={texts.groups[group]}>
            <h3 className={styles.title}>{texts.groups[group]}</h3>
            <dl className={styles.list}>
              {namesIn(group).map((name) => (
                <div key={name} className={styles.row}>
                  <dt>{texts.names[name]}</dt>
                  <dd className={styles.keys}>
                    <ShortcutKeys name={name} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function ShortcutKeys({ name }: { readonly name: ShortcutName }) {
  const texts = useTexts(shortcutTexts);
  const state = useCommandQuery('app.getState', {});
  const platform = state.kind === 'loaded' ? state.value.platform : 'linux';
  return shortcuts[name].keys.map((accelerator, index) => (
    <Fragment key={accelerator}>
      {index > 0 && <span className={styles.join}>{isRange(name) ? texts.to : texts.or}</span>}
      <span className={styles.held}>
        {keysOf(accelerator, platform).map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </span>
    </Fragment>
  ));
}
