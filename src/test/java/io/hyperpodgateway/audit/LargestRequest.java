package io.hyperpodgateway.audit;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/// The largest document that the gateway accepts: 256 KiB with a hundred groups and labels that
/// compress badly, partly beyond ASCII.
public final class LargestRequest {

    private static final int BYTES = 256 * 1024;
    private static final int GROUPS = 100;

    private LargestRequest() {}

    /// Exactly 256 KiB in UTF-8, always the same.
    public static String text() {
        var random = new Random(4);
        var text = new StringBuilder("{\"ClusterName\":\"largest\",\"InstanceGroups\":[");
        for (int group = 0; group < GROUPS; group++) {
            if (group > 0) text.append(',');
            text.append("{\"InstanceGroupName\":\"group-").append(group);
            text.append("\",\"KubernetesConfig\":{\"Labels\":{\"team\":\"");
            random.ints(560, 0x3400, 0x9fff).forEach(text::appendCodePoint);
            random.ints(800, '0', '~').filter(c -> c != '\\').forEach(text::appendCodePoint);
            text.append("\"}}}");
        }
        text.append("],\"Note\":\"");
        int left = BYTES - utf8Length(text) - "\"}".length();
        random.ints(left, 'A', 'Z').forEach(text::appendCodePoint);
        return text.append("\"}").toString();
    }

    private static int utf8Length(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
