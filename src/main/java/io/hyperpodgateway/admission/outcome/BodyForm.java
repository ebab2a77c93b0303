package io.hyperpodgateway.admission.outcome;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Formats that people send in place of JSON, each with how to send JSON instead. The first that
/// matches is reported.
enum BodyForm {
    EMPTY("empty, " + Send.IT, String::isBlank),
    FILE_NAME(
            "the name of a file, not what is in it: " + Send.FILE,
            onlyLine("@\\S+|fileb?://\\S+|[\\w./~:\\\\-]+\\.(?:json|ya?ml|tf|txt)")),
    COMMAND(
            "a command, not the document that it sends: " + Send.FILE,
            firstLine("(?:[$>]\\s*)?(?:aws|curl|hyp|kubectl|sam|terraform)\\s+[\\w-].*")),
    CODE(
            "Python code: json.dumps(document) makes JSON of a document",
            firstLine("import\\s+\\w.*|from\\s+\\S+\\s+import\\s.*|[A-Za-z_][\\w.]*\\(.*")),
    FENCE("Markdown: send only the lines between the fences", firstLine("```.*")),
    MARKUP("XML or HTML, " + Send.IT, firstLine("<.*")),
    FORM(
            "a form, as curl -F or a browser sends it, " + Send.IT,
            firstLine("--\\S+")
                    .and(text -> text.contains("Content-Disposition:"))
                    .or(onlyLine("[\\w.%+*\\[\\]-]+=[^\\s\"'{}]*|%7[Bb]\\S*"))),
    TERRAFORM(
            "Terraform's HCL or a list of assignments, " + Send.IT,
            firstLine(
                    "(?:resource|module|provider|variable|locals|terraform|data|output)\\b[^:]*\\{.*"
                            + "|[A-Za-z_][\\w.]*\\s*=(?!=).*")),
    MEMBERS(
            "the members of an object without its braces; put { and } around them",
            firstLine("\"[^\"]*\"\\s*:.*[,{\\[]\\s*")),
    YAML(
            "YAML, " + Send.CONVERTED,
            firstLine(
                    "---(?:\\s.*)?|%YAML.*|-(?:\\s.*)?|[\"']?[A-Za-z_][\\w.-]*[\"']?:(?:\\s.*)?")),
    PYTHON(
            "a Python value: json.dumps(document) makes JSON of it, and"
                    + " requests.post(url, json=document) sends that",
            inBrackets("(?<![\\w.])(?:True|False|None)(?![\\w.])|'\\s*+:")),
    BARE_NAMES(
            "an object whose names are not in double quotes, which JSON demands",
            inBrackets("[{,]\\s*+[A-Za-z_$][\\w$]*+\\s*+:"));

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // each is made of patterns, which do not change
    private final Predicate<String> fits;

    BodyForm(String words, Predicate<String> fits) {
        this.words = words;
        this.fits = fits;
    }

    /// Advice on how to send JSON.
    private static final class Send {

        static final String FILE = "curl --data-binary @request.json sends the file";
        static final String IT = "not JSON; send the request as a JSON document: " + FILE;
        static final String CONVERTED =
                "not JSON; convert it: yq -o=json request.yaml > request.json, and " + FILE;

        private Send() {}
    }

    /// A description of the format of a body that is not JSON, if it is a known one.
    static Optional<String> words(String body) {
        return Stream.of(values())
                .filter(form -> form.fits.test(body))
                .findFirst()
                .map(form -> "the body is " + form.words);
    }

    private static Predicate<String> onlyLine(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return body -> pattern.matcher(body.strip()).matches();
    }

    /// Skips comments that begin with `#`.
    private static Predicate<String> firstLine(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return body ->
                body.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .findFirst()
                        .filter(line -> pattern.matcher(line).matches())
                        .isPresent();
    }

    private static Predicate<String> inBrackets(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return body ->
                (body.strip().startsWith("{") || body.strip().startsWith("["))
                        && pattern.matcher(unquoted(body)).find();
    }

    /// The text without its double-quoted parts.
    private static String unquoted(String body) {
        var outside = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c == '"') quoted = !quoted;
            else if (quoted && c == '\\') i++;
            else if (!quoted) outside.append(c);
        }
        return outside.toString();
    }
}
