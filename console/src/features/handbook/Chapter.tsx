import { Markdown } from 'markdown-to-jsx/react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTenantPath } from '@/app/tenant';
import { chapterOf } from './chapter';
import './handbook.css';

/** The text of a chapter. Markup in it stays text; code that is wider than the page is scrolled, by keyboard too. */
export default function Chapter({ text }: { text: string }) {
  return (
    <div className="handbook">
      <Markdown options={{ disableParsingRawHTML: true, forceBlock: true, overrides: { a: ChapterLink, pre: Scrolled, table: { component: Table } } }}>{text}</Markdown>
    </div>
  );
}

function ChapterLink({ href = '', children }: { href?: string; children?: ReactNode }) {
  const path = useTenantPath();
  const chapter = chapterOf(href);
  if (chapter) return <Link to={path(`handbook/${chapter}`)}>{children}</Link>;
  if (!/^https?:/.test(href)) return <span>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}

function Scrolled({ children }: { children?: ReactNode }) {
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  return <pre tabIndex={0}>{children}</pre>;
}

function Table({ children }: { children?: ReactNode }) {
  return (
    <div className="wide">
      <table>{children}</table>
    </div>
  );
}
