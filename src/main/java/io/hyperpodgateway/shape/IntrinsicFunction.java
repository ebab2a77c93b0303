package io.hyperpodgateway.shape;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonString;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// CloudFormation's intrinsic functions, which only CloudFormation resolves: `{"Ref": "Name"}`,
/// `{"Fn::Sub": "..."}`, or their short form in a text, `!GetAtt Role.Arn`.
final class IntrinsicFunction {

    private static final Pattern MEMBER = Pattern.compile("!?(Ref|Fn::[A-Za-z:]{2,40})");

    private static final Pattern SHORT =
            Pattern.compile(
                    "!(Ref|Sub|GetAtt|Join|Select|Split|If|FindInMap|ImportValue|Base64|GetAZs|Cidr"
                            + "|Transform)\\b.*",
                    Pattern.DOTALL);

    private IntrinsicFunction() {}

    /// The name of the function that the value is, if it is one: `Ref`, `Fn::Sub`, `!GetAtt`.
    static Optional<String> of(Json value) {
        return switch (value) {
            case JsonObject object when object.members().size() == 1 ->
                    member(object.members().firstEntry().getKey());
            case JsonString(var text) -> inText(text);
            case Json _ -> Optional.empty();
        };
    }

    private static Optional<String> member(String name) {
        boolean isShort =
                name.startsWith("!") && name.length() < 20 && SHORT.matcher(name).matches();
        return Optional.of(name).filter(_ -> isShort || MEMBER.matcher(name).matches());
    }

    private static Optional<String> inText(String text) {
        if (!text.startsWith("!")) return Optional.empty();
        Matcher matcher = SHORT.matcher(text);
        return matcher.matches() ? Optional.of("!" + matcher.group(1)) : Optional.empty();
    }
}
