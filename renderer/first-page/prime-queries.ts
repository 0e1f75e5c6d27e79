import type { QueryClient } from '@tanstack/react-query';
import { firstPageQuestions, type FirstPageAnswers } from '../../shared/contract/first-page.ts';

/** Puts what the main process answered with the page where the first screen looks for it. */
export function primeQueries(queryClient: QueryClient, answers: FirstPageAnswers): void {
  for (const { command, input } of firstPageQuestions) {
    queryClient.setQueryData([command, input], answers[command]);
    // As the list keeps its pages: with what was asked for (features/keys/use-key-list.ts).
    if (command === 'keys.page') {
      const { offset, placeOf } = input;
      queryClient.setQueryData([command, input], { ...answers[command], offset, placeOf });
    }
  }
}

/** Asks all of it again: what changed before the window listened was told to nobody. */
export function askAgain(queryClient: QueryClient): void {
  for (const { command, input } of firstPageQuestions) {
    void queryClient.invalidateQueries({ queryKey: [command, input], exact: true });
  }
}
