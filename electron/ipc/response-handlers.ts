import type { BodyCommands } from '../requests/response-bodies.ts';
import type { Handlers } from './handlers.ts';

export function responseHandlers(bodies: BodyCommands) {
  return {
    'responses.read': (input) => bodies.readBody(input),
    'responses.filter': (input) => bodies.filterBody(input),
    'responses.stopFilter': (input) => bodies.stopFilter(input),
    'responses.save': (input) => bodies.saveBody(input),
    'responses.showFile': (input) => bodies.showSaved(input),
  } satisfies Partial<Handlers>;
}
