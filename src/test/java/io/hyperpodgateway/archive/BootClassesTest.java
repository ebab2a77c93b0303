package io.hyperpodgateway.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.util.TreeMap;
import java.util.logging.Logger;

class BootClassesTest {

    private record UsesTheFrontDoor(RequestStreamHandler[] handlers) {
        boolean is(Object one) {
            return one instanceof RequestStreamHandler;
        }
    }

    private record UsesAnOuterModule(Connection connection) {
        boolean is(Object one) {
            return one instanceof Connection;
        }
    }

    private record UsesAnInnerModule(Logger logger) {
        boolean is(Object one) {
            return one instanceof Logger;
        }
    }

    @Test
    void seesWhatTheJvmsOwnLoaderSees() {
        assertThatCode(() -> check(UsesAnInnerModule.class)).doesNotThrowAnyException();
    }

    @Test
    void refusesWhatItDoesNotSeeAndTellsAll() {
        assertThat(Connection.class.getClassLoader()).isNotNull();
        assertThatThrownBy(() -> check(UsesTheFrontDoor.class, UsesAnOuterModule.class))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("RequestStreamHandler")
                .hasMessageContaining("java/sql/Connection");
    }

    private static void check(Class<?>... classes) throws IOException {
        var files = new TreeMap<String, byte[]>();
        for (Class<?> type : classes) {
            String name = "/" + type.getName().replace('.', '/') + ".class";
            try (InputStream file = type.getResourceAsStream(name)) {
                files.put(name, file.readAllBytes());
            }
        }
        BootClasses.check(files);
    }
}
