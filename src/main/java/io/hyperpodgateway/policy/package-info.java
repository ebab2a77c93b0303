/// Whether this caller may have it here. What a rule may require is in `check`, how a document is
/// written in `document`, what is added to requests in `defaults`. Imports `text`, `json`,
/// `finding`, `request`, `model`, `identity`, `policy.check`, `policy.defaults` and
/// `policy.document`.
@NullMarked
package io.hyperpodgateway.policy;

import org.jspecify.annotations.NullMarked;
