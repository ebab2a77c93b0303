package io.hyperpodgateway.json;

import org.jspecify.annotations.Nullable;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/// The members of an object, each once, in their order; nobody can change them.
///
/// Names and values lie side by side: most objects have a handful of members, where a look along
/// the names serves as well as a hash table and takes less memory.
final class JsonMembers extends AbstractMap<String, Json> implements SequencedMap<String, Json> {

    private static final int FEW = 16;
    private static final int A_HANDFUL = 4;

    private final String[] names;
    private final Json[] values;
    private final int size;
    // of an object with more than a few members, made when it is first asked
    private volatile Map<String, Integer> places = Map.of();

    private JsonMembers(String[] names, Json[] values, int size) {
        this.names = names;
        this.values = values;
        this.size = size;
    }

    /// These members; the very same if nobody can change them as it is.
    static JsonMembers of(SequencedMap<String, Json> members) {
        if (members instanceof JsonMembers same) return same;
        var draft = new Draft();
        members.forEach((name, value) ->
                draft.add(Objects.requireNonNull(name), Objects.requireNonNull(value)));
        return draft.members();
    }

    /// With that member: in its place if it was there, at the end if not.
    JsonMembers with(String name, Json value) {
        Objects.requireNonNull(name);
        Objects.requireNonNull(value);
        int there = along(name);
        int place = there < 0 ? size : there;
        int length = Math.max(size, place + 1);
        String[] newNames = Arrays.copyOf(names, length);
        Json[] newValues = Arrays.copyOf(values, length);
        newNames[place] = name;
        newValues[place] = value;
        return new JsonMembers(newNames, newValues, length);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public @Nullable Json get(@Nullable Object name) {
        int place = place(name);
        return place < 0 ? null : values[place];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return place(name) >= 0;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Json> action) {
        for (int i = 0; i < size; i++) action.accept(names[i], values[i]);
    }

    /// Whether that holds of every member; none is asked after the first of which it does not.
    boolean all(BiPredicate<String, Json> of) {
        for (int i = 0; i < size; i++) {
            if (!of.test(names[i], values[i])) return false;
        }
        return true;
    }

    @Override
    public Set<String> keySet() {
        return new InOrder<>(i -> names[i], this::containsKey);
    }

    @Override
    public Set<Map.Entry<String, Json>> entrySet() {
        return new InOrder<>(i -> Map.entry(names[i], values[i]), this::containsEntry);
    }

    @Override
    public SequencedMap<String, Json> reversed() {
        var draft = new Draft();
        for (int i = size - 1; i >= 0; i--) draft.add(names[i], values[i]);
        return draft.members();
    }

    private boolean containsEntry(@Nullable Object entry) {
        if (!(entry instanceof Map.Entry<?, ?> one)) return false;
        int place = place(one.getKey());
        return place >= 0 && values[place].equals(one.getValue());
    }

    private int place(@Nullable Object name) {
        if (!(name instanceof String text)) return -1;
        return size > FEW ? places().getOrDefault(text, -1) : along(text);
    }

    private int along(String name) {
        return along(names, size, name);
    }

    private static int along(String[] names, int size, String name) {
        int hash = name.hashCode();
        for (int i = 0; i < size; i++) {
            if (names[i].hashCode() == hash && names[i].equals(name)) return i;
        }
        return -1;
    }

    private Map<String, Integer> places() {
        Map<String, Integer> known = places;
        if (!known.isEmpty()) return known;
        var made = HashMap.<String, Integer>newHashMap(size);
        for (int i = 0; i < size; i++) made.put(names[i], i);
        places = made;
        return made;
    }

    /// One thing of each member.
    private final class InOrder<T> extends AbstractSet<T> {

        private final IntFunction<T> at;
        private final Predicate<@Nullable Object> among;

        InOrder(IntFunction<T> at, Predicate<@Nullable Object> among) {
            this.at = at;
            this.among = among;
        }

        @Override
        public boolean contains(@Nullable Object one) {
            return among.test(one);
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public Iterator<T> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < size;
                }

                @Override
                public T next() {
                    if (next == size) throw new NoSuchElementException();
                    return at.apply(next++);
                }
            };
        }
    }

    /// Members in the making.
    static final class Draft {

        private String[] names = new String[A_HANDFUL];
        private Json[] values = new Json[A_HANDFUL];
        private int size;
        // a sender may send very many names of one hash: a map keeps its head then
        private Map<String, Integer> places = Map.of();

        /// The member stands at the end.
        ///
        /// @return whether there is none of that name yet; nothing is added if there is
        boolean add(String name, Json value) {
            if (isThere(name)) return false;
            if (size == names.length) grow();
            names[size] = name;
            values[size] = value;
            size++;
            return true;
        }

        private boolean isThere(String name) {
            if (size < FEW) return along(names, size, name) >= 0;
            if (places.isEmpty()) places = new HashMap<>();
            for (int i = places.size(); i < size; i++) places.put(names[i], i);
            return places.containsKey(name);
        }

        private void grow() {
            names = Arrays.copyOf(names, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }

        /// The members so far. Nothing may be added from then on.
        JsonMembers members() {
            return new JsonMembers(names, values, size);
        }
    }
}
