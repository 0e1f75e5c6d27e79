/** What stands for a value that is not shown. It tells nothing of it, not even its length. */
export const MASKED = '••••••••';
