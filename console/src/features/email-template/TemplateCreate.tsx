import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useApi } from '@/app/tenant';
import { CreateDialog } from '@/parts/CreateDialog';
import { Field } from '@/parts/Field';
import { useLanguageNames, useWritable } from './languages';
import { firstContent, occasions, useTemplates, type Occasion, type Template } from './template';

/** Begins a wording: what it is about, in which language, and its subject; the rest is written on its page. */
export default function TemplateCreate() {
  const { t, i18n } = useTranslation('email-template');
  const api = useApi();
  const known = useTemplates();
  const languages = useWritable();
  const nameOf = useLanguageNames();
  const [occasion, setOccasion] = useState<Occasion>('Generic');
  const [chosen, setChosen] = useState<string>();
  const [subject, setSubject] = useState('');
  const language = chosen ?? (languages.includes(i18n.language) ? i18n.language : 'en');
  const taken = known.data?.some((one) => one.templateType === occasion && one.languageTag === language) ?? false;
  const make = async () => {
    const details = { subject: subject.trim(), content: firstContent(occasion), contentType: 'text/html' as const };
    const [made] = await body(api.PUT('/api/email-templates', { body: { templates: [{ languageTag: language, templateType: occasion, details }] } }));
    return made as Template;
  };
  return (
    <CreateDialog title={t('add')} list="connectors/email-templates" lists={['email-templates']} invalid={!subject.trim() || taken} make={make}>
      {(asked) => (
        <>
          <Field label={t('occasion')} hint={t(`hint.${occasion}`)}>
            <select data-autofocus value={occasion} onChange={(event) => setOccasion(event.currentTarget.value as Occasion)}>
              {occasions.map((each) => (
                <option key={each} value={each}>
                  {t(`on.${each}`)}
                </option>
              ))}
            </select>
          </Field>
          <Field label={t('language')} error={taken ? t('taken') : undefined}>
            <select value={language} onChange={(event) => setChosen(event.currentTarget.value)}>
              {languages.map((tag) => (
                <option key={tag} value={tag}>
                  {nameOf(tag)}
                </option>
              ))}
            </select>
          </Field>
          <TextInput label={t('subject')} maxLength={256} lang={language} dir="auto" value={subject} error={asked && !subject.trim() && t('subjectMissing')} onChange={(event) => setSubject(event.currentTarget.value)} />
        </>
      )}
    </CreateDialog>
  );
}
