package io.hyperpodgateway.local.sagemaker;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Answers a list in pages: the token says how many items went before.
final class ListPage {

    private ListPage() {}

    /// The page that the input's `NextToken` asks for, the first without one.
    ///
    /// @throws ServiceException if the token is none of ours
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
