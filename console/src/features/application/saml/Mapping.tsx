import { Button, TextInput } from '@mantine/core';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import IconX from '@tabler/icons-react/icons/IconX';
import { useTranslation } from 'react-i18next';
import { claims } from './saml';

/** Which claim fills which attribute, a line each. */
export function Mapping({ rows, onChange }: { rows: [string, string][]; onChange: (rows: [string, string][]) => void }) {
  const { t } = useTranslation('application');
  const free = claims.filter((claim) => !rows.some(([taken]) => taken === claim));
  const [next] = free;
  const change = (at: number, row: [string, string]) => onChange(rows.map((before, index) => (index === at ? row : before)));
  return (
    <div className="f">
      {!rows.length && <p className="sub">{t('saml.noAttributes')}</p>}
      <ul className="uris">
        {rows.map(([claim, name], at) => (
          <li key={claim}>
            <select className="in" aria-label={t('saml.claim', { number: at + 1 })} value={claim} onChange={(event) => change(at, [event.currentTarget.value, name])}>
              {claims
                .filter((each) => each === claim || free.includes(each))
                .map((each) => (
                  <option key={each}>{each}</option>
                ))}
            </select>
            <TextInput className="grow mono" aria-label={t('saml.attribute', { claim })} value={name} onChange={(event) => change(at, [claim, event.currentTarget.value])} />
            <button className="ib" type="button" aria-label={t('saml.removeAttribute', { claim })} onClick={() => onChange(rows.filter((_, index) => index !== at))}>
              <IconX size={18} stroke={1.75} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      {next && (
        <p>
          <Button size="xs" leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={() => onChange([...rows, [next, next]])}>
            {t('saml.addAttribute')}
          </Button>
        </p>
      )}
    </div>
  );
}
