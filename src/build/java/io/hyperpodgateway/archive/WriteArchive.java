package io.hyperpodgateway.archive;

import io.hyperpodgateway.start.ClassIndex;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Lays out the function's own part of the deployed archive: all classes, including those of
/// libraries, in `gateway/classes.jar` with an index for the loader in the room `start`; that room
/// and all other files beside it, where Lambda's own loader finds them.
///
/// Lambdas, pattern switches and records' `equals` and `hashCode` are plain code in it: to link one
/// takes several times as long as to load a class.
public final class WriteArchive {

    private static final String START = "io/hyperpodgateway/start/";

    /// Required by Apache-2.0, section 4b.
    private static final String NOTICE =
            """
            Class files of the libraries in this archive were changed when it was built: lambdas
            became classes, pattern switches and methods of records methods of their own. The terms
            of each library are in META-INF/licenses.
            """;

    private WriteArchive() {}

    /// Writes the archive.
    ///
    /// @param arguments the build's folder. Input: `classes`, with the resources; in `archive` the
    ///   libraries that go into the jar (`merged`), those that are deployed beside it (`beside`),
    ///   and the bill of materials of both (`bom.json`). Output: `function`, the deployed files;
    ///   `bom.json`, their bill of materials; and `archive/resources.jar`, which an image has
    ///   instead of the function's files
    /// @throws IOException if a file cannot be read or written
    /// @throws ArchiveException if the parts are inconsistent, with every mistake
    public static void main(String[] arguments) throws IOException {
        Path build = Path.of(arguments[0]);
        Path output = build.resolve("function");
        Path archive = build.resolve("archive");
        Path merged = archive.resolve("merged");
        Path beside = archive.resolve("beside");
        SortedMap<String, byte[]> classes = Contents.ofFolder(build.resolve("classes"));
        // left by an earlier `mvn install`
        classes.keySet().removeAll(Set.of(ClassIndex.JAR, ClassIndex.FILE, Bom.FILE));
        SortedMap<String, byte[]> all = Contents.together(classes, Contents.ofJars(merged));
        var hierarchy = new Hierarchy(all).with(Contents.ofJars(beside));
        Bom bom = bom(archive, Contents.jars(merged), Contents.jars(beside));

        var plain = new PlainClasses(hierarchy);
        var files = new TreeMap<>(bom.pomProperties(Contents.jars(merged)));
        files.putAll(plain.of(all));
        files.put(Bom.FILE, bom.bytes());
        files.put("META-INF/NOTICE", NOTICE.getBytes(StandardCharsets.UTF_8));

        Contents.writeFolder(output, part(files, false));
        var places = Contents.writeJar(output.resolve(ClassIndex.JAR), part(files, true));
        Files.write(output.resolve(ClassIndex.FILE), ClassIndex.of(places));
        Files.write(build.resolve(Bom.FILE), bom.bytes());
        Contents.writeJar(archive.resolve("resources.jar"), resources(files));
        System.out.println(plain.summary());
    }

    private static Bom bom(Path archive, Set<String> merged, Set<String> beside)
            throws IOException {
        var jars = new HashSet<>(merged);
        jars.addAll(beside);
        return Bom.of(Files.readAllBytes(archive.resolve(Bom.FILE)), jars);
    }

    /// The files in the jar, or all others.
    private static SortedMap<String, byte[]> part(Map<String, byte[]> files, boolean inJar) {
        var part = new TreeMap<>(files);
        part.keySet().removeIf(name -> isInJar(name) != inJar);
        return part;
    }

    private static boolean isInJar(String name) {
        return Entries.isOfMaven(name)
                || (name.endsWith(Contents.CLASS) && !name.startsWith(START));
    }

    private static SortedMap<String, byte[]> resources(Map<String, byte[]> files) {
        SortedMap<String, byte[]> resources = part(files, false);
        resources.keySet().removeIf(name -> name.endsWith(Contents.CLASS));
        return resources;
    }
}
