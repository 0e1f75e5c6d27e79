import type { KeyAccount } from '../../../shared/domain/key-verification.ts';
import styles from './account-text.module.css';

interface AccountTextProps {
  readonly account: KeyAccount | null;
}

/** Whose key it is, as its service told. */
export function AccountText({ account }: AccountTextProps) {
  if (account === null) return <p className={styles.none}>The service does not say whose key it is.</p>;
  const { name, username, email, teamName, roles } = account;
  const known = [name, username].filter((text) => text !== '');
  return (
    <dl className={styles.facts}>
      <dt>User</dt>
      <dd dir="auto">{known.length === 0 ? email : known[0] === known[1] ? known[0] : known.join(' · ')}</dd>
      {email !== '' && known.length > 0 && (
        <>
          <dt>E-mail</dt>
          <dd>{email}</dd>
        </>
      )}
      <dt>Team</dt>
      <dd dir="auto">{teamName === '' ? 'None' : teamName}</dd>
      <dt>Roles</dt>
      <dd dir="auto">{roles.length === 0 ? 'Not told' : roles.join(', ')}</dd>
    </dl>
  );
}
