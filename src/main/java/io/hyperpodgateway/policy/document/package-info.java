/// What a policy document says, and how it is read: its rules, its values and their places, and
/// what is wrong with it. Imports `text`, `json`, `finding`, `request`, `model`, `shape`,
/// `identity`, `policy.check` and `policy.defaults`.
@NullMarked
package io.hyperpodgateway.policy.document;

import org.jspecify.annotations.NullMarked;
