import { useTranslation } from 'react-i18next';
import { SwitchRow } from '@/parts/DetailsPage';
import { useStudio, type UsernamePolicy } from '../experience';
import { CheckField, Group, NumberField } from '../fields';
import { UsernameConflicts } from './UsernameConflicts';

const longest = 128;

/** Which usernames people may choose. */
export function Usernames() {
  const { t } = useTranslation('branding');
  const { draft, set } = useStudio();
  const policy = draft.usernamePolicy;
  const change = (part: Partial<UsernamePolicy>) => set('usernamePolicy', { ...policy, ...part });
  const allowed = policy.allowedChars;
  // A username begins with a letter or an underscore, so one of them stays.
  const beginnings = [allowed.lowercase, allowed.uppercase, allowed.underscore].filter(Boolean).length;
  return (
    <Group title={t('usernames.title')} lead={t('usernames.lead')}>
      <div className="two">
        <NumberField label={t('usernames.min')} value={policy.minLength} min={1} max={policy.maxLength || longest} onChange={(minLength) => change({ minLength })} />
        <NumberField label={t('usernames.max')} value={policy.maxLength} min={policy.minLength || 1} max={longest} onChange={(maxLength) => change({ maxLength })} />
      </div>
      <fieldset className="f">
        <legend className="lab">{t('usernames.characters')}</legend>
        <div className="row wrap boxes">
          {(['lowercase', 'uppercase', 'numbers', 'underscore'] as const).map((kind) => (
            <CheckField key={kind} label={t(`usernames.${kind}`)} checked={allowed[kind]} disabled={allowed[kind] && kind !== 'numbers' && beginnings === 1} onChange={(on) => change({ allowedChars: { ...allowed, [kind]: on } })} />
          ))}
        </div>
      </fieldset>
      <SwitchRow label={t('usernames.case')} hint={t('usernames.caseHint')} checked={policy.caseSensitive} onChange={(caseSensitive) => change({ caseSensitive })} />
      {!policy.caseSensitive && <UsernameConflicts />}
    </Group>
  );
}
