/// The short way of a request, for the endpoints that carry most of the load and for the hosted
/// pages: chosen by the whole path, without the framework's chain of handlers, and answered on the
/// event loop when memory is enough.
@NullMarked
package io.gatehouse.platform.http.direct;

import org.jspecify.annotations.NullMarked;
