import { Button, TextInput } from '@mantine/core';
import IconSearch from '@tabler/icons-react/icons/IconSearch';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ApiError } from '@/app/api/error';
import { body } from '@/app/api/client';
import { useApi, useGo, useTenant } from '@/app/tenant';
import { ConfirmDialog } from '@/parts/ConfirmDialog';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { Loading } from '@/parts/Loading';
import { WayBack } from '@/parts/Page';
import { SaveBar } from '@/parts/SaveBar';
import { toast } from '@/parts/Toasts';
import { useLanguages, useStudio } from '../experience';
import { CheckField } from '../fields';
import { changedTree, flatten, type Tree } from './tree';

/** The tenant's own words in one language, beside those of the product. */
export default function PhraseEditor() {
  const { t } = useTranslation('branding');
  const { languageTag = 'en' } = useParams();
  const texts = useTexts(languageTag);
  return (
    <>
      <WayBack to="sign-in-experience/content" label={t('tab.content')} />
      {texts.isError && <ErrorPanel error={texts.error} title={t('phrase.failed')} onRetry={() => void texts.refetch()} />}
      {texts.isPending && <Loading lines={8} />}
      {texts.data && <Editor key={`${languageTag} ${texts.dataUpdatedAt}`} tag={languageTag} {...texts.data} />}
    </>
  );
}

/** The product's texts and the tenant's own, by their keys. */
function useTexts(tag: string) {
  const { id, endpoint, api } = useTenant();
  return useQuery({
    queryKey: [id, 'custom-phrases', tag],
    queryFn: async ({ signal }) => {
      const [standard, own] = await Promise.all([
        fetch(`${endpoint}/api/.well-known/phrases?lng=${encodeURIComponent(tag)}&custom=false`, { signal }).then((answer) => answer.json() as Promise<Tree>),
        body(api.GET('/api/custom-phrases/{languageTag}', { params: { path: { languageTag: tag } }, signal } as never)).catch((cause: unknown) => {
          if (cause instanceof ApiError && cause.status === 404) return { translation: {} };
          throw cause;
        }) as unknown as Promise<{ translation: Tree }>,
      ]);
      return { standard: flatten(standard), own: flatten(own.translation), exists: 'languageTag' in own };
    },
  });
}

interface Texts {
  tag: string;
  standard: Record<string, string>;
  own: Record<string, string>;
  exists: boolean;
}

function Editor({ tag, standard, own, exists }: Texts) {
  const { t, i18n } = useTranslation('branding');
  const { tryWords } = useStudio();
  const [edits, setEdits] = useState(own);
  const [search, setSearch] = useState('');
  const [onlyOwn, setOnlyOwn] = useState(false);
  const changed = Object.keys(standard).filter((key) => (edits[key] ?? '') !== (own[key] ?? ''));
  const tree = useMemo(() => changedTree(edits), [edits]);
  useEffect(() => {
    tryWords({ languageTag: tag, translation: tree });
    return () => tryWords(undefined);
  }, [tag, tree, tryWords]);
  const save = useSave(tag);
  const wanted = search.trim().toLowerCase();
  const keys = Object.keys(standard).filter((key) => (!onlyOwn || edits[key]) && [key, standard[key] ?? '', edits[key] ?? ''].some((text) => text.toLowerCase().includes(wanted)));
  const name = new Intl.DisplayNames(i18n.language, { type: 'language' }).of(tag) ?? tag;
  return (
    <>
      <div className="row wrap">
        <h2 className="grow">{t('phrase.title', { name })}</h2>
        {exists && <Forget tag={tag} name={name} />}
      </div>
      <p className="sub">{t('phrase.lead')}</p>
      <div className="tools">
        <CheckField label={t('phrase.onlyOwn')} checked={onlyOwn} onChange={setOnlyOwn} />
        <TextInput className="search push" type="search" aria-label={t('phrase.search')} placeholder={t('phrase.search')} leftSection={<IconSearch size={18} stroke={1.75} aria-hidden />} value={search} onChange={(event) => setSearch(event.currentTarget.value)} />
      </div>
      <div className="phrases">
        {keys.map((key) => (
          <Phrase key={key} id={key} tag={tag} standard={standard[key] ?? ''} value={edits[key] ?? ''} onChange={(text) => setEdits({ ...edits, [key]: text })} />
        ))}
        {keys.length === 0 && <p className="sub">{t('phrase.nothing')}</p>}
      </div>
      <SaveBar changes={changed.length} saving={save.busy} error={save.error} onSave={() => void save.run(tree)} onDiscard={() => setEdits(own)} />
    </>
  );
}

function Phrase({ id, tag, standard, value, onChange }: { id: string; tag: string; standard: string; value: string; onChange: (text: string) => void }) {
  const { t } = useTranslation('branding');
  const field = useId();
  const lost = value ? [...standard.matchAll(/\{\w+\}/g)].map(([place]) => place).filter((place) => !value.includes(place)) : [];
  return (
    <div className="f">
      <label htmlFor={field}>
        <code>{id}</code>
      </label>
      <textarea className="in" id={field} rows={1} lang={tag} dir="auto" value={value} placeholder={standard} aria-describedby={`${field}-hint`} onChange={(event) => onChange(event.currentTarget.value)} />
      {(value || lost.length > 0) && (
        <p className="hint" id={`${field}-hint`}>
          {value && <span lang={tag}>{standard}</span>}
          {lost.length > 0 && <span className="err">{t('phrase.lost', { places: lost.join(' ') })}</span>}
        </p>
      )}
    </div>
  );
}

function useSave(tag: string) {
  const { t } = useTranslation('branding');
  const api = useApi();
  const forget = useForget();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const run = async (translation: Tree) => {
    setBusy(true);
    setError(undefined);
    try {
      await api.PUT('/api/custom-phrases/{languageTag}', { params: { path: { languageTag: tag } }, body: translation as never } as never);
      toast(t('saved'));
      await forget();
    } catch (cause) {
      setError(cause);
    } finally {
      setBusy(false);
    }
  };
  return { run, busy, error };
}

function useForget() {
  const { id } = useTenant();
  const queries = useQueryClient();
  return () =>
    Promise.all([queries.invalidateQueries({ queryKey: [id, 'custom-phrases'] }), queries.invalidateQueries({ queryKey: [id, 'sign-in-languages'] })]);
}

/** Goes back to the product's words; a language that the tenant added is gone with them. */
function Forget({ tag, name }: { tag: string; name: string }) {
  const { t } = useTranslation('branding');
  const api = useApi();
  const go = useGo();
  const forget = useForget();
  const languages = useLanguages();
  const [asking, setAsking] = useState(false);
  const builtIn = languages.data?.languages.find((each) => each.tag === tag)?.builtIn ?? true;
  return (
    <>
      <Button size="xs" color="red" onClick={() => setAsking(true)}>
        {builtIn ? t('phrase.reset') : t('phrase.remove')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={builtIn ? t('phrase.resetTitle', { name }) : t('phrase.removeTitle', { name })}
          confirm={builtIn ? t('phrase.reset') : t('phrase.remove')}
          onClose={() => setAsking(false)}
          onConfirm={async () => {
            await api.DELETE('/api/custom-phrases/{languageTag}', { params: { path: { languageTag: tag } } } as never);
            go('sign-in-experience/content');
            await forget();
          }}
        >
          {builtIn ? t('phrase.resetBody') : t('phrase.removeBody')}
        </ConfirmDialog>
      )}
    </>
  );
}
