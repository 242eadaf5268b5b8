import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import IconCheck from '@tabler/icons-react/icons/IconCheck';
import IconCopy from '@tabler/icons-react/icons/IconCopy';
import IconEye from '@tabler/icons-react/icons/IconEye';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { masked } from '@/parts/Copy';
import { filled, type CodeFile, type Values } from './guide';
import { tokens } from './highlight';

/** A file with the application's values in it, and the part that a step adds marked. Its secret is masked here and real on the clipboard. */
export function Code({ file: { name, language, parts }, step, values }: { file: CodeFile; step?: string; values: Values }) {
  const { t } = useTranslation('guide');
  const [shown, setShown] = useState(false);
  const { copy, copied } = useClipboard({ timeout: 2000 });
  const marked = useRef<HTMLSpanElement>(null);
  // The step's own lines come into view within the file, the page stays where it is.
  useEffect(() => {
    const pre = marked.current?.closest('pre');
    if (pre && marked.current) pre.scrollTop = marked.current.offsetTop - pre.offsetTop - 24;
  }, [step]);
  const text = parts.map((part) => part.text).join('\n');
  const secret = text.includes('{{appSecret}}') && values.appSecret !== '';
  const value = (key: string) => (key === 'appSecret' && !shown ? masked(values.appSecret) : (values[key as keyof Values] ?? `{{${key}}}`));
  return (
    <figure className="code">
      <header>
        <b>{name}</b>
        <span className="push" />
        {secret && (
          <Button size="xs" variant="subtle" aria-pressed={shown} leftSection={<IconEye size={16} stroke={1.75} aria-hidden />} onClick={() => setShown(!shown)}>
            {t('code.showSecret')}
          </Button>
        )}
        <Button
          size="xs"
          variant="subtle"
          aria-label={t('code.copy', { file: name })}
          leftSection={copied ? <IconCheck size={16} stroke={1.75} aria-hidden /> : <IconCopy size={16} stroke={1.75} aria-hidden />}
          onClick={() => copy(filled(text, values))}
        >
          {copied ? t('frame:act.copied') : t('frame:act.copy')}
        </Button>
      </header>
      {/* Code wider than the page is scrolled by keyboard too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} role="region" aria-label={name}>
        <code>
          {parts.map((part) => (
            <span key={part.step + part.text} ref={part.step === step ? marked : undefined} className={part.step === step && parts.length > 1 ? 'part hl' : 'part'}>
              {tokens(part.text, language).map((token, at) => (
                // oxlint-disable-next-line react/no-array-index-key
                <span key={at} className={token.kind}>
                  {token.kind === 'v' ? value(token.text) : token.text}
                </span>
              ))}
            </span>
          ))}
        </code>
      </pre>
    </figure>
  );
}
