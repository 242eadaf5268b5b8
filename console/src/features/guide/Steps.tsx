import { Button } from '@mantine/core';
import { useLocalStorage, useMediaQuery } from '@mantine/hooks';
import IconCheck from '@tabler/icons-react/icons/IconCheck';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Code } from './Code';
import { filesAt, filesOf, type Guide, type Step, type Values } from './guide';
import './guide.css';

type Kind = Step['kind'];

interface StepsProps {
  guide: Guide;
  values: Values;
  /** What progress is remembered under, in this browser. */
  of: string;
  /** Steps that the server knows to be done. */
  known?: Kind[];
  /** Adds what a step does by itself. */
  extra?: (step: Step) => ReactNode;
}

/** The rail that leads through a guide, its steps, and beside them the code as it stands at the step one reads. */
export function Steps({ guide, values, of, known = [], extra }: StepsProps) {
  const { t } = useTranslation('guide');
  const wide = useMediaQuery('(min-width: 1181px)', window.innerWidth > 1180, { getInitialValueInEffect: false });
  const [marked, setMarked] = useLocalStorage<Kind[]>({ key: `guide.${of}`, defaultValue: [], getInitialValueInEffect: false });
  const kinds = guide.steps.map(({ kind }) => kind);
  const [current, setCurrent] = useState<Kind | undefined>(kinds[0]);
  useReading(kinds, setCurrent);
  const done = kinds.filter((kind) => known.includes(kind) || marked.includes(kind));
  const pinned = wide && current ? filesAt(guide, current) : [];
  const toggle = (kind: Kind) => setMarked(marked.includes(kind) ? marked.filter((each) => each !== kind) : [...marked, kind]);
  return (
    <div className={pinned.length ? 'guide has-pin' : 'guide'}>
      <nav className="rail" aria-label={t('steps')}>
        {kinds.map((kind, at) => (
          <a key={kind} href={`#step-${kind}`} className={done.includes(kind) ? 'past' : undefined} aria-current={kind === current ? 'step' : undefined} onClick={() => setCurrent(kind)}>
            <i>{done.includes(kind) ? <IconCheck size={13} stroke={2.5} aria-label={t('done')} /> : at + 1}</i>
            {t(`step.${kind}.title`)}
          </a>
        ))}
        <p className="hint">{t('progress', { done: done.length, count: kinds.length })}</p>
      </nav>
      <div>
        {guide.steps.map((step, at) => (
          // What is used in a step makes it the one that is read; nothing else is done by it.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <section key={step.kind} className="step" id={`step-${step.kind}`} aria-labelledby={`title-${step.kind}`} onFocus={() => setCurrent(step.kind)}>
            <h2 id={`title-${step.kind}`}>
              <span className="no">{at + 1}</span>
              {t(`step.${step.kind}.title`)}
            </h2>
            <p className="sub">{t(`step.${step.kind}.lead`)}</p>
            {step.note && <p className="sub">{t(`note.${step.note}`)}</p>}
            {extra?.(step)}
            {step.snippets
              ?.filter(({ language }) => !pinned.length || language === 'shell')
              .map(({ file, language, text }) => (
                <Code key={file + text} file={{ name: file, language, parts: [{ step: step.kind, text }] }} values={values} />
              ))}
            {pinned.length > 0 && <FileNames files={filesOf({ ...guide, steps: [step] }).map(({ name }) => name)} />}
            {step.kind !== 'uris' && (
              <p>
                <Button size="xs" aria-pressed={marked.includes(step.kind)} onClick={() => toggle(step.kind)}>
                  {t(marked.includes(step.kind) ? 'unmark' : 'mark')}
                </Button>
              </p>
            )}
          </section>
        ))}
      </div>
      {pinned.length > 0 && (
        <div className="pin">
          {pinned.map((file) => (
            <Code key={file.name} file={file} step={current} values={values} />
          ))}
          <p className="hint">{t('boxed')}</p>
        </div>
      )}
    </div>
  );
}

function FileNames({ files }: { files: string[] }) {
  const { t } = useTranslation('guide');
  if (!files.length) return null;
  return (
    <p className="sub">
      {t('beside')}{' '}
      {files.map((file, at) => (
        <span key={file}>
          {at > 0 && ', '}
          <code>{file}</code>
        </span>
      ))}
    </p>
  );
}

/** Tells which step is being read: the one that crosses the upper third of the window. */
function useReading(kinds: Kind[], onRead: (kind: Kind) => void) {
  const all = kinds.join(' ');
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        const seen = entries.find(({ isIntersecting }) => isIntersecting);
        if (seen) onRead(seen.target.id.slice('step-'.length) as Kind);
      },
      { rootMargin: '-25% 0px -70% 0px' },
    );
    for (const kind of all.split(' ')) {
      const section = document.getElementById(`step-${kind}`);
      if (section) observer.observe(section);
    }
    return () => observer.disconnect();
  }, [all, onRead]);
}
