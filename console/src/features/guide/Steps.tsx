import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Code } from './Code';
import type { Guide, Step, Values } from './guide';
import './guide.css';

/** The steps of a guide, and the rail that leads through them. `extra` adds what a step does by itself. */
export function Steps({ guide, values, extra }: { guide: Guide; values: Values; extra?: (step: Step) => ReactNode }) {
  const { t } = useTranslation('guide');
  return (
    <div className="guide">
      <nav className="rail" aria-label={t('steps')}>
        {guide.steps.map(({ kind }, at) => (
          <a key={kind} href={`#step-${kind}`}>
            <i>{at + 1}</i>
            {t(`step.${kind}.title`)}
          </a>
        ))}
      </nav>
      <div>
        {guide.steps.map((step, at) => (
          <section key={step.kind} className="step" id={`step-${step.kind}`} aria-labelledby={`title-${step.kind}`}>
            <h2 id={`title-${step.kind}`}>
              <span className="no">{at + 1}</span>
              {t(`step.${step.kind}.title`)}
            </h2>
            <p className="sub">{t(`step.${step.kind}.lead`)}</p>
            {step.note && <p className="sub">{t(`note.${step.note}`)}</p>}
            {extra?.(step)}
            {step.snippets?.map((snippet) => (
              <Code key={snippet.file + snippet.text} snippet={snippet} values={values} />
            ))}
          </section>
        ))}
      </div>
    </div>
  );
}
