import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { ApiError } from '@/app/api/error';
import { useTenant } from '@/app/tenant';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { pretty, type Kind } from './script';

interface Sample {
  kind: Kind;
  script: string;
  variables?: Record<string, string>;
  token?: Record<string, unknown>;
  context?: Record<string, unknown>;
}

/** What a script that failed, or refused the token, leaves behind. */
interface Outcome {
  message?: string;
  error?: { name?: string; message?: string; stack?: string };
}

/** Runs the script as it is typed, with the samples; nothing is kept. */
export function Trial({ kind, script, variables, token, context }: Sample) {
  const { t } = useTranslation('token-claims');
  const { api } = useTenant();
  const trial = useMutation({
    mutationFn: () =>
      body(api.POST('/api/configs/jwt-customizer/test', { body: { tokenType: kind, script, environmentVariables: variables, token: token ?? {}, context: context ?? {} } as never })),
  });
  return (
    <>
      <p>
        <Button loading={trial.isPending} disabled={!script.trim() || !variables || !token || !context} onClick={() => trial.mutate()}>
          {t('run')}
        </Button>
      </p>
      <div aria-live="polite" className="stack">
        {trial.isSuccess && (
          <>
            <p className="st ok">{t('added')}</p>
            <div className="code">
              <pre className="result">{pretty(trial.data)}</pre>
            </div>
          </>
        )}
        {trial.isError && <Failure error={trial.error} />}
      </div>
    </>
  );
}

function Failure({ error }: { error: unknown }) {
  const { t } = useTranslation('token-claims');
  const refused = error instanceof ApiError && error.code === 'jwt_customizer.general' ? error : undefined;
  if (!refused) return <ErrorPanel error={error} />;
  const { message, error: thrown } = (refused.data ?? {}) as Outcome;
  if (refused.status === 403) {
    return (
      <p className="note warn">
        {t('denied')} {message}
      </p>
    );
  }
  return (
    <>
      <p className="st bad">{t('failed')}</p>
      <div className="code">
        <pre className="result">{[`${thrown?.name ?? 'Error'}: ${thrown?.message ?? message}`, thrown?.stack].filter(Boolean).join('\n')}</pre>
      </div>
    </>
  );
}
