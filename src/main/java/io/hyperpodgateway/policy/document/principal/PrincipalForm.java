package io.hyperpodgateway.policy.document.principal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/// A form that principals have: which characters may stand where.
///
/// @param steps one after the other
record PrincipalForm(List<Step> steps) {

    private static final PrincipalForm NOTHING = new PrincipalForm(List.of());

    /// Every form that `identity` gives to callers.
    ///
    /// @see <a
    ///   href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html">IAM
    ///   identifiers</a>
    static final List<PrincipalForm> ALL =
            List.of(
                    arn("iam").text("user/").some(CharacterSet.NAME),
                    // a path may hold whatever else an ARN is made of
                    arn("iam")
                            .text("user/")
                            .some(CharacterSet.PATH)
                            .text("/")
                            .some(CharacterSet.NAME),
                    arn("iam").text("role/").some(CharacterSet.NAME),
                    arn("iam").text("root"),
                    arn("sts").text("federated-user/").some(CharacterSet.NAME),
                    NOTHING.text("jwt:")
                            .some(CharacterSet.ANY_BUT_HASH)
                            .text("#")
                            .some(CharacterSet.ANY));

    /// @param repeats whether any number of characters stands here, none included; else one does
    record Step(CharacterSet characters, boolean repeats) {}

    PrincipalForm {
        steps = List.copyOf(steps);
    }

    /// An ARN of IAM or STS up to its account; neither has a Region.
    private static PrincipalForm arn(String service) {
        var partition = NOTHING.text("arn:aws").any(CharacterSet.LOWER_CASE_OR_HYPHEN);
        var account = partition.text(":" + service + "::");
        for (int digit = 0; digit < 12; digit++) account = account.one(CharacterSet.DIGIT);
        return account.text(":");
    }

    private PrincipalForm text(String text) {
        return text.codePoints()
                .mapToObj(CharacterSet::only)
                .reduce(this, PrincipalForm::one, (_, last) -> last);
    }

    private PrincipalForm some(CharacterSet characters) {
        return one(characters).any(characters);
    }

    private PrincipalForm one(CharacterSet characters) {
        return with(new Step(characters, false));
    }

    private PrincipalForm any(CharacterSet characters) {
        return with(new Step(characters, true));
    }

    private PrincipalForm with(Step step) {
        return new PrincipalForm(Stream.concat(steps.stream(), Stream.of(step)).toList());
    }

    /// Whether some text of this form matches the glob, which is not the lone `*`.
    ///
    /// Walks the glob once, and keeps in mind how far into the form each part of it may have led.
    boolean canMatch(String glob) {
        var reached = new BitSet(steps.size() + 1);
        reached.set(0);
        skipRepeated(reached);
        for (int wanted : glob.codePoints().toArray()) {
            if (wanted == '*') anyWild(reached);
            else reached = one(wanted, reached);
            if (reached.isEmpty()) return false;
        }
        return reached.get(steps.size());
    }

    private BitSet one(int wanted, BitSet from) {
        var reached = new BitSet(steps.size() + 1);
        for (int at : places(from)) {
            Step step = steps.get(at);
            boolean fits =
                    wanted == '?'
                            ? step.characters().hasWild()
                            : step.characters().has().test(wanted);
            if (fits) reached.set(step.repeats() ? at : at + 1);
        }
        skipRepeated(reached);
        return reached;
    }

    /// Every step leads on by one at most, so going up once is enough.
    private void anyWild(BitSet reached) {
        for (int at = 0; at < steps.size(); at++) {
            Step step = steps.get(at);
            if (reached.get(at) && (step.repeats() || step.characters().hasWild()))
                reached.set(at + 1);
        }
    }

    private void skipRepeated(BitSet reached) {
        for (int at = 0; at < steps.size(); at++) {
            if (reached.get(at) && steps.get(at).repeats()) reached.set(at + 1);
        }
    }

    /// The places of the form, but for its end, from which nothing leads on.
    private List<Integer> places(BitSet reached) {
        var places = new ArrayList<Integer>();
        reached.stream().filter(at -> at < steps.size()).forEach(places::add);
        return places;
    }
}
