package io.hyperpodgateway.lambda.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// The attributes that show whether a file was changed without reading it: its location, size,
/// modification time and, if the system provides them, inode and change time.
///
/// @param attributes empty if they cannot be read
/// @param failure why they cannot be read
record FileStamp(Map<String, Object> attributes, Optional<String> failure) {

    private static final String UNIX = "unix:size,lastModifiedTime,ctime,ino,dev,isRegularFile";
    private static final String BASIC = "size,lastModifiedTime,creationTime,fileKey,isRegularFile";

    /// The file's current stamp. Links are followed.
    static FileStamp of(Path path) {
        boolean unix = path.getFileSystem().supportedFileAttributeViews().contains("unix");
        try {
            return new FileStamp(Files.readAttributes(path, unix ? UNIX : BASIC), Optional.empty());
        } catch (IOException e) {
            return new FileStamp(Map.of(), Optional.of(e.getClass().getSimpleName()));
        }
    }

    boolean isRegularFile() {
        return Boolean.TRUE.equals(attributes.get("isRegularFile"));
    }

    /// Whether the file exists and was not changed for that long.
    boolean isOlderThan(Duration age, Instant now) {
        return failure.isEmpty()
                && attributes.values().stream()
                        .filter(FileTime.class::isInstance)
                        .map(time -> ((FileTime) time).toInstant().plus(age))
                        .noneMatch(now::isBefore);
    }
}
