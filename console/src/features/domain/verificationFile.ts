import type { Row } from '@/app/api/client';

/** A file that a domain serves for others to make sure of it. */
export type VerificationFile = Row<'/api/domains/{id}/verification-files'>;

export const types = ['text/plain', 'application/json'] as const;
export const most = 10;
export const longest = 16_384;

const segment = '[A-Za-z0-9_-][A-Za-z0-9_.-]*';
const atRoot = /^\/[A-Za-z0-9_-][A-Za-z0-9_.-]*\.[A-Za-z0-9_-]+$/;
const wellKnown = new RegExp(`^/\\.well-known(/${segment})+$`);

export interface Problems {
  path?: 'path' | 'taken';
  content?: 'content' | 'json';
}

/** What has to be mended before the file may stand beside the others. */
export function problemsOf({ path, content, contentType }: VerificationFile, others: VerificationFile[]): Problems {
  return {
    ...(path.length > 256 || (!atRoot.test(path) && !wellKnown.test(path)) ? { path: 'path' as const } : others.some((other) => other.path === path) && { path: 'taken' as const }),
    ...(!content || content.length > longest ? { content: 'content' as const } : contentType === 'application/json' && !isJson(content) && { content: 'json' as const }),
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
