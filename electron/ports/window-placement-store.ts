/** Where the window was, in device-independent pixels. */
export interface WindowPlacement {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isMaximized: boolean;
}

export interface WindowPlacementStore {
  getPlacement(): WindowPlacement | null;
  /** A disk that refuses is logged: a window's place is not worth an error. */
  setPlacement(placement: WindowPlacement): void;
}
