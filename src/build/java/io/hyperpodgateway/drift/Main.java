package io.hyperpodgateway.drift;

import io.hyperpodgateway.drift.comparison.Drift;
import io.hyperpodgateway.drift.file.Model;
import io.hyperpodgateway.drift.file.ModelFile;
import io.hyperpodgateway.drift.file.Reduction;
import io.hyperpodgateway.drift.file.UnusableModelException;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.text.Excerpt;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;

/// `mvn -Pmodel`: reports the differences to another service model, and adopts it on request.
public final class Main {

    private static final int LONGEST_REASON = 1_000;

    private final PrintStream out;
    private final Order order;

    Main(Order order, PrintStream out) {
        this.order = order;
        this.out = out;
    }

    /// Compares, and exits with the exit code.
    ///
    /// @param arguments as [Order] reads them
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out));
    }

    /// Compares the models.
    ///
    /// @return 0 if the models could be compared, otherwise 1 and one line with the reason
    static int run(String[] arguments, PrintStream out) {
        try {
            new Main(Order.of(List.of(arguments)), out).run();
            return 0;
        } catch (UnusableModelException e) {
            out.println(
                    Excerpt.cut(
                            DriftReport.printable(String.valueOf(e.getMessage())), LONGEST_REASON));
            return 1;
        }
    }

    private void run() throws UnusableModelException {
        ModelFile past = ModelFile.read(order.project());
        ModelFile file = ModelFile.read(order.model());
        LocalDate date = order.date().orElse(file.date());
        String text = Reduction.text(file.model(), date);
        Model model = new Model(Reduction.of(file.model(), date));
        Drift drift = Drift.between(new Model(Reduction.of(past.model(), past.date())), model);
        out.printf("The model of %s, compared with the project's of %s.%n%n", date, past.date());
        if (date.isBefore(past.date()))
            out.printf("It is older than the project's: this goes backwards.%n%n");
        DriftReport.of(drift, Unclassified.sentences(model)).forEach(out::println);
        out.println();
        checkable(text);
        out.println(
                order.write()
                        ? write(text)
                        : "Nothing was written; -Dwrite takes this model over.");
    }

    /// The gateway must be able to check every shape, or it would not start.
    private void checkable(String text) throws UnusableModelException {
        try {
            ServiceModel.of(text.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new UnusableModelException(
                    "The gateway cannot work by this model yet: " + e.getMessage());
        }
    }

    /// Replaces the project's file atomically.
    private String write(String text) throws UnusableModelException {
        Path file = order.project();
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            return "Written to %s; mvn verify builds and tests by it.".formatted(file);
        } catch (IOException e) {
            throw new UnusableModelException("%s cannot be written: %s".formatted(file, e));
        }
    }
}
