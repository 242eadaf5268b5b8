import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CheckRow, Section, SwitchRow } from '@/parts/DetailsPage';
import { UriList } from '@/parts/UriList';
import { isAddress, responseTypes, signatures } from './agreement';
import { Choice } from './Choice';
import { Encryption } from './Encryption';
import type { Fields } from './fields';

/** How the application asks for a sign-in. */
export function Requests({ draft, set, wrong }: Fields) {
  const { t } = useTranslation('application');
  const flip = (type: string, on: boolean) => set('responseTypes', on ? [...draft.responseTypes, type] : draft.responseTypes.filter((each) => each !== type));
  return (
    <Section title={t('speech.requests')} lead={t('speech.requestsLead')}>
      <SwitchRow label={t('speech.pushed')} hint={t('speech.pushedHint')} checked={draft.pushed} onChange={(on) => set('pushed', on)} />
      <SwitchRow label={t('speech.signed')} hint={t('speech.signedHint')} checked={draft.signed} onChange={(on) => set('signed', on)} />
      {!draft.signed && <SwitchRow label={t('speech.unsigned')} hint={t('speech.unsignedHint')} checked={draft.unsigned} onChange={(on) => set('unsigned', on)} />}
      <UriList label={t('speech.requestUris')} hint={t('speech.requestUrisHint')} values={draft.requestUris} placeholder="https://shop.example/request.jwt" problem={(uri) => (isAddress(uri) ? undefined : t('speech.noAddress'))} onChange={(uris) => set('requestUris', uris)} />
      <Choice label={t('speech.requestAlg')} none={t('speech.anyAlg')} options={signatures} value={draft.requestAlg} onChange={(value) => set('requestAlg', value)} />
      <Encryption of="request" hint={t('speech.requestEnvelopeHint')} draft={draft} set={set} />
      <TextInput type="url" label={t('speech.initiate')} description={t('speech.initiateHint')} placeholder="https://shop.example/sign-in" value={draft.initiate} error={wrong.initiate && t(`speech.${wrong.initiate}`)} onChange={(event) => set('initiate', event.currentTarget.value)} />
      <fieldset>
        <legend className="lab">{t('speech.responseTypes')}</legend>
        <p className="hint">{t('speech.responseTypesHint')}</p>
        {responseTypes.map((type) => (
          <CheckRow key={type} name={type} checked={draft.responseTypes.includes(type)} onChange={(on) => flip(type, on)} />
        ))}
      </fieldset>
    </Section>
  );
}
