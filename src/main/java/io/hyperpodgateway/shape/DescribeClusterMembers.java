package io.hyperpodgateway.shape;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonString;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.model.Shape.StringShape;
import io.hyperpodgateway.model.Shape.StructureShape;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Members that DescribeCluster answers and CreateCluster does not take.
final class DescribeClusterMembers {

    /// What boto3 puts into every answer.
    private static final String METADATA = "ResponseMetadata";

    private static final String CURRENT = "Current";

    private static final List<String> STATES = List.of("Desired", "Target", CURRENT);

    /// Their names in a request, where these do not follow from their own.
    private static final Map<String, String> REQUEST_MEMBERS =
            Map.of(
                    "TargetCount",
                    "InstanceCount",
                    CURRENT + "Count",
                    "InstanceCount",
                    "MinCount",
                    "MinInstanceCount");

    private final ServiceModel model;

    DescribeClusterMembers(ServiceModel model) {
        this.model = model;
    }

    /// Whether the member is one of an answer alone. One whose value is right for a member of that
    /// name elsewhere in a request is not: the ARN of an EKS cluster is no ARN of an answer.
    boolean contains(StructureShape shape, String name, Json value) {
        if (name.equals(METADATA)) return shape.equals(model.input());
        return model.answerMembers(shape.name()).contains(name) && !isOfRequest(name, value);
    }

    private boolean isOfRequest(String name, Json value) {
        if (!(value instanceof JsonString(var text))) return false;
        return model.shapes().values().stream()
                .filter(StructureShape.class::isInstance)
                .flatMap(shape -> ((StructureShape) shape).member(name).stream())
                .map(model::shape)
                .anyMatch(shape ->
                        shape instanceof StringShape string
                                && string.pattern().isPresent()
                                && string.fits(text)
                                && string.matches(text));
    }

    /// The member of a request that takes its value, if that is free: the desired state goes before
    /// the current one.
    Optional<String> requestMember(StructureShape shape, String name, JsonObject object) {
        Optional<String> member = requestMember(shape, name);
        boolean isTaken =
                member.filter(right ->
                                object.get(right).isPresent()
                                        || (name.startsWith(CURRENT)
                                                && hasDesired(shape, right, object)))
                        .isPresent();
        return isTaken
                ? Optional.empty()
                : member.filter(right -> fits(shape, right, name, object));
    }

    private static Optional<String> requestMember(StructureShape shape, String name) {
        Optional<String> known = Optional.ofNullable(REQUEST_MEMBERS.get(name));
        return known.or(() ->
                        STATES.stream()
                                .filter(name::startsWith)
                                .map(state -> name.substring(state.length()))
                                .findFirst())
                .filter(right -> shape.member(right).isPresent());
    }

    private static boolean hasDesired(StructureShape shape, String right, JsonObject object) {
        return object.members().keySet().stream()
                .filter(other -> !other.startsWith(CURRENT) && shape.member(other).isEmpty())
                .anyMatch(other -> requestMember(shape, other).equals(Optional.of(right)));
    }

    private boolean fits(StructureShape shape, String right, String name, JsonObject object) {
        return ValueCoercion.fits(
                model.shape(shape.member(right).orElseThrow()), object.get(name).orElseThrow());
    }
}
