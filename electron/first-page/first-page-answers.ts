import { APP_ORIGIN } from '../../shared/contract/bridge.ts';
import { firstPageQuestions, KEY_STEP, type FirstPageAnswers } from '../../shared/contract/first-page.ts';
import type { Dispatch } from '../ipc/dispatch.ts';

/** The window's own page, whose questions these are. */
const SENDER = { url: `${APP_ORIGIN}/index.html`, isTopFrame: true } as const;

/**
 * What the window would be told now, by the same way: each answer passes the lock and its command's schema, so that none of them can hold
 * a secret. Null when one of them is refused or fails: such a page is not drawn.
 */
export async function askFirstPage(dispatch: Dispatch): Promise<FirstPageAnswers | null> {
  const results = await Promise.all(
    firstPageQuestions.map(({ command, input }) => dispatch({ sender: SENDER, command, input })),
  );
  const answered = results.flatMap((result, index) =>
    result.ok ? [[firstPageQuestions[index]?.command, result.value] as const] : [],
  );
  if (answered.length < firstPageQuestions.length) return null;
  // Each was parsed by the output schema of the command that it stands beside.
  const answers = Object.fromEntries(answered) as FirstPageAnswers;
  const page = answers['keys.page'];
  return { ...answers, 'keys.page': { ...page, keys: page.keys.slice(0, KEY_STEP) } };
}
