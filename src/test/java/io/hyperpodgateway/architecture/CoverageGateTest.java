package io.hyperpodgateway.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;

/// Compares the build's coverage rule with the packages: a new package is measured without being
/// listed.
class CoverageGateTest {

    private static final Path SOURCES = Path.of("src/main/java");

    /// Rooms that decide nothing: edges, settings and wiring.
    private static final Set<String> NOT_MEASURED = Set.of("aws", "config", "lambda", "start");

    private static Element rule;

    @BeforeAll
    static void readTheRule() throws Exception {
        var pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse("pom.xml");
        XPath path = XPathFactory.newInstance().newXPath();
        var found =
                (NodeList)
                        path.evaluate(
                                "//execution[id='rooms-that-decide']//rule",
                                pom,
                                XPathConstants.NODESET);
        assertThat(found.getLength()).isEqualTo(1);
        rule = (Element) found.item(0);
    }

    @Test
    void measuresEveryPackageButThoseOfTheRoomsThatDecideNothing() throws IOException {
        Set<String> packages = packages();
        assertThat(packages)
                .contains("io.hyperpodgateway.admission.key", "io.hyperpodgateway.audit.verify");

        Set<String> left = new TreeSet<>(packages);
        left.removeIf(CoverageGateTest::isMeasured);

        assertThat(left)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(NOT_MEASURED).contains(room(name)));
    }

    @Test
    void demandsTheLinesOfPackages() {
        assertThat(texts("element")).containsExactly("PACKAGE");
        assertThat(texts("counter")).containsExactly("LINE");
        assertThat(texts("value")).containsExactly("COVEREDRATIO");
        assertThat(texts("minimum")).containsExactly("0.95");
    }

    private static boolean isMeasured(String name) {
        return matches("include", name) && !matches("exclude", name);
    }

    /// Like JaCoCo: `*` matches any characters including dots, `?` one.
    private static boolean matches(String element, String name) {
        return texts(element).stream()
                .map(glob -> Pattern.quote(glob).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"))
                .anyMatch(name::matches);
    }

    private static List<String> texts(String element) {
        NodeList found = rule.getElementsByTagName(element);
        return IntStream.range(0, found.getLength())
                .mapToObj(index -> found.item(index).getTextContent().strip())
                .toList();
    }

    private static String room(String name) {
        return name.split("\\.")[2];
    }

    private static Set<String> packages() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> SOURCES.relativize(file.getParent()).toString().replace('/', '.'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
