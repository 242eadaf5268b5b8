import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/app/api/error';
import { placeOf, type Mark } from '@/parts/code/code';
import { pretty } from '@/parts/code/values';
import { ErrorPanel } from '@/parts/ErrorPanel';

/** What a script that failed, or refused, leaves behind. */
interface Thrown {
  name?: string;
  message?: string;
  stack?: string;
}

interface Told {
  message?: string;
  error?: Thrown;
  errors?: Thrown[];
}

/** Runs the script as it is typed, by what `run` asks of the server; what went wrong is marked until the script is changed. */
export function useTrial(script: string, run: (script: string) => Promise<unknown>) {
  // No answer is an answer too: the script had nothing to say.
  const trial = useMutation({ mutationFn: async (tried: string) => ({ result: await run(tried) }) });
  const error = trial.variables === script ? trial.error : undefined;
  const marks = useMemo(() => marksOf(error), [error]);
  return { run: () => trial.mutate(script), running: trial.isPending, answer: trial.data, error: trial.error, marks };
}

const ofScript = (error: unknown): error is ApiError => error instanceof ApiError && ['jwt_customizer.general', 'action.general'].includes(error.code);

function thrownIn(error: ApiError): Thrown {
  const { message, error: one, errors } = (error.data ?? {}) as Told;
  return one ?? errors?.[0] ?? { message };
}

function marksOf(error: unknown): Mark[] {
  if (!ofScript(error)) return [];
  const { name, message, stack } = thrownIn(error);
  const place = placeOf(message, stack);
  return place ? [{ line: place.line, message: sentence(name, message) }] : [];
}

const sentence = (name = 'Error', message = '') => `${name}: ${message.replace(/^script\.js:\d+(:\d+)?\s*/, '').split('\n')[0]}`;

/** The button that runs a script with its samples, and what came of it; nothing is kept. */
export function Trial({ trial, ready, added }: { trial: ReturnType<typeof useTrial>; ready: boolean; added: string }) {
  const { t } = useTranslation('token-claims');
  const { answer, error } = trial;
  return (
    <>
      <p>
        <Button loading={trial.running} disabled={!ready} onClick={trial.run}>
          {t('run')}
        </Button>
      </p>
      <div aria-live="polite" className="stack">
        {answer && (
          <>
            <p className="st ok">{answer.result === undefined ? t('nothing') : added}</p>
            {answer.result !== undefined && (
              <div className="code">
                <pre className="result">{pretty(answer.result)}</pre>
              </div>
            )}
          </>
        )}
        {error && (ofScript(error) ? <Failure error={error} /> : <ErrorPanel error={error} />)}
      </div>
    </>
  );
}

function Failure({ error }: { error: ApiError }) {
  const { t } = useTranslation('token-claims');
  const { name, message, stack } = thrownIn(error);
  const place = placeOf(message, stack);
  if (error.status === 403) {
    return (
      <p className="note warn">
        {t('denied')} {message}
      </p>
    );
  }
  return (
    <>
      <p className="st bad">{place ? t('failedAt', place) : t('failed')}</p>
      <div className="code">
        <pre className="result">{[`${name ?? 'Error'}: ${message}`, stack].filter(Boolean).join('\n')}</pre>
      </div>
    </>
  );
}
