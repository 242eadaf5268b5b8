import { TextInput } from '@mantine/core';
import IconUpload from '@tabler/icons-react/icons/IconUpload';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useApi } from '@/app/tenant';
import { useExplanation } from '@/parts/ErrorPanel';
import { isUrl } from '@/parts/url';

interface Picture {
  label: string;
  value: string | undefined;
  onChange: (value: string) => void;
}

/** A picture: its address, or a file from here that the server keeps and serves. */
export function PictureField({ label, value = '', onChange }: Picture) {
  const { t } = useTranslation('branding');
  const api = useApi();
  const files = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const refused = useExplanation(error);
  const upload = async (file: File) => {
    setBusy(true);
    setError(undefined);
    try {
      const form = new FormData();
      form.append('file', file);
      onChange((await body(api.POST('/api/user-assets', { body: { file: '' }, bodySerializer: () => form }))).url);
    } catch (cause) {
      setError(cause);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <TextInput
        type="url"
        label={label}
        placeholder="https://"
        value={value}
        error={refused || (value && !isUrl(value) ? t('problem.url') : undefined)}
        leftSection={value && isUrl(value) ? <img className="tiny-logo" src={value} alt="" /> : undefined}
        rightSection={
          <button className="ib s" type="button" aria-busy={busy} disabled={busy} aria-label={t('logo.upload', { label })} title={t('logo.upload', { label })} onClick={() => files.current?.click()}>
            <IconUpload size={16} stroke={1.75} aria-hidden />
          </button>
        }
        onChange={(event) => {
          setError(undefined);
          onChange(event.currentTarget.value);
        }}
      />
      <input
        ref={files}
        type="file"
        hidden
        aria-label={t('logo.upload', { label })}
        accept="image/png,image/jpeg,image/svg+xml,image/webp,image/gif,image/x-icon"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) void upload(file);
        }}
      />
    </>
  );
}
