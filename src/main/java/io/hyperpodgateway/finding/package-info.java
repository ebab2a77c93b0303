/// Something that is wrong with a document: who reports it, the place, the predicate, and the patch
/// that mends it. Imports `text` and `json`.
@NullMarked
package io.hyperpodgateway.finding;

import org.jspecify.annotations.NullMarked;
