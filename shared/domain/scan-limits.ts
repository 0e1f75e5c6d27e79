/** So many files are listed at most, of one key and of all, and so many places of one file; what is beyond is counted. */
export const MOST_FILES_OF_A_KEY = 1_000;
export const MOST_FILES_LISTED = 10_000;
export const MOST_PLACES_LISTED = 5;
