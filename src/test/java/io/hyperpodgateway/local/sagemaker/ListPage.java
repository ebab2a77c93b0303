package io.hyperpodgateway.local.sagemaker;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Paginates a list: the token is the number of earlier items.
final class ListPage {

    private ListPage() {}

    /// The page for the input's `NextToken`, or the first one.
    ///
    /// @throws ServiceException if the token is invalid
    static JsonObject of(String member, List<Json> items, long size, JsonObject input) {
        int from = input.text("NextToken").map(ListPage::offset).orElse(0);
        int to = (int) Math.min(items.size(), from + size);
        Optional<Json> next =
                to < items.size() ? Optional.of(Json.of(token(to))) : Optional.empty();
        List<Json> page = from > to ? List.of() : items.subList(from, to);
        return JsonObject.of(member, new JsonArray(page)).with("NextToken", next);
    }

    private static String token(int offset) {
        byte[] digits = Integer.toString(offset).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digits);
    }

    private static int offset(String token) {
        try {
            byte[] digits = Base64.getUrlDecoder().decode(token);
            return Integer.parseUnsignedInt(new String(digits, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            throw ServiceException.validation("Invalid NextToken");
        }
    }
}
