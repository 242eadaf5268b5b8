import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog';

interface Comparison {
  rows: { label: string; mine: unknown; theirs: unknown }[];
  saving: boolean;
  onKeep: () => void;
  onYield: () => void;
  onClose: () => void;
}

/** What one has changed beside what somebody else has saved meanwhile, and the choice between them. */
export default function Compare({ rows, saving, onKeep, onYield, onClose }: Comparison) {
  const { t } = useTranslation();
  return (
    <Dialog onClose={onClose} size={640} title={t('clash.title')}>
      <div className="stack">
        <p className="sub">{t('clash.lead')}</p>
        <div className="scroll">
          <table className="t compare">
            <thead>
              <tr>
                <th scope="col">{t('clash.setting')}</th>
                <th scope="col">{t('clash.mine')}</th>
                <th scope="col">{t('clash.theirs')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ label, mine, theirs }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td>
                    <Value of={mine} />
                  </td>
                  <td>
                    <Value of={theirs} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <div className="dlg-acts">
          <Button onClick={onYield}>{t('clash.yield')}</Button>
          <Button variant="filled" loading={saving} onClick={onKeep}>
            {t('clash.keep')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function Value({ of }: { of: unknown }) {
  const { t } = useTranslation();
  if (typeof of === 'boolean') return t(of ? 'clash.on' : 'clash.off');
  if (of === null || of === undefined || of === '' || (Array.isArray(of) && !of.length)) return <span className="sub">{t('clash.nothing')}</span>;
  if (Array.isArray(of)) return of.map((one) => <div key={String(one)}>{String(one)}</div>);
  return typeof of === 'object' ? <code>{JSON.stringify(of, null, 2)}</code> : String(of);
}
