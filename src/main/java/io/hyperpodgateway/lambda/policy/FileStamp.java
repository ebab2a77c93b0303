package io.hyperpodgateway.lambda.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// By what a file is seen to have changed, short of reading it: where it lies, how long it is, and
/// when it was written and, where the system says so, replaced or altered in any way.
///
/// @param attributes none if the file cannot be seen
/// @param failure why it cannot
record FileStamp(Map<String, Object> attributes, Optional<String> failure) {

    private static final String UNIX = "unix:size,lastModifiedTime,ctime,ino,dev,isRegularFile";
    private static final String BASIC = "size,lastModifiedTime,creationTime,fileKey,isRegularFile";

    /// The stamp that the file bears now. A link is followed.
    static FileStamp of(Path path) {
        boolean unix = path.getFileSystem().supportedFileAttributeViews().contains("unix");
        try {
            return new FileStamp(Files.readAttributes(path, unix ? UNIX : BASIC), Optional.empty());
        } catch (IOException e) {
            return new FileStamp(Map.of(), Optional.of(e.getClass().getSimpleName()));
        }
    }

    /// Whether it is a file that has an end.
    boolean isRegularFile() {
        return Boolean.TRUE.equals(attributes.get("isRegularFile"));
    }

    /// Whether the file is there, and nobody has touched it for so long.
    boolean isOlderThan(Duration age, Instant now) {
        return failure.isEmpty()
                && attributes.values().stream()
                        .filter(FileTime.class::isInstance)
                        .map(time -> ((FileTime) time).toInstant().plus(age))
                        .noneMatch(now::isBefore);
    }
}
