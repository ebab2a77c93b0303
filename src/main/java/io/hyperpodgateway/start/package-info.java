/// What Lambda starts: knows where the archive keeps the classes of all other rooms, and hands each
/// event on to the handler there.
///
/// Imports none of ours: what it starts it knows by name, for another class loader finds it.
@NullMarked
package io.hyperpodgateway.start;

import org.jspecify.annotations.NullMarked;
