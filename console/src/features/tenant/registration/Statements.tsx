import { Button, TextInput } from '@mantine/core';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section, SwitchRow } from '@/parts/DetailsPage';
import { FormDialog } from '@/parts/FormDialog';
import { DataTable } from '@/parts/list/DataTable';
import { IssuerKeys } from '../../application/issuer/IssuerKeys';
import { keyProblemsOf, keysOf, noKeys, type KeyDraft } from '../../application/issuer/issuer';
import { mostVouchers, type Voucher } from './policy';

interface Vouching {
  vouchers: Voucher[];
  required: boolean;
  onVouchers: (vouchers: Voucher[]) => void;
  onRequired: (on: boolean) => void;
}

/** Whose statements about software count, and whether a client has to bring one. */
export function Statements({ vouchers, required, onVouchers, onRequired }: Vouching) {
  const { t } = useTranslation('tenant');
  const [adding, setAdding] = useState(false);
  return (
    <Section title={t('statements.title')} lead={t('statements.lead')}>
      {vouchers.length === 0 ? (
        <p className="sub">{t('statements.none')}</p>
      ) : (
        <DataTable
          label={t('statements.issuers')}
          rows={vouchers}
          rowKey={({ issuer }) => issuer}
          columns={[
            { id: 'issuer', header: t('statements.issuer'), cell: ({ issuer }) => <code>{issuer}</code> },
            { id: 'keys', header: t('statements.keys'), optional: true, cell: ({ jwksUri }) => (jwksUri ? <code>{jwksUri}</code> : <span className="sub">{t('statements.given')}</span>) },
            {
              id: 'remove',
              header: t('frame:list.actions'),
              hidden: true,
              end: true,
              cell: ({ issuer }) => (
                <Button size="xs" variant="subtle" aria-label={t('statements.remove', { issuer })} onClick={() => onVouchers(vouchers.filter((each) => each.issuer !== issuer))}>
                  {t('frame:act.remove')}
                </Button>
              ),
            },
          ]}
        />
      )}
      <p>
        <Button size="xs" leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} disabled={vouchers.length >= mostVouchers} onClick={() => setAdding(true)}>
          {t('statements.add')}
        </Button>
      </p>
      <SwitchRow label={t('statements.require')} hint={t('statements.requireHint')} checked={required} onChange={onRequired} />
      {required && !vouchers.length && (
        <p className="err" role="alert">
          {t('statements.nobody')}
        </p>
      )}
      {adding && (
        <AddVoucher
          taken={vouchers.map(({ issuer }) => issuer)}
          onClose={() => setAdding(false)}
          onAdd={(voucher) => {
            setAdding(false);
            onVouchers([...vouchers, voucher]);
          }}
        />
      )}
    </Section>
  );
}

function AddVoucher({ taken, onClose, onAdd }: { taken: string[]; onClose: () => void; onAdd: (voucher: Voucher) => void }) {
  const { t } = useTranslation('tenant');
  const [issuer, setIssuer] = useState('');
  const [keys, setKeys] = useState<KeyDraft>(noKeys);
  const wrong = keyProblemsOf(keys);
  const name = issuer.trim();
  return (
    <FormDialog title={t('statements.add')} invalid={!name || taken.includes(name) || Object.values(wrong).some(Boolean)} send={() => onAdd({ issuer: name, ...keysOf(keys) } as Voucher)} onClose={onClose}>
      {(asked) => (
        <>
          <TextInput data-autofocus classNames={{ input: 'mono' }} label={t('statements.issuer')} description={t('statements.issuerHint')} maxLength={2048} spellCheck={false} placeholder="https://directory.example" value={issuer} error={name ? taken.includes(name) && t('statements.taken') : asked && t('statements.issuerMissing')} onChange={(event) => setIssuer(event.currentTarget.value)} />
          <IssuerKeys draft={keys} wrong={asked ? wrong : {}} onChange={(changes) => setKeys((before) => ({ ...before, ...changes }))} />
        </>
      )}
    </FormDialog>
  );
}
