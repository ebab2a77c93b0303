package io.hyperpodgateway.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.model.Shape;
import io.hyperpodgateway.model.Shape.StringShape;
import io.hyperpodgateway.model.ShapePattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class PatternDescriptionsTest {

    private static final Pattern EXAMPLE = Pattern.compile(" as (\\S+[^\\s,])");

    private final Map<String, Shape> shapes = ServiceModel.bundled().shapes();

    @Test
    void describesShapesThatHaveAPattern() {
        assertThat(PatternDescriptions.all().keySet())
                .allSatisfy(name -> assertThat(pattern(name)).isPresent());
    }

    @Test
    void givesExamplesThatMatch() {
        PatternDescriptions.all()
                .forEach((name, description) -> {
                    Matcher example = EXAMPLE.matcher(description);
                    if (!example.find()) return;
                    String text = example.group(1).replace("REGION", "eu-west-1");
                    var shape = (StringShape) shapes.get(name);
                    assertThat(shape.fits(text) && shape.matches(text)).as(text).isTrue();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ClusterName",
                "ClusterInstanceGroupName",
                "RoleArn",
                "S3Uri",
                "SubnetId",
                "SecurityGroupId"
            })
    void knowsWhatIsMostOftenWrong(String shape) {
        assertThat(PatternDescriptions.of(shape)).isPresent();
    }

    @Test
    void hasNoneOfOthers() {
        assertThat(PatternDescriptions.of("AlarmName")).isEmpty();
    }

    private Optional<ShapePattern> pattern(String name) {
        return shapes.get(name) instanceof StringShape shape ? shape.pattern() : Optional.empty();
    }
}
