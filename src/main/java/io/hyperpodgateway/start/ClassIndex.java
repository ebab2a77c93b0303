package io.hyperpodgateway.start;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The position of each class in a file: a hash table that is searched in its serialized form, so
/// that a start creates no objects for thousands of classes that it does not need.
///
/// In bytes: the number of slots and that of all bytes; for each slot the name's hash, the offset
/// of the name, the offset of the class in its file, and its length (integers, big-endian; a slot
/// without a name is empty); then the names, each prefixed by its length (two bytes, ISO 8859-1).
public final class ClassIndex {

    /// The indexed file and the index, by their paths in the archive.
    public static final String JAR = "gateway/classes.jar";

    public static final String FILE = "gateway/classes.index";

    private static final int TOTAL = Integer.BYTES;
    private static final int HEAD = 2 * Integer.BYTES;
    private static final int SLOT = 4 * Integer.BYTES;
    private static final int NAME = Integer.BYTES;
    private static final int OFFSET = 2 * Integer.BYTES;
    private static final int LENGTH = 3 * Integer.BYTES;

    /// Slots per class.
    private static final int ROOM = 2;

    private static final int ABSENT = -1;

    private final ByteBuffer bytes;
    private final int slots;

    /// @throws IllegalArgumentException if bytes are missing
    ClassIndex(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
        if (bytes.length < HEAD || bytes.length != this.bytes.getInt(TOTAL))
            throw new IllegalArgumentException(
                    "the index of the classes is not whole: it has %d bytes"
                            .formatted(bytes.length));
        this.slots = this.bytes.getInt(0);
    }

    /// The position of a class.
    ///
    /// @param name as [Class#getName()] returns it
    /// @param offset of its first byte in the file
    /// @param length in bytes
    public record ClassLocation(String name, int offset, int length) {}

    public static byte[] of(List<ClassLocation> places) {
        var names = new ArrayList<byte[]>();
        int size = HEAD + SLOT * slots(places);
        int total = size;
        for (ClassLocation place : places) {
            byte[] name = place.name().getBytes(StandardCharsets.ISO_8859_1);
            names.add(name);
            total += Short.BYTES + name.length;
        }
        ByteBuffer index = ByteBuffer.allocate(total).putInt(slots(places)).putInt(total);
        int next = size;
        for (int i = 0; i < places.size(); i++) {
            putSlot(index, places.get(i), next);
            byte[] name = names.get(i);
            index.putShort(next, (short) name.length).put(next + Short.BYTES, name);
            next += Short.BYTES + name.length;
        }
        return index.array();
    }

    private static int slots(List<ClassLocation> places) {
        return ROOM * places.size() + 1;
    }

    private static void putSlot(ByteBuffer index, ClassLocation place, int name) {
        int slots = index.getInt(0);
        int hash = place.name().hashCode();
        int slot = Integer.remainderUnsigned(hash, slots);
        while (index.getInt(HEAD + SLOT * slot + NAME) != 0) slot = (slot + 1) % slots;
        int at = HEAD + SLOT * slot;
        index.putInt(at, hash)
                .putInt(at + NAME, name)
                .putInt(at + OFFSET, place.offset())
                .putInt(at + LENGTH, place.length());
    }

    /// Finds a class.
    ///
    /// @return an argument for [#offset(int)] and [#length(int)]; negative if there is no such
    ///   class
    int find(String name) {
        int hash = name.hashCode();
        int slot = Integer.remainderUnsigned(hash, slots);
        while (true) {
            int at = HEAD + SLOT * slot;
            int there = bytes.getInt(at + NAME);
            if (there == 0) return ABSENT;
            if (bytes.getInt(at) == hash && isAt(there, name)) return at;
            slot = (slot + 1) % slots;
        }
    }

    private boolean isAt(int there, String name) {
        byte[] one = name.getBytes(StandardCharsets.ISO_8859_1);
        int from = there + Short.BYTES;
        return bytes.getShort(there) == one.length
                && Arrays.equals(bytes.array(), from, from + one.length, one, 0, one.length);
    }

    int offset(int found) {
        return bytes.getInt(found + OFFSET);
    }

    int length(int found) {
        return bytes.getInt(found + LENGTH);
    }
}
