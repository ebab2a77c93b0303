package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.Row.rule;
import static io.hyperpodgateway.rules.RuleId.warn;

import io.hyperpodgateway.finding.Phrase;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;
import io.hyperpodgateway.request.Section;
import io.hyperpodgateway.text.Excerpt;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The rules on software updates.
final class UpdateRules {

    private static final String UPDATE = "ScheduledUpdateConfig";
    private static final String SCHEDULE = "ScheduleExpression";

    /// Minutes, hours, day of month, month, day of week and year.
    private static final Pattern CRON =
            Pattern.compile(
                    "cron\\([0-9,*/-]++ [0-9,*/-]++ [0-9LW,*?/-]++ [0-9A-Z,*/-]++ [0-9A-Z,*?/#-]++ [0-9,*/-]++\\)");

    private UpdateRules() {}

    /// All of them, in the order in which findings on one place are reported.
    static List<Rule> all() {
        return List.of(scheduleIsCron(), batchUpdateEks());
    }

    // SageMaker takes cron expressions as AWS writes them, `cron(0 3 ? * SUN *)`. The rule looks at
    // the form, the number of fields and the characters in each, not whether the values make a
    // date.
    private static Rule scheduleIsCron() {
        return rule(warn(
                                "schedule-is-cron",
                                "`ScheduleExpression` is `cron(...)` with six fields, a CAPACITY_PERCENTAGE batch is at most 100 and an INSTANCE_COUNT batch at most `InstanceCount`")
                        .modelled())
                .each(ClusterRequest::groups)
                .ifPresent(group -> group.section(UPDATE))
                .when(update ->
                        update.text(SCHEDULE)
                                .filter(schedule -> !CRON.matcher(schedule).matches())
                                .isPresent())
                .at(update -> update.at(SCHEDULE))
                .says(update ->
                        Phrase.of(
                                "is ",
                                Excerpt.quoted(update.text(SCHEDULE).orElseThrow()),
                                ", cron(...) with six fields is allowed"))
                .also(row ->
                        row.each(ClusterRequest::groups)
                                .eachOf(UpdateRules::batches)
                                .when(batch -> batch.value() > batch.most())
                                .at(Batch::pointer)
                                .says(batch ->
                                        Phrase.of(
                                                "is ",
                                                batch.value(),
                                                ", at most ",
                                                batch.most(),
                                                " is allowed")));
    }

    /// How many instances, or percent of a group, one step of an update takes.
    private record Batch(JsonPointer pointer, long value, long most) {}

    /// Those batches of the group's patches and updates whose value and limit can be read.
    private static Stream<Batch> batches(InstanceGroup group) {
        return Stream.of("AutoPatchConfig", UPDATE)
                .flatMap(update -> policy(group, update).stream())
                .flatMap(policy ->
                        Stream.of("MaximumBatchSize", "RollbackMaximumBatchSize")
                                .flatMap(size -> policy.section(size).stream()))
                .flatMap(size -> batch(group, size).stream());
    }

    private static Optional<Batch> batch(InstanceGroup group, Section size) {
        return size.text("Type")
                .flatMap(type -> most(group, type))
                .flatMap(most ->
                        size.integer("Value")
                                .map(value -> new Batch(size.at("Value"), value, most)));
    }

    /// A group of no instances waits to grow, so any number fits.
    private static Optional<Long> most(InstanceGroup group, String type) {
        return switch (type) {
            case "CAPACITY_PERCENTAGE" -> Optional.of(100L);
            case "INSTANCE_COUNT" -> group.instanceCount().filter(count -> count > 0);
            default -> Optional.empty();
        };
    }

    private static Rule batchUpdateEks() {
        return rule(warn(
                                "batch-update-eks",
                                "updating in batches, `ScheduledUpdateConfig.DeploymentConfig.RollingUpdatePolicy`, is documented for EKS clusters only")
                        .documented("dg/sagemaker-hyperpod-ami-update"))
                .when(ClusterRequest::lacksEks)
                .each(ClusterRequest::groups)
                .ifPresent(group -> policy(group, UPDATE))
                .at(Section::pointer)
                .says("is set, updates in batches are documented for EKS clusters only");
    }

    private static Optional<Section> policy(InstanceGroup group, String update) {
        return group.section().section(update, "DeploymentConfig", "RollingUpdatePolicy");
    }
}
