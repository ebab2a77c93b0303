/// How a pattern that leaves nothing in doubt is matched without a search. Imports nothing of ours.
@NullMarked
package io.hyperpodgateway.model.plain;

import org.jspecify.annotations.NullMarked;
