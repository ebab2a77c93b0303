/// The stages of a request in their order. Imports `text`, `json`, `finding`, `request`, `shape`,
/// `rules`, `identity`, `policy`, `policy.check`, `policy.defaults`, `audit`, `audit.list`,
/// `admission.key`, `admission.outcome`, `admission.port`, `admission.reading` and
/// `admission.settlement`.
@NullMarked
package io.hyperpodgateway.admission;

import org.jspecify.annotations.NullMarked;
