package io.hyperpodgateway.policy.cost;

import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.text.Excerpt;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A cost over its limit, and how it is told.
///
/// @param cost the cost
/// @param most the limit that it is over
record Overrun(HourlyCost cost, BigDecimal most) {

    private static final int MAX_PARTS = 10;

    /// The cost if it is over the limit.
    static Optional<Overrun> of(HourlyCost cost, BigDecimal most) {
        return Optional.of(new Overrun(cost, most)).filter(Overrun::isOver);
    }

    /// The count with which the sum goes over, in the order of the request.
    JsonPointer place() {
        BigDecimal sum = BigDecimal.ZERO;
        for (GroupCost group : cost.groups()) {
            sum = sum.add(group.part().map(CostPart::sum).orElse(BigDecimal.ZERO));
            if (sum.compareTo(most) > 0) return group.asked().at("InstanceCount");
        }
        return JsonPointer.ROOT;
    }

    /// The sum, the limit, what is over, and as many parts as a message bears, the dearest first.
    String words() {
        BigDecimal total = cost.total();
        String sum =
                "the cluster costs %s%s USD an hour, at most %s is allowed (%s over)"
                        .formatted(
                                cost.isAtLeast() ? "at least " : "",
                                Usd.text(total),
                                Usd.text(most),
                                Usd.text(total.subtract(most)));
        return sum + parts(Excerpt.MAX_SENTENCE - sum.length());
    }

    private boolean isOver() {
        return cost.total().compareTo(most) > 0;
    }

    private String parts(int room) {
        List<CostPart> dearest =
                cost.parts().stream()
                        .filter(part -> part.count() > 0)
                        .sorted(Comparator.comparing(CostPart::sum).reversed())
                        .toList();
        var shown = new ArrayList<String>();
        for (CostPart part : dearest) {
            shown.add(part.words());
            boolean fits = listed(shown, dearest.size() - shown.size()).length() <= room;
            if (fits && shown.size() <= MAX_PARTS) continue;
            shown.removeLast();
            break;
        }
        return listed(shown, dearest.size() - shown.size());
    }

    private static String listed(List<String> shown, int left) {
        if (shown.isEmpty()) return ", in %d groups".formatted(left);
        String more = left > 0 ? " and %d more".formatted(left) : "";
        return ": " + String.join(", ", shown) + more;
    }
}
