/**
 * What the window's code tells the script of the served page: that it is about to draw its own page in that one's place, and that it has
 * (nothing is painted in between). Types alone, so that the script shares no file with the window.
 */
export type TakeOverEvent = 'keyfob:take-over' | 'keyfob:taken-over';
