package io.hyperpodgateway.e2e;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The environment variables that Lambda sets for a function on the java25 runtime ("Defined
/// runtime environment variables" in Lambda's developer guide).
public final class LambdaVariables {

    public static final String HANDLER = "io.hyperpodgateway.start.GatewayEntryPoint";

    static final String ACCESS_KEY = "ASIALOCAL";

    private LambdaVariables() {}

    /// @param runtimeApi host and port of the Runtime API
    /// @param taskRoot the function's files
    public static Map<String, String> of(String runtimeApi, Path taskRoot) {
        var variables = new HashMap<String, String>();
        variables.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
        variables.put("_HANDLER", HANDLER);
        variables.put("LAMBDA_TASK_ROOT", taskRoot.toString());
        variables.put("AWS_LAMBDA_FUNCTION_NAME", "hyperpod-gateway");
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/hyperpod-gateway");
        variables.put("AWS_LAMBDA_LOG_STREAM_NAME", "2026/11/23/[1]0123456789abcdef");
        variables.put("AWS_LAMBDA_LOG_FORMAT", "JSON");
        variables.put("AWS_LAMBDA_LOG_LEVEL", "INFO");
        variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_java25");
        variables.put("AWS_REGION", "us-east-1");
        variables.put("AWS_DEFAULT_REGION", "us-east-1");
        variables.put("AWS_ACCESS_KEY_ID", ACCESS_KEY);
        variables.put("AWS_SECRET_ACCESS_KEY", "local");
        variables.put("AWS_SESSION_TOKEN", "local");
        variables.put("LANG", "en_US.UTF-8");
        variables.put("TZ", ":UTC");
        variables.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        return variables;
    }
}
