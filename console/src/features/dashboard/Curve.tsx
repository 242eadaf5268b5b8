import { Button } from '@mantine/core';
import IconChartLine from '@tabler/icons-react/icons/IconChartLine';
import IconListDetails from '@tabler/icons-react/icons/IconListDetails';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/language/format';
import { Skeleton } from '@/parts/Loading';
import { Chart, noon, type Point } from './Chart';

interface Curves {
  points: Point[] | undefined;
  /** As many days before these. */
  before: Point[] | undefined;
  stale: boolean;
}

/** People active a day, as a chart or as a table. */
export function Curve({ points, before, stale }: Curves) {
  const { t } = useTranslation('dashboard');
  const [table, setTable] = useState(false);
  const Icon = table ? IconChartLine : IconListDetails;
  return (
    <section aria-labelledby="curve" aria-busy={stale}>
      <div className="row wrap legs">
        <h2 id="curve">{t('curve')}</h2>
        <span className="push" />
        {!table && (
          <>
            <span className="leg">{t('these')}</span>
            <span className="leg was">{t('those')}</span>
          </>
        )}
        <Button size="xs" leftSection={<Icon size={16} stroke={1.75} aria-hidden />} onClick={() => setTable(!table)}>
          {t(table ? 'asChart' : 'asTable')}
        </Button>
      </div>
      {points ? table ? <Table points={points} before={before} /> : <Chart points={points} before={before} /> : <Skeleton width="100%" height={248} round={8} />}
      <p className="hint below">{t('meaning')}</p>
    </section>
  );
}

function Table({ points, before }: { points: Point[]; before: Point[] | undefined }) {
  const { t } = useTranslation('dashboard');
  const { number, date } = useFormat();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="scroll" role="region" aria-label={t('curve')} tabIndex={0}>
      <table className="t days" aria-labelledby="curve">
        <thead>
          <tr>
            <th scope="col">{t('day')}</th>
            <th scope="col" className="num">
              {t('active')}
            </th>
            <th scope="col" className="num">
              {t('those')}
            </th>
          </tr>
        </thead>
        <tbody>
          {points.map((point, at) => (
            <tr key={point.date}>
              <td>{date(noon(point))}</td>
              <td className="num">{number(point.count ?? 0)}</td>
              <td className="num sub">{before?.[at] ? number(before[at].count ?? 0) : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
