import { userInfo } from 'node:os';

/** The operating system's account name; empty where the account has none (a container's user without an entry). */
export function accountName(): string {
  try {
    return userInfo().username;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return '';
    throw error;
  }
}
