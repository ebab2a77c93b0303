/// Settles the intents that were left open. Imports `identity`, `audit` and the ports and the
/// settlement of `admission`.
@NullMarked
package io.hyperpodgateway.admission.reconciliation;

import org.jspecify.annotations.NullMarked;
