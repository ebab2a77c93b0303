/// Who is asking. Imports `json` alone.
@NullMarked
package io.hyperpodgateway.identity;

import org.jspecify.annotations.NullMarked;
