import { useElementSize } from '@mantine/hooks';
import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/language/format';

export interface Point {
  date?: string;
  count?: number;
}

/** As wide as it is drawn before the place is measured. */
const usual = 1120;
const height = 248;
const left = 48;
const right = 6;
const top = 10;
const bottom = 26;
const steps = 4;

/** The middle of a day, so that no time zone makes another day of it. */
export const noon = ({ date }: Point) => Date.parse(`${date}T12:00:00`);

/** The next round number above, of which four equal steps are round too. */
export function ceiling(most: number): number {
  if (most <= steps) return steps;
  const size = 10 ** Math.floor(Math.log10(most / steps));
  const step = [1, 2, 2.5, 5, 10].find((factor) => factor * size >= most / steps && Number.isInteger(factor * size)) ?? 10;
  return step * size * steps;
}

/** People active on each day, over the days before; the pointer and the arrow keys tell a day's number. */
export function Chart({ points, before = [] }: { points: Point[]; before?: Point[] }) {
  const { t } = useTranslation('dashboard');
  const { number, date } = useFormat();
  const [at, setAt] = useState<number>();
  const { ref, width: measured } = useElementSize();
  const width = measured || usual;
  const last = points.length - 1;
  const most = ceiling(Math.max(...[...points, ...before].map(({ count = 0 }) => count)));
  const x = (index: number) => left + (index * (width - left - right)) / Math.max(1, last);
  const y = (count: number) => top + (height - top - bottom) * (1 - count / most);
  const path = (series: Point[]) => series.map(({ count = 0 }, index) => `${index ? 'L' : 'M'}${x(index).toFixed(1)} ${y(count).toFixed(1)}`).join(' ');
  const clamp = (index: number) => Math.max(0, Math.min(last, index));
  const look = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const pointed = ((event.clientX - box.left) / box.width) * width;
    setAt(clamp(Math.round(((pointed - left) / (width - left - right)) * last)));
  };
  const step = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!by) return;
    event.preventDefault();
    setAt(clamp((at ?? points.length) + by));
  };
  const chosen = at === undefined ? undefined : points[at];
  return (
    <>
      {/* The chart is read with the arrow keys. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions */}
      <div className="scroll" ref={ref} role="group" aria-label={t('curve')} tabIndex={0} onKeyDown={step} onBlur={() => setAt(undefined)}>
        <svg
          className="chart"
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={t('chart', { from: date(noon(points[0]!)), to: date(noon(points[last]!)) })}
          onPointerMove={look}
          onPointerLeave={() => setAt(undefined)}
        >
          {Array.from({ length: steps + 1 }, (_, line) => (most * line) / steps).map((value) => (
            <g key={value}>
              <line className="grid" x1={left} x2={width} y1={y(value)} y2={y(value)} />
              <text x={left - 10} y={y(value) + 4} textAnchor="end">
                {number(value)}
              </text>
            </g>
          ))}
          <path className="area" d={`${path(points)} L${x(last)} ${y(0)} L${left} ${y(0)}Z`} />
          {before.length > 0 && <path className="was" d={path(before)} />}
          <path className="now" d={path(points)} />
          {(width < 560 ? [0, Math.round(last / 2), last] : [0, 7, 14, 21, last]).map((index) => (
            <text key={index} x={x(index)} y={height - 4} textAnchor={index === 0 ? 'start' : index === last ? 'end' : 'middle'}>
              {points[index] && date(noon(points[index]))}
            </text>
          ))}
          {chosen && at !== undefined && <Mark point={chosen} x={x(at)} y={y(chosen.count ?? 0)} floor={y(0)} width={width} />}
        </svg>
      </div>
      <p className="sr" aria-live="polite">
        {chosen && t('onDay', { day: date(noon(chosen)), count: chosen.count ?? 0, number: number(chosen.count ?? 0) })}
      </p>
    </>
  );
}

function Mark({ point, x, y, floor, width }: { point: Point; x: number; y: number; floor: number; width: number }) {
  const { t } = useTranslation('dashboard');
  const { number, date } = useFormat();
  const box = 180;
  return (
    <>
      <line className="at" x1={x} x2={x} y1={top} y2={floor} />
      <circle cx={x} cy={y} r="4.5" />
      <g transform={`translate(${x + box + 16 > width ? x - box - 12 : x + 12} ${top})`}>
        <rect width={box} height="58" rx="8" />
        <text x="12" y="22">
          {date(noon(point))}
        </text>
        <text x="12" y="44" className="value">
          {t('people', { count: point.count ?? 0, number: number(point.count ?? 0) })}
        </text>
      </g>
    </>
  );
}
