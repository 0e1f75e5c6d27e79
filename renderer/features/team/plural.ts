/** "1 key", "3 keys", "10,000 keys". */
export function countKeys(count: number): string {
  return count === 1 ? '1 key' : `${count.toLocaleString()} keys`;
}
