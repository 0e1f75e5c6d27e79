import { assertNever } from './assert-never.ts';
import type { Expectation } from './run.ts';

/** An expectation as a person reads it: `Status is 200`. */
export function expectationText(expectation: Expectation): string {
  switch (expectation.kind) {
    case 'status':
      return `Status is ${String(expectation.status)}`;
    case 'status-class':
      return `Status is ${String(expectation.statusClass)}xx`;
    case 'header-exists':
      return `Header ${expectation.name} is there`;
    case 'header-equals':
      return `Header ${expectation.name} is ${expectation.value}`;
    case 'body-contains':
      return `Body contains ${expectation.text}`;
    case 'header-matches':
      return `Header ${expectation.name} matches ${expectation.value}`;
    case 'header-regex':
      return `Header ${expectation.name} matches /${expectation.pattern}/`;
    case 'body-regex':
      return `Body matches /${expectation.pattern}/`;
    case 'body-lacks':
      return `Body does not contain ${expectation.text}`;
    case 'json-path-exists':
      return `${expectation.path} is there`;
    case 'json-path-not-equals':
      return `${expectation.path} is not ${expectation.value}`;
    case 'json-path-contains':
      return `${expectation.path} contains ${expectation.value}`;
    case 'json-path-matches':
      return `${expectation.path} matches ${expectation.value}`;
    case 'json-path-regex':
      return `${expectation.path} matches /${expectation.pattern}/`;
    case 'json-path-less':
      return `${expectation.path} is less than ${String(expectation.number)}`;
    case 'json-path-greater':
      return `${expectation.path} is greater than ${String(expectation.number)}`;
    case 'json-path-equals':
      return `${expectation.path} is ${expectation.value}`;
    case 'time-under':
      return `Time is under ${String(expectation.milliseconds)} ms`;
    default:
      return assertNever(expectation);
  }
}
