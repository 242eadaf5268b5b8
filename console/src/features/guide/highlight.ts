import type { CodeLanguage } from './guide';

export interface Token {
  text: string;
  /** Keyword, string, comment or a value of the application. */
  kind?: 'k' | 's' | 'c' | 'v';
}

const words: Partial<Record<CodeLanguage, string>> = {
  python: 'import|from|def|class|return|async|await|if|else|try|except|as|None|True|False',
  javascript: 'import|from|export|default|const|let|function|return|async|await|if|else|new|type|of|throw|void',
  java: 'class|return|throws|new|var|void|if|null|import|package|public|private|static|final',
  go: 'package|import|func|return|if|err|nil|var|true|false',
  swift: 'import|let|var|struct|try|await|if|else|return|some|private|func',
  kotlin: 'import|fun|val|var|if|null|true|false|return',
};
const comments: Partial<Record<CodeLanguage, string>> = { python: '#[^\\n]*', yaml: '#[^\\n]*', javascript: '\\/\\/[^\\n]*', go: '\\/\\/[^\\n]*', java: '\\/\\*\\*[\\s\\S]*?\\*\\/|\\/\\/[^\\n]*' };

/** Splits code into what is coloured and what is not; `{{names}}` of values come out alone, also inside of strings. */
export function tokens(text: string, language: CodeLanguage): Token[] {
  const comment = comments[language] ?? '(?!)';
  const keyword = words[language] ?? '(?!)';
  const pattern = new RegExp(`(?<c>${comment})|(?<s>"(?:[^"\\\\\\n]|\\\\.)*"|'(?:[^'\\\\\\n]|\\\\.)*')|(?<k>\\b(?:${keyword})\\b)`, 'g');
  const found: Token[] = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    found.push(...values(text.slice(at, match.index)));
    const kind = (['c', 's', 'k'] as const).find((name) => match.groups?.[name] !== undefined);
    found.push(...values(match[0], kind));
    at = match.index + match[0].length;
  }
  return [...found, ...values(text.slice(at))];
}

const values = (text: string, kind?: Token['kind']): Token[] =>
  text
    .split(/({{\w+}})/)
    .filter(Boolean)
    .map((part) => (/^{{\w+}}$/.test(part) ? { text: part.slice(2, -2), kind: 'v' } : { text: part, kind }));
