package io.hyperpodgateway.archive;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Lambdas and switches of every kind; their answers show whether they work.
public final class Samples {

    private final String own;

    private Samples(String own) {
        this.own = own;
    }

    public static List<String> answers() throws Exception {
        var answers = new ArrayList<String>();
        answers.addAll(bodies());
        answers.addAll(captures());
        answers.addAll(adaptations());
        answers.addAll(interfaces());
        answers.addAll(switches());
        answers.addAll(records());
        return answers;
    }

    private static List<String> bodies() throws Exception {
        var sample = new Samples("s");
        Function<String, Integer> staticMethod = Integer::parseInt;
        Supplier<String> bound = sample::hidden;
        Function<Samples, String> unbound = Samples::hidden;
        Function<String, Samples> constructor = Samples::new;
        IntFunction<int[]> array = int[]::new;
        Function<CharSequence, Integer> ofInterface = CharSequence::length;
        Supplier<String> ofSuper = sample.new Inner()::viaSuper;
        Callable<String> thrower =
                () -> {
                    throw new IllegalStateException("thrown");
                };
        return List.of(
                "" + staticMethod.apply("12"),
                bound.get(),
                unbound.apply(sample),
                constructor.apply("new").own,
                "" + array.apply(3).length,
                "" + ofInterface.apply("four"),
                ofSuper.get(),
                thrown(thrower));
    }

    private static String thrown(Callable<String> callable) throws Exception {
        try {
            return callable.call();
        } catch (IllegalStateException e) {
            return e.getMessage();
        }
    }

    private String hidden() {
        return "hidden " + own;
    }

    private static List<String> captures() {
        boolean yes = true;
        byte small = -3;
        char letter = 'x';
        short short_ = 300;
        int number = 70_000;
        long large = 5_000_000_000L;
        float half = 0.5f;
        double third = 1 / 3.0;
        int[] array = {1, 2};
        String text = "text";
        Supplier<String> all =
                () ->
                        "%s %s %s %s %s %s %s %s %s %s"
                                .formatted(
                                        yes,
                                        small,
                                        letter,
                                        short_,
                                        number,
                                        large,
                                        half,
                                        third,
                                        array.length,
                                        text);
        BooleanSupplier flag = () -> yes;
        IntBinaryOperator sum = (one, other) -> one + other + number;
        Function<String, Function<String, String>> nested = one -> other -> one + other + text;
        return List.of(
                all.get(),
                "" + flag.getAsBoolean(),
                "" + sum.applyAsInt(1, 2),
                nested.apply("a").apply("b"));
    }

    private static List<String> adaptations() {
        ToIntFunction<Integer> unboxed = Integer::intValue;
        ToLongFunction<Integer> widened = Integer::intValue;
        ToDoubleFunction<Float> alsoWidened = value -> value;
        ToLongFunction<Short> unboxedAndWidened = value -> value;
        Function<Integer, Long> boxed = Samples::twice;
        LongFunction<Object> primitive = Samples::twiceOfLong;
        var log = new ArrayList<String>();
        Consumer<String> dropped = log::add;
        Consumer<Long> droppedLarge = Samples::twiceOfLong;
        Runnable nothing = () -> log.add("ran");
        dropped.accept("added");
        droppedLarge.accept(1L);
        nothing.run();
        Predicate<Object> isNull = java.util.Objects::isNull;
        Function<List<String>, String> generic = List::getFirst;
        Comparator<String> byLength = Comparator.comparing(String::length);
        ToLongFunction<Supplier<Integer>> ofVariable = Supplier::get;
        ToDoubleFunction<List<Float>> ofAnother = List::getLast;
        Predicate<Supplier<Boolean>> truth = Supplier::get;
        Function<String, String> needsNoText = String::valueOf;
        Function<List<Object>, Object> wrongInside = List::getLast;
        IntFunction<Object> boxedAgain = Integer::valueOf;
        return List.of(
                "" + ofVariable.applyAsLong(() -> 7),
                "" + ofAnother.applyAsDouble(List.of(0.5f, 1.5f)),
                "" + truth.test(() -> true),
                "" + boxedAgain.apply(8),
                polluted(needsNoText, "text"),
                polluted(generic, List.of("of a list")),
                polluted(wrongInside, List.of("right", 2)),
                "" + unboxed.applyAsInt(3),
                "" + widened.applyAsLong(4),
                "" + alsoWidened.applyAsDouble(0.25f),
                "" + unboxedAndWidened.applyAsLong((short) 9),
                "" + boxed.apply(5),
                "" + primitive.apply(6),
                log.toString(),
                "" + isNull.negate().test(null),
                generic.apply(List.of("first")),
                "" + byLength.reversed().compare("a", "bb"),
                varargs().apply("p", "q"));
    }

    /// The result of a function that is called with its declared type, and with a number.
    @SuppressWarnings("unchecked") // wrong on purpose
    private static String polluted(Function<?, ?> function, Object right) {
        var any = (Function<Object, Object>) function;
        try {
            return any.apply(right) + " " + any.apply(5);
        } catch (ClassCastException e) {
            return any.apply(right) + " refused";
        }
    }

    private static long twice(int value) {
        return 2L * value;
    }

    private static long twiceOfLong(long value) {
        return 2 * value;
    }

    private static BiFunction<String, String, String> varargs() {
        return Samples::joined;
    }

    private static String joined(String... parts) {
        return String.join("+", parts);
    }

    /// An abstract method, and one that [Named] implements as a default.
    interface Greeting {

        String greet();

        default String name() {
            return "greeting " + greet();
        }

        static Greeting polite() {
            return () -> Greeting.secret("please");
        }

        private static String secret(String word) {
            return "secret " + word;
        }
    }

    interface Named {

        String say();

        default String name() {
            return "named " + say();
        }
    }

    /// Its one method is a default of the others.
    interface Naming {

        String name();
    }

    interface Narrow<T extends CharSequence> extends Function<T, String> {

        @Override
        String apply(T text);
    }

    private static List<String> interfaces() {
        Greeting greeting = () -> "hello";
        Named named = () -> "word";
        Naming naming = () -> "just a name";
        Narrow<String> narrow = String::strip;
        Function<String, String> same = narrow;
        Runnable marked = (Runnable & Cloneable) () -> {};
        Supplier<String> kept = (Supplier<String> & Serializable) () -> "serializable";
        return List.of(
                greeting.name(),
                named.name(),
                naming.name(),
                Greeting.polite().name(),
                narrow.apply(" n "),
                same.apply(" s "),
                "" + (marked instanceof Cloneable),
                "" + (marked instanceof Greeting),
                "" + (same instanceof Supplier),
                "" + ((Object) greeting instanceof Named),
                kept.get(),
                Sort.LATER.of.apply("enum"));
    }

    private enum Sort {
        NOW(text -> "now " + text),
        LATER(text -> "later " + text);

        private final Function<String, String> of;

        Sort(Function<String, String> of) {
            this.of = of;
        }
    }

    private sealed interface Geometry {

        record Circle(int radius) implements Geometry {}

        record Square(int side) implements Geometry {}

        record Nested(Geometry inner, Geometry other) implements Geometry {}
    }

    private static List<String> switches() {
        Geometry circle = new Geometry.Circle(1);
        Geometry square = new Geometry.Square(20);
        return Stream.of(
                        circle,
                        square,
                        new Geometry.Square(2),
                        new Geometry.Nested(circle, square),
                        new Geometry.Nested(square, circle),
                        null)
                .map(Samples::describe)
                .collect(Collectors.collectingAndThen(Collectors.toList(), Samples::withOthers));
    }

    private static String describe(Geometry shape) {
        return switch (shape) {
            case null -> "none";
            case Geometry.Circle(int radius) -> "circle " + radius;
            case Geometry.Square(int side) when side > 10 -> "large square";
            case Geometry.Square square -> "square " + square.side();
            case Geometry.Nested(Geometry.Circle(int radius), Geometry other) ->
                    radius + " in " + describe(other);
            case Geometry.Nested nested -> "nested " + describe(nested.other());
        };
    }

    private static List<String> withOthers(List<String> texts) {
        var all = new ArrayList<>(texts);
        for (Sort kind : Sort.values()) all.add(guarded(kind));
        for (String text : List.of("yes", "no", "never", "nevermore", "")) all.add(answer(text));
        all.add(mixed(Marker.RED));
        all.add(mixed(Marker.BLUE));
        all.add(mixed(new Label("labelled")));
        all.add(IntStream.range(0, 3).mapToObj(Integer::toString).collect(Collectors.joining()));
        return all;
    }

    private static String guarded(Sort kind) {
        return switch (kind) {
            case NOW -> "at once";
            case Sort other when other.ordinal() > 5 -> "far";
            case LATER -> "by and by";
            case Sort _ -> "never";
        };
    }

    private static String answer(String text) {
        return switch (text) {
            case "yes" -> "1";
            case "no" -> "0";
            case String long_ when long_.length() > 5 -> "too long";
            case "never" -> "-1";
            case String _ -> "what?";
        };
    }

    private static String mixed(Tagged value) {
        return switch (value) {
            case Marker.RED -> "red";
            case Marker other when other.ordinal() > 0 -> "not red";
            case Marker _ -> "none";
            case Label(String text) -> text;
        };
    }

    private sealed interface Tagged {}

    private enum Marker implements Tagged {
        RED,
        BLUE
    }

    private record Label(String text) implements Tagged {}

    private record Everything(
            boolean truth,
            byte small,
            char letter,
            short short_,
            int number,
            long large,
            float half,
            double third,
            int[] array,
            String text,
            List<Integer> list) {}

    private record Nothing() {}

    private static Everything everything(float half, double third, String text) {
        return new Everything(
                true, (byte) 1, 'c', (short) 2, 3, 4L, half, third, null, text, List.of(5));
    }

    private static List<String> records() {
        Everything one = everything(Float.NaN, 0.0, "text");
        return List.of(
                "" + one.equals(one),
                "" + one.equals(everything(Float.NaN, 0.0, new String("text"))),
                "" + one.equals(everything(Float.NaN, -0.0, "text")),
                "" + one.equals(everything(0, 0.0, "text")),
                "" + one.equals(everything(Float.NaN, 0.0, null)),
                "" + everything(1, 2, null).equals(everything(1, 2, null)),
                "" + one.equals("text"),
                "" + one.equals(null),
                "" + one.hashCode(),
                "" + everything(1, 2, null).hashCode(),
                new Nothing()
                        + " "
                        + new Nothing().equals(new Nothing())
                        + new Nothing().hashCode(),
                one.toString());
    }

    private class Inner extends Outer {

        String viaSuper() {
            Supplier<String> above = super::said;
            return above.get() + own;
        }

        @Override
        String said() {
            return "overridden";
        }
    }

    private static class Outer {

        String said() {
            return "super ";
        }
    }
}
