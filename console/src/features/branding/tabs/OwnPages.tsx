import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useApi } from '@/app/tenant';
import { CopyId } from '@/parts/Copy';
import { Fact, Facts } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { useStudio } from '../experience';
import { Group } from '../fields';

/** Sign-in pages of the tenant's own in the place of the product's; they are served once the settings name them. */
export function OwnPages() {
  const { t } = useTranslation('branding');
  const { draft, set } = useStudio();
  const { full, relative } = useFormat();
  const files = useRef<HTMLInputElement>(null);
  const upload = useUpload((id) => set('customUiAssets', { id, createdAt: Date.now() }));
  const served = draft.customUiAssets;
  return (
    <Group title={t('own.title')} lead={t('own.lead')}>
      {served ? (
        <>
          <Facts>
            <Fact label={t('own.archive')}>
              <CopyId value={served.id} what={t('own.archive')} />
            </Fact>
            <Fact label={t('own.uploaded')}>
              <span title={full(served.createdAt)}>{relative(served.createdAt)}</span>
            </Fact>
          </Facts>
          <p className="note">{t('own.preview')}</p>
        </>
      ) : (
        <p className="sub">{t('own.none')}</p>
      )}
      {upload.isError && <ErrorPanel error={upload.error} />}
      <div className="row wrap">
        <Button loading={upload.isPending} onClick={() => files.current?.click()}>
          {t(served ? 'own.replace' : 'own.upload')}
        </Button>
        {served && (
          <Button variant="subtle" onClick={() => set('customUiAssets', null)}>
            {t('own.back')}
          </Button>
        )}
      </div>
      <input
        ref={files}
        type="file"
        hidden
        accept=".zip,application/zip"
        aria-label={t('own.upload')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) upload.mutate(file);
        }}
      />
    </Group>
  );
}

function useUpload(onKept: (id: string) => void) {
  const api = useApi();
  return useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      // Not every system calls a zip by its registered type.
      form.append('file', new File([file], file.name, { type: 'application/zip' }));
      return body(api.POST('/api/sign-in-exp/default/custom-ui-assets', { body: { file: '' } as never, bodySerializer: () => form }));
    },
    onSuccess: ({ customUiAssetId }) => onKept(customUiAssetId),
  });
}
