package io.hyperpodgateway.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class ApiTemplateTest {

    private static final String THE_REST = "$default";
    private static final JsonObject STAGE = Template.properties("Stage");

    private static final Map<String, JsonObject> ROUTES =
            Template.ofType("AWS::ApiGatewayV2::Route").values().stream()
                    .collect(
                            Collectors.toMap(
                                    route -> route.text("RouteKey").orElseThrow(),
                                    Function.identity()));

    @Test
    void hasTheRoutesOfTheCodeAndOneForTheRest() {
        Stream<String> expected =
                Stream.of(Agreed.OPEN_ROUTES, Agreed.IDENTIFIED_ROUTES, Set.of(THE_REST))
                        .flatMap(Set::stream);
        assertThat(ROUTES.keySet()).containsExactlyInAnyOrderElementsOf(expected.toList());
    }

    @Test
    void asksNoIdentityOnTheOpenRoutesAlone() {
        assertThat(ROUTES)
                .allSatisfy((key, route) -> {
                    boolean open = Agreed.OPEN_ROUTES.contains(key);
                    assertThat(route.text("AuthorizationType").equals(text("NONE")))
                            .isEqualTo(open);
                    assertThat(route.get("AuthorizerId").isPresent()).isEqualTo(!open);
                });
    }

    @Test
    void identifiesByTokenWhereAnIssuerIsGivenAndByIamOtherwise() {
        String identity = "{\"Fn::If\":[\"IdentifiesByToken\",\"JWT\",\"AWS_IAM\"]}";
        assertThat(Template.only(ROUTES, (key, _) -> !Agreed.OPEN_ROUTES.contains(key)))
                .allSatisfy((_, route) ->
                        assertThat(route.get("AuthorizationType").orElseThrow().toText())
                                .isEqualTo(identity));
    }

    @Test
    void throttlesOpenRoutesBelowTheLeastThatTheOthersCanBeSetTo() {
        JsonObject settings = STAGE.object("RouteSettings").orElseThrow();
        assertThat(settings.members().keySet()).isEqualTo(Agreed.OPEN_ROUTES);
        settings.members()
                .forEach((_, route) -> {
                    assertThat(number((JsonObject) route, "ThrottlingRateLimit"))
                            .isLessThan(least("RateLimit"));
                    assertThat(number((JsonObject) route, "ThrottlingBurstLimit"))
                            .isLessThan(least("BurstLimit"));
                });
    }

    @Test
    void throttlesEveryRoute() {
        assertThat(STAGE.object("DefaultRouteSettings").orElseThrow().toText())
                .contains("{\"Ref\":\"RateLimit\"}", "{\"Ref\":\"BurstLimit\"}");
    }

    @Test
    void letsThisApiAndStageAloneInvokeTheAlias() {
        assertThat(Template.ofType("AWS::Lambda::Permission"))
                .containsOnlyKeys("ApiMayInvokeAlias");
        JsonObject permission = Template.properties("ApiMayInvokeAlias");
        assertThat(permission.text("Principal")).isEqualTo(text("apigateway.amazonaws.com"));
        assertThat(permission.object("FunctionName"))
                .contains(JsonObject.of("Ref", Json.of("GatewayFunction.Alias")));
        assertThat(permission.object("SourceArn").orElseThrow().text("Fn::Sub"))
                .contains(
                        "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:"
                                + "${Api}/$default/*");
        assertThat(STAGE.text("StageName")).isEqualTo(text("$default"));
    }

    @Test
    void callsTheAliasWithPayloadTwo() {
        JsonObject integration = Template.properties("Integration");
        assertThat(integration.text("PayloadFormatVersion")).isEqualTo(text("2.0"));
        assertThat(integration.object("IntegrationUri").orElseThrow().toText())
                .contains("{\"Ref\":\"GatewayFunction.Alias\"}")
                .contains("/functions/${Alias}/invocations");
        assertThat(ROUTES)
                .allSatisfy((_, route) ->
                        assertThat(route.object("Target").orElseThrow().text("Fn::Sub"))
                                .contains("integrations/${Integration}"));
    }

    @Test
    void answersNoBrowserOfAnotherOrigin() {
        assertThat(Template.properties("Api").members().keySet())
                .containsExactlyInAnyOrder("Name", "Description", "ProtocolType");
    }

    @Test
    void logsAccessAsJsonWithoutQueryHeadersAndBody() {
        String format =
                STAGE.object("AccessLogSettings").orElseThrow().text("Format").orElseThrow();
        assertThat(format).startsWith("{").endsWith("}").contains("$context.requestId");
        assertThat(format)
                .doesNotContainIgnoringCase("query")
                .doesNotContainIgnoringCase("header")
                .doesNotContainIgnoringCase("userAgent")
                .doesNotContainIgnoringCase("claims");
    }

    private static Optional<String> text(String value) {
        return Optional.of(value);
    }

    private static int number(JsonObject settings, String name) {
        return Integer.parseInt(settings.text(name).orElseThrow());
    }

    private static int least(String parameter) {
        return number(Template.section("Parameters").object(parameter).orElseThrow(), "MinValue");
    }
}
