/// How the story can end, and as which problem. Imports `json`, `spec` and `audit`.
@NullMarked
package io.hyperpodgateway.admission.outcome;

import org.jspecify.annotations.NullMarked;
