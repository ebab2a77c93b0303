package io.hyperpodgateway.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class RoleTemplateTest {

    private static final String ARN = "arn:${AWS::Partition}:";
    private static final String HERE = ":${AWS::Region}:${AWS::AccountId}:";

    private static final Map<String, JsonObject> STATEMENTS =
            policies()
                    .flatMap(policy -> document(policy).items("Statement").stream())
                    .map(RoleTemplateTest::statement)
                    .collect(
                            Collectors.toMap(
                                    statement -> statement.text("Sid").orElseThrow(),
                                    Function.identity()));

    @Test
    void hasOnlyItsOwnPolicyBesideTheRolesOfTheSchedules() {
        assertThat(Template.ofType("AWS::IAM::Role"))
                .containsOnlyKeys("GatewayRole", "DigestRole", "ReconcilerRole");
        assertThat(Template.ofType("AWS::IAM::Policy")).isEmpty();
        assertThat(Template.ofType("AWS::IAM::ManagedPolicy")).isEmpty();
        assertThat(Template.properties("GatewayRole").members().keySet())
                .containsExactlyInAnyOrder(
                        "Description",
                        "AssumeRolePolicyDocument",
                        "PermissionsBoundary",
                        "Policies");
        assertThat(Template.properties("GatewayFunction").object("Role").orElseThrow().toText())
                .isEqualTo("{\"Fn::GetAtt\":\"GatewayRole.Arn\"}");
    }

    @Test
    void boundsEveryRoleIfAsked() {
        assertThat(Template.ofType("AWS::IAM::Role"))
                .allSatisfy((_, role) ->
                        assertThat(role.get("PermissionsBoundary").orElseThrow().toText())
                                .isEqualTo(
                                        "{\"Fn::If\":[\"BoundsRoles\","
                                                + "{\"Ref\":\"PermissionsBoundaryArn\"},"
                                                + "{\"Ref\":\"AWS::NoValue\"}]}"));
    }

    @Test
    void allowsWhatTheListSaysAndNothingElse() {
        Stream<String> allowed =
                STATEMENTS.entrySet().stream()
                        .flatMap(entry -> actions(entry.getValue()).map(named(entry.getKey())));
        assertThat(allowed)
                .containsExactlyInAnyOrderElementsOf(
                        Grant.ALL.stream().map(g -> g.statement() + " " + g.action()).toList());
    }

    @Test
    void allowsSingleActionsOnly() {
        assertThat(STATEMENTS.values())
                .allSatisfy(statement -> {
                    assertThat(statement.text("Effect")).contains("Allow");
                    assertThat(statement.get("NotAction")).isEmpty();
                    assertThat(statement.get("NotResource")).isEmpty();
                    assertThat(actions(statement))
                            .allSatisfy(action -> assertThat(action).doesNotContain("*"));
                });
    }

    @Test
    void leavesTheResourceOpenOnlyWhereTheActionKnowsNone() {
        assertThat(
                        Template.only(
                                STATEMENTS,
                                (_, statement) -> statement.text("Resource").equals(any())))
                .containsOnlyKeys("FindCustomImages", "SendTraces");
    }

    @Test
    void addsToTheRecordAndNeverChangesIt() {
        Stream<String> actions =
                STATEMENTS.values().stream()
                        .filter(statement -> resource(statement).contains("AuditTable"))
                        .flatMap(RoleTemplateTest::actions)
                        .distinct();
        assertThat(actions)
                .containsExactlyInAnyOrder(
                        "dynamodb:PutItem", "dynamodb:GetItem", "dynamodb:Query");
        assertThat(condition("AddEventsToTheRecord"))
                .isEqualTo(
                        "{\"ForAllValues:StringLike\":{\"dynamodb:LeadingKeys\":[\"REQUEST#*\"]},"
                                + "\"Null\":{\"dynamodb:LeadingKeys\":\"false\"}}");
    }

    @Test
    void listsFromTheIndexesOfListsAlone() {
        assertThat(subs(STATEMENTS.get("ListTheRecord")))
                .containsExactlyInAnyOrder(
                        "${AuditTable.Arn}/index/byCluster",
                        "${AuditTable.Arn}/index/byPrincipal",
                        "${AuditTable.Arn}/index/byDay");
    }

    @Test
    void deletesIntentsFromTheOpenTableAlone() {
        assertThat(
                        Template.only(
                                STATEMENTS,
                                (_, s) -> actions(s).anyMatch("dynamodb:DeleteItem"::equals)))
                .containsOnlyKeys("KeepOpenIntents");
        assertThat(resource(STATEMENTS.get("KeepOpenIntents")))
                .isEqualTo("{\"Fn::GetAtt\":\"OpenTable.Arn\"}");
    }

    @Test
    void createsClustersOfThisAccountAndRegion() {
        assertThat(subs(STATEMENTS.get("CreateClusters")))
                .containsExactlyInAnyOrder(
                        ARN + "sagemaker" + HERE + "cluster/*",
                        ARN + "sagemaker" + HERE + "training-plan/*",
                        ARN + "sagemaker" + HERE + "reserved-capacity/*");
        assertThat(Stream.of("ReadClusters", "TagClustersAsTheyAreCreated").map(STATEMENTS::get))
                .allSatisfy(statement ->
                        assertThat(subs(statement))
                                .containsExactly(ARN + "sagemaker" + HERE + "cluster/*"));
    }

    @ParameterizedTest
    @CsvSource({
        "PassExecutionRoles,AllowedExecutionRoleArns",
        "PassClusterRoles,AllowedClusterRoleArns",
        "AdmitHyperPodToEksClusters,AllowedEksClusterArns",
        "ManageHyperPodsAccessEntries,AllowedEksClusterArns"
    })
    void handsOnWhatTheParameterNamesAndByConventionOtherwise(String statement, String parameter) {
        assertThat(resource(STATEMENTS.get(statement)))
                .startsWith("{\"Fn::If\":")
                .contains("{\"Ref\":\"" + parameter + "\"}");
        assertThat(subs(STATEMENTS.get(statement)))
                .filteredOn(arn -> arn.startsWith(ARN))
                .singleElement()
                .asString()
                .contains("${AWS::AccountId}:")
                .contains("/hyperpod-*");
    }

    @Test
    void passesRolesToSageMakerAlone() {
        assertThat(condition("PassExecutionRoles"))
                .isEqualTo(
                        "{\"StringEquals\":{\"iam:PassedToService\":\"sagemaker.amazonaws.com\"}}");
        assertThat(condition("PassClusterRoles"))
                .isEqualTo(
                        "{\"StringEquals\":{\"iam:PassedToService\":[\"sagemaker.amazonaws.com\","
                                + "\"hyperpod.sagemaker.amazonaws.com\"]}}");
        assertThat(condition("CreateHyperPodServiceLinkedRole"))
                .isEqualTo(
                        "{\"StringEquals\":"
                                + "{\"iam:AWSServiceName\":\"hyperpod.sagemaker.amazonaws.com\"}}");
    }

    @Test
    void holdsWhatIsOffByDefaultBehindAParameter() {
        List<String> conditional =
                policies()
                        .flatMap(policy -> document(policy).items("Statement").stream())
                        .filter(item -> ((JsonObject) item).get("Fn::If").isPresent())
                        .map(item -> statement(item).text("Sid").orElseThrow())
                        .toList();
        assertThat(conditional)
                .containsExactlyInAnyOrder(
                        "FindCustomImages",
                        "ShareCustomImages",
                        "GrantVolumeKeys",
                        "DescribeVolumeKeys",
                        "OpenTablesUnderTheDataKey");
    }

    @Test
    void allowsEveryCallThatTheCodeMakesAndNoneThatItDoesNot() {
        Set<String> granted =
                Grant.ALL.stream()
                        .filter(g -> g.because() == Grant.Because.CALLED_BY_OUR_CODE)
                        .map(Grant::action)
                        .collect(Collectors.toSet());
        assertThat(callsOfTheCode()).isEqualTo(granted);
    }

    /// The calls of AWS's clients as actions; the parts of a transaction are authorized one by one.
    private static Set<String> callsOfTheCode() {
        Set<String> noAction = Set.of("builder", "close", "create", "serviceName");
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.hyperpodgateway")
                        .stream()
                        .flatMap(type -> type.getCodeUnitAccessesFromSelf().stream())
                        .map(JavaCodeUnitAccess::getTarget)
                        .flatMap(target -> action(target, noAction).stream())
                        .collect(Collectors.toSet());
    }

    private static Optional<String> action(CodeUnitAccessTarget target, Set<String> noAction) {
        String name = target.getName();
        return switch (target.getOwner().getSimpleName()) {
            case "Put", "Delete" ->
                    target.getOwner().getPackageName().endsWith(".dynamodb.model")
                            ? Optional.of("dynamodb:" + target.getOwner().getSimpleName() + "Item")
                            : Optional.empty();
            case "SageMakerClient" ->
                    noAction.contains(name)
                            ? Optional.empty()
                            : Optional.of("sagemaker:" + capitalised(name));
            case "DynamoDbClient" ->
                    noAction.contains(name)
                                    || name.equals("transactWriteItems")
                                    || name.equals(
                                            "scan") // the verifier's, under a person's role, and
                            // the reconciler's
                            ? Optional.empty()
                            : Optional.of("dynamodb:" + capitalised(name));
            default -> Optional.empty();
        };
    }

    private static String capitalised(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static Stream<JsonObject> policies() {
        return Template.properties("GatewayRole").items("Policies").stream()
                .map(JsonObject.class::cast);
    }

    private static JsonObject document(JsonObject policy) {
        return policy.object("PolicyDocument").orElseThrow();
    }

    /// The statement itself, or the conditional one.
    private static JsonObject statement(Json item) {
        JsonObject object = (JsonObject) item;
        return object.get("Fn::If").isEmpty() ? object : (JsonObject) object.items("Fn::If").get(1);
    }

    private static Stream<String> actions(JsonObject statement) {
        return Template.texts(statement.get("Action").orElseThrow()).stream();
    }

    private static Function<String, String> named(String statement) {
        return action -> statement + " " + action;
    }

    private static String resource(JsonObject statement) {
        return statement.get("Resource").orElseThrow().toText();
    }

    private static String condition(String statement) {
        return STATEMENTS.get(statement).get("Condition").orElseThrow().toText();
    }

    /// The ARNs that Fn::Sub builds anywhere in the statement's resource.
    private static List<String> subs(JsonObject statement) {
        return Template.objects(new JsonArray(List.of(statement.get("Resource").orElseThrow())))
                .flatMap(object -> object.text("Fn::Sub").stream())
                .toList();
    }

    private static Optional<String> any() {
        return Optional.of("*");
    }
}
