import { Button, Menu } from '@mantine/core';
import IconArrowsExchange from '@tabler/icons-react/icons/IconArrowsExchange';
import IconAt from '@tabler/icons-react/icons/IconAt';
import IconMail from '@tabler/icons-react/icons/IconMail';
import IconPhone from '@tabler/icons-react/icons/IconPhone';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import { useTranslation } from 'react-i18next';
import { SortList } from '@/parts/list/SortList';
import { suited, useStudio, type Identifier, type Method } from '../experience';
import { BothSteps } from '../factor/BothSteps';
import { Group } from '../fields';
import { Missing } from './SignUpFields';

const icons = { email: IconMail, phone: IconPhone, username: IconAt };
const all: Identifier[] = ['email', 'phone', 'username'];

/** Ways in for people with an account: by what they are known, and what proves it. */
export function SignInMethods({ has }: { has: (type: 'Email' | 'Sms') => boolean }) {
  const { t } = useTranslation('branding');
  const { draft, set } = useStudio();
  const { methods } = draft.signIn;
  const change = (next: Method[]) => set('signIn', { methods: next });
  const unused = all.filter((identifier) => !methods.some((method) => method.identifier === identifier));
  const add = (identifier: Identifier) => change([...methods, ...suited([{ identifier, password: true, verificationCode: false, isPasswordPrimary: true }], draft.signUp)]);
  return (
    <Group
      title={t('signIn.title')}
      lead={t('signIn.lead')}
      action={
        unused.length > 0 && (
          <Menu>
            <Menu.Target>
              <Button size="xs" leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}>
                {t('signIn.add')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {unused.map((identifier) => (
                <Menu.Item key={identifier} onClick={() => add(identifier)}>
                  {t(`identifier.${identifier}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )
      }
    >
      {methods.length === 0 && <p className="note">{t('signIn.none')}</p>}
      <SortList label={t('signIn.title')} items={methods} keyOf={(method) => method.identifier} nameOf={(method) => t(`identifier.${method.identifier}`)} onChange={change}>
        {(method) => <Row method={method} onChange={(next) => change(methods.map((one) => (one.identifier === next.identifier ? next : one)))} />}
      </SortList>
      <BothSteps />
      <Missing identifiers={methods.filter((method) => method.verificationCode).map((method) => method.identifier)} has={has} />
    </Group>
  );
}

function Row({ method, onChange }: { method: Method; onChange: (method: Method) => void }) {
  const { t } = useTranslation('branding');
  const Icon = icons[method.identifier];
  const name = t(`identifier.${method.identifier}`);
  const factor = (key: 'password' | 'verificationCode') => (
    <button
      key={key}
      type="button"
      aria-pressed={method[key]}
      // One proof has to stay.
      disabled={method[key] && !method[key === 'password' ? 'verificationCode' : 'password']}
      onClick={() => onChange({ ...method, [key]: !method[key] })}
    >
      {t(key === 'password' ? 'factor.password' : 'factor.code')}
    </button>
  );
  const both = method.password && method.verificationCode;
  const order = method.isPasswordPrimary ? (['password', 'verificationCode'] as const) : (['verificationCode', 'password'] as const);
  return (
    <>
      <Icon size={20} stroke={1.75} aria-hidden className="i" />
      <span className="strong grow">{name}</span>
      <span className="seg sm" role="group" aria-label={t('signIn.proofs', { name })}>
        {method.identifier === 'username' ? (
          factor('password')
        ) : (
          <>
            {factor(order[0])}
            {both && (
              <button type="button" className="swap" aria-label={t('signIn.swap', { name })} title={t('signIn.swap', { name })} onClick={() => onChange({ ...method, isPasswordPrimary: !method.isPasswordPrimary })}>
                <IconArrowsExchange size={16} stroke={1.75} aria-hidden />
              </button>
            )}
            {factor(order[1])}
          </>
        )}
      </span>
    </>
  );
}
