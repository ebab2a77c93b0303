/// Outcomes of requests, and the problems of failed ones. Imports `text`, `json`, `finding` and
/// `audit`.
@NullMarked
package io.hyperpodgateway.admission.outcome;

import org.jspecify.annotations.NullMarked;
