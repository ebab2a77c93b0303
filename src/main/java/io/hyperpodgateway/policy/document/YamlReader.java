package io.hyperpodgateway.policy.document;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads one YAML 1.2 document (JSON is a part of it) into the library's nodes, with the values
/// that JSON has alone.
final class YamlReader {

    /// Blank lines and comments, and what makes a line a directive.
    private static final Pattern DIRECTIVE =
            Pattern.compile("\uFEFF?(?:[ \\t]*+(?:#[^\\r\\n]*+)?+[\\r\\n])*+%");

    private static final LoadSettings SETTINGS =
            LoadSettings.builder()
                    .setCodePointLimit(Integer.MAX_VALUE)
                    .setAllowNonScalarKeys(true)
                    .setSchema(new SchemaWithoutMerge())
                    .build();

    private YamlReader() {}

    /// Leaves merge keys (`<<`) to [NodeReader], which refuses them.
    private static final class SchemaWithoutMerge extends CoreSchema {

        private final ScalarResolver resolver = new CoreScalarResolver(false);

        @Override
        public ScalarResolver getScalarResolver() {
            return resolver;
        }
    }

    /// The document's one value; nothing if the text is neither YAML nor JSON, which is then noted.
    static Optional<Node> read(String text, Mistakes mistakes) {
        if (refusesDirective(text, mistakes)) return Optional.empty();
        var parser = new StrictParser(SETTINGS, text, mistakes);
        try {
            return document(parser, mistakes);
        } catch (MarkedYamlEngineException e) {
            syntax(mistakes, TextPlace.of(e.getProblemMark()), SyntaxAdvice.on(e));
        } catch (ReaderException e) {
            String problem = "the character U+%04X is not allowed here".formatted(e.getCodePoint());
            syntax(mistakes, TextPlace.at(text, e.getPosition()), problem);
        } catch (RuntimeException e) {
            // an escape beyond Unicode, which the library leaves to the JDK
            syntax(mistakes, TextPlace.of(parser.place()), String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    private static Optional<Node> document(StrictParser parser, Mistakes mistakes) {
        var composer = new Composer(SETTINGS, parser);
        if (!composer.hasNext()) {
            mistakes.add("empty", TextPlace.START, "the document is empty; version is required");
            return Optional.empty();
        }
        Node root = composer.next();
        if (composer.hasNext())
            mistakes.add(
                    "second-document",
                    TextPlace.of(parser.place()),
                    "a second document begins here; only one is read");
        return Optional.of(root);
    }

    /// Directives come before all else. They say how to read the rest, which is read in one way
    /// here, and the library passes over those that it does not know.
    private static boolean refusesDirective(String text, Mistakes mistakes) {
        Matcher directive = DIRECTIVE.matcher(text);
        if (!directive.lookingAt()) return false;
        mistakes.add(
                "directive",
                TextPlace.after(text.substring(0, directive.end() - 1)),
                "directives (%NAME) are not read: the document is read as YAML 1.2");
        return true;
    }

    private static void syntax(Mistakes mistakes, TextPlace place, String problem) {
        mistakes.add("syntax", place, "neither YAML nor JSON: " + problem);
    }
}
