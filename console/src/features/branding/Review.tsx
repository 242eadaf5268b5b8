import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { query, rows } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant } from '@/app/tenant';
import { Dialog } from '@/parts/Dialog';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { differences, type Difference } from './difference';
import { useConnectors, type Experience } from './experience';

interface Reviewed {
  saved: Experience;
  draft: Experience;
  onSave: () => Promise<void>;
  /** Gives up the changes that somebody else has meanwhile saved differently; missing where nobody has. */
  onYield?: () => void;
  onClose: () => void;
}

const colours = { added: 'tag ok', removed: 'tag bad', changed: 'tag', moved: 'tag' } as const;

/** Shows what saving would change for everybody, and saves. */
export default function Review({ saved, draft, onSave, onYield, onClose }: Reviewed) {
  const { t, i18n } = useTranslation('branding');
  const { t: common } = useTranslation();
  const connectors = useConnectors();
  const people = usePeople();
  const { number } = useFormat();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const lines = differences(saved, draft, connectors.data ?? [], i18n.language, (key) => t(key as never));
  const save = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await onSave();
      onClose();
    } catch (cause) {
      setError(cause);
      setBusy(false);
    }
  };
  return (
    <Dialog onClose={onClose} size={560} title={t('review.title', { count: lines.length })}>
      <div className="stack">
        {onYield && (
          <p className="note" role="alert">
            {common('clash.text')} {t('review.newer')}
          </p>
        )}
        <ul className="sort review">
          {lines.map((line) => (
            <Line key={JSON.stringify(line)} line={line} />
          ))}
        </ul>
        {people !== undefined && people > 0 && <p className="note">{t('review.people', { count: people, people: number(people) })}</p>}
        {error !== undefined && <ErrorPanel error={error} title={common('save.failed')} />}
        <div className="dlg-acts">
          <Button onClick={onClose}>{t('review.keep')}</Button>
          {onYield && (
            <Button
              onClick={() => {
                onYield();
                onClose();
              }}
            >
              {common('clash.yield')}
            </Button>
          )}
          <Button data-autofocus variant="filled" loading={busy} onClick={() => void save()}>
            {common('act.saveChanges')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function Line({ line }: { line: Difference }) {
  const { t } = useTranslation('branding');
  const name = 'name' in line.subject ? line.subject.name : t(`difference.subject.${line.subject.key}` as never, { defaultValue: line.subject.key });
  return (
    <li>
      <span className={colours[line.kind]}>{t(`difference.kind.${line.kind}`)}</span>
      <span className="grow">
        <span className="strong">{name}</span>{' '}
        <span className="sub">
          {line.where && t(`difference.where.${line.where}.${line.kind}` as never, { ...line.values, defaultValue: '' })}
          {line.after !== undefined && (
            <>
              <del>{line.before}</del> → <ins>{line.after}</ins>
            </>
          )}
        </span>
      </span>
    </li>
  );
}

/** How many people sign in here. */
function usePeople(): number | undefined {
  const { id, api } = useTenant();
  return useQuery({
    queryKey: [id, 'users', 'total'],
    queryFn: ({ signal }) => rows(api.GET('/api/users', { params: query({ page: 1, page_size: 1 }), signal } as never) as never),
  }).data?.total;
}
