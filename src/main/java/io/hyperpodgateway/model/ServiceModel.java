package io.hyperpodgateway.model;

import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.model.Shape.EnumShape;
import io.hyperpodgateway.model.Shape.ListShape;
import io.hyperpodgateway.model.Shape.StringShape;
import io.hyperpodgateway.model.Shape.StructureShape;
import io.hyperpodgateway.text.Sha256;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;

/// SageMaker's service model as far as CreateCluster reaches: the same file from which the client
/// is generated.
public final class ServiceModel {

    private static final String RESOURCE = "service-2.json";

    private final String apiVersion;
    private final Optional<LocalDate> date;
    private final byte[] file;
    private final Map<String, Shape> shapes;
    private final StructureShape input;
    private final Map<String, SequencedSet<String>> answerMembers;

    private ServiceModel(byte[] file, ServiceModelReader reader) {
        this.apiVersion = reader.apiVersion();
        this.date = reader.date();
        this.file = file;
        this.shapes = reader.shapes();
        this.input = reader.input();
        this.answerMembers = reader.answerMembers();
    }

    /// The model that this build came with.
    public static ServiceModel bundled() {
        try (InputStream file = ServiceModel.class.getResourceAsStream(RESOURCE)) {
            return of(Objects.requireNonNull(file, RESOURCE).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the service model cannot be read", e);
        }
    }

    /// The model that a `service-2.json` holds.
    ///
    /// @throws IllegalArgumentException if it cannot be read in full, or a shape that CreateCluster
    ///   reaches is of a type that cannot be checked, with the shape's name
    public static ServiceModel of(byte[] file) {
        return new ServiceModel(file.clone(), ServiceModelReader.read(file));
    }

    /// The version of SageMaker's API: a date.
    public String apiVersion() {
        return apiVersion;
    }

    /// The day that the model bears: the one of the file from which it was reduced. Nothing if it
    /// bears none.
    public Optional<LocalDate> date() {
        return date;
    }

    /// Lower-case hex SHA-256 of the model's file, made when it is asked for: no start waits for
    /// it.
    public String fingerprint() {
        return Sha256.hex(file);
    }

    /// Where CreateCluster's document may hold strings, enums included: member names joined by `/`,
    /// with `*` for every item of a list and every value of a map, as in
    /// `InstanceGroups/*/ExecutionRole`. A shape within itself is followed once.
    public SequencedSet<String> stringMemberPaths() {
        return new StringMemberPaths(this).of(input);
    }

    /// The instance types that it knows.
    public SequencedSet<String> instanceTypes() {
        return shape("ClusterInstanceType") instanceof EnumShape types
                ? types.values()
                : Collections.emptySortedSet();
    }

    /// Whether the text fits the string shape of that name.
    ///
    /// @throws IllegalArgumentException if CreateCluster reaches no shape of that name
    public boolean fits(String shape, String text) {
        return shape(shape) instanceof StringShape string
                && string.fits(text)
                && string.matches(text);
    }

    /// The place, or the nearest one above it to which the model's own names lead: no name in it is
    /// of the sender's making, neither an unknown member's nor a map's key.
    public JsonPointer known(JsonPointer place) {
        Optional<Shape> here = Optional.of(input);
        JsonPointer known = JsonPointer.ROOT;
        for (String token : place.tokens()) {
            here = here.flatMap(shape -> below(shape, token));
            if (here.isEmpty()) return known;
            known = known.member(token);
        }
        return known;
    }

    private Optional<Shape> below(Shape shape, String token) {
        return switch (shape) {
            case StructureShape structure -> structure.member(token).map(this::shape);
            case ListShape(_, var item, _) when JsonPointer.isIndex(token) ->
                    Optional.of(shape(item));
            default -> Optional.empty();
        };
    }

    /// The members that DescribeCluster's answer has where CreateCluster's document has the
    /// structure of that name, and which that structure has not.
    public SequencedSet<String> answerMembers(String structure) {
        return answerMembers.getOrDefault(structure, Collections.emptySortedSet());
    }

    /// The document that CreateCluster takes.
    public StructureShape input() {
        return input;
    }

    /// The shape of that name.
    ///
    /// @throws IllegalArgumentException if CreateCluster does not reach one
    public Shape shape(String name) {
        Shape shape = shapes.get(name);
        if (shape == null) throw new IllegalArgumentException("no shape " + name);
        return shape;
    }

    /// Every shape that CreateCluster reaches, by name.
    public Map<String, Shape> shapes() {
        return shapes;
    }
}
