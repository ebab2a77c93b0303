package io.hyperpodgateway.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Set;

class BomTest {

    private static final String DOCUMENT =
            """
            {"bomFormat": "CycloneDX", "version": 1,
             "metadata": {"component": {"bom-ref": "gateway", "name": "gateway"}},
             "components": [
               {"bom-ref": "a", "group": "g", "name": "a", "version": "1"},
               {"bom-ref": "b", "group": "g.h", "name": "b", "version": "2-x"},
               {"bom-ref": "compiler", "group": "g", "name": "compiler", "version": "3"}],
             "dependencies": [
               {"ref": "gateway", "dependsOn": ["a", "compiler"]},
               {"ref": "a", "dependsOn": ["b", "compiler"]},
               {"ref": "compiler", "dependsOn": ["b"]}]}\
            """;

    @Test
    void listsWhatIsDeployedAlone() {
        assertThat(new String(bom("a-1.jar", "b-2-x.jar").bytes(), StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        {"bomFormat":"CycloneDX","version":1,\
                        "metadata":{"component":{"bom-ref":"gateway","name":"gateway"}},\
                        "components":[\
                        {"bom-ref":"a","group":"g","name":"a","version":"1"},\
                        {"bom-ref":"b","group":"g.h","name":"b","version":"2-x"}],\
                        "dependencies":[\
                        {"ref":"gateway","dependsOn":["a"]},\
                        {"ref":"a","dependsOn":["b"]}]}\
                        """);
    }

    @Test
    void refusesAJarThatItLacks() {
        assertThatThrownBy(() -> bom("a-1.jar", "a-2.jar", "c-1.jar"))
                .isInstanceOf(ArchiveException.class)
                .hasMessage(
                        "a-2.jar is not in the bill of materials\n"
                                + "c-1.jar is not in the bill of materials");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"components\": [{\"name\": \"a\"}]}"})
    void refusesWhatIsNoBillOfMaterials(String document) {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Bom.of(bytes, Set.of("a-1.jar")))
                .isInstanceOf(ArchiveException.class);
    }

    @Test
    void makesWhatSaysWhichLibraryAJarIs() {
        assertThat(bom("a-1.jar", "b-2-x.jar").pomProperties(Set.of("b-2-x.jar")))
                .hasEntrySatisfying(
                        "META-INF/maven/g.h/b/pom.properties",
                        bytes ->
                                assertThat(bytes)
                                        .asString(StandardCharsets.UTF_8)
                                        .isEqualTo("artifactId=b\ngroupId=g.h\nversion=2-x\n"))
                .hasSize(1);
    }

    private static Bom bom(String... jars) {
        return Bom.of(DOCUMENT.getBytes(StandardCharsets.UTF_8), Set.of(jars));
    }
}
