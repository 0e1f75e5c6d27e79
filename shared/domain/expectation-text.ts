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
    case 'json-path-equals':
      return `${expectation.path} is ${expectation.value}`;
    case 'time-under':
      return `Time is under ${String(expectation.milliseconds)} ms`;
    default:
      return assertNever(expectation);
  }
}
