/// Routes, answers and problem documents; the only place that maps outcomes to status codes.
/// Imports `text`, `json`, `finding`, `model`, `identity`, `policy`, `audit`, `admission`,
/// `admission.key`, `admission.outcome`, `admission.port`, `admission.reading` and `http.request`.
@NullMarked
package io.hyperpodgateway.http;

import org.jspecify.annotations.NullMarked;
