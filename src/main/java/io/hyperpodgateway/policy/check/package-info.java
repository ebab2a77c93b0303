/// The checks of a policy and what they are made of: globs and patterns, limits, prices. Imports
/// `text`, `json`, `finding`, `request` and `rules`.
@NullMarked
package io.hyperpodgateway.policy.check;

import org.jspecify.annotations.NullMarked;
