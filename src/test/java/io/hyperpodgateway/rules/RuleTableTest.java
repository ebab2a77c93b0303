package io.hyperpodgateway.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The README's table of rules is the code's.
class RuleTableTest {

    private static final Path README = Path.of("README.md");
    private static final Path RIGHT = Path.of("target", "README.md");
    private static final String BEGIN = "<!-- rules: made from the code -->\n";
    private static final String END = "<!-- end of rules -->\n";

    @Test
    void standsInTheReadme() throws IOException {
        String readme = Files.readString(README);
        String right = withTable(readme, RuleTable.of(CrossFieldRules.in("us-east-1")));
        if (!readme.equals(right)) Files.writeString(RIGHT, right);

        assertThat(readme.equals(right))
                .as("the table of rules in %s, which stands right in %s", README, RIGHT)
                .isTrue();
    }

    private static String withTable(String readme, String table) {
        int begin = readme.indexOf(BEGIN);
        int end = readme.indexOf(END);
        assertThat(begin).as("place of " + BEGIN).isNotNegative().isLessThan(end);
        return readme.substring(0, begin + BEGIN.length()) + table + readme.substring(end);
    }
}
