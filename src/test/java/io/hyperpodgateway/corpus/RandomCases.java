package io.hyperpodgateway.corpus;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Valid requests, broken at random places: bytes are changed and pieces moved.
final class RandomCases {

    private static final int EACH = 60;

    private static final List<String> SPLINTERS =
            List.of(
                    "null",
                    "{}",
                    "[]",
                    "\"\"",
                    "-1",
                    "1e9",
                    "\\u0000",
                    "\"a\":1,",
                    "true",
                    ",",
                    "\"");

    private final Random random;
    private final byte[] good = GoodRequests.eks(3).toText().getBytes(StandardCharsets.UTF_8);

    private RandomCases(long seed) {
        this.random = new Random(seed);
    }

    static List<CorpusCase> of(long seed) {
        var made = new RandomCases(seed);
        var cases = new ArrayList<CorpusCase>();
        for (int i = 0; i < EACH; i++) {
            cases.add(answered("byte-" + i, made.changed()));
            cases.add(answered("splinter-" + i, made.splintered()));
            cases.add(answered("piece-" + i, made.withPieceMoved()));
            cases.add(answered("noise-" + i, made.noise()));
        }
        return cases;
    }

    private static CorpusCase answered(String name, byte[] bytes) {
        return new CorpusCase("random/" + name, bytes, Expectation.answered());
    }

    private byte[] changed() {
        byte[] bytes = good.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private byte[] splintered() {
        int at = random.nextInt(good.length);
        int to = Math.min(good.length, at + random.nextInt(20));
        String splinter = SPLINTERS.get(random.nextInt(SPLINTERS.size()));
        return joined(at, splinter.getBytes(StandardCharsets.UTF_8), to);
    }

    private byte[] withPieceMoved() {
        int from = random.nextInt(good.length);
        int to = Math.min(good.length, from + random.nextInt(200));
        int at = random.nextInt(good.length);
        return joined(at, Arrays.copyOfRange(good, from, to), at);
    }

    private byte[] noise() {
        byte[] bytes = new byte[random.nextInt(300)];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] joined(int at, byte[] piece, int after) {
        byte[] bytes = new byte[at + piece.length + good.length - after];
        System.arraycopy(good, 0, bytes, 0, at);
        System.arraycopy(piece, 0, bytes, at, piece.length);
        System.arraycopy(good, after, bytes, at + piece.length, good.length - after);
        return bytes;
    }
}
