package io.hyperpodgateway.chaos.child;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.UnaryOperator;

/// A client that modifies the transactions of intents.
final class TamperingDynamoDbClient {

    private TamperingDynamoDbClient() {}

    static DynamoDbClient of(DynamoDbClient client, UnaryOperator<List<TransactWriteItem>> bend) {
        return (DynamoDbClient)
                Proxy.newProxyInstance(
                        TamperingDynamoDbClient.class.getClassLoader(),
                        new Class<?>[] {DynamoDbClient.class},
                        (_, method, arguments) -> {
                            if (arguments != null
                                    && arguments[0] instanceof TransactWriteItemsRequest writes
                                    && writes.transactItems().stream()
                                            .allMatch(item -> item.put() != null)) {
                                arguments[0] = tampered(writes, bend);
                            }
                            try {
                                return method.invoke(client, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    private static TransactWriteItemsRequest tampered(
            TransactWriteItemsRequest writes, UnaryOperator<List<TransactWriteItem>> bend) {
        return writes.toBuilder().transactItems(bend.apply(writes.transactItems())).build();
    }
}
