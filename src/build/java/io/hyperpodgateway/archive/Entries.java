package io.hyperpodgateway.archive;

import java.util.regex.Pattern;

/// Selects and names the files of a library's jar for the archive.
final class Entries {

    private static final Pattern LEFT_OUT =
            Pattern.compile(
                    "META-INF/(MANIFEST\\.MF|INDEX\\.LIST|[^/]+\\.(SF|RSA|DSA|EC)|(native-image|proguard|versions)/.*)"
                            + "|(.*/)?(module-info|package-info)\\.class|.*\\.(java|vm)");
    private static final Pattern TERMS =
            Pattern.compile(
                    "(META-INF/)?[^/]*(LICEN[CS]E|NOTICE|COPYING)[^/]*", Pattern.CASE_INSENSITIVE);

    private static final String MAVEN = "META-INF/maven/";

    private Entries() {}

    /// Whether the file identifies the library. Vulnerability scanners read it in jars.
    static boolean isOfMaven(String name) {
        return name.startsWith(MAVEN);
    }

    /// Whether the file describes the jar itself, or is for another tool than the JVM.
    static boolean isLeftOut(String name) {
        return LEFT_OUT.matcher(name).matches();
    }

    /// The name of a file in the archive; licences and notices are prefixed by their artifact.
    static String name(String name, String artifact) {
        if (!TERMS.matcher(name).matches()) return name;
        return "META-INF/licenses/%s/%s"
                .formatted(artifact, name.substring(name.lastIndexOf('/') + 1));
    }
}
