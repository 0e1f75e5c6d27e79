import type { movingCommands } from '../../shared/contract/moving-commands.ts';
import type { MovingService } from '../moving/moving-service.ts';
import type { Handlers } from './handlers.ts';

/** Moving to another computer. */
export function movingHandlers(moving: MovingService): Pick<Handlers, keyof typeof movingCommands> {
  return {
    'moving.export': (input) => moving.export(input),
    'moving.open': (input) => moving.open(input),
    'moving.restore': (input) => moving.restore(input),
    'moving.cancel': () => moving.cancel(),
    'moving.drop': (input) => moving.drop(input),
  };
}
