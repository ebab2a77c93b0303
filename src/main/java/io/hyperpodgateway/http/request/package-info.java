/// Parts of an incoming request and their validation. Imports `text`, `finding`, `identity`,
/// `audit`, `admission`, `admission.outcome`, `admission.port` and `admission.reading`.
@NullMarked
package io.hyperpodgateway.http.request;

import org.jspecify.annotations.NullMarked;
