package io.hyperpodgateway.drift;

import io.hyperpodgateway.drift.file.UnusableModelException;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The arguments of `mvn -Pmodel`.
///
/// @param project the service model in the project
/// @param model the one to compare it with
/// @param date its date; if empty, that of its file
/// @param write whether it replaces the project's
record Order(Path project, Path model, Optional<LocalDate> date, boolean write) {

    /// Reads `project=PATH`, `directory=PATH` (where Maven was called; the base of a relative
    /// model), `model=PATH` and the optional `date=yyyy-MM-dd` and `write=true`.
    ///
    /// @throws UnusableModelException if no model is named, or an argument is malformed
    static Order of(List<String> arguments) throws UnusableModelException {
        String model = value(arguments, "model");
        if (model.isEmpty())
            throw new UnusableModelException(
                    "Say which model: mvn -Pmodel -Dmodel=PATH, a service-2.json or service-2.json.gz");
        String write = value(arguments, "write");
        if (!List.of("", "true", "false").contains(write))
            throw new UnusableModelException(
                    "-Dwrite is %s, true or false is allowed".formatted(write));
        try {
            return new Order(
                    Path.of(value(arguments, "project")),
                    Path.of(value(arguments, "directory")).resolve(model),
                    date(value(arguments, "date")),
                    write.equals("true"));
        } catch (InvalidPathException e) {
            throw new UnusableModelException("-Dmodel is not a path: " + e.getMessage());
        }
    }

    private static Optional<LocalDate> date(String text) throws UnusableModelException {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException _) {
            throw new UnusableModelException(
                    "-Ddate is %s, a day such as 2026-11-23 is allowed".formatted(text));
        }
    }

    private static String value(List<String> arguments, String name) {
        return arguments.stream()
                .filter(argument -> argument.startsWith(name + "="))
                .map(argument -> argument.substring(name.length() + 1))
                .findFirst()
                .orElse("");
    }
}
