/// What may be asked: the service model as data, the shape check and the cross-field rules. Imports
/// `json` alone.
@NullMarked
package io.hyperpodgateway.spec;

import org.jspecify.annotations.NullMarked;
