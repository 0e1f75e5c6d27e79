import type { KeyAccount } from '../../../shared/domain/key-verification.ts';
import styles from './account-text.module.css';
import { keyDialogsTexts } from '../../../shared/texts/en/key-dialogs.ts';
import { useTexts } from '../../language/speech-context.ts';

interface AccountTextProps {
  readonly account: KeyAccount | null;
}

/** Whose key it is, as its service told. */
export function AccountText({ account }: AccountTextProps) {
  const texts = useTexts(keyDialogsTexts);
  if (account === null) return <p className={styles.none}>{texts.accountText.notTold}</p>;
  const { name, username, email, teamName, roles } = account;
  const known = [name, username].filter((text) => text !== '');
  return (
    <dl className={styles.facts}>
      <dt>{texts.accountText.user}</dt>
      <dd dir="auto">{known.length === 0 ? email : known[0] === known[1] ? known[0] : known.join(' · ')}</dd>
      {email !== '' && known.length > 0 && (
        <>
          <dt>{texts.accountText.email}</dt>
          <dd>{email}</dd>
        </>
      )}
      <dt>{texts.accountText.team}</dt>
      <dd dir="auto">{teamName === '' ? texts.accountText.noTeam : teamName}</dd>
      <dt>{texts.accountText.roles}</dt>
      <dd dir="auto">{roles.length === 0 ? texts.accountText.rolesNotTold : roles.join(', ')}</dd>
    </dl>
  );
}
