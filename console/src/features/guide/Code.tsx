import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import IconCheck from '@tabler/icons-react/icons/IconCheck';
import IconCopy from '@tabler/icons-react/icons/IconCopy';
import IconEye from '@tabler/icons-react/icons/IconEye';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { masked } from '@/parts/Copy';
import { filled, type Snippet, type Values } from './guide';
import { tokens } from './highlight';

/** A file with the application's values in it. Its secret is masked here and real on the clipboard. */
export function Code({ snippet: { file, language, text }, values }: { snippet: Snippet; values: Values }) {
  const { t } = useTranslation('guide');
  const [shown, setShown] = useState(false);
  const { copy, copied } = useClipboard({ timeout: 2000 });
  const secret = text.includes('{{appSecret}}') && values.appSecret !== '';
  const value = (name: string) => (name === 'appSecret' && !shown ? masked(values.appSecret) : (values[name as keyof Values] ?? `{{${name}}}`));
  return (
    <figure className="code">
      <header>
        <b>{file}</b>
        <span className="push" />
        {secret && (
          <Button size="xs" variant="subtle" aria-pressed={shown} leftSection={<IconEye size={16} stroke={1.75} aria-hidden />} onClick={() => setShown(!shown)}>
            {t('code.showSecret')}
          </Button>
        )}
        <Button
          size="xs"
          variant="subtle"
          aria-label={t('code.copy', { file })}
          leftSection={copied ? <IconCheck size={16} stroke={1.75} aria-hidden /> : <IconCopy size={16} stroke={1.75} aria-hidden />}
          onClick={() => copy(filled(text, values))}
        >
          {copied ? t('frame:act.copied') : t('frame:act.copy')}
        </Button>
      </header>
      {/* Code wider than the page is scrolled by keyboard too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} role="region" aria-label={file}>
        <code>
          {tokens(text, language).map((token, at) => (
            // oxlint-disable-next-line react/no-array-index-key
            <span key={at} className={token.kind}>
              {token.kind === 'v' ? value(token.text) : token.text}
            </span>
          ))}
        </code>
      </pre>
    </figure>
  );
}
