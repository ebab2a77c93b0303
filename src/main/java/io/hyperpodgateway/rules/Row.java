package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.PatchOperation;
import io.hyperpodgateway.finding.Phrase;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A row in a table of rules: which parts of a request it looks at, when a part breaks the rule,
/// where that is reported and in which words.
///
///     rule(error("eks-needs-vpc", "an EKS cluster has `VpcConfig`").documented("dg/..."))
///             .when(request -> request.isEks() && !request.hasVpcConfig())
///             .at("/VpcConfig")
///             .says("is missing, an EKS cluster needs it")
///
/// @param <T> what the row looks at: the request, or parts of it such as its groups
final class Row<T> {

    private final RuleId id;
    private final Function<ClusterRequest, Stream<T>> parts;
    private final Function<T, JsonPointer> place;
    private final Function<T, Optional<PatchOperation>> fix;

    private Row(
            RuleId id,
            Function<ClusterRequest, Stream<T>> parts,
            Function<T, JsonPointer> place,
            Function<T, Optional<PatchOperation>> fix) {
        this.id = Objects.requireNonNull(id);
        this.parts = Objects.requireNonNull(parts);
        this.place = Objects.requireNonNull(place);
        this.fix = Objects.requireNonNull(fix);
    }

    private static <T> Row<T> of(RuleId id, Function<ClusterRequest, Stream<T>> parts) {
        return new Row<>(id, parts, _ -> JsonPointer.ROOT, _ -> Optional.empty());
    }

    /// A row on the request as a whole.
    static Row<ClusterRequest> rule(RuleId id) {
        return of(id, Stream::of);
    }

    /// The same row on each of those parts, of those requests that were chosen so far.
    <P> Row<P> each(Function<T, ? extends Collection<P>> more) {
        return eachOf(part -> more.apply(part).stream());
    }

    /// The same row on that part, where there is one.
    <P> Row<P> ifPresent(Function<T, Optional<P>> part) {
        return eachOf(whole -> part.apply(whole).stream());
    }

    /// The same row on each of those parts.
    <P> Row<P> eachOf(Function<T, Stream<P>> more) {
        return of(id, request -> parts.apply(request).flatMap(more));
    }

    /// The same row on each of those parts whose key is that of an earlier one.
    <P, K> Row<P> eachRepeated(
            Function<T, ? extends Collection<P>> more, Function<P, Optional<K>> key) {
        return eachOf(whole -> repeated(more.apply(whole), key));
    }

    /// Those whose key is that of an earlier one.
    static <P, K> Stream<P> repeated(Collection<P> parts, Function<P, Optional<K>> key) {
        Set<K> seen = new HashSet<>();
        return parts.stream()
                .filter(part -> key.apply(part).filter(found -> !seen.add(found)).isPresent());
    }

    /// The same row on the first of its parts alone.
    Row<T> first() {
        return new Row<>(id, request -> parts.apply(request).limit(1), place, fix);
    }

    /// The same row on all of its parts but the first.
    Row<T> afterFirst() {
        return new Row<>(id, request -> parts.apply(request).skip(1), place, fix);
    }

    /// The same row on those parts alone for which this holds too.
    Row<T> when(Predicate<T> condition) {
        return new Row<>(id, request -> parts.apply(request).filter(condition), place, fix);
    }

    /// Where it is reported.
    Row<T> at(Function<T, JsonPointer> where) {
        return new Row<>(id, parts, where, fix);
    }

    /// Where it is reported, as in `/VpcConfig`.
    Row<T> at(String pointer) {
        JsonPointer fixed = JsonPointer.parse(pointer);
        return at(_ -> fixed);
    }

    /// The operation that mends it for certain.
    Row<T> fix(Function<T, PatchOperation> operation) {
        return new Row<>(id, parts, place, part -> Optional.of(operation.apply(part)));
    }

    /// What is at the place is left out: that mends it for certain.
    Row<T> fixByRemoval() {
        return fixByRemoval(_ -> true);
    }

    /// What is at the place is left out, of those parts where that mends it for certain.
    Row<T> fixByRemoval(Predicate<T> isCertain) {
        return new Row<>(
                id,
                parts,
                place,
                part ->
                        isCertain.test(part)
                                ? Optional.of(new PatchOperation.Remove(place.apply(part)))
                                : Optional.empty());
    }

    /// The predicate of that place.
    RowRule says(String predicate) {
        return says(_ -> Phrase.of(predicate));
    }

    /// The predicate of that place.
    RowRule says(Function<T, Phrase> predicate) {
        return says((_, part) -> predicate.apply(part));
    }

    /// The predicate of that place, by the whole request and the part.
    RowRule says(BiFunction<ClusterRequest, T, Phrase> predicate) {
        return new RowRule(
                id,
                request ->
                        parts.apply(request)
                                .map(part -> finding(part, predicate.apply(request, part))));
    }

    private Finding finding(T part, Phrase predicate) {
        Finding found = id.at(place.apply(part), predicate);
        return found.withFix(fix.apply(part).stream().toList());
    }

    /// A rule of one row or several.
    record RowRule(RuleId id, Function<ClusterRequest, Stream<Finding>> findings) implements Rule {

        @Override
        public Stream<Finding> check(ClusterRequest request) {
            return findings.apply(request);
        }

        /// The same rule with another row, whose findings come behind those of this one.
        RowRule also(Function<Row<ClusterRequest>, RowRule> row) {
            RowRule other = row.apply(rule(id));
            return new RowRule(id, request -> Stream.concat(check(request), other.check(request)));
        }
    }
}
