/// What an application says of itself as a client: its redirect URIs and how its tokens and
/// sessions are to be.
@NullMarked
package io.gatehouse.application.metadata;

import org.jspecify.annotations.NullMarked;
