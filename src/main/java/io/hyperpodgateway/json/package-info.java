/// What a JSON text says: values, pointers and the canonical form. Imports `text` alone.
@NullMarked
package io.hyperpodgateway.json;

import org.jspecify.annotations.NullMarked;
