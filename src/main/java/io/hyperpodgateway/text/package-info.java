/// Text for people: excerpts of what somebody sent, spelling, hashes; and what reading comes to.
/// Imports none of our rooms.
@NullMarked
package io.hyperpodgateway.text;

import org.jspecify.annotations.NullMarked;
