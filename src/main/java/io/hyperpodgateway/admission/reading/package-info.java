/// Reads of the record: pages of the list, and the state of a request. Imports `text`, `json`,
/// `finding`, `identity`, `audit`, `audit.list`, `admission.key`, `admission.outcome`,
/// `admission.port` and `admission.settlement`.
@NullMarked
package io.hyperpodgateway.admission.reading;

import org.jspecify.annotations.NullMarked;
