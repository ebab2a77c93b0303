/// What a JSON text says: values, places and canonical form. Imports none of our rooms, and every
/// room may import it.
@NullMarked
package io.hyperpodgateway.json;

import org.jspecify.annotations.NullMarked;
