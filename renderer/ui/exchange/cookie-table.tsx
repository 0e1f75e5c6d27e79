import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { classNames } from '../class-names.ts';
import { IconButton } from '../icon-button.tsx';
import type { ResponseCookie } from './cookies.ts';
import styles from './header-table.module.css';
import cookieStyles from './cookie-table.module.css';
import { exchangeTexts } from '../../../shared/texts/en/exchange.ts';
import { useTexts } from '../../language/speech-context.ts';

interface CookieTableProps {
  readonly cookies: readonly ResponseCookie[];
}

/** The cookies that a response sets. A value may be a session, so it is shown when it is asked for. */
export function CookieTable({ cookies }: CookieTableProps) {
  const texts = useTexts(exchangeTexts);
  return (
    <div className={cookieStyles.container}>
      <table className={classNames(styles.table, cookieStyles.table)} aria-label={texts.cookies.title}>
        <thead>
          <tr>
            <th scope="col">{texts.common.name}</th>
            <th scope="col">{texts.common.value}</th>
            <th scope="col">{texts.cookies.domain}</th>
            <th scope="col">{texts.cookies.path}</th>
            <th scope="col">{texts.cookies.expires}</th>
            <th scope="col">{texts.cookies.flags}</th>
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
  const texts = useTexts(exchangeTexts);
  const { name, value, domain, path, expires, maxAge, flags } = cookie;
  const [isShown, setIsShown] = useState(false);
  const isMasked = !isShown && value !== '';
  const short = (isOurs: boolean) => (isOurs ? cookieStyles.short : undefined);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <span className={cookieStyles.value}>
          <span className={short(isMasked)}>{isMasked ? '••••••••' : value}</span>
          {value !== '' && (
            <IconButton
              label={isShown ? texts.cookies.hide(name) : texts.cookies.show(name)}
              icon={isShown ? <EyeOff /> : <Eye />}
              size="small"
              onPress={() => {
                setIsShown(!isShown);
              }}
            />
          )}
        </span>
      </td>
      <td data-label={texts.cookies.domain} className={short(domain === '')}>
        {domain === '' ? texts.cookies.thisHost : domain}
      </td>
      <td data-label={texts.cookies.path} className={short(path === '')}>
        {path === '' ? texts.cookies.defaultPath : path}
      </td>
      <td data-label={texts.cookies.expires} className={short(maxAge !== null || expires === '')}>
        {maxAge !== null ? texts.cookies.after(maxAge) : expires === '' ? texts.cookies.session : expires}
      </td>
      <td data-label={texts.cookies.flags}>
        {flags.length === 0 ? texts.cookies.noFlags : flags.join(', ')}
      </td>
    </tr>
  );
}
