/** What is wrong with a set of public keys as it was typed; nothing when the server may be asked. */
export function keySetProblem(text: string): 'noKeySet' | 'privateKey' | undefined {
  let set: unknown;
  try {
    set = JSON.parse(text);
  } catch {
    return 'noKeySet';
  }
  const keys = (set as { keys?: unknown } | null)?.keys;
  if (!Array.isArray(keys) || !keys.length || keys.some((key) => typeof key !== 'object' || key === null || !('kty' in key))) return 'noKeySet';
  return keys.some((key: object) => 'd' in key || 'k' in key) ? 'privateKey' : undefined;
}

/** Whether keys may be fetched there: https, or this machine. */
export function isSecureAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, hash } = new URL(text);
  return !username && !hash && (protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)));
}
