package io.hyperpodgateway.admission.outcome;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.json.JsonReading.Flaw;
import io.hyperpodgateway.spec.Finding;
import io.hyperpodgateway.spec.Finding.Source;
import io.hyperpodgateway.spec.Level;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Findings about a request that is not one JSON object, or whose headers or query are wrong.
public final class Malformed {

    private static final Pattern PLACE = Pattern.compile("\\(line \\d+, column \\d+\\)$");

    private static final Set<String> PARTS = Set.of("header", "query");

    private Malformed() {}

    /// A part of the request outside its body: a header, a parameter of the query.
    ///
    /// @param rule which kind of part, in kebab case: `header`, `query`
    public static Finding part(String rule, String message) {
        return Finding.of(Source.SHAPE, rule, Level.ERROR, JsonPointer.ROOT, message);
    }

    /// What reading found wrong with a body.
    public static Finding of(Flaw flaw) {
        return Finding.of(Source.SHAPE, flaw.rule(), Level.ERROR, flaw.pointer(), flaw.message());
    }

    /// The finding as it may be remembered: of a body that could not be read, the rule and the line
    /// alone, for the words and the pointer may quote it.
    public static Finding withoutContent(Finding finding) {
        if (PARTS.contains(finding.rule())) return finding;
        Matcher place = PLACE.matcher(finding.message());
        String words = place.find() ? finding.rule() + " " + place.group() : finding.rule();
        return part(finding.rule(), words);
    }

    /// A body that is JSON but no object.
    public static Finding notAnObject(Json value) {
        return part(
                "not-an-object",
                "the body is %s, a JSON object is expected".formatted(value.kind()));
    }
}
