package io.hyperpodgateway.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.model.ServiceModel;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Every folder of `cases/spec`: a request and the findings it gets, in their order.
class SpecificationCasesTest {

    private static final Path CASES = Path.of("src/test/resources/cases/spec");

    private final Specification specification =
            Specification.of(ServiceModel.bundled(), false, "us-east-1");

    @ParameterizedTest
    @MethodSource("cases")
    void findsWhatIsExpected(String name) throws IOException {
        var request = (JsonObject) read(name, "request.json");
        var expected = (JsonArray) read(name, "expected.json");

        List<Json> findings =
                specification.check(request).stream().map(SpecificationCasesTest::inShort).toList();

        assertThat(findings).isEqualTo(expected.items());
    }

    static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
        }
    }

    private static Json inShort(Finding finding) {
        return JsonObject.of("rule", Json.of(finding.rule()))
                .with("pointer", Json.of(finding.pointer().toString()))
                .with("level", Json.of(finding.level().name()));
    }

    private static Json read(String name, String file) throws IOException {
        return SpecDocuments.json(Files.readString(CASES.resolve(name).resolve(file)));
    }
}
