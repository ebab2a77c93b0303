/// Whether this caller may have it here. What a rule may require is in `check`, how a document is
/// written in `document`, what is added to requests in `defaults`. Imports these, `request`,
/// `finding`, `model`, `json`, `text` and `identity`.
@NullMarked
package io.hyperpodgateway.policy;

import org.jspecify.annotations.NullMarked;
