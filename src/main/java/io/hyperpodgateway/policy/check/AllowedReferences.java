package io.hyperpodgateway.policy.check;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;
import io.hyperpodgateway.request.ReferenceKind;
import io.hyperpodgateway.text.Excerpt;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every reference of these kinds is on the list of its kind.
///
/// Nodes look for lifecycle scripts below the source, so a list of sources holds only if a script's
/// name leads nowhere else: where sources are listed, the names are plain and relative.
public record AllowedReferences(SequencedMap<ReferenceKind, Globs> allowed) implements Check {

    /// The name of the check in documents.
    public static final String NAME = "allowedReferences";

    private static final String SEGMENT = "(?!\\.{1,2}(?:/|$))[A-Za-z0-9._-]+";
    private static final Pattern PLAIN = Pattern.compile(SEGMENT + "(?:/" + SEGMENT + ")*+");
    private static final String SCRIPTS = "LifeCycleConfig";

    public AllowedReferences {
        allowed = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(allowed));
    }

    @Override
    public Stream<Finding> check(ClusterRequest request, FindingFactory findings) {
        Stream<Finding> unlisted =
                allowed.entrySet().stream()
                        .flatMap(list ->
                                unlisted(list.getKey(), list.getValue(), request, findings));
        if (!limitsSources()) return unlisted;
        Stream<Finding> scripts =
                request.groups().stream()
                        .flatMap(group ->
                                Stream.of("OnCreate", "OnInitComplete")
                                        .flatMap(member ->
                                                script(group, member, findings).stream()));
        return Stream.concat(unlisted, scripts);
    }

    @Override
    public Check filled(UnaryOperator<String> placeholders) {
        var filled = new LinkedHashMap<ReferenceKind, Globs>();
        allowed.forEach((kind, globs) -> filled.put(kind, globs.filled(placeholders)));
        return new AllowedReferences(filled);
    }

    @Override
    public AllowLists allowLists() {
        return new AllowLists(
                List.of(),
                allowed.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue()))),
                false);
    }

    @Override
    public String description() {
        return allowed.entrySet().stream()
                .map(list -> "%s: %s".formatted(list.getKey().id(), list.getValue()))
                .collect(
                        Collectors.joining(
                                "; ",
                                "what is named is on these lists, ",
                                limitsSources()
                                        ? "; OnCreate and OnInitComplete are plain file names"
                                        : ""));
    }

    @Override
    public JsonObject toJson() {
        var kinds = new LinkedHashMap<String, Json>();
        allowed.forEach((kind, globs) -> kinds.put(kind.id(), globs.toJson()));
        return JsonObject.of(NAME, new JsonObject(kinds));
    }

    /// The list of that kind, if there is one.
    public Optional<Globs> list(ReferenceKind kind) {
        return Optional.ofNullable(allowed.get(kind));
    }

    private boolean limitsSources() {
        return list(ReferenceKind.LIFECYCLE_SOURCES)
                .filter(sources -> !sources.matchEverything())
                .isPresent();
    }

    private static Stream<Finding> unlisted(
            ReferenceKind kind, Globs allowed, ClusterRequest request, FindingFactory findings) {
        return request.references(kind).entrySet().stream()
                .filter(named -> !allowed.match(named.getKey()))
                .flatMap(named -> {
                    String sentence = refusal(named.getKey(), kind, allowed);
                    return named.getValue().stream().map(place -> findings.at(place, sentence));
                });
    }

    private static String refusal(String value, ReferenceKind kind, Globs allowed) {
        return "%s is not allowed; allowed %s: %s"
                .formatted(Excerpt.value(value), kind.id(), allowed);
    }

    private static Optional<Finding> script(
            InstanceGroup group, String member, FindingFactory findings) {
        return group.section(SCRIPTS)
                .flatMap(config -> config.text(member))
                .filter(script -> !PLAIN.matcher(script).matches())
                .map(script ->
                        findings.at(
                                group.at(SCRIPTS).member(member),
                                ("%s is not allowed: where sources are listed, %s has to be a relative"
                                                + " file name of letters, digits, . _ - and /,"
                                                + " without . or .. between the slashes")
                                        .formatted(Excerpt.value(script), member)));
    }
}
