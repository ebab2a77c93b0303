/// How a pattern that leaves nothing in doubt is matched without a search. Imports nothing of ours.
@NullMarked
package io.hyperpodgateway.spec.shape.plain;

import org.jspecify.annotations.NullMarked;
