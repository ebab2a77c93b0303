/// What a policy document says, and how it is read: its rules, its values and their places, and
/// what is wrong with it. Imports `policy.check`, `policy.defaults` and what is below them, never
/// `policy`.
@NullMarked
package io.hyperpodgateway.policy.document;

import org.jspecify.annotations.NullMarked;
