import { createAnswerBag, type AnswerBag, type AnswerBagParts } from '../requests/answer-values.ts';
import type { Redactor } from '../requests/redactor.ts';
import { removeAnswerSecret } from '../requests/take-values.ts';

/** The values that answers give within the iterations of one run. */
export interface RunAnswers {
  /** For an iteration that begins. */
  begin(): AnswerBag;
  /** Once all that its requests got is masked: what they took is looked for no more, or a run of thousands would look for thousands in each answer. */
  end(answers: AnswerBag): void;
}

export function createRunAnswers(redactor: Pick<Redactor, 'remove'>, parts: AnswerBagParts): RunAnswers {
  const live = new Set<AnswerBag>();
  return {
    begin() {
      const answers = createAnswerBag(parts);
      live.add(answers);
      return answers;
    },
    end(answers) {
      live.delete(answers);
      const others = new Set([...live].flatMap((each) => each.secrets()));
      for (const secret of answers.secrets()) if (!others.has(secret)) removeAnswerSecret(redactor, secret);
    },
  };
}
