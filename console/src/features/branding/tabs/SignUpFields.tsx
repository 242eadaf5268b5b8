import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTenantPath } from '@/app/tenant';
import { choiceOf, chosen, suited, useStudio, type SignUp, type SignUpChoice, type SignUpIdentifier } from '../experience';
import { CheckField, SelectField } from '../fields';

type Has = (type: 'Email' | 'Sms') => boolean;

/** What a new person gives to get an account. */
export function SignUpFields({ has }: { has: Has }) {
  const { t } = useTranslation('branding');
  const { draft, set } = useStudio();
  const { signUp } = draft;
  const choice = choiceOf(signUp);
  const choose = (next: SignUp) => {
    set('signUp', next);
    const methods = suited(draft.signIn.methods, next);
    if (JSON.stringify(methods) !== JSON.stringify(draft.signIn.methods)) set('signIn', { methods });
  };
  const options: [SignUpChoice, string][] = (['email', 'username', 'phone', 'emailOrPhone', 'none'] as const).map((each) => [each, t(`identifier.${each}`)]);
  if (choice === 'other') options.push(['other', signUp.identifiers.map((each) => t(`identifier.${each}`)).join(', ')]);
  const stays = choice === 'none' && draft.signIn.methods.length > 0;
  const hint = stays ? `${t('signUp.identifierHint')} ${t('signUp.stillSignIn')}` : t('signUp.identifierHint');
  const addresses = signUp.identifiers.some((each) => each !== 'username');
  return (
    <>
      <SelectField label={t('signUp.identifier')} hint={hint} value={choice} options={options} onChange={(next) => next !== 'other' && choose(chosen(next, signUp))} />
      {choice !== 'none' && (
        <fieldset className="f">
          <legend className="lab">{t('signUp.also')}</legend>
          <div className="row wrap boxes">
            <CheckField label={t('factor.password')} checked={signUp.password} disabled={choice === 'username'} onChange={(password) => choose({ ...signUp, password })} />
            {addresses && <CheckField label={t('signUp.verify')} checked={signUp.verify} disabled onChange={() => undefined} />}
            <Secondary signUp={signUp} onChange={choose} />
          </div>
        </fieldset>
      )}
      <Missing identifiers={[...signUp.identifiers, ...(signUp.secondaryIdentifiers ?? []).map((each) => each.identifier)]} has={has} />
    </>
  );
}

function Secondary({ signUp, onChange }: { signUp: SignUp; onChange: (signUp: SignUp) => void }) {
  const { t } = useTranslation('branding');
  const given = signUp.secondaryIdentifiers ?? [];
  const asked = new Set<SignUpIdentifier>(given.map((each) => each.identifier));
  const offered = (['username', 'email', 'phone'] as const).filter((each) => !signUp.identifiers.includes(each) && !(each !== 'username' && asked.has('emailOrPhone')));
  return offered.map((identifier) => (
    <CheckField
      key={identifier}
      label={t(`identifier.${identifier}`)}
      checked={asked.has(identifier)}
      onChange={(on) => {
        const next = on ? [...given, { identifier, ...(identifier !== 'username' && { verify: true }) }] : given.filter((each) => each.identifier !== identifier);
        const { secondaryIdentifiers: _, ...rest } = signUp;
        onChange(next.length ? { ...rest, secondaryIdentifiers: next } : rest);
      }}
    />
  ));
}

/** Says which connector is missing for these identifiers, and where it is set up. */
export function Missing({ identifiers, has }: { identifiers: SignUpIdentifier[]; has: Has }) {
  const { t } = useTranslation('branding');
  const missing = [
    ...(identifiers.some((each) => each === 'email' || each === 'emailOrPhone') && !has('Email') ? (['Email'] as const) : []),
    ...(identifiers.some((each) => each === 'phone' || each === 'emailOrPhone') && !has('Sms') ? (['Sms'] as const) : []),
  ];
  return missing.map((type) => (
    <NoSender key={type} type={type}>
      {t(`missing.${type}`)}
    </NoSender>
  ));
}

/** What comes of it that nothing sends codes yet, and where that is set up. */
export function NoSender({ type, children }: { type: 'Email' | 'Sms'; children: string }) {
  const { t } = useTranslation('branding');
  const path = useTenantPath();
  return (
    <p className="note warn">
      <IconAlertTriangle size={20} stroke={1.75} aria-hidden className="i" />
      <span>
        {children} <Link to={path(`connectors/passwordless/create?type=${type}`)}>{t('missing.setUp')}</Link>
      </span>
    </p>
  );
}
