package io.hyperpodgateway.shape;

import com.networknt.schema.regex.RegularExpression;

import org.mozilla.javascript.Context;
import org.mozilla.javascript.ContextFactory;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;

import java.util.function.Function;

/// An engine of ECMA-262, for its regular expressions.
final class EcmaScript {

    /// Twice the longest text that the model lets a pattern see: what is longer breaks its length,
    /// and is not worth the engine's time.
    private static final int LONGEST_MATCHED = 4_096;

    private static final ContextFactory ENGINE = new ContextFactory();
    private static final Scriptable SCOPE = within(Context::initSafeStandardObjects);

    private EcmaScript() {}

    /// The expression `new RegExp(pattern, "u")`.
    static RegularExpression compile(String pattern) {
        Object[] arguments = {pattern, "u"};
        Scriptable expression = within(context -> context.newObject(SCOPE, "RegExp", arguments));
        return text -> text.length() <= LONGEST_MATCHED && test(expression, text);
    }

    private static boolean test(Scriptable expression, String text) {
        Object[] arguments = {text};
        return within(context ->
                Context.toBoolean(
                        ScriptableObject.callMethod(context, expression, "test", arguments)));
    }

    private static <T> T within(Function<Context, T> action) {
        return ENGINE.call(context -> {
            context.setLanguageVersion(Context.VERSION_ECMASCRIPT);
            context.setInterpretedMode(true);
            return action.apply(context);
        });
    }
}
