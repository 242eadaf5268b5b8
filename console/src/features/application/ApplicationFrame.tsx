import { Button } from '@mantine/core';
import IconBook2 from '@tabler/icons-react/icons/IconBook2';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { body } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant, useTenantPath } from '@/app/tenant';
import { CopyId } from '@/parts/Copy';
import { DetailsPage } from '@/parts/DetailsPage';
import { Loading } from '@/parts/Loading';
import { hasPermissions, kindOf, type Application } from './application';
import { frameworkOfApplication } from './framework/frameworks';
import { Logo } from './framework/Logo';
import { useRegistrations } from './registrations';

/** Reads the application that the address names and shows one of its tabs. */
export function ApplicationFrame({ children }: { children: (application: Application) => ReactNode }) {
  const { applicationId = '' } = useParams();
  const { id: tenantId, api } = useTenant();
  const application = useQuery({
    queryKey: [tenantId, 'applications', applicationId],
    queryFn: () => body(api.GET('/api/applications/{id}', { params: { path: { id: applicationId } } })),
  });
  if (application.isError) throw application.error;
  if (!application.data) {
    return (
      <div className="page">
        <Loading />
      </div>
    );
  }
  return children(application.data);
}

/** What stands above every tab of an application. */
export function ApplicationHead({ application, foot, children }: { application: Application; foot?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation('application');
  const path = useTenantPath();
  const { relative } = useFormat();
  const registeredAt = useRegistrations([application.id])?.get(application.id);
  const here = `applications/${application.id}`;
  return (
    <DetailsPage
      back={{ to: 'applications', label: t('title') }}
      title={application.name}
      emblem={<Logo framework={frameworkOfApplication(application)} size="l" />}
      meta={
        <>
          <span>{t(`type.${kindOf(application)}`)}</span>
          <CopyId value={application.id} what={t('column.id')} />
          {registeredAt !== undefined && <span className="tag">{t('registeredAt', { when: relative(registeredAt) })}</span>}
        </>
      }
      actions={
        application.type === 'SAML' ? undefined : (
          <Button component={Link} to={path(`${here}/guide`)} leftSection={<IconBook2 size={18} stroke={1.75} aria-hidden />}>
            {t('menu.guide')}
          </Button>
        )
      }
      tabs={[
        { to: here, label: t('tabs.settings') },
        ...(application.type === 'SAML'
          ? []
          : [
              { to: `${here}/authentication`, label: t('tabs.authentication') },
              { to: `${here}/protocol`, label: t('tabs.protocol') },
            ]),
        ...(application.type === 'MachineToMachine'
          ? []
          : [
              { to: `${here}/access`, label: t('tabs.access') },
              { to: `${here}/branding`, label: t('tabs.branding') },
            ]),
        ...(hasPermissions(application) ? [{ to: `${here}/permissions`, label: t('tabs.permissions') }] : []),
        ...(application.type === 'MachineToMachine' ? [{ to: `${here}/organizations`, label: t('tabs.organizations') }] : []),
        { to: `${here}/logs`, label: t('tabs.logs') },
      ]}
      foot={foot}
    >
      {children}
    </DetailsPage>
  );
}
