/// E-mail templates: a tenant's own wording of a kind of message in a language.
///
/// One template for each language and type; when a message is sent, the reader's language is tried
/// first, then the tenant's, then its generic template; without any the connector's own wording is
/// used. Routes: `/api/email-templates`. Table: `email_templates`.
@NullMarked
package io.gatehouse.message.template;

import org.jspecify.annotations.NullMarked;
