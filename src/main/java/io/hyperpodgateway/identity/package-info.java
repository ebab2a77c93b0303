/// The identity of the caller. Imports none of our rooms.
@NullMarked
package io.hyperpodgateway.identity;

import org.jspecify.annotations.NullMarked;
