import { TextInput } from '@mantine/core';
import IconMail from '@tabler/icons-react/icons/IconMail';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { body } from '@/app/api/client';
import { useApi, useTenant } from '@/app/tenant';
import { DeleteSection } from '@/parts/Deletion';
import { DetailsPage, Section } from '@/parts/DetailsPage';
import { Field } from '@/parts/Field';
import { useSettings } from '@/parts/settings';
import { Pending } from '@/parts/Pending';
import { useLanguageNames } from './languages';
import { detailsOf, draftOf, essentialOf, isUseful, sample, variablesOf, type Draft, type Template } from './template';
import './email-template.css';

/** One wording: written on the left, shown with samples below. */
export default function TemplatePage() {
  const { t } = useTranslation('email-template');
  const { templateId = '' } = useParams();
  const { id, api } = useTenant();
  const found = useQuery({ queryKey: [id, 'email-template', templateId], queryFn: ({ signal }) => body(api.GET('/api/email-templates/{id}', { params: { path: { id: templateId } }, signal })) });
  if (found.data) return <Loaded key={templateId} template={found.data} />;
  return <Pending back={{ to: 'connectors/email-templates', label: t('title') }} query={found} />;
}

function Loaded({ template }: { template: Template }) {
  const { t } = useTranslation('email-template');
  const api = useApi();
  const language = useLanguageNames()(template.languageTag);
  const { templateType: occasion, languageTag } = template;
  const name = `${t(`on.${occasion}`)}, ${language}`;
  const { draft, set, bar } = useSettings<Template, Draft>({
    of: ['email-template', template.id],
    lists: ['email-templates'],
    thing: template,
    editable: draftOf,
    labels: { subject: t('subject'), content: t('content'), contentType: t('contentType'), replyTo: t('replyTo'), sendFrom: t('sendFrom') },
    invalid: ({ subject }) => !subject.trim(),
    send: ({ draft: now }) => body(api.PUT('/api/email-templates', { body: { templates: [{ languageTag, templateType: occasion, details: detailsOf(now) }] } })),
  });
  return (
    <DetailsPage
      back={{ to: 'connectors/email-templates', label: t('title') }}
      title={t(`on.${occasion}`)}
      emblem={
        <span className="logo l">
          <IconMail size={28} stroke={1.75} aria-hidden className="i" />
        </span>
      }
      meta={language}
      foot={bar}
    >
      <Section title={t('wording')} lead={t(`hint.${occasion}`)}>
        <TextInput label={t('subject')} maxLength={256} lang={languageTag} dir="auto" value={draft.subject} error={!draft.subject.trim() && t('subjectMissing')} onChange={(event) => set('subject', event.currentTarget.value)} />
        <Field
          label={t('content')}
          hint={
            <>
              {t('variables')}{' '}
              {variablesOf(occasion).map((variable) => (
                <code key={variable}>{`{{${variable}}} `}</code>
              ))}
            </>
          }
        >
          <textarea className="mono" rows={14} spellCheck={false} lang={languageTag} dir="auto" value={draft.content} onChange={(event) => set('content', event.currentTarget.value)} />
        </Field>
        {!isUseful(occasion, draft.content) && <p className="note warn">{t('useless', { variable: `{{${essentialOf(occasion)}}}` })}</p>}
        <Field label={t('contentType')}>
          <select value={draft.contentType} onChange={(event) => set('contentType', event.currentTarget.value as Draft['contentType'])}>
            <option value="text/html">HTML</option>
            <option value="text/plain">{t('plain')}</option>
          </select>
        </Field>
      </Section>
      <Section title={t('preview')} lead={t('previewLead')}>
        <Preview template={template} draft={draft} />
      </Section>
      <Section title={t('sender')} lead={t('senderLead')}>
        <TextInput label={t('sendFrom')} placeholder="Bookstore <hello@shop.example>" maxLength={320} value={draft.sendFrom} onChange={(event) => set('sendFrom', event.currentTarget.value)} />
        <TextInput label={t('replyTo')} placeholder="help@shop.example" maxLength={320} value={draft.replyTo} onChange={(event) => set('replyTo', event.currentTarget.value)} />
      </Section>
      <DeleteSection
        name={name}
        lead={t('deleteLead')}
        remove={() => body(api.DELETE('/api/email-templates/{id}', { params: { path: { id: template.id } } }))}
        done={t('deleted')}
        to="connectors/email-templates"
        own={['email-template', template.id]}
        lists={['email-templates']}
      />
    </DetailsPage>
  );
}

/** The message as a reader gets it; nothing in it runs, and nothing is fetched for it. */
function Preview({ template: { templateType, languageTag }, draft }: { template: Template; draft: Draft }) {
  const { t } = useTranslation('email-template');
  const content = sample(draft.content, templateType);
  return (
    <figure className="mail" lang={languageTag}>
      <figcaption dir="auto">{sample(draft.subject, templateType) || '—'}</figcaption>
      {draft.contentType === 'text/html' ? <iframe title={t('preview')} sandbox="" srcDoc={`<meta name="color-scheme" content="light"><style>body{font-family:system-ui,sans-serif}</style>${content}`} /> : <pre dir="auto">{content}</pre>}
    </figure>
  );
}
