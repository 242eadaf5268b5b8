import { useTranslation } from 'react-i18next';
import { Link, Outlet } from 'react-router';
import { useTenantPath } from '@/app/tenant';
import { EmptyState } from '@/parts/EmptyState';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { DataTable } from '@/parts/list/DataTable';
import { AddButton } from '@/parts/list/ListHead';
import { ConnectorTabs } from '../connector/ConnectorTabs';
import { useLanguageNames } from './languages';
import { occasions, useTemplates, type Template } from './template';

/** The tenant's wordings, by what they are about. */
export default function TemplateList() {
  const { t } = useTranslation('email-template');
  const found = useTemplates();
  const path = useTenantPath();
  const nameOf = useLanguageNames();
  const rows = found.data?.toSorted((a, b) => occasions.indexOf(a.templateType) - occasions.indexOf(b.templateType) || a.languageTag.localeCompare(b.languageTag));
  const add = <AddButton to="connectors/email-templates/create">{t('add')}</AddButton>;
  return (
    <>
      <ConnectorTabs actions={rows?.length ? add : undefined}>
        {found.isError && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
        {rows?.length === 0 ? (
          <EmptyState title={t('emptyTitle')} action={add}>
            {t('emptyLead')}
          </EmptyState>
        ) : (
          <DataTable<Template>
            label={t('title')}
            rows={rows}
            rowKey={({ id }) => id}
            busy={found.isFetching}
            columns={[
              { id: 'occasion', header: t('occasion'), cell: ({ id, templateType }) => <Link to={path(`connectors/email-templates/${id}`)}>{t(`on.${templateType}`)}</Link> },
              { id: 'language', header: t('language'), cell: ({ languageTag }) => nameOf(languageTag) },
              { id: 'subject', header: t('subject'), optional: true, cell: ({ details, languageTag }) => <span className="sub" lang={languageTag} dir="auto">{details.subject}</span> },
            ]}
          />
        )}
      </ConnectorTabs>
      <Outlet />
    </>
  );
}
