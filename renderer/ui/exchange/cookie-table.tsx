import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { classNames } from '../class-names.ts';
import { IconButton } from '../icon-button.tsx';
import type { ResponseCookie } from './cookies.ts';
import styles from './header-table.module.css';
import cookieStyles from './cookie-table.module.css';

interface CookieTableProps {
  readonly cookies: readonly ResponseCookie[];
}

/** The cookies that a response sets. A value may be a session, so it is shown when it is asked for. */
export function CookieTable({ cookies }: CookieTableProps) {
  return (
    <div className={cookieStyles.container}>
      <table className={classNames(styles.table, cookieStyles.table)} aria-label="Cookies">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Value</th>
            <th scope="col">Domain</th>
            <th scope="col">Path</th>
            <th scope="col">Expires</th>
            <th scope="col">Flags</th>
          </tr>
        </thead>
        <tbody>
          {cookies.map((cookie, index) => (
            // The same name may come twice; their order never changes.
            <CookieRow key={index} cookie={cookie} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CookieRow({ cookie }: { readonly cookie: ResponseCookie }) {
  const { name, value, domain, path, expires, flags } = cookie;
  const [isShown, setIsShown] = useState(false);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <span className={cookieStyles.value}>
          <span>{isShown || value === '' ? value : '••••••••'}</span>
          {value !== '' && (
            <IconButton
              label={isShown ? `Hide the value of ${name}` : `Show the value of ${name}`}
              icon={isShown ? <EyeOff /> : <Eye />}
              size="small"
              onPress={() => {
                setIsShown(!isShown);
              }}
            />
          )}
        </span>
      </td>
      <td data-label="Domain">{domain === '' ? 'This host' : domain}</td>
      <td data-label="Path">{path === '' ? 'Default' : path}</td>
      <td data-label="Expires">{expires === '' ? 'Session' : expires}</td>
      <td data-label="Flags">{flags.length === 0 ? 'None' : flags.join(', ')}</td>
    </tr>
  );
}
