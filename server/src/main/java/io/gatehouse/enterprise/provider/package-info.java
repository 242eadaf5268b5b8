/// Kinds of identity providers of enterprises: what each needs to be configured, and what each
/// publishes about itself. What a provider says is fetched through the egress guard, and its XML is
/// read without entities, document types or anything else that reaches outside the document.
@NullMarked
package io.gatehouse.enterprise.provider;

import org.jspecify.annotations.NullMarked;
