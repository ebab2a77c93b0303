package io.hyperpodgateway.shape;

import io.hyperpodgateway.model.Bounds;
import io.hyperpodgateway.model.Shape;
import io.hyperpodgateway.model.Shape.BooleanShape;
import io.hyperpodgateway.model.Shape.EnumShape;
import io.hyperpodgateway.model.Shape.IntegerShape;
import io.hyperpodgateway.model.Shape.ListShape;
import io.hyperpodgateway.model.Shape.MapShape;
import io.hyperpodgateway.model.Shape.StringShape;
import io.hyperpodgateway.model.Shape.StructureShape;
import io.hyperpodgateway.model.Shape.TimestampShape;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the schema says to a person, where an editor shows it.
final class SchemaWords {

    private static final Pattern WORD =
            Pattern.compile("FSx|GiB|OpenZfs|S3|[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+");

    /// Words that are not spelt as a sentence would spell them.
    private static final Map<String, String> SPELT =
            Map.ofEntries(
                    Map.entry("Arn", "ARN"),
                    Map.entry("Config", "configuration"),
                    Map.entry("Configs", "configurations"),
                    Map.entry("Dns", "DNS"),
                    Map.entry("Ebs", "EBS"),
                    Map.entry("Eks", "EKS"),
                    Map.entry("Fsx", "FSx"),
                    Map.entry("Id", "ID"),
                    Map.entry("Ids", "IDs"),
                    Map.entry("Kms", "KMS"),
                    Map.entry("Kubernetes", "Kubernetes"),
                    Map.entry("Lustre", "Lustre"),
                    Map.entry("OpenZfs", "OpenZFS"),
                    Map.entry("Slurm", "Slurm"),
                    Map.entry("Uri", "URI"),
                    Map.entry("Vpc", "VPC"));

    private SchemaWords() {}

    /// The words of a name of the model: "Source S3 URI" of `SourceS3Uri`.
    static String title(String name) {
        String words =
                WORD.matcher(name)
                        .results()
                        .map(SchemaWords::word)
                        .collect(Collectors.joining(" "));
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String word(MatchResult match) {
        String word = match.group();
        boolean isPlain =
                word.length() > 1 && word.substring(1).chars().allMatch(Character::isLowerCase);
        return SPELT.getOrDefault(word, isPlain ? word.toLowerCase(Locale.ROOT) : word);
    }

    /// What a shape allows, in one line.
    static String description(Shape shape) {
        return switch (shape) {
            case StructureShape structure -> structure(structure);
            case ListShape list -> counted(list.count(), "items");
            case MapShape map -> counted(map.count(), "entries");
            case StringShape string ->
                    counted(string.length(), "characters")
                            + string.pattern().map(pattern -> ", matching " + pattern).orElse("");
            case EnumShape choice -> choice(choice);
            case IntegerShape integer -> counted(integer.range(), "").strip();
            case BooleanShape _ -> "true or false";
            case TimestampShape _ ->
                    "Epoch seconds, or an ISO 8601 time with offset such as 2026-11-23T09:00:00Z";
        };
    }

    private static String structure(StructureShape shape) {
        if (shape.union())
            return "Holds exactly one of: " + String.join(", ", shape.members().keySet());
        if (shape.members().isEmpty()) return "An object without members";
        if (shape.required().isEmpty()) return "No member is required";
        return "Required: " + String.join(", ", shape.required());
    }

    private static String choice(EnumShape shape) {
        if (!shape.isInstanceType()) return "One of: " + String.join(", ", shape.values());
        return "%d types are known; others are taken with a warning, unless the gateway is set to refuse them"
                .formatted(shape.values().size());
    }

    private static String counted(Bounds bounds, String what) {
        Optional<String> least = bounds.min().map(min -> min.toString());
        Optional<String> most = bounds.max().map(max -> max.toString());
        if (least.isEmpty() && most.isEmpty()) return "Any number of " + what;
        if (least.isEmpty()) return "At most %s %s".formatted(most.get(), what);
        if (most.isEmpty()) return "At least %s %s".formatted(least.get(), what);
        return "%s to %s %s".formatted(least.get(), most.get(), what);
    }
}
