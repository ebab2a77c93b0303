/// Text for people: excerpts of what somebody sent, spelling, hashes. Imports none of our rooms.
@NullMarked
package io.hyperpodgateway.text;

import org.jspecify.annotations.NullMarked;
