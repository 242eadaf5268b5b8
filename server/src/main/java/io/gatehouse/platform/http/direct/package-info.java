/// The short way of a request, for the few endpoints that carry most of the load: chosen by the
/// whole path, without the framework's chain of handlers, and answered on the event loop when
/// memory is enough.
@NullMarked
package io.gatehouse.platform.http.direct;

import org.jspecify.annotations.NullMarked;
