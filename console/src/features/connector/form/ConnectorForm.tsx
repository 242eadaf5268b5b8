import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/app/api/error';
import { SwitchRow } from '@/parts/DetailsPage';
import { ConfigField } from './ConfigField';
import { begin, check, configOf, isShown, mergeValues, refused, type Problems, type Values } from './config';
import type { Config, Connector, Factory, Look } from '../connector';
import { checkLook, LookFields, targetFor, type LookValues } from './LookFields';

/** What a form sends. */
export interface Filled {
  config: Config;
  metadata?: Look;
  syncProfile?: boolean;
  enableTokenStorage?: boolean;
}

/** The state of a connector's form: of a new one, or of one that exists. */
export function useConnectorForm(factory: Factory, existing: Connector | undefined, suggestedName: string) {
  const { t, i18n } = useTranslation('connector');
  const items = factory.formItems ?? [];
  const [saved, setSaved] = useState(() => initial(factory, existing, suggestedName, i18n.language));
  const [state, setState] = useState(saved);
  const [touched, setTouched] = useState<Set<string>>(new Set());
  const [all, setAll] = useState(false);
  const [told, setTold] = useState<Problems>({});
  const words = { url: t('problem.url'), target: t('problem.target') };
  const look = factory.isStandard ? checkLook(state.look, words) : {};
  const found: Problems = { ...told, ...check(items, state.values), ...prefixed(look) };
  const shown = Object.fromEntries(Object.entries(found).filter(([key]) => all || touched.has(key) || key in told));
  const changes = countChanges(saved, state);

  const filled = (now: State = state): Filled | undefined => {
    setAll(true);
    const problems = { ...check(items, now.values), ...prefixed(factory.isStandard ? checkLook(now.look, words) : {}) };
    if (Object.keys(problems).length) {
      focusOnProblem();
      return undefined;
    }
    return {
      config: configOf(items, now.values, existing?.config),
      ...(factory.isStandard && { metadata: lookOf(now.look, existing, i18n.language) }),
      ...(factory.type === 'Social' && { syncProfile: now.syncProfile }),
      ...(factory.isTokenStorageSupported && { enableTokenStorage: now.keepTokens }),
    };
  };

  return {
    items,
    state,
    problems: shown,
    changes,
    filled,
    /** Takes over what the server says about fields; false when it speaks of something else. */
    take: (error: unknown) => {
      const problems = error instanceof ApiError ? refused(error.data, items) : {};
      setTold(problems);
      focusOnProblem();
      return Object.keys(problems).length > 0;
    },
    /** Takes in what was saved meanwhile; tells the fields that both have changed, and the state to send. */
    meet: (newest: Connector) => {
      const theirs = initial(factory, newest, suggestedName, i18n.language);
      const met = merge(saved, state, theirs);
      setSaved(theirs);
      setState(met.state);
      return met;
    },
    /** What stands in a field here, and what is saved. */
    both: (key: string) => ({ mine: fieldOf(state, key), theirs: fieldOf(saved, key) }),
    /** Puts what is saved back into these fields. */
    yieldTo: (keys: string[]) =>
      setState((before) => ({
        ...before,
        values: { ...before.values, ...Object.fromEntries(Object.entries(saved.values).filter(([key]) => keys.includes(key))) },
        look: { ...before.look, ...Object.fromEntries(Object.entries(saved.look).filter(([key]) => keys.includes(`look-${key}`))) },
      })),
    touch: (key: string) => setTouched((before) => new Set(before).add(key)),
    set: (next: Partial<State>) => {
      setTold({});
      setState((before) => ({ ...before, ...next }));
    },
    settle: (connector?: Connector) => {
      const now = connector ? initial(factory, connector, suggestedName, i18n.language) : saved;
      setSaved(now);
      setState(now);
      setAll(false);
      setTold({});
    },
  };
}

/** The form's id, by which buttons outside of it submit it. */
export const formId = 'connector';

function focusOnProblem() {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`#${formId} [aria-invalid="true"]`)?.focus());
}

/** Joins the changes of two people: the values of the form, and how the connector looks. */
function merge(from: State, mine: State, theirs: State): { state: State; clashes: string[] } {
  const values = mergeValues(from.values, mine.values, theirs.values);
  const look = mergeValues({ ...from.look }, { ...mine.look }, { ...theirs.look });
  const syncProfile = mine.syncProfile === from.syncProfile ? theirs.syncProfile : mine.syncProfile;
  const keepTokens = mine.keepTokens === from.keepTokens ? theirs.keepTokens : mine.keepTokens;
  return {
    state: { values: values.merged, look: look.merged as unknown as LookValues, syncProfile, keepTokens },
    clashes: [...values.clashes, ...look.clashes.map((key) => `look-${key}`)],
  };
}

const fieldOf = ({ values, look }: State, key: string) => (key.startsWith('look-') ? look[key.slice('look-'.length) as keyof LookValues] : values[key]);

interface State {
  values: Values;
  look: LookValues;
  syncProfile: boolean;
  keepTokens: boolean;
}

const prefixed = (look: object) => Object.fromEntries(Object.entries(look).map(([key, problem]) => [`look-${key}`, problem])) as Problems;

function initial(factory: Factory, existing: Connector | undefined, suggested: string, language: string): State {
  const own = existing?.metadata.name;
  const name = existing ? (own?.[language] ?? own?.en ?? existing.name.en ?? '') : suggested;
  return {
    values: begin(factory.formItems ?? [], existing?.config),
    look: {
      name,
      target: existing ? existing.target : targetFor(suggested, factory.target),
      logo: existing?.metadata.logo ?? '',
      logoDark: existing?.metadata.logoDark ?? '',
    },
    syncProfile: existing?.syncProfile ?? false,
    keepTokens: existing?.enableTokenStorage ?? false,
  };
}

/** English is always there; the reader's language is kept beside it. */
function lookOf(values: LookValues, existing: Connector | undefined, language: string): Look {
  const name = values.name.trim();
  const before = existing?.metadata.name ?? {};
  return {
    target: values.target.trim(),
    name: { ...before, en: language === 'en' || !before.en || before.en === before[language] ? name : before.en, ...(language !== 'en' && { [language]: name }) },
    ...(values.logo.trim() && { logo: values.logo.trim() }),
    ...(values.logoDark.trim() && { logoDark: values.logoDark.trim() }),
  };
}

function countChanges(saved: State, now: State): number {
  const differs = (a: object, b: object) => Object.keys(b).filter((key) => JSON.stringify(a[key as never]) !== JSON.stringify(b[key as never])).length;
  return differs(saved.values, now.values) + differs(saved.look, now.look) + Number(saved.syncProfile !== now.syncProfile) + Number(saved.keepTokens !== now.keepTokens);
}

/** The form that a connector's own description makes. */
export function ConnectorForm({ factory, existing, at, children, onSubmit }: { factory: Factory; existing?: Connector; at: ReturnType<typeof useConnectorForm>; children?: ReactNode; onSubmit: () => void }) {
  const { t } = useTranslation('connector');
  const id = useId();
  const { state, problems } = at;
  return (
    <form
      id={formId}
      className="stack connector-form"
      noValidate
      aria-labelledby={id}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <div className="row wrap">
        <h2 id={id}>{t('form.title')}</h2>
        <span className="push hint">{t('form.sealed')}</span>
      </div>
      {factory.isStandard && (
        <LookFields
          values={state.look}
          fixedTarget={existing !== undefined}
          problems={Object.fromEntries(Object.entries(problems).map(([key, problem]) => [key.replace('look-', ''), problem]))}
          onBlur={() => ['name', 'target', 'logo', 'logoDark'].filter((key) => state.look[key as keyof LookValues]).forEach((key) => at.touch(`look-${key}`))}
          onChange={(look) => {
            const follows = !existing && state.look.target === targetFor(state.look.name, factory.target) && look.target === state.look.target;
            at.set({ look: follows ? { ...look, target: targetFor(look.name, factory.target) } : look });
          }}
        />
      )}
      {at.items
        .filter((item) => isShown(item, state.values))
        .map((item) => (
          <ConfigField
            key={item.key}
            item={item}
            value={state.values[item.key]}
            problem={problems[item.key]}
            onBlur={() => at.touch(item.key)}
            onChange={(value) => at.set({ values: { ...state.values, [item.key]: value } })}
          />
        ))}
      {factory.type === 'Social' && (
        <SwitchRow label={t('form.sync')} hint={t('form.syncHint')} checked={state.syncProfile} onChange={(syncProfile) => at.set({ syncProfile })} />
      )}
      {factory.isTokenStorageSupported && <SwitchRow label={t('form.tokens')} hint={t('form.tokensHint')} checked={state.keepTokens} onChange={(keepTokens) => at.set({ keepTokens })} />}
      {children}
    </form>
  );
}
