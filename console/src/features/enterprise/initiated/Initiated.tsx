import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ApiError } from '@/app/api/error';
import { body } from '@/app/api/client';
import { useTenant, useTenantPath } from '@/app/tenant';
import { ConfirmDialog } from '@/parts/ConfirmDialog';
import { Fact, Facts, Section } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { Loading } from '@/parts/Loading';
import { toast } from '@/parts/Toasts';
import { InitiatedDialog } from './InitiatedDialog';

const none = (cause: unknown) => {
  if (cause instanceof ApiError && cause.status === 404) return null;
  throw cause;
};

/** Whether people may come from their provider unasked, and where they get to then. */
export function Initiated({ connectorId }: { connectorId: string }) {
  const { t } = useTranslation('enterprise');
  const { id: tenantId, api } = useTenant();
  const toPage = useTenantPath();
  const queries = useQueryClient();
  const params = { path: { id: connectorId } };
  const key = [tenantId, 'sso-connector', connectorId, 'initiated'];
  const found = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      const stored = await body(api.GET('/api/sso-connectors/{id}/idp-initiated-auth-config', { params, signal })).catch(none);
      return stored && { stored, target: await body(api.GET('/api/applications/{id}', { params: { path: { id: stored.defaultApplicationId } }, signal })) };
    },
  });
  const [open, setOpen] = useState<'edit' | 'end'>();
  const again = () => queries.invalidateQueries({ queryKey: key });
  const close = () => setOpen(undefined);
  const set = found.data;
  return (
    <Section title={t('initiated.title')} lead={t('initiated.lead')}>
      {found.isError && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Loading />}
      {set === null && <p className="sub">{t('initiated.none')}</p>}
      {set && (
        <Facts>
          <Fact label={t('initiated.application')}>
            <Link to={toPage(`applications/${set.target.id}`)}>{set.target.name}</Link>
          </Fact>
          <Fact label={t('initiated.begins')}>{set.stored.autoSendAuthorizationRequest ? t('initiated.here') : <code>{set.stored.clientIdpInitiatedAuthCallbackUri}</code>}</Fact>
        </Facts>
      )}
      {set !== undefined && (
        <p className="cid">
          <Button size="xs" onClick={() => setOpen('edit')}>
            {t(set ? 'initiated.change' : 'initiated.allow')}
          </Button>
          {set && (
            <Button size="xs" color="red" onClick={() => setOpen('end')}>
              {t('initiated.end')}
            </Button>
          )}
        </p>
      )}
      {open === 'edit' && (
        <InitiatedDialog
          stored={set?.stored}
          target={set?.target}
          title={t(set ? 'initiated.change' : 'initiated.allow')}
          onClose={close}
          onSave={async (input) => {
            await body(api.PUT('/api/sso-connectors/{id}/idp-initiated-auth-config', { params, body: input }));
            await again();
            toast(t('frame:act.saved'));
            close();
          }}
        />
      )}
      {open === 'end' && (
        <ConfirmDialog
          title={t('initiated.endTitle')}
          confirm={t('initiated.end')}
          onClose={close}
          onConfirm={async () => {
            await body(api.DELETE('/api/sso-connectors/{id}/idp-initiated-auth-config', { params }));
            await again();
          }}
        >
          {t('initiated.endBody')}
        </ConfirmDialog>
      )}
    </Section>
  );
}
