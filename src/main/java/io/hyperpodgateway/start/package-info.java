/// The classes that Lambda starts: they know where the archive keeps the classes of all other
/// rooms, and pass each event on to the handler there. Imports none of our rooms.
@NullMarked
package io.hyperpodgateway.start;

import org.jspecify.annotations.NullMarked;
