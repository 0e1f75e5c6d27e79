const MIB = 1024 * 1024;

export interface UnpackLimit {
  /** So many bytes are unpacked whatever the ratio. */
  readonly free: number;
  /** So many times the bytes that were read may come on top. */
  readonly ratio: number;
}

/**
 * How much may come out of what is packed. Text packs to a tenth, logs of one line again and again to a hundredth; a bomb to a thousandth.
 * Of all files together the ratio is smaller: one folder may hold thousands of small bombs.
 */
export const UNPACK_LIMITS: UnpackLimits = {
  ofFile: { free: 64 * MIB, ratio: 200 },
  ofAll: { free: 2048 * MIB, ratio: 50 },
};

export interface UnpackLimits {
  readonly ofFile: UnpackLimit;
  readonly ofAll: UnpackLimit;
}

export interface UnpackBounds {
  startFile(): void;
  /** So many bytes more were read, as they are packed. */
  read(bytes: number): void;
  /** Whether so many more may be unpacked; then they count. */
  mayUnpack(bytes: number): boolean;
}

export function createUnpackBounds(limits: UnpackLimits): UnpackBounds {
  const ofAll = { packed: 0, unpacked: 0 };
  let ofFile = { packed: 0, unpacked: 0 };
  return {
    startFile() {
      ofFile = { packed: 0, unpacked: 0 };
    },
    read(bytes) {
      ofFile.packed += bytes;
      ofAll.packed += bytes;
    },
    mayUnpack(bytes) {
      const fits =
        ofFile.unpacked + bytes <= limits.ofFile.free + limits.ofFile.ratio * ofFile.packed &&
        ofAll.unpacked + bytes <= limits.ofAll.free + limits.ofAll.ratio * ofAll.packed;
      if (!fits) return false;
      ofFile.unpacked += bytes;
      ofAll.unpacked += bytes;
      return true;
    },
  };
}
