import { Button } from '@mantine/core';
import IconArrowRight from '@tabler/icons-react/icons/IconArrowRight';
import IconCheck from '@tabler/icons-react/icons/IconCheck';
import IconSearch from '@tabler/icons-react/icons/IconSearch';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTenant, useTenantPath } from '@/app/tenant';
import { CopyButton } from '@/parts/Copy';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { Page } from '@/parts/Page';
import { favourites, frameworks } from '../application/framework/frameworks';
import { FrameworkTiles } from '../application/framework/FrameworkTiles';
import { ShortCuts } from './ShortCuts';
import { useTasks, type Task } from './tasks';
import './get-started.css';

/** The first page: pick a framework, and see what is left to do. */
export default function GetStartedPage() {
  const { t } = useTranslation('get-started');
  const { endpoint } = useTenant();
  const path = useTenantPath();
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div className="split">
        <div className="stack wide-gap">
          <Frameworks />
          <Tasks />
        </div>
        <aside className="stack wide-gap">
          <section className="stack">
            <h2>{t('endpoint')}</h2>
            <div className="cmd">
              <span className="clip">{endpoint}</span>
              <CopyButton value={endpoint} what={t('endpoint')} />
            </div>
            <p className="hint">
              {t('discovery')} <code>/oidc/.well-known/openid-configuration</code>
            </p>
          </section>
          <ShortCuts />
          <p>
            <Link to={path('handbook')}>{t('frame:help.handbook')}</Link>
          </p>
        </aside>
      </div>
    </Page>
  );
}

function Frameworks() {
  const { t } = useTranslation('get-started');
  const path = useTenantPath();
  return (
    <section className="hero" aria-labelledby="frameworks">
      <div className="row hero-head">
        <div className="grow">
          <h2 id="frameworks">{t('frameworks')}</h2>
          <p className="sub">{t('frameworksLead')}</p>
        </div>
        <Button component={Link} to={path('applications/create')} variant="light" rightSection={<IconArrowRight size={16} stroke={1.75} aria-hidden className="flip" />}>
          {t('viewAll')}
        </Button>
      </div>
      <FrameworkTiles>
        <Link className="tile" to={path('applications/create')}>
          <span className="logo" aria-hidden="true">
            <IconSearch size={18} stroke={1.75} />
          </span>
          <span>
            {t('more', { count: frameworks.length - favourites.length })}
            <small>OpenID Connect</small>
          </span>
        </Link>
      </FrameworkTiles>
    </section>
  );
}

function Tasks() {
  const { t } = useTranslation('get-started');
  const tasks = useTasks();
  if (tasks.isError) return <ErrorPanel error={tasks.error} onRetry={() => void tasks.refetch()} />;
  const all = tasks.data ?? [];
  const done = all.filter((task) => task.done).length;
  const next = all.find((task) => !task.done);
  return (
    <section aria-labelledby="tasks" aria-busy={tasks.isPending} className="tasks">
      <div className="row">
        <h2 id="tasks">{t('tasks')}</h2>
        {tasks.data && <span className="push sub">{t('progress', { done, total: all.length })}</span>}
      </div>
      <div className="meter" role="progressbar" aria-label={t('tasks')} aria-valuemin={0} aria-valuemax={all.length} aria-valuenow={done}>
        <i style={{ inlineSize: `${(100 * done) / Math.max(1, all.length)}%` }} />
      </div>
      <ol className="todo">
        {all.map((task) => (
          <Item key={task.id} task={task} next={task === next} />
        ))}
      </ol>
    </section>
  );
}

function Item({ task, next }: { task: Task; next: boolean }) {
  const { t } = useTranslation('get-started');
  const path = useTenantPath();
  if (task.done) {
    return (
      <li className="is-done">
        <span className="done">
          <IconCheck size={14} stroke={2.5} aria-hidden />
          <span className="sr">{t('done')}</span>
        </span>
        <span>{t(`task.${task.id}.title`)}</span>
      </li>
    );
  }
  return (
    <li className={next ? 'is-next' : undefined}>
      <span className="ring" />
      <span className="strong">{t(`task.${task.id}.title`)}</span>
      {task.to && (
        <Button component={Link} to={path(task.to)} variant={next ? 'filled' : 'default'} size={next ? 'sm' : 'xs'}>
          {t(`task.${task.id}.act`)}
        </Button>
      )}
      {next && <p>{t(`task.${task.id}.lead`)}</p>}
    </li>
  );
}
