/// What will be remembered. Imports `json` and `identity`.
@NullMarked
package io.hyperpodgateway.audit;

import org.jspecify.annotations.NullMarked;
