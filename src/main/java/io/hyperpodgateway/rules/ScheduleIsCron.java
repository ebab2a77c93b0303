package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;
import io.hyperpodgateway.text.Excerpt;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// SageMaker takes the time of updates as AWS writes cron expressions, `cron(0 3 ? * SUN *)`, and a
/// batch cannot be more than all. Looked at are the form, the number of fields and the characters
/// in each, not whether the values make a date. A group of no instances waits to grow, so any
/// number fits.
final class ScheduleIsCron implements Rule {

    private static final RuleId ID =
            RuleId.warn(
                            "schedule-is-cron",
                            "`ScheduleExpression` is `cron(...)` with six fields, a CAPACITY_PERCENTAGE batch is at most 100 and an INSTANCE_COUNT batch at most `InstanceCount`")
                    .modelled();

    private static final String UPDATE = "ScheduledUpdateConfig";
    private static final String SCHEDULE = "ScheduleExpression";

    /// Minutes, hours, day of month, month, day of week and year.
    private static final Pattern CRON =
            Pattern.compile(
                    "cron\\([0-9,*/-]++ [0-9,*/-]++ [0-9LW,*?/-]++ [0-9A-Z,*/-]++ [0-9A-Z,*?/#-]++ [0-9,*/-]++\\)");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        return request.groups().stream()
                .flatMap(group ->
                        Stream.concat(
                                noCron(group),
                                BatchSize.of(group).flatMap(ScheduleIsCron::tooBig)));
    }

    private static Stream<Finding> noCron(InstanceGroup group) {
        JsonPointer at = group.pointer().member(UPDATE).member(SCHEDULE);
        return group
                .document()
                .object(UPDATE)
                .flatMap(update -> update.text(SCHEDULE))
                .filter(schedule -> !CRON.matcher(schedule).matches())
                .stream()
                .map(schedule ->
                        ID.at(
                                at,
                                "%s is %s, cron(...) with six fields is allowed"
                                        .formatted(at, Excerpt.quoted(schedule))));
    }

    private static Stream<Finding> tooBig(BatchSize batch) {
        return most(batch).filter(most -> batch.value() > most).stream()
                .map(most ->
                        ID.at(
                                batch.pointer(),
                                "%s is %d, at most %d is allowed"
                                        .formatted(batch.pointer(), batch.value(), most)));
    }

    private static Optional<Long> most(BatchSize batch) {
        return switch (batch.type()) {
            case "CAPACITY_PERCENTAGE" -> Optional.of(100L);
            case "INSTANCE_COUNT" -> batch.group().instanceCount().filter(count -> count > 0);
            default -> Optional.empty();
        };
    }
}
