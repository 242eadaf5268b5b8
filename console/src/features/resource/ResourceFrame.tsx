import IconBox from '@tabler/icons-react/icons/IconBox';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { CopyId } from '@/parts/Copy';
import { DetailsPage } from '@/parts/DetailsPage';
import { Pending } from '@/parts/Pending';
import { isManagementApi, useResource, type Resource } from './resource';

/** What stands above every page of one API. */
export function ResourceFrame({ children, foot }: { children: (resource: Resource) => ReactNode; foot?: ReactNode }) {
  const { t } = useTranslation('resource');
  const { resourceId = '' } = useParams();
  const resource = useResource(resourceId);
  const back = { to: 'api-resources', label: t('title') };
  if (!resource.data) return <Pending back={back} query={resource} />;
  return (
    <DetailsPage
      back={back}
      title={resource.data.name}
      emblem={
        <span className="logo l">
          <IconBox size={28} stroke={1.75} aria-hidden className="i" />
        </span>
      }
      meta={
        <>
          <CopyId value={resource.data.indicator} what={t('indicator')} />
          {resource.data.isDefault && <span className="tag pine">{t('default')}</span>}
          {isManagementApi(resource.data) && <span className="tag">{t('builtIn')}</span>}
        </>
      }
      tabs={[
        { to: `api-resources/${resourceId}`, label: t('permissions') },
        { to: `api-resources/${resourceId}/settings`, label: t('settings') },
      ]}
      foot={foot}
    >
      {children(resource.data)}
    </DetailsPage>
  );
}
