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

/// Loads the classes of the archive's one uncompressed jar by an index; the parent loads everything
/// else.
///
/// Lambda's own loader calls three other loaders for each class and then searches dozens of jars,
/// in code that is still interpreted. This loader shortens a start by a fifth.
final class ArchiveLoader extends ClassLoader {

    private final ClassIndex index;

    /// Not a channel: a thread that is interrupted while it loads a class would close it for all.
    private final RandomAccessFile jar;

    /// @param folder the function's folder
    /// @throws IOException if jar or index cannot be read
    ArchiveLoader(Path folder, ClassLoader parent) throws IOException {
        super("gateway", parent);
        this.index = new ClassIndex(Files.readAllBytes(folder.resolve(ClassIndex.FILE)));
        this.jar = new RandomAccessFile(folder.resolve(ClassIndex.JAR).toFile(), "r");
    }

    /// Creates a handler from a class in the archive. The current thread, and those that it starts,
    /// get the archive's loader as context class loader.
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

    /// The archive that contains this class.
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
