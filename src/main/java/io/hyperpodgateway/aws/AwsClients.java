package io.hyperpodgateway.aws;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import javax.net.ssl.TrustManager;

/// Builds the clients of AWS services. Everything that the SDK would otherwise look up is set:
/// Region, credentials, endpoint, retries and time limits. No profile file is read, and neither
/// Region nor endpoint is taken from the environment, so that empty settings are treated as absent,
/// as in `config`.
public final class AwsClients {

    static {
        // The JDK's client resends a POST if the connection breaks before an answer. It reads this
        // once, before its first connection.
        System.setProperty("sun.net.http.retryPost", "false");
    }

    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(2);

    /// Longer than every budget, so that the budget ends a call and not the socket.
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(30);

    private static final LazyTrustManager TRUST = new LazyTrustManager();

    /// Replaces the files of a home directory, and keeps the SDK from reading `AWS_ENDPOINT_URL`
    /// and similar variables, which it uses even if they are empty.
    private static final String PROFILE =
            """
            [default]
            ignore_configured_endpoint_urls = true
            """;

    private final Region region;
    private final AwsCredentialsProvider credentials;
    private final CallTimes callTimes;
    private final Lazy<SdkHttpClient> http;

    /// For custom endpoints: a proxy of the environment leads to AWS, not to this machine.
    private final Lazy<SdkHttpClient> direct;

    private final AtomicBoolean keepsConnections = new AtomicBoolean(true);

    /// @param region the gateway's Region, as `eu-west-1`
    /// @param credentials the gateway's own
    /// @param callTimes receives each call, retries included: the operation as AWS names it, and
    ///   its duration
    public AwsClients(
            String region,
            AwsCredentialsProvider credentials,
            BiConsumer<String, Duration> callTimes) {
        this(
                region,
                credentials,
                callTimes,
                () -> http().build(),
                () -> UrlConnectionHttpClient.create(AwsClients::open));
    }

    /// Clients that do everything except sending; every call succeeds.
    public static AwsClients sendingNothing(
            String region,
            AwsCredentialsProvider credentials,
            BiConsumer<String, Duration> callTimes) {
        var http = new CannedHttpClient();
        return new AwsClients(region, credentials, callTimes, () -> http, () -> http);
    }

    AwsClients(
            String region,
            AwsCredentialsProvider credentials,
            BiConsumer<String, Duration> callTimes,
            Supplier<SdkHttpClient> http,
            Supplier<SdkHttpClient> direct) {
        this.region = Region.of(region);
        this.credentials = new GatewayCredentials(credentials);
        this.callTimes = new CallTimes(callTimes);
        this.http = new Lazy<>(() -> new ClosingHttpClient(http.get(), keepsConnections));
        this.direct = new Lazy<>(() -> new ClosingHttpClient(direct.get(), keepsConnections));
    }

    /// Whether connections are kept open for the next call, which is the default. A connection that
    /// is open in a snapshot is dead in every copy of it.
    public void keepConnections(boolean keep) {
        keepsConnections.set(keep);
    }

    /// A client of SageMaker that never resends a request that may have been acted on.
    ///
    /// @param endpoint replaces AWS's own
    public SageMakerClient sageMaker(Optional<URI> endpoint) {
        return client(SageMakerClient.builder(), endpoint, SageMakerRetries.strategy());
    }

    /// A client of DynamoDB without retries: the caller knows the time left.
    ///
    /// @param endpoint replaces AWS's own
    public DynamoDbClient dynamoDb(Optional<URI> endpoint) {
        return client(DynamoDbClient.builder(), endpoint, DefaultRetryStrategy.doNotRetry());
    }

    /// Sends requests to an AWS service for which no client is built.
    ///
    /// @param service its signing name, as `s3`
    /// @param endpoint replaces AWS's own
    public SignedHttp signed(String service, Optional<URI> endpoint) {
        return new SignedHttp(http(endpoint), credentials, service, region.id(), Clock.systemUTC());
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            B builder, Optional<URI> endpoint, RetryStrategy retries) {
        endpoint.ifPresent(builder::endpointOverride);
        return builder.region(region)
                .credentialsProvider(credentials)
                .defaultsMode(DefaultsMode.STANDARD)
                .httpClient(http(endpoint))
                .overrideConfiguration(configuration(retries))
                .build();
    }

    private SdkHttpClient http(Optional<URI> endpoint) {
        return endpoint.isPresent() ? direct.get() : http.get();
    }

    private static UrlConnectionHttpClient.Builder http() {
        return UrlConnectionHttpClient.builder()
                .tlsTrustManagersProvider(() -> new TrustManager[] {TRUST})
                .connectionTimeout(CONNECTION_TIMEOUT)
                .socketTimeout(SOCKET_TIMEOUT);
    }

    /// A connection that bypasses proxies. It uses the JDK's TLS, initialized by the first https
    /// address: the SDK's default client initializes it for http too, 7 % of a start.
    private static HttpURLConnection open(URI address) {
        try {
            var connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout((int) CONNECTION_TIMEOUT.toMillis());
            connection.setReadTimeout((int) SOCKET_TIMEOUT.toMillis());
            return connection;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ClientOverrideConfiguration configuration(RetryStrategy retries) {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(retries)
                .addExecutionInterceptor(callTimes)
                .defaultProfileFile(profile())
                .defaultProfileName("default")
                .build();
    }

    private static ProfileFile profile() {
        return ProfileFile.builder()
                .type(ProfileFile.Type.CONFIGURATION)
                .content(new ByteArrayInputStream(PROFILE.getBytes(StandardCharsets.UTF_8)))
                .build();
    }
}
