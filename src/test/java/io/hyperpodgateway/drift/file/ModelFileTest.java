package io.hyperpodgateway.drift.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hyperpodgateway.drift.Models;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class ModelFileTest {

    private static final String SHAPES =
            "'In':{'type':'structure','members':{}},'Out':{'type':'structure','members':{}}";

    @TempDir private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("service-2.json");
    }

    @Test
    void readsPlainAndGzippedFilesWhateverTheirNames() throws Exception {
        byte[] text = Models.small(SHAPES).getBytes(StandardCharsets.UTF_8);

        Model plain = ModelFile.read(Files.write(folder.resolve("a.gz"), text)).model();
        Model packed =
                ModelFile.read(Files.write(folder.resolve("b.json"), Models.gzipped(text))).model();

        assertThat(packed).isEqualTo(plain);
        assertThat(plain.document()).isEqualTo(Models.read(text));
    }

    @Test
    void bearsTheDayOfItsOwnElseOfItsPackingElseOfItsFile() throws Exception {
        String text = Models.small(SHAPES);
        byte[] packed = Models.gzipped(text.getBytes(StandardCharsets.UTF_8));

        assertThat(dated(text.getBytes(StandardCharsets.UTF_8))).isEqualTo("2026-03-04");
        assertThat(dated(packed)).isEqualTo("2026-03-04");
        assertThat(dated(packedAt("2026-11-09T23:59:59Z", packed))).isEqualTo("2026-11-09");
        assertThat(
                        dated(
                                text.replace(
                                                "\"metadata\":{",
                                                "\"metadata\":{\"date\":\"2026-12-14\",")
                                        .getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("2026-12-14");
    }

    @Test
    void refusesWhatIsNotThere() throws IOException {
        refused("does not exist");
        Files.createDirectory(file);
        refused("is not a file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | is no service model",
                "{ | is no service model",
                "[] | is no service model: it holds an array",
                "\u001F\u008B | is no service model",
                "{} | is no service model: it has no metadata",
                "{'metadata':{},'operations':{},'shapes':[]} | is no service model: it has no shapes",
                "{'metadata':{},'operations':{},'shapes':{}} | is a model of an unnamed service, not of SageMaker",
                "{'metadata':{'serviceId':'S3'},'operations':{},'shapes':{}} | is a model of S3, not of SageMaker",
                "{'metadata':{'serviceId':'SageMaker'},'operations':{},'shapes':{}} | has no operation CreateCluster",
                "{'metadata':{'serviceId':'SageMaker'},'operations':{'CreateCluster':{}},'shapes':{}} | has no operation DescribeCluster",
                "{'metadata':{'serviceId':'SageMaker'},'operations':{'CreateCluster':{},'DescribeCluster':{},'ListClusters':{},'ListTags':{}},'shapes':{}} | does not say what CreateCluster takes",
            })
    void refusesWhatIsNoModelOfSageMaker(String text, String reason) throws IOException {
        Files.write(file, text.replace('\'', '"').getBytes(StandardCharsets.ISO_8859_1));

        refused(reason);
    }

    @Test
    void refusesShapesThatAreNowhere() throws IOException {
        Files.writeString(file, Models.small(SHAPES.replace("{}}", "{'A':{'shape':'Lost'}}}")));

        refused("names the shape Lost and lacks it");
    }

    @Test
    void refusesDatesThatAreNone() throws IOException {
        Files.writeString(
                file,
                Models.small(SHAPES).replace("\"metadata\":{", "\"metadata\":{\"date\":\"soon\","));

        refused("bears the date soon, which is none");
    }

    @Test
    void refusesBrokenArchives() throws IOException {
        byte[] packed = Models.gzipped(Models.small(SHAPES).getBytes(StandardCharsets.UTF_8));
        Files.write(file, java.util.Arrays.copyOf(packed, packed.length / 2));

        refused("cannot be read");
    }

    @Test
    @Timeout(60)
    void refusesBombs() throws IOException {
        Files.write(file, Models.gzipped(new byte[65 * 1024 * 1024]));
        refused("is larger than 67108864 bytes");
        Files.writeString(file, Models.small(doubling(60)));
        refused("reaches more than 20000 places");
        Files.writeString(file, Models.small(chain(50_000)));
        refused("reaches deeper than 100");
    }

    /// Shapes that refer to the next one twice.
    private static String doubling(int steps) {
        return steps(
                "'S%d':{'type':'structure','members':{'A':{'shape':'S%d'},'B':{'shape':'S%d'}}}",
                steps);
    }

    private static String chain(int steps) {
        return steps("'S%d':{'type':'list','member':{'shape':'S%d'}}", steps);
    }

    private static String steps(String step, int steps) {
        return IntStream.range(0, steps)
                        .mapToObj(i -> step.formatted(i, i + 1, i + 1))
                        .collect(Collectors.joining(","))
                + ",'S%d':{'type':'string'},".formatted(steps)
                + "'In':{'type':'structure','members':{'A':{'shape':'S0'}}},'Out':{'type':'string'}";
    }

    private LocalDate dated(byte[] text) throws Exception {
        Files.write(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-03-04T05:06:07Z")));
        return ModelFile.read(file).date();
    }

    private static byte[] packedAt(String time, byte[] packed) {
        byte[] dated = packed.clone();
        ByteBuffer.wrap(dated)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(4, (int) Instant.parse(time).getEpochSecond());
        return dated;
    }

    private void refused(String reason) {
        assertThatExceptionOfType(UnusableModelException.class)
                .isThrownBy(() -> ModelFile.read(file))
                .withMessageStartingWith(file + " " + reason);
    }
}
