/// Reads of the record: pages of the list, and the state of a request. Imports `json`, `identity`,
/// `audit`, and of `admission` outcomes, ports and settlement.
@NullMarked
package io.hyperpodgateway.admission.reading;

import org.jspecify.annotations.NullMarked;
