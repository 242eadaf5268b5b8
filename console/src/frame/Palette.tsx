import { useDebouncedValue } from '@mantine/hooks';
import IconSearch from '@tabler/icons-react/icons/IconSearch';
import { useQueries } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { features, type Found } from '@/app/feature';
import { useGo, useTenant, useTenantPath } from '@/app/tenant';
import { Dialog } from '@/parts/Dialog';

interface Group {
  id: string;
  label: string;
  items: Found[];
}

/** Finds pages here and things on the server; arrows move, Enter opens, Ctrl Enter opens a tab. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const go = useGo();
  const path = useTenantPath();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const { groups, looking } = useFound(text.trim());
  const items = groups.flatMap(({ items }) => items);
  const chosen = items[Math.min(at, items.length - 1)];
  const open = (item: Found, inTab: boolean) => {
    if (inTab) window.open(`/console${path(item.to)}`, '_blank', 'noopener');
    else go(item.to);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && items.length) {
      event.preventDefault();
      setAt((at + step + items.length) % items.length);
    } else if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      open(chosen, event.ctrlKey || event.metaKey);
    }
  };
  return (
    <Dialog onClose={onClose} withCloseButton={false} size={560} yOffset="12vh" centered={false} aria-label={t('find.title')} classNames={{ content: 'pal', body: 'pal-body' }}>
      <div className="q">
        <IconSearch size={20} stroke={1.75} aria-hidden />
        <input
          data-autofocus
          role="combobox"
          aria-label={t('find.open')}
          aria-expanded={items.length > 0}
          aria-controls="found"
          aria-activedescendant={chosen && `found-${chosen.id}`}
          placeholder={t('find.open')}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <kbd>Esc</kbd>
      </div>
      <div role="listbox" id="found" aria-label={t('find.results')} className="found">
        {groups.map((group) => (
          <div key={group.id} role="group" aria-label={group.label}>
            <h3 aria-hidden="true">{group.label}</h3>
            {group.items.map((item) => (
              <Option key={item.id} item={item} selected={item === chosen} onOpen={(inTab) => open(item, inTab)} />
            ))}
          </div>
        ))}
        {!items.length && <p className="found-none">{looking ? t('state.loading') : t('list.nothingFor', { text })}</p>}
      </div>
      <footer>
        <span>↑ ↓ {t('find.move')}</span>
        <span>Enter {t('find.enter')}</span>
        <span>Ctrl Enter {t('find.tab')}</span>
      </footer>
    </Dialog>
  );
}

function Option({ item, selected, onOpen }: { item: Found; selected: boolean; onOpen: (inTab: boolean) => void }) {
  const Icon = item.icon;
  return (
    // The keys are handled by the field, which keeps the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="option"
      id={`found-${item.id}`}
      aria-selected={selected}
      tabIndex={-1}
      ref={(element) => {
        if (selected) element?.scrollIntoView({ block: 'nearest' });
      }}
      onClick={(event) => onOpen(event.ctrlKey || event.metaKey)}
    >
      {Icon && <Icon size={20} stroke={1.75} />}
      <span className="strong clip">{item.label}</span>
      {item.hint && <span className="hint clip">{item.hint}</span>}
    </div>
  );
}

function useFound(text: string): { groups: Group[]; looking: boolean } {
  const { t } = useTranslation();
  const tenant = useTenant();
  const [asked] = useDebouncedValue(text, 250);
  const finders = features.filter(({ find }) => find);
  const answers = useQueries({
    queries: finders.map(({ id, find }) => ({
      queryKey: [tenant.id, 'find', id, asked],
      enabled: asked.length > 0,
      queryFn: async ({ signal }: { signal: AbortSignal }) => (await find!()).default(asked, { api: tenant.api, signal }),
    })),
  });
  const pages = features.flatMap<Found>(({ id, nav }) =>
    nav ? [{ id: `page-${id}`, label: t(`nav.${id}`), hint: t('find.page'), to: nav.path, icon: nav.icon }] : [],
  );
  const matching = pages.filter(({ label }) => label.toLocaleLowerCase().includes(text.toLocaleLowerCase()));
  const found = finders.map(({ id }, index) => ({ id, label: t(`nav.${id}`), items: answers[index]?.data ?? [] }));
  return {
    groups: [{ id: 'pages', label: t('find.pages'), items: matching }, ...found].filter(({ items }) => items.length),
    looking: asked !== text || answers.some(({ isFetching }) => isFetching),
  };
}
