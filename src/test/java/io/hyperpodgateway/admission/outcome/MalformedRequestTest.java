package io.hyperpodgateway.admission.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.text.Reading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;

/// Findings on bodies that are no request. `~` is a line break.
class MalformedRequestTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ``                                                   | empty
                    ` ~ ~`                                               | empty
                    ClusterName: vision                                  | YAML
                    ClusterName: vision~InstanceGroups:~  - InstanceCount: 2 | YAML
                    ---~ClusterName: vision                              | YAML
                    # a comment~~ClusterName: vision~InstanceGroups: []  | YAML
                    - InstanceGroupName: a~  InstanceCount: 1            | YAML
                    "ClusterName": vision~"InstanceGroups": []           | YAML
                    apiVersion: v1~kind: Cluster                         | YAML
                    {'ClusterName': 'vision'}                            | Python
                    {'ClusterName': 'vision', 'Tags': [],}               | Python
                    {"ClusterName": "vision", "x": True}                 | Python
                    {"ClusterName": None}                                | Python
                    [{'InstanceGroupName': 'a'}]                         | Python
                    {ClusterName: "vision"}                              | double quotes
                    {"ClusterName": "vision", Tags: []}                  | double quotes
                    ClusterName=vision&InstanceCount=2                   | a form
                    ClusterName=vision                                   | a form
                    %7B%22ClusterName%22%3A%22vision%22%7D               | a form
                    --x1~Content-Disposition: form-data; name="f"~~{}~--x1-- | a form
                    @request.json                                        | name of a file
                    @-                                                   | name of a file
                    file://request.json                                  | name of a file
                    fileb:///tmp/request.json                            | name of a file
                    request.json                                         | name of a file
                    ./clusters/vision.yaml                               | name of a file
                    C:\\Users\\jo\\request.json                          | name of a file
                    "file://request.json"                                | name of a file
                    "@request.json"                                      | name of a file
                    <CreateClusterRequest/>                              | XML
                    <?xml version="1.0"?>~<a/>                           | XML
                    <!DOCTYPE html>                                      | XML
                    resource "awscc_sagemaker_cluster" "x" {~  cluster_name = "x"~} | Terraform
                    cluster_name = "vision"                              | Terraform
                    ClusterName="vision",~NodeRecovery="None"            | Terraform
                    "ClusterName": "vision",~"InstanceGroups": []        | without its braces
                    "{\\"ClusterName\\": \\"vision\\"}"                  | encoded twice
                    [{"InstanceGroupName": "a", "InstanceCount": 1}]     | looks like InstanceGroups; an object with ClusterName is expected
                    [1, {"InstanceType": "ml.p5.48xlarge"}]              | looks like InstanceGroups
                    [{"instance_group_name": "a", "instanceCount": 1}]   | looks like InstanceGroups
                    aws sagemaker create-cluster --cluster-name x        | a command
                    $ curl -X POST https://example.com                   | a command
                    import boto3~client = boto3.client("sagemaker")      | Python code
                    client.create_cluster(ClusterName="x")               | Python code
                    ~```json~{"ClusterName": "vision"}~```               | Markdown
                    [{"ClusterName": "vision"}]                          | array around a request
                    [1]                                                  | a JSON object is expected
                    []                                                   | a JSON object is expected
                    "vision"                                             | a JSON object is expected
                    null                                                 | a JSON object is expected
                    """)
    void callsABodyByItsForm(String body, String words) {
        assertThat(findings(body.replace('~', '\n')))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message())
                            .startsWith("the body is ")
                            .contains(words)
                            .hasSizeLessThan(300);
                    assertThat(finding.pointer()).hasToString("");
                });
    }

    /// For JSON with a small mistake the reader's own message is more precise.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ClusterName\": \"vision\",}",
                "{\"ClusterName\": 'vision'}",
                "{\"ClusterName\": }",
                "{\"ClusterName\": \"a: 'True', b: None\" // x\n}",
                "{\"a\": 1} {\"b\": 2}",
                "{\"a\": tru}",
                "{\"a\": 1",
                "hello",
                "{\"a\": \"\\\"True\\\" \\\\\" x}",
            })
    void leavesToTheReaderWhatIsNearlyJson(String body) {
        assertThat(findings(body))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).doesNotStartWith("the body"));
    }

    @Test
    void keepsThePlaceAndNothingOfTheContent() {
        Finding finding = findings("ClusterName: secret\n").getFirst();

        assertThat(finding.message()).contains("yq -o=json").endsWith("(line 1, column 1)");
        assertThat(finding.message()).doesNotContain("secret");
        assertThat(MalformedRequest.withoutContent(finding).message())
                .isEqualTo("syntax (line 1, column 1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{,", "{'", " ", "\"", "{\"\\", "a.", "a=", "-", "{ a", "'", "\n#"})
    void isQuickWhateverTheBody(String part) {
        String body = part.repeat(256 * 1024 / part.length());

        org.junit.jupiter.api.Assertions.assertTimeout(
                Duration.ofSeconds(2), () -> BodyForm.words(body));
    }

    @Test
    void readsLongTexts() {
        String text = "a\\\"".repeat(80_000);

        assertThat(BodyForm.words("{\"a\": \"" + text + "\", \"b\": True}").orElseThrow())
                .contains("Python");
        assertThat(BodyForm.words("{\"a\": \"" + text + "'x': True")).isEmpty();
    }

    private static List<Finding> findings(String body) {
        return switch (JsonReader.read(body)) {
            case Reading.Read(var value) -> List.of(MalformedRequest.notAnObject(value));
            case Reading.Refused(var flaws) ->
                    flaws.stream().map(flaw -> MalformedRequest.of(flaw, body)).toList();
        };
    }
}
