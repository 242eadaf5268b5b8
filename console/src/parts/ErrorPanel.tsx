import { Button } from '@mantine/core';
import IconAlertCircle from '@tabler/icons-react/icons/IconAlertCircle';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/app/api/error';
import { CopyId } from './Copy';

/** What went wrong, what became of the work, what to do; the request's id to quote. */
export function ErrorPanel({ error, title, onRetry }: { error: unknown; title?: string; onRetry?: () => void }) {
  const { t } = useTranslation();
  const refused = error instanceof ApiError ? error : undefined;
  return (
    <div className="note bad" role="alert">
      <IconAlertCircle size={20} stroke={1.75} aria-hidden className="i" />
      <span className="grow">
        <b className="strong">{title ?? t('error.title')}</b> {useExplanation(error)}
        {refused?.requestId && (
          <>
            <br />
            <span className="sub">
              {t('error.request')} <CopyId value={refused.requestId} what={t('error.request')} />
            </span>
          </>
        )}
      </span>
      {onRetry && (
        <Button size="xs" onClick={onRetry}>
          {t('act.tryAgain')}
        </Button>
      )}
    </div>
  );
}

/** A sentence about a failure: the server's own where it gave one. */
export function useExplanation(error: unknown): string {
  const { t } = useTranslation();
  if (!error) return '';
  if (!(error instanceof ApiError)) return t('error.network');
  if (error.status === 403) return t('error.forbidden');
  return error.status >= 500 ? t('error.server') : error.message;
}
