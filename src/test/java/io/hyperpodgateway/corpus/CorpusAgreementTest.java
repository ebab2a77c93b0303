package io.hyperpodgateway.corpus;

import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.rules.FixedRequests;
import io.hyperpodgateway.rules.Specification;
import io.hyperpodgateway.shape.SchemaAgreement;

import org.junit.jupiter.api.Test;

import java.util.function.Consumer;

/// What is true of every document of the corpus that is a JSON object.
class CorpusAgreementTest {

    private final Specification specification =
            Specification.of(ServiceModel.bundled(), false, "us-east-1");

    @Test
    void isJudgedAlikeBySchemaAndShapeCheck() {
        ofEach(SchemaAgreement::check);
    }

    @Test
    void isMendedByItsFixes() {
        ofEach(document -> FixedRequests.assertFixesHold(specification, document));
    }

    private static void ofEach(Consumer<JsonObject> check) {
        for (CorpusCase one : Corpus.cases()) {
            try {
                one.document().ifPresent(check);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(one.name(), e);
            }
        }
    }
}
