import IconTrash from '@tabler/icons-react/icons/IconTrash';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/language/format';
import { Avatar } from '@/parts/Avatar';
import { DataTable } from '@/parts/list/DataTable';
import { nameOf } from '../user/user';
import type { Administrator } from './administrator';

interface Table {
  rows: Administrator[] | undefined;
  busy: boolean;
  /** Who looks at it: nobody removes themself. */
  self: string | undefined;
  onRemove: (one: Administrator) => void;
}

/** Who may use the Console, since when, and when they last did. */
export function AdministratorTable({ rows, busy, self, onRemove }: Table) {
  const { t } = useTranslation('administrator');
  return (
    <DataTable<Administrator>
      label={t('title')}
      rows={rows}
      rowKey={({ id }) => id}
      busy={busy}
      columns={[
        {
          id: 'name',
          header: t('name'),
          cell: (one) => (
            <span className="who">
              <Avatar id={one.id} name={nameOf(one)} picture={one.avatar} />
              <span>{nameOf(one)}</span>
              {one.id === self && <span className="tag">{t('you')}</span>}
            </span>
          ),
        },
        { id: 'account', header: t('account'), optional: true, cell: ({ primaryEmail, username }) => <span className="sub">{primaryEmail ?? username}</span> },
        { id: 'since', header: t('since'), optional: true, cell: ({ createdAt }) => <Moment at={createdAt} /> },
        { id: 'seen', header: t('lastSignIn'), cell: ({ lastSignInAt }) => (lastSignInAt ? <Moment at={lastSignInAt} relative /> : <span className="sub">{t('never')}</span>) },
        {
          id: 'remove',
          header: t('frame:list.actions'),
          hidden: true,
          end: true,
          cell: (one) =>
            self !== undefined &&
            one.id !== self && (
              <button className="ib s" type="button" aria-label={t('remove', { name: nameOf(one) })} onClick={() => onRemove(one)}>
                <IconTrash size={16} stroke={1.75} aria-hidden />
              </button>
            ),
        },
      ]}
    />
  );
}

function Moment({ at, relative }: { at: number; relative?: boolean }) {
  const format = useFormat();
  return (
    <time className="sub" dateTime={new Date(at).toISOString()} title={format.full(at)}>
      {relative ? format.relative(at) : format.date(at)}
    </time>
  );
}
