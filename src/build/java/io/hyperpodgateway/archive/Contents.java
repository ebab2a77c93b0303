package io.hyperpodgateway.archive;

import io.hyperpodgateway.start.ClassIndex.ClassLocation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Reads files from folders and jars, by their names in the archive, and writes them.
final class Contents {

    static final String CLASS = ".class";

    private static final String SERVICES = "META-INF/services/";

    /// Constant and, as in a ZIP file, without a time zone, so that the same files make the same
    /// jar everywhere. (The first midnight of 1980 would be written with a zone.)
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 12, 0);

    /// The version that the function runs on, whatever it is built with.
    private static final Runtime.Version JAVA = Runtime.Version.parse("25");

    private Contents() {}

    static SortedMap<String, byte[]> ofFolder(Path folder) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
            }
        }
        return files;
    }

    /// The names of the jars in a folder.
    static Set<String> jars(Path folder) throws IOException {
        try (Stream<Path> jars = Files.list(folder)) {
            return jars.map(jar -> jar.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    /// The contents of all jars in a folder for Java 25; licences and notices by jar.
    ///
    /// @throws ArchiveException if two have different files of one name
    static SortedMap<String, byte[]> ofJars(Path folder) throws IOException {
        SortedMap<String, byte[]> all = new TreeMap<>();
        try (Stream<Path> jars = Files.list(folder)) {
            for (Path jar : jars.sorted().toList()) all = together(all, ofJar(jar));
        }
        return all;
    }

    private static SortedMap<String, byte[]> ofJar(Path path) throws IOException {
        var files = new TreeMap<String, byte[]>();
        String artifact = path.getFileName().toString().replaceFirst("\\.jar$", "");
        try (var jar = new JarFile(path.toFile(), false, ZipFile.OPEN_READ, JAVA)) {
            for (var entry : jar.versionedStream().toList()) {
                if (entry.isDirectory() || Entries.isLeftOut(entry.getName())) continue;
                try (InputStream bytes = jar.getInputStream(entry)) {
                    files.put(Entries.name(entry.getName(), artifact), bytes.readAllBytes());
                }
            }
        }
        return files;
    }

    /// Merges files; lists of service providers are concatenated.
    ///
    /// @throws ArchiveException if both have different files of one name
    static SortedMap<String, byte[]> together(Map<String, byte[]> one, Map<String, byte[]> other) {
        var both = new TreeMap<>(one);
        var clashes = new ArrayList<String>();
        other.forEach((name, bytes) -> {
            byte[] there = both.putIfAbsent(name, bytes);
            if (there == null || Arrays.equals(there, bytes)) return;
            if (name.startsWith(SERVICES)) both.put(name, lines(there, bytes));
            else clashes.add(name + " is there twice, and not the same");
        });
        if (!clashes.isEmpty()) throw new ArchiveException(clashes);
        return both;
    }

    private static byte[] lines(byte[] one, byte[] other) {
        String text =
                new String(one, StandardCharsets.UTF_8).strip()
                        + "\n"
                        + new String(other, StandardCharsets.UTF_8).strip()
                        + "\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Replaces the contents of a folder.
    static void writeFolder(Path folder, Map<String, byte[]> files) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                List<Path> all = old.sorted(Comparator.reverseOrder()).toList();
                for (Path path : all) Files.delete(path);
            }
        }
        for (var file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    /// Writes a jar without compression, because the archive is compressed as a whole.
    ///
    /// @return the positions of the classes in it
    static List<ClassLocation> writeJar(Path path, SortedMap<String, byte[]> files)
            throws IOException {
        Files.createDirectories(path.getParent());
        var places = new ArrayList<ClassLocation>();
        var bytes = new ByteArrayOutputStream();
        try (var jar = new ZipOutputStream(bytes)) {
            jar.setMethod(ZipOutputStream.STORED);
            for (var each : files.entrySet()) {
                jar.putNextEntry(entry(each.getKey(), each.getValue()));
                String name = each.getKey();
                if (name.endsWith(CLASS)) {
                    places.add(
                            new ClassLocation(
                                    className(name), bytes.size(), each.getValue().length));
                }
                jar.write(each.getValue());
            }
        }
        Files.write(path, bytes.toByteArray());
        return places;
    }

    private static String className(String file) {
        return file.substring(0, file.length() - CLASS.length()).replace('/', '.');
    }

    private static ZipEntry entry(String name, byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        var entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        return entry;
    }
}
