package io.hyperpodgateway.start;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;

/// Finds the classes of the archive's one jar, in which nothing is compressed, by an index; all
/// else its parent finds.
///
/// Lambda's own loader asks three other loaders for each class, then looks through dozens of jars,
/// all in code that is still interpreted. With this one a start is a fifth shorter.
final class ArchiveLoader extends ClassLoader {

    private final ClassIndex index;

    /// No channel: a thread that is interrupted while it loads a class would close it for all.
    private final RandomAccessFile jar;

    /// @param folder where the function's files lie
    /// @throws IOException if jar or index cannot be read
    ArchiveLoader(Path folder, ClassLoader parent) throws IOException {
        super("gateway", parent);
        this.index = new ClassIndex(Files.readAllBytes(folder.resolve(ClassIndex.FILE)));
        this.jar = new RandomAccessFile(folder.resolve(ClassIndex.JAR).toFile(), "r");
    }

    /// Makes a handler of a class in the archive. The thread, and those that it starts, get the
    /// archive's loader as context class loader.
    ///
    /// @param name the class's name; it has a constructor without parameters
    /// @throws UncheckedIOException if the archive cannot be read
    /// @throws RuntimeException what the constructor throws
    static RequestStreamHandler handler(String name) {
        try {
            return here().make(name);
        } catch (IOException e) {
            throw new UncheckedIOException("the function's classes cannot be read", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name + " cannot be made", e);
        }
    }

    /// The archive that this class itself lies in.
    private static ArchiveLoader here() throws IOException {
        URL place = ArchiveLoader.class.getProtectionDomain().getCodeSource().getLocation();
        return new ArchiveLoader(
                Path.of(URI.create(place.toString())), ArchiveLoader.class.getClassLoader());
    }

    /// Libraries look for their providers through the context class loader.
    RequestStreamHandler make(String name) throws ReflectiveOperationException {
        Thread.currentThread().setContextClassLoader(this);
        try {
            return (RequestStreamHandler) loadClass(name).getConstructor().newInstance();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException own) throw own;
            if (e.getCause() instanceof Error own) throw own;
            throw e;
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        int found = index.find(name);
        if (found < 0) return getParent().loadClass(name);
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name, found) : loaded;
        }
    }

    private Class<?> define(String name, int found) throws ClassNotFoundException {
        var bytes = new byte[index.length(found)];
        try {
            jar.seek(index.offset(found));
            jar.readFully(bytes);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
