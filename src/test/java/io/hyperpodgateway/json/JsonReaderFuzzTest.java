package io.hyperpodgateway.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.text.Reading;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/// Valid documents, broken at random: whatever the bytes are, the reader answers and never throws,
/// and what it reads it reads again the same from what is written of it.
class JsonReaderFuzzTest {

    private static final int ROUNDS = 20_000;

    private static final List<String> DOCUMENTS =
            List.of(
                    """
                    {"ClusterName": "training-1", "InstanceGroups": [{"InstanceCount": 12,
                     "ExecutionRole": "arn:aws:iam::111122223333:role/x"}], "NodeRecovery": null}\
                    """,
                    "{\"a\":{\"b\":[1,-2.5e+10,true,false,null,\"\\u00e9\\ud83d\\ude00\\n\"]},\"é😀\":\"\\\\\"}",
                    "[[[[{}]]],[0,0.1,1E5],\"\",{\"\":\"\"}]",
                    "\"😀 text\"",
                    "-12345678901234567890.000e-77");

    private static final List<String> SPLINTERS =
            List.of(
                    "\"",
                    "\\",
                    "{",
                    "}",
                    "[",
                    "]",
                    ",",
                    ":",
                    "\\u",
                    "\\ud800",
                    "\\udc00",
                    "e",
                    "-",
                    ".",
                    "0",
                    "null",
                    "tru",
                    " ",
                    "\u0000",
                    "\uFEFF",
                    "\"a\":1,",
                    "[[[[[[[[",
                    "é",
                    "//");

    @ParameterizedTest
    @ValueSource(longs = {1, 20_170_724, 8259})
    void answersWhateverTheBytesAre(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes =
                    DOCUMENTS
                            .get(random.nextInt(DOCUMENTS.size()))
                            .getBytes(StandardCharsets.UTF_8);
            for (int i = random.nextInt(4); i >= 0; i--) bytes = broken(bytes, random);
            switch (JsonReader.read(bytes)) {
                case Reading.Read(var value) ->
                        assertThat(JsonReader.read(value.toText()))
                                .isEqualTo(new Reading.Read<>(value));
                case Reading.Refused(var flaws) -> assertThat(flaws).isNotEmpty();
            }
        }
    }

    private static byte[] broken(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, at + random.nextInt(8));
        var broken = new ByteArrayOutputStream();
        broken.write(bytes, 0, at);
        switch (random.nextInt(4)) {
            case 0 -> broken.write(random.nextInt(256));
            case 1 -> broken.writeBytes(splinter(random));
            case 2 -> broken.write(bytes, at, to - at);
            case 3 -> at = to;
            default -> throw new AssertionError();
        }
        broken.write(bytes, at, bytes.length - at);
        return broken.toByteArray();
    }

    private static byte[] splinter(Random random) {
        return SPLINTERS.get(random.nextInt(SPLINTERS.size())).getBytes(StandardCharsets.UTF_8);
    }
}
