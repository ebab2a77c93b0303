package io.hyperpodgateway.e2e;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// The native part of Lambda's runtime interface client, unpacked once. Otherwise each process
/// unpacks it to the same file, and processes that start at the same time overwrite it for each
/// other.
public final class NativeLibrary {

    private static final String PROPERTY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    private static final List<String> OPTIONS = options();

    private NativeLibrary() {}

    /// JVM options for using the unpacked library; empty if the client has none for this system.
    public static List<String> jvmOptions() {
        return OPTIONS;
    }

    private static List<String> options() {
        String architecture =
                System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        String library = "musl".equals(libc()) ? "linux_musl-" : "linux-";
        String name = "/jni/libaws-lambda-jni.%s%s.so".formatted(library, architecture);
        try (InputStream packed = AWSLambda.class.getResourceAsStream(name)) {
            if (packed == null) return List.of();
            Path file = Files.createTempFile("runtime-interface-client", ".so");
            file.toFile().deleteOnExit();
            Files.copy(packed, file, StandardCopyOption.REPLACE_EXISTING);
            return List.of("-D" + PROPERTY + "=" + file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String libc() {
        try (var files = Files.newDirectoryStream(Path.of("/lib"), "ld-musl-*")) {
            return files.iterator().hasNext() ? "musl" : "glibc";
        } catch (IOException _) {
            return "glibc";
        }
    }
}
