import { Markdown } from 'markdown-to-jsx/react';

/** A connector's readme. What it says comes from the server's own files; markup in it stays text. */
export default function Readme({ text }: { text: string }) {
  return (
    <div className="prose readme">
      <Markdown options={{ disableParsingRawHTML: true, forceBlock: true, overrides: { h1: () => null, h2: { component: 'h3' }, a: { props: { target: '_blank', rel: 'noreferrer' } } } }}>
        {text}
      </Markdown>
    </div>
  );
}
