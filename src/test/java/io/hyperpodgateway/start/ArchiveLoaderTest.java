package io.hyperpodgateway.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import io.hyperpodgateway.start.ClassIndex.ClassLocation;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class ArchiveLoaderTest {

    /// Two classes that need each other.
    static final class One {
        Object other() {
            return new Other();
        }
    }

    static final class Other {}

    static final class Absent {}

    /// Reports the loader that libraries would use in a constructor.
    public static final class LoaderProbe implements RequestStreamHandler {

        private final String loader = Thread.currentThread().getContextClassLoader().getName();

        public LoaderProbe() {}

        @Override
        public void handleRequest(InputStream event, OutputStream answer, Context context) {}

        @Override
        public String toString() {
            return loader;
        }
    }

    @TempDir Path folder;

    @BeforeEach
    void write() throws IOException {
        var places = new ArrayList<ClassLocation>();
        var bytes = new ByteArrayOutputStream();
        bytes.write(new byte[] {1, 2, 3});
        for (Class<?> type : new Class<?>[] {One.class, Other.class, LoaderProbe.class}) {
            byte[] file = bytesOf(type);
            places.add(new ClassLocation(type.getName(), bytes.size(), file.length));
            bytes.write(file);
        }
        Path gateway = Files.createDirectory(folder.resolve("gateway"));
        Files.write(gateway.resolve("classes.jar"), bytes.toByteArray());
        Files.write(gateway.resolve("classes.index"), ClassIndex.of(places));
    }

    @Test
    void findsClassesOfTheArchiveBeforeItsParentDoes() throws Exception {
        Class<?> one = loader().loadClass(One.class.getName());

        assertThat(one).isNotSameAs(One.class);
        assertThat(one.getClassLoader().getName()).isEqualTo("gateway");
        var constructor = one.getDeclaredConstructor();
        constructor.setAccessible(true);
        var other = one.getDeclaredMethod("other");
        other.setAccessible(true);
        assertThat(other.invoke(constructor.newInstance()).getClass().getClassLoader())
                .isSameAs(one.getClassLoader());
    }

    @Test
    void leavesAllElseToItsParent() throws Exception {
        assertThat(loader().loadClass("java.lang.String")).isSameAs(String.class);
        assertThat(loader().loadClass(Absent.class.getName())).isSameAs(Absent.class);
        assertThatThrownBy(() -> loader().loadClass("a.Nobody"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void definesAClassOnceHoweverManyAskAtOnce() throws Exception {
        var loader = loader();
        var seen = new HashSet<Class<?>>();
        var names = List.of(One.class.getName(), Other.class.getName());
        try (var threads = Executors.newFixedThreadPool(8)) {
            var tasks = new ArrayList<Future<Class<?>>>();
            for (int i = 0; i < 64; i++) {
                String name = names.get(i % 2);
                tasks.add(threads.submit(() -> loader.loadClass(name)));
            }
            for (Future<Class<?>> task : tasks) seen.add(task.get());
        }
        assertThat(seen).hasSize(2);
    }

    @Test
    void makesAHandlerWhoseLibrariesFindTheirProviders() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            assertThat(loader().make(LoaderProbe.class.getName())).hasToString("gateway");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void reportsWhatItCannotRead() throws IOException {
        Files.delete(folder.resolve("gateway/classes.index"));
        assertThatThrownBy(this::loader)
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("classes.index");
        // the test classes are no archive
        assertThatThrownBy(() -> ArchiveLoader.handler("a.Nobody"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("classes cannot be read");
    }

    @Test
    void reportsAJarThatEndsTooSoon() throws IOException {
        Files.write(folder.resolve("gateway/classes.jar"), new byte[10]);

        assertThatThrownBy(() -> loader().loadClass(One.class.getName()))
                .isInstanceOf(ClassNotFoundException.class)
                .hasCauseInstanceOf(IOException.class);
    }

    private ArchiveLoader loader() throws IOException {
        return new ArchiveLoader(folder, ArchiveLoaderTest.class.getClassLoader());
    }

    private static byte[] bytesOf(Class<?> type) throws IOException {
        String name = "/" + type.getName().replace('.', '/') + ".class";
        try (InputStream file = type.getResourceAsStream(name)) {
            return file.readAllBytes();
        }
    }
}
