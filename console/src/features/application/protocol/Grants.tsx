import { useTranslation } from 'react-i18next';
import { CheckRow, Section, SwitchRow } from '@/parts/DetailsPage';
import { grantsOf, type GrantType } from './agreement';
import type { Fields } from './fields';

/** By which ways an application gets tokens: all of its kind, or some. */
export function Grants({ application, draft, set, wrong }: Fields) {
  const { t } = useTranslation(['application', 'tenant']);
  const own = grantsOf(application);
  // Those that it has kept to from before stay in sight, whatever its kind.
  const offered = [...own, ...(draft.grants ?? []).filter((type) => !own.includes(type))];
  const flip = (type: GrantType, on: boolean) => set('grants', offered.filter((each) => (each === type ? on : draft.grants?.includes(each))));
  return (
    <Section title={t('speech.grants')} lead={t('speech.grantsLead')}>
      <SwitchRow label={t('speech.allGrants')} checked={draft.grants === null} onChange={(on) => set('grants', on ? null : own)} />
      {draft.grants && (
        <fieldset aria-describedby={wrong.grants && 'no-grants'}>
          <legend className="sr">{t('speech.grants')}</legend>
          {offered.map((type) => (
            <CheckRow key={type} name={type} hint={t(`tenant:registration.grant.${type.replace(/.*:/, '')}` as 'tenant:registration.grant.ciba')} checked={draft.grants?.includes(type) ?? false} onChange={(on) => flip(type, on)} />
          ))}
          {wrong.grants && (
            <p className="err" id="no-grants" role="alert">
              {t(`speech.${wrong.grants}`)}
            </p>
          )}
        </fieldset>
      )}
    </Section>
  );
}
