package io.hyperpodgateway.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.hyperpodgateway.policy.check.Check;
import io.hyperpodgateway.policy.check.Prices;
import io.hyperpodgateway.policy.document.CheckTable.CheckRow;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Holds the table of checks against what reads it, the classes of the checks, and the README.
class CheckTableTest {

    private static final List<String> TYPES = List.of("ml.m5.xlarge", "ml.p5.48xlarge");

    static List<CheckRow> rows() {
        return CheckTable.ROWS;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void readsEachExample(CheckRow row) {
        assertThat(read(row).toJson().members()).containsOnlyKeys(row.name());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void documentsEachExample(CheckRow row) throws IOException {
        assertThat(Files.readString(Path.of("README.md")))
                .contains("| `%s: %s` |".formatted(row.name(), row.example()));
    }

    @Test
    void readsEveryClassOfACheck() {
        assertThat(rows().stream().map(row -> read(row).getClass().getName()))
                .containsExactlyInAnyOrderElementsOf(
                        new ClassFileImporter()
                                        .withImportOption(new ImportOption.DoNotIncludeTests())
                                        .importPackages("io.hyperpodgateway.policy")
                                        .stream()
                                        .filter(type -> type.isAssignableTo(Check.class))
                                        .filter(type -> !type.isInterface())
                                        .map(JavaClass::getName)
                                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void allowsAutomaticScalingWhereTheTableSaysSo(CheckRow row) {
        var mistakes = new Mistakes();
        String rule = "{autoScaling: allow, check: {%s: %s}}".formatted(row.name(), row.example());
        Members members =
                new NodeReader(mistakes)
                        .object(YamlReader.read(rule, mistakes).orElseThrow(), "a rule")
                        .orElseThrow();

        reader(mistakes).read(members.value("check"), members.member("autoScaling"));

        assertThat(mistakes.any()).isNotEqualTo(row.scales());
    }

    private static Check read(CheckRow row) {
        var mistakes = new Mistakes();
        var check = YamlReader.read("{%s: %s}".formatted(row.name(), row.example()), mistakes);
        Optional<? extends Check> read = reader(mistakes).read(check, Optional.empty());
        assertThat(mistakes.all()).isEmpty();
        return read.orElseThrow();
    }

    private static CheckReader reader(Mistakes mistakes) {
        var prices = new Prices(new LinkedHashMap<>(Map.of("ml.m5.xlarge", BigDecimal.ONE)));
        return new CheckReader(new NodeReader(mistakes), prices, TYPES);
    }
}
