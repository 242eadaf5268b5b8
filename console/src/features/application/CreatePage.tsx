import { Button, TextInput } from '@mantine/core';
import { useFocusTrap, useHotkeys } from '@mantine/hooks';
import IconSearch from '@tabler/icons-react/icons/IconSearch';
import IconX from '@tabler/icons-react/icons/IconX';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { body } from '@/app/api/client';
import { useApi, useGo, useTenant, useTenantPath } from '@/app/tenant';
import { useTitle } from '@/frame/Frame';
import { ErrorPanel } from '@/parts/ErrorPanel';
import type { Application } from './application';
import { frameworkOf, frameworks, sections, type Framework, type LanguageId, type SectionId } from './framework/frameworks';
import { Logo } from './framework/Logo';
import './framework/gallery.css';

const sectionIds = Object.keys(sections) as SectionId[];
const languageIds: LanguageId[] = ['javascript', 'python', 'java', 'go', 'dotnet', 'php', 'ruby', 'mobile', 'any'];

/** The gallery of frameworks: filters, sections by type, and the bar where the chosen one gets its name. */
export default function CreatePage() {
  const { t } = useTranslation('application');
  const path = useTenantPath();
  const go = useGo();
  const [address, setAddress] = useSearchParams();
  // The address follows what is chosen, so that a box is ticked at once even while the router is busy.
  const [parameters, setParameters] = useState(address);
  const [text, setText] = useState('');
  const trap = useFocusTrap();
  useTitle(t('create'));
  useHotkeys([['Escape', () => go('applications')]], []);
  const types = parameters.getAll('type');
  const languages = parameters.getAll('language');
  const chosen = frameworkOf(parameters.get('framework') ?? undefined);
  const shown = frameworks.filter(
    ({ section, language, name, note }) =>
      (!types.length || types.includes(section)) &&
      (!languages.length || languages.includes(language)) &&
      `${name} ${note} ${t(`language.${language}`)}`.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase()),
  );
  const change = (edit: (after: URLSearchParams) => void) => {
    const after = new URLSearchParams(parameters);
    edit(after);
    setParameters(after);
    setAddress(after, { replace: true });
  };
  const toggle = (name: string, value: string) =>
    change((after) => {
      const others = after.getAll(name).filter((each) => each !== value);
      const on = others.length === after.getAll(name).length;
      after.delete(name);
      for (const each of on ? [...others, value] : others) after.append(name, each);
    });
  const clear = () => {
    setText('');
    change((after) => ['type', 'language'].forEach((name) => after.delete(name)));
  };
  return createPortal(
    <div className="full" role="dialog" aria-modal="true" aria-labelledby="gallery" ref={trap}>
      <header>
        <Link className="ib" to={path('applications')} aria-label={t('gallery.close')}>
          <IconX size={20} stroke={1.75} aria-hidden />
        </Link>
        <h1 id="gallery">{t('create')}</h1>
        <TextInput
          type="search"
          data-autofocus
          aria-label={t('gallery.search')}
          placeholder={t('gallery.search')}
          leftSection={<IconSearch size={18} stroke={1.75} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </header>
      <div className="gal">
        <aside>
          <Filter legend={t('gallery.type')} ids={sectionIds} checked={types} label={(id) => t(`section.${id}.title`)} count={(id) => frameworks.filter(({ section }) => section === id).length} onToggle={(id) => toggle('type', id)} />
          <Filter legend={t('gallery.language')} ids={languageIds} checked={languages} label={(id) => t(`language.${id}`)} count={(id) => frameworks.filter(({ language }) => language === id).length} onToggle={(id) => toggle('language', id)} />
          {(types.length > 0 || languages.length > 0) && (
            <p className="clear">
              <Button size="xs" onClick={clear}>
                {t('gallery.clear')}
              </Button>
            </p>
          )}
        </aside>
        <div>
          {sectionIds.map((id) => (
            <Cards key={id} section={id} cards={shown.filter(({ section }) => section === id)} chosen={chosen} onChoose={({ id }) => change((after) => after.set('framework', id))} />
          ))}
          {!shown.length && (
            <div className="empty">
              <h2>{t('gallery.nothing', { text })}</h2>
              <p>{t('gallery.nothingLead')}</p>
              <p>
                <Button size="xs" onClick={clear}>
                  {t('gallery.clear')}
                </Button>
              </p>
            </div>
          )}
        </div>
      </div>
      {chosen && <Pick key={chosen.id} framework={chosen} />}
    </div>,
    document.body,
  );
}

interface FilterProps<Id extends string> {
  legend: string;
  ids: Id[];
  checked: string[];
  label: (id: Id) => string;
  count: (id: Id) => number;
  onToggle: (id: Id) => void;
}

function Filter<Id extends string>({ legend, ids, checked, label, count, onToggle }: FilterProps<Id>) {
  return (
    <fieldset>
      <legend className="lab">{legend}</legend>
      {ids.map((id) => (
        <label key={id} className="check">
          <input type="checkbox" checked={checked.includes(id)} onChange={() => onToggle(id)} />
          {label(id)}
          <span className="n" aria-hidden="true">
            {count(id)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Cards({ section, cards, chosen, onChoose }: { section: SectionId; cards: Framework[]; chosen?: Framework; onChoose: (framework: Framework) => void }) {
  const { t } = useTranslation('application');
  if (!cards.length) return null;
  const inside = cards.some(({ id }) => id === chosen?.id);
  /** Arrows move within the section's cards, as in any group of radio buttons. */
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, at: number) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const next = step && cards[(at + step + cards.length) % cards.length];
    if (!next) return;
    event.preventDefault();
    onChoose(next);
    document.getElementById(`card-${next.id}`)?.focus();
  };
  return (
    <section aria-labelledby={`section-${section}`}>
      <header>
        <h2 id={`section-${section}`}>
          {t(`section.${section}.title`)} <span className="hint">{cards.length}</span>
        </h2>
        <p className="sub">{t(`section.${section}.lead`)}</p>
      </header>
      <div className="tiles" role="radiogroup" aria-labelledby={`section-${section}`}>
        {cards.map((card, at) => (
          <button
            key={card.id}
            id={`card-${card.id}`}
            className="tile"
            type="button"
            role="radio"
            aria-checked={card.id === chosen?.id}
            tabIndex={card.id === chosen?.id || (!inside && at === 0) ? 0 : -1}
            onClick={() => onChoose(card)}
            onKeyDown={(event) => onKeyDown(event, at)}
          >
            <Logo framework={card} size="m" />
            <span>
              {card.name}
              <small>{card.note}</small>
            </span>
          </button>
        ))}
      </div>
    </section>
  );
}

/** Below the cards: the chosen framework, the application's name, and the one act. */
function Pick({ framework }: { framework: Framework }) {
  const { t } = useTranslation('application');
  const go = useGo();
  const api = useApi();
  const { id: tenantId } = useTenant();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [missing, setMissing] = useState(false);
  const kind = sections[framework.section];
  const create = useMutation({
    mutationFn: async (of: NonNullable<typeof kind>): Promise<Pick<Application, 'id' | 'type'>> =>
      of.type === 'SAML'
        ? body(api.POST('/api/saml-applications', { body: { name: name.trim() } }))
        : body(api.POST('/api/applications', { body: { name: name.trim(), ...of, type: framework.type ?? of.type, customData: { guide: framework.id } } })),
    onSuccess: ({ id, type }) => {
      void queries.invalidateQueries({ queryKey: [tenantId, 'applications'] });
      // What a service provider needs stands on its page: there is no code to write.
      go(type === 'SAML' ? `applications/${id}` : `applications/${id}/guide?created=1`);
    },
  });
  const submit = () => {
    if (!kind) go(`guides/${framework.guide}`);
    else if (!name.trim()) setMissing(true);
    else create.mutate(kind);
  };
  return (
    <form
      className="pick"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Logo framework={framework} size="m" />
      <div>
        <strong className="strong">{framework.name}</strong>
        <div className="hint">{t(`section.${framework.section}.title`)}</div>
      </div>
      {kind ? (
        <div className="name">
          <label className="strong nowrap" htmlFor="application-name">
            {t('gallery.name')}
          </label>
          <TextInput
            id="application-name"
            value={name}
            maxLength={256}
            placeholder={t('gallery.example')}
            error={missing && !name.trim() && t('gallery.nameMissing')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </div>
      ) : (
        <p className="name sub">{t('gallery.apiHint')}</p>
      )}
      {create.isError && <ErrorPanel error={create.error} />}
      <Button type="submit" variant="filled" loading={create.isPending}>
        {kind ? t('create') : t('gallery.openGuide')}
      </Button>
    </form>
  );
}
