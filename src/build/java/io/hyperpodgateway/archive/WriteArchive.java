package io.hyperpodgateway.archive;

import io.hyperpodgateway.start.ClassIndex;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Lays out the function's own part of the deployed archive: all classes, those of the libraries
/// too, in `gateway/classes.jar` with an index for the loader in the room `start`; that room, and
/// all that is no class, beside it, where Lambda's own loader finds it.
///
/// Lambdas, pattern switches and records' `equals` and `hashCode` are plain code in it: to link one
/// takes several times what it takes to load a class.
public final class WriteArchive {

    private static final String START = "io/hyperpodgateway/start/";
    private static final String CLASS = ".class";

    /// Of the libraries' licences Apache-2.0 asks for it (section 4b).
    private static final String NOTICE =
            """
            Class files of the libraries in this archive were changed when it was built: lambdas
            became classes, pattern switches and methods of records methods of their own. The terms
            of each library stand in META-INF/licenses.
            """;

    private WriteArchive() {}

    /// @param arguments four folders: the compiled classes with their resources; the libraries that
    ///   go into the jar; those that are deployed beside it, which are only looked into; and where
    ///   to write, made anew
    /// @throws IOException if a file cannot be read or written
    /// @throws ArchiveException if what comes together does not fit: each mistake, told
    public static void main(String[] arguments) throws IOException {
        Path output = Path.of(arguments[3]);
        SortedMap<String, byte[]> classes = Contents.ofFolder(Path.of(arguments[0]));
        // An earlier `mvn install` left them.
        classes.keySet().removeAll(Set.of(ClassIndex.JAR, ClassIndex.FILE));
        SortedMap<String, byte[]> all =
                Contents.together(classes, Contents.ofJars(Path.of(arguments[1])));
        var hierarchy = new Hierarchy(all).with(Contents.ofJars(Path.of(arguments[2])));

        var plain = new PlainClasses(hierarchy);
        SortedMap<String, byte[]> files = plain.of(all);
        files.put("META-INF/NOTICE", NOTICE.getBytes(StandardCharsets.UTF_8));

        Contents.writeFolder(output, part(files, false));
        var places = Contents.writeJar(output.resolve(ClassIndex.JAR), part(files, true));
        Files.write(output.resolve(ClassIndex.FILE), ClassIndex.of(places));
        System.out.println(plain.summary());
    }

    /// The classes that the jar holds, or all else.
    private static SortedMap<String, byte[]> part(Map<String, byte[]> files, boolean inJar) {
        var part = new TreeMap<>(files);
        part.keySet().removeIf(name -> (name.endsWith(CLASS) && !name.startsWith(START)) != inJar);
        return part;
    }
}
