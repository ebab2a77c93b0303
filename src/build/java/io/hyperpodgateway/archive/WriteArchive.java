package io.hyperpodgateway.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Lays out the function's own part of the deployed archive: all classes and libraries in
/// `boot/gateway.jar`, which the JVM appends to its boot class path (`-Xbootclasspath/a`, see the
/// `java` command's manual), and the front door beside it. The front door implements Lambda's own
/// interfaces, so Lambda's class loader has to find it.
///
/// Lambdas and pattern switches are plain code in both: linking one takes several times what
/// loading a class does.
public final class WriteArchive {

    private static final String FRONT_DOOR = "io/hyperpodgateway/lambda/";
    private static final String JAR = "boot/gateway.jar";

    /// Of the libraries' licences Apache-2.0 asks for it (section 4b).
    private static final String NOTICE =
            """
            Class files of the libraries in this archive were changed when it was built: lambdas and
            pattern switches became classes and methods of their own. The terms of each library
            stand in META-INF/licenses.
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
        SortedMap<String, byte[]> libraries = Contents.ofJars(Path.of(arguments[1]));
        Hierarchy hierarchy =
                new Hierarchy(Contents.together(classes, libraries))
                        .with(Contents.ofJars(Path.of(arguments[2])));

        var plain = new PlainClasses(hierarchy);
        SortedMap<String, byte[]> frontDoor = plain.of(part(classes, true));
        SortedMap<String, byte[]> boot =
                plain.of(Contents.together(part(classes, false), libraries));
        BootClasses.check(boot);
        boot.put("META-INF/NOTICE", NOTICE.getBytes(StandardCharsets.UTF_8));

        Contents.writeFolder(output, frontDoor);
        Contents.writeJar(output.resolve(JAR), boot);
        System.out.println(plain.summary());
    }

    /// The front door, or all but it.
    private static SortedMap<String, byte[]> part(Map<String, byte[]> files, boolean frontDoor) {
        var part = new TreeMap<>(files);
        part.keySet().removeIf(name -> name.startsWith(FRONT_DOOR) != frontDoor);
        return part;
    }
}
