/// Settles the intents that were left open. Imports `identity`, `audit`, `admission.port` and
/// `admission.settlement`.
@NullMarked
package io.hyperpodgateway.admission.reconciliation;

import org.jspecify.annotations.NullMarked;
