package io.hyperpodgateway.lambda.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.config.PolicySource;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.policy.BundledPolicies;
import io.hyperpodgateway.text.Reading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class PolicyLoaderTest {

    private static final ServiceModel MODEL = ServiceModel.bundled();

    @TempDir private Path folder;

    @Test
    void loadsEveryBundledDocument() {
        assertThat(BundledPolicies.names()).contains("default").isSorted();
        assertThat(BundledPolicies.names())
                .allSatisfy(name ->
                        assertThat(PolicyLoader.load(new PolicySource.Bundled(name), MODEL))
                                .isInstanceOf(Reading.Read.class));
    }

    @Test
    void namesTheBundledDocumentsWhereThereIsNoneOfThatName() {
        assertThat(mistakes(new PolicySource.Bundled("defualt")))
                .containsExactly(
                        "POLICY_SOURCE names no bundled policy: defualt, did you mean default?;"
                                + " there are "
                                + String.join(", ", BundledPolicies.names()));
        assertThat(mistakes(new PolicySource.Bundled("..")))
                .singleElement()
                .asString()
                .contains("there are ");
    }

    @Test
    void reportsMistakesAndWarningsInTheOrderOfTheDocument() throws IOException {
        Path path = folder.resolve("policy.yaml");
        Files.writeString(path, "version: 1\nauditors: [\"jwt:idp\"]\nrulez: []\n");

        assertThat(mistakes(new PolicySource.File(path)))
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("policy " + path + ", line 1, column 10"),
                        one ->
                                assertThat(one)
                                        .contains("line 2, column 12")
                                        .endsWith("(a warning)"),
                        one -> assertThat(one).contains("line 3, column 1"));
    }

    @Test
    void saysWhyAFileCannotBeRead() {
        assertThat(mistakes(new PolicySource.File(folder)))
                .containsExactly(
                        "POLICY_SOURCE names a file that cannot be read: %s (no regular file)"
                                .formatted(folder));
        assertThat(mistakes(new PolicySource.File(folder.resolve("nowhere"))))
                .singleElement()
                .asString()
                .contains("nowhere (NoSuchFileException)");
    }

    private static List<String> mistakes(PolicySource source) {
        return PolicyLoader.load(source, MODEL).problems();
    }
}
