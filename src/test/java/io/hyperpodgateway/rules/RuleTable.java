package io.hyperpodgateway.rules;

import java.util.List;
import java.util.stream.Collectors;

/// The rules as a table in Markdown.
final class RuleTable {

    private static final String HEAD =
            """
            | rule | level | what it demands | source |
            |---|---|---|---|
            """;

    private RuleTable() {}

    static String of(List<Rule> rules) {
        return rules.stream().map(rule -> row(rule.id())).collect(Collectors.joining("", HEAD, ""));
    }

    private static String row(RuleId rule) {
        return "| `%s` | %s | %s | %s |\n"
                .formatted(
                        rule.id(), rule.level(), rule.demand().replace("|", "\\|"), source(rule));
    }

    private static String source(RuleId rule) {
        return switch (rule.evidence()) {
            case DOCUMENTATION -> rule.help().map(RuleTable::link).orElse("documentation");
            case MODEL -> "service model";
            case OBSERVATION -> "observed";
            case INFERENCE -> "inferred";
            case GATEWAY -> "the gateway's own";
        };
    }

    private static String link(String url) {
        return "[%s](%s)".formatted(url.replaceAll(".*/|\\.html$", ""), url);
    }
}
