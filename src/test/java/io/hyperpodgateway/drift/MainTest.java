package io.hyperpodgateway.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.model.ServiceModel;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

class MainTest {

    private static final Path FOLDER = Path.of("src/test/resources/model");

    @TempDir private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private Path project;

    @BeforeEach
    void makeAProject() throws IOException {
        project = Files.copy(FOLDER.resolve("before.json"), folder.resolve("service-2.json"));
    }

    @Test
    void reportsWhatDiffersAndOfWhen() {
        assertThat(run("directory=" + FOLDER, "model=now.json", "date=", "write=false")).isZero();

        assertThat(output())
                .startsWith("The model of 2026-12-14, compared with the project's of 2026-11-23.\n")
                .contains("\nNewly possible (")
                .contains("\n  Vault/SecretArn is not classified, ")
                .endsWith("\nNothing was written; -Dwrite takes this model over.\n");
    }

    @Test
    void writesNothingUnlessAsked() throws IOException {
        run("directory=" + FOLDER, "model=now.json");

        assertThat(project).hasSameTextualContentAs(FOLDER.resolve("before.json"));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(project);
        }
    }

    @Test
    void takesOverAModelReducedAndDated() throws IOException {
        assertThat(run("directory=" + FOLDER, "model=now.json", "date=2027-01-02", "write=true"))
                .isZero();

        String text = Files.readString(project);
        assertThat(text).doesNotContain("<p>").doesNotContain("Unused");
        assertThat(ServiceModel.of(text.getBytes(StandardCharsets.UTF_8)).date())
                .contains(LocalDate.parse("2027-01-02"));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(project);
        }
    }

    @Test
    void reportsNoDifferenceAfterAdoption() throws IOException {
        run("directory=" + FOLDER, "model=now.json", "date=2027-01-02", "write=true");
        out.reset();
        run("directory=" + FOLDER, "model=now.json", "date=2027-01-02");

        assertThat(output())
                .doesNotContain("Newly")
                .doesNotContain("Cannot")
                .doesNotContain("Answers");
    }

    /// The project's model with one more member and one changed bound.
    @Test
    void reportsOneMemberMoreAndOneBoundChanged() throws IOException {
        JsonObject model = Models.project();
        JsonObject name = Models.at(model, "shapes", "ClusterName");
        long longest = name.integer("max").orElseThrow();
        model = Models.with(model, Json.of(longest + 1), "shapes", "ClusterName", "max");
        model =
                Models.with(
                        model,
                        Json.of("ClusterName"),
                        "shapes",
                        "Tag",
                        "members",
                        "Colour",
                        "shape");
        Path changed = folder.resolve("changed.json");
        Files.writeString(changed, model.toText());

        project = Models.PROJECT;
        assertThat(run("directory=" + folder, "model=changed.json")).isZero();

        assertThat(output())
                .contains("Newly possible (2)\n")
                .contains(
                        "\n  ClusterName: length at most %d, %d until now\n"
                                .formatted(longest + 1, longest))
                .contains(
                        "\n  Tags/*/Colour: new, a text of 1 to %d characters\n"
                                .formatted(longest + 1))
                .contains("\n  Tags/*/Colour is not classified, ")
                .doesNotContain("Newly refused")
                .doesNotContain("Effect unknown");
    }

    @Test
    void saysWhenNothingDiffers() {
        project = Models.PROJECT;

        assertThat(run("directory=.", "model=" + Models.PROJECT)).isZero();
        assertThat(output()).contains("Nothing differs.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "model= | Say which model",
                "model=absent.json | ABSENT does not exist",
                "model=before.json date=soon | -Ddate is soon",
                "model=before.json write=perhaps | -Dwrite is perhaps",
                "model=a\u0000b | -Dmodel is not a path",
                "model=report.txt | REPORT is no service model",
            })
    void saysInOneLineWhyItCannot(String arguments, String reason) throws IOException {
        assertThat(run(("directory=" + FOLDER + " " + arguments).split(" "))).isEqualTo(1);

        assertThat(output().lines())
                .singleElement()
                .asString()
                .startsWith(
                        reason.replace("ABSENT", FOLDER.resolve("absent.json").toString())
                                .replace("REPORT", FOLDER.resolve("report.txt").toString()));
        assertThat(project).hasSameTextualContentAs(FOLDER.resolve("before.json"));
    }

    @Test
    void keepsAModelOutThatTheGatewayCouldNotCheck() throws IOException {
        JsonObject model = Models.read(Files.readAllBytes(FOLDER.resolve("before.json")));
        Path odd = folder.resolve("odd.json");
        Files.writeString(
                odd, Models.with(model, Json.of("double"), "shapes", "Count", "type").toText());

        assertThat(run("directory=" + folder, "model=odd.json", "write=true")).isEqualTo(1);

        assertThat(output())
                .contains("a value of type double, an integer")
                .contains("The gateway cannot work by this model yet: the shape Count");
        assertThat(project).hasSameTextualContentAs(FOLDER.resolve("before.json"));
    }

    @Test
    void showsWhatSteersTerminalsByNumber() throws IOException {
        JsonObject model = Models.read(Files.readAllBytes(FOLDER.resolve("before.json")));
        Path hostile = folder.resolve("hostile.json");
        Files.writeString(
                hostile,
                Models.with(
                                model,
                                Json.of("Name"),
                                "shapes",
                                "CreateClusterRequest",
                                "members",
                                "a\u001B[2J\u202Eb\n",
                                "shape")
                        .toText());

        run("directory=" + folder, "model=hostile.json");

        assertThat(output()).contains("  a\\u001b[2J\\u202eb\\u000a: new, ");
    }

    private int run(String... arguments) {
        var all = new java.util.ArrayList<>(java.util.List.of(arguments));
        all.add("project=" + project);
        return Main.run(
                all.toArray(String[]::new), new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    private String output() {
        return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
