/// What a reader of the record is shown: pages of a list, and the state of a request. Imports
/// `json`, `identity`, `audit`, and of `admission` outcomes, ports and settlement.
@NullMarked
package io.hyperpodgateway.admission.reading;

import org.jspecify.annotations.NullMarked;
