/// What counts once: assertions of clients and proofs of possession, which nobody may show again.
///
/// [Once] says whether something is shown for the first time. A node that is alone decides from its
/// memory ([OnceMemory]) and writes down afterwards what it has seen; where there are several, the
/// table decides. [SoleNode] knows which of the two holds. Tables: `shown_once`, `sole_node`.
@NullMarked
package io.gatehouse.platform.once;

import org.jspecify.annotations.NullMarked;
