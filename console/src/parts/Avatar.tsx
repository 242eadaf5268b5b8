import { useState, type CSSProperties } from 'react';

/** A person's picture, or the first letters of the name on a colour that stays theirs. */
export function Avatar({ id, name, picture, large }: { id: string; name: string; picture?: string | null; large?: boolean }) {
  const className = large ? 'av l' : 'av';
  const [broken, setBroken] = useState<string>();
  if (picture && picture !== broken) return <img className={className} src={picture} alt="" referrerPolicy="no-referrer" onError={() => setBroken(picture)} />;
  return (
    <span className={className} style={{ '--h': hue(id || name) } as CSSProperties} data-initials={initials(name)} aria-hidden="true" />
  );
}

const hue = (text: string) => [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7);

export function initials(name: string): string {
  const words = name.trim().split(/[\s._-]+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)].map((word) => [...(word ?? '')][0]) : [...(words[0] ?? '')].slice(0, 2);
  return letters.join('').toLocaleUpperCase();
}
