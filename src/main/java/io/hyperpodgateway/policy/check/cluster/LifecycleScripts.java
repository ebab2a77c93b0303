package io.hyperpodgateway.policy.check.cluster;

import io.hyperpodgateway.policy.check.Asked;
import io.hyperpodgateway.policy.check.Violation;
import io.hyperpodgateway.request.InstanceGroup;
import io.hyperpodgateway.text.Excerpt;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The lifecycle scripts that a request names. Nodes look for them below the source, so a list of
/// sources holds only if a script's name leads nowhere else and is nothing but a name.
final class LifecycleScripts {

    private static final String SEGMENT = "(?!\\.{1,2}(?:/|$))[A-Za-z0-9._-]+";
    private static final Pattern PLAIN = Pattern.compile(SEGMENT + "(?:/" + SEGMENT + ")*+");

    private LifecycleScripts() {}

    /// Those whose names are not plain and relative.
    static Stream<Violation> check(Asked asked) {
        return asked.request().groups().stream()
                .flatMap(group ->
                        Stream.of("OnCreate", "OnInitComplete")
                                .flatMap(member -> check(group, member).stream()));
    }

    private static Optional<Violation> check(InstanceGroup group, String member) {
        return group.document()
                .object("LifeCycleConfig")
                .flatMap(config -> config.text(member))
                .filter(script -> !PLAIN.matcher(script).matches())
                .map(script ->
                        new Violation(
                                group.pointer().member("LifeCycleConfig").member(member),
                                ("%s is not allowed: where sources are listed, %s has to be a relative"
                                                + " file name of letters, digits, . _ - and /,"
                                                + " without . or .. between the slashes")
                                        .formatted(Excerpt.value(script), member)));
    }
}
