import { useClipboard } from '@mantine/hooks';
import IconCheck from '@tabler/icons-react/icons/IconCheck';
import IconCopy from '@tabler/icons-react/icons/IconCopy';
import IconEye from '@tabler/icons-react/icons/IconEye';
import IconEyeOff from '@tabler/icons-react/icons/IconEyeOff';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

const shownFor = 30_000;

/** Puts a text on the clipboard and says so for a moment. */
export function CopyButton({ value, what }: { value: string; what: string }) {
  const { t } = useTranslation();
  const { copy, copied } = useClipboard({ timeout: 2000 });
  return (
    <button className="ib s" type="button" aria-label={copied ? t('act.copied') : t('act.copyWhat', { what })} title={copied ? t('act.copied') : t('act.copy')} onClick={() => copy(value)}>
      {copied ? <IconCheck size={16} stroke={1.75} aria-hidden /> : <IconCopy size={16} stroke={1.75} aria-hidden />}
    </button>
  );
}

/** An identifier with its copy button, as short as the place demands. */
export function CopyId({ value, what }: { value: string; what: string }) {
  return (
    <span className="cid">
      <code>{value}</code>
      <CopyButton value={value} what={what} />
    </span>
  );
}

/** A line of a {@link Facts} list: its name, its value, its copy button. */
export function CopyField({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <code>{value}</code>
        <span className="push">
          <CopyButton value={value} what={label} />
        </span>
      </dd>
    </div>
  );
}

export const masked = (secret: string) => `••••••••${secret.slice(-4)}`;

/** A secret that the server gives back: its last four characters, all of it for half a minute, copied unseen. */
export function SecretField({ value, what }: { value: string; what: string }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!shown) return undefined;
    const hidden = setTimeout(() => setShown(false), shownFor);
    return () => clearTimeout(hidden);
  }, [shown]);
  const Icon = shown ? IconEyeOff : IconEye;
  return (
    <span className="cid">
      <code>{shown ? value : masked(value)}</code>
      <button className="ib s" type="button" aria-pressed={shown} aria-label={t('act.showWhat', { what })} onClick={() => setShown(!shown)}>
        <Icon size={16} stroke={1.75} aria-hidden />
      </button>
      <CopyButton value={value} what={what} />
    </span>
  );
}
