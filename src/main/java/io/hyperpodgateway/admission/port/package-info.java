/// What the story asks of the world around it, and how long it may take. Imports `json`, `spec`,
/// `audit` and `admission.outcome`.
@NullMarked
package io.hyperpodgateway.admission.port;

import org.jspecify.annotations.NullMarked;
