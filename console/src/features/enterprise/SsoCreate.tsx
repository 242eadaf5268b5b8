import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import { CreateDialog } from '@/parts/CreateDialog';
import { Field } from '@/parts/Field';
import { domainsIn, isDomain } from '../domain/domain';

/** Adds an enterprise: by which kind of provider, what it is called, whose addresses are its. */
export default function SsoCreate() {
  const { t } = useTranslation('enterprise');
  const { id, api } = useTenant();
  const providers = useQuery({ queryKey: [id, 'sso-connector-providers'], queryFn: ({ signal }) => body(api.GET('/api/sso-connector-providers', { signal })) });
  const [providerName, setProviderName] = useState('OIDC');
  const [name, setName] = useState('');
  const [typed, setTyped] = useState('');
  const domains = domainsIn(typed);
  const strange = domains.find((domain) => !isDomain(domain));
  return (
    <CreateDialog
      title={t('create')}
      list="enterprise-sso"
      lists={['sso-connectors']}
      invalid={!name.trim() || strange !== undefined}
      error={providers.error}
      make={() => body(api.POST('/api/sso-connectors', { body: { providerName, connectorName: name.trim(), domains } }))}
    >
      {(asked) => (
        <>
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
        </>
      )}
    </CreateDialog>
  );
}
