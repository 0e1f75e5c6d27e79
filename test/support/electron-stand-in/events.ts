import type { EventEmitter } from 'node:events';

/** The event object of Electron's emitters: a listener can prevent what was about to happen. */
export interface PreventableEvent {
  defaultPrevented: boolean;
  preventDefault(): void;
}

export function createEvent<Extra extends object>(extra: Extra): Extra & PreventableEvent;
export function createEvent(): PreventableEvent;
export function createEvent(extra: object = {}): PreventableEvent {
  return Object.assign(extra, {
    defaultPrevented: false,
    preventDefault(this: PreventableEvent) {
      this.defaultPrevented = true;
    },
  });
}

/** Emits with an event object first; true when a listener prevented it. */
export function emitPreventable(emitter: EventEmitter, name: string, ...args: readonly unknown[]): boolean {
  const event = createEvent({ sender: emitter });
  emitter.emit(name, event, ...args);
  return event.defaultPrevented;
}
