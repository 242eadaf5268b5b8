/** Sign-in with Microsoft Entra ID, whose people are described by Microsoft Graph. */
@NullMarked
package io.gatehouse.connectors.azuread;

import org.jspecify.annotations.NullMarked;
