/// The checks of a policy and what they are made of: globs and patterns, limits, prices. Imports
/// `request`, `finding`, `rules`, `json` and `text`.
@NullMarked
package io.hyperpodgateway.policy.check;

import org.jspecify.annotations.NullMarked;
