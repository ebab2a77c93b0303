/// The ports of admission, and the time that each may take. Imports `json`, `finding`, `audit` and
/// `admission.outcome`.
@NullMarked
package io.hyperpodgateway.admission.port;

import org.jspecify.annotations.NullMarked;
