package io.hyperpodgateway.fuzz;

import com.code_intelligence.jazzer.Jazzer;

import io.hyperpodgateway.corpus.Corpus;
import io.hyperpodgateway.corpus.CorpusCase;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Runs the fuzzer, starting from the corpus. Findings, and inputs that reached new code, stay in
/// its folder and are used by the next run.
public final class Fuzz {

    /// Larger inputs are the corpus's business: here they would only be slow.
    private static final int LONGEST_INPUT = 8_192;

    /// Seconds after which one input counts as a hang.
    private static final int TIMEOUT = 5;

    private static final Pattern WORD = Pattern.compile("\"([A-Za-z][A-Za-z0-9.-]{2,60})\"");

    private Fuzz() {}

    /// @param args the folder, and how many minutes it may take
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[0]);
        long seconds = Math.round(Double.parseDouble(args[1]) * 60);
        Path grown = Files.createDirectories(folder.resolve("grown"));
        Path found = Files.createDirectories(folder.resolve("found"));
        Path seeds = seeds(folder.resolve("seeds"));
        Path words = words(folder.resolve("words.txt"));
        Jazzer.main(
                List.of(
                                "--target_class=" + RequestFuzzer.class.getName(),
                                "--instrumentation_includes=io.hyperpodgateway.json.**:io.hyperpodgateway.model.**:io.hyperpodgateway.shape.**:io.hyperpodgateway.rules.**",
                                "--custom_hook_includes=io.hyperpodgateway.json.**:io.hyperpodgateway.model.**:io.hyperpodgateway.shape.**:io.hyperpodgateway.rules.**",
                                "--reproducer_path=" + found,
                                "--keep_going=20",
                                "-artifact_prefix=" + found + "/",
                                "-dict=" + words,
                                "-max_total_time=" + seconds,
                                "-max_len=" + LONGEST_INPUT,
                                "-timeout=" + TIMEOUT,
                                "-rss_limit_mb=4096",
                                "-print_final_stats=1",
                                grown.toString(),
                                seeds.toString())
                        .toArray(String[]::new));
    }

    private static Path seeds(Path folder) throws IOException {
        Files.createDirectories(folder);
        int number = 0;
        for (CorpusCase request : Corpus.cases()) {
            if (request.bytes().length <= LONGEST_INPUT)
                Files.write(folder.resolve("%05d".formatted(number++)), request.bytes());
        }
        return folder;
    }

    /// The words that requests are made of, for the fuzzer to put where it likes.
    private static Path words(Path file) throws IOException {
        Set<String> words = new TreeSet<>();
        for (CorpusCase request : Corpus.cases()) {
            if (!request.name().startsWith("good/") && !request.name().endsWith("/good")) continue;
            Matcher word = WORD.matcher(new String(request.bytes(), StandardCharsets.UTF_8));
            while (word.find()) words.add(word.group(1));
        }
        return Files.writeString(
                file, words.stream().map("\"%s\"\n"::formatted).collect(Collectors.joining()));
    }
}
