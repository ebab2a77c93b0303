package io.hyperpodgateway.policy.match;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// What several lists of globs have in common, in as few lists as globs can say it.
///
/// @param lists a value has to be on each of these; none if there was none
/// @param others how many more lists there are, too many to be looked at
public record CommonGlobs(List<Globs> lists, int others) {

    /// As many lists as are looked at, and as many pairs of their globs.
    private static final int MAX_LISTS = 16;

    private static final int MAX_PAIRS = 400;

    public CommonGlobs {
        lists = List.copyOf(lists);
    }

    /// What all these lists have.
    public static CommonGlobs of(List<Globs> lists) {
        List<Globs> distinct = lists.stream().distinct().toList();
        var common = new ArrayList<Globs>();
        distinct.stream().limit(MAX_LISTS).forEach(list -> join(list, common));
        return new CommonGlobs(common, Math.max(0, distinct.size() - MAX_LISTS));
    }

    private static void join(Globs list, List<Globs> common) {
        for (int i = 0; i < common.size(); i++) {
            Optional<Globs> one = inOne(common.get(i), list);
            if (one.isEmpty()) continue;
            common.remove(i);
            join(one.get(), common);
            return;
        }
        common.add(list);
    }

    /// What both lists have, if one list can say it: of each two globs one covers the other, or
    /// they have nothing in common.
    private static Optional<Globs> inOne(Globs one, Globs other) {
        if ((long) one.globs().size() * other.globs().size() > MAX_PAIRS) return Optional.empty();
        var both = new LinkedHashSet<Glob>();
        for (Glob glob : one.globs()) {
            for (Glob another : other.globs()) {
                if (GlobRelation.covers(glob, another)) both.add(another);
                else if (GlobRelation.covers(another, glob)) both.add(glob);
                else if (GlobRelation.mayMeet(glob, another)) return Optional.empty();
            }
        }
        return Optional.of(new Globs(List.copyOf(both)));
    }
}
