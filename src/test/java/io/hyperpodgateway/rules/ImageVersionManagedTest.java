package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.rule;
import static io.hyperpodgateway.rules.SpecDocuments.request;
import static io.hyperpodgateway.rules.SpecDocuments.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class ImageVersionManagedTest {

    @Test
    void warnsOfAVersionOfACustomImage() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'ImageId':'ami-0123456789abcdef0',"
                                        + "'ImageReleaseVersion':'1.0.0'}]}"))
                .containsExactly("image-version-managed /InstanceGroups/0/ImageReleaseVersion");
    }

    @Test
    void takesAVersionOfTheManagedImage() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'ImageId':'default','ImageReleaseVersion':'1.0.0'},{"
                                        + "'ImageReleaseVersion':'1.0.0'},{'ImageId':'ami-0123456789abcdef0'}]}"))
                .isEmpty();
    }

    @Test
    void passesOverWhatTheShapeCheckTells() {
        assertThat(
                        check(
                                "{'InstanceGroups':[7,{'ImageId':7,'ImageReleaseVersion':'1.0.0'},{"
                                        + "'ImageId':'AMI-1','ImageReleaseVersion':'1.0.0'}]}"))
                .isEmpty();
    }

    private static List<String> check(String document) {
        return summaries(rule("image-version-managed").check(request(document)).toList());
    }
}
