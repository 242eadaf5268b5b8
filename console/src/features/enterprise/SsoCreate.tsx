import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useGo, useTenant } from '@/app/tenant';
import { Dialog } from '@/parts/Dialog';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { Field } from '@/parts/Field';
import { domainsIn, isDomain } from './sso';

/** Adds an enterprise: by which kind of provider, what it is called, whose addresses are its. */
export default function SsoCreate() {
  const { t } = useTranslation('enterprise');
  const { id, api } = useTenant();
  const queries = useQueryClient();
  const go = useGo();
  const providers = useQuery({ queryKey: [id, 'sso-connector-providers'], queryFn: ({ signal }) => body(api.GET('/api/sso-connector-providers', { signal })) });
  const [providerName, setProviderName] = useState('OIDC');
  const [name, setName] = useState('');
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState(false);
  const domains = domainsIn(typed);
  const strange = domains.find((domain) => !isDomain(domain));
  const create = useMutation({
    mutationFn: () => body(api.POST('/api/sso-connectors', { body: { providerName, connectorName: name.trim(), domains } })),
    onSuccess: (made) => {
      void queries.invalidateQueries({ queryKey: [id, 'sso-connectors'] });
      go(`enterprise-sso/${made.id}`);
    },
  });
  return (
    <Dialog onClose={() => go('enterprise-sso')} title={t('create')}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (name.trim() && !strange) create.mutate();
        }}
      >
        <Field label={t('provider')} hint={providers.data?.find((each) => each.providerName === providerName)?.description}>
          <select value={providerName} onChange={(event) => setProviderName(event.currentTarget.value)}>
            {(providers.data ?? []).map((each) => (
              <option key={each.providerName} value={each.providerName}>
                {each.name}
              </option>
            ))}
          </select>
        </Field>
        <TextInput data-autofocus label={t('name')} description={t('nameHint')} maxLength={128} value={name} error={asked && !name.trim() && t('nameMissing')} onChange={(event) => setName(event.currentTarget.value)} />
        <Field label={t('domains')} hint={t('domainsHint')} error={strange && asked ? t('noDomain', { domain: strange }) : undefined}>
          <textarea rows={2} spellCheck={false} value={typed} placeholder="harbour.example" onChange={(event) => setTyped(event.currentTarget.value)} />
        </Field>
        {(create.error ?? providers.error) && <ErrorPanel error={create.error ?? providers.error} />}
        <div className="dlg-acts">
          <Button onClick={() => go('enterprise-sso')}>{t('frame:act.cancel')}</Button>
          <Button type="submit" variant="filled" loading={create.isPending}>
            {t('create')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
