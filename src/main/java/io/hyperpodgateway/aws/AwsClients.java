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

/// Builds the clients of the far side. All that the SDK would look for by itself is told: Region,
/// credentials, endpoint, retries and time limits; no profile file is read, and of the environment
/// neither a Region nor an endpoint, so that what `config` took for absent is absent here too.
public final class AwsClients {

    static {
        // The JDK's client sends a POST again by itself when a connection breaks before an answer.
        // It reads this once, before its first connection.
        System.setProperty("sun.net.http.retryPost", "false");
    }

    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(2);

    /// Above every budget, so that budgets end calls and not the socket.
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(30);

    private static final LazyTrustManager TRUST = new LazyTrustManager();

    /// Stands in for the files in a home directory, and keeps the SDK from reading
    /// `AWS_ENDPOINT_URL` and its kin, which it takes for an address even when they are empty.
    private static final String PROFILE =
            """
            [default]
            ignore_configured_endpoint_urls = true
            """;

    private final Region region;
    private final AwsCredentialsProvider credentials;
    private final CallTimes callTimes;
    private final Lazy<SdkHttpClient> http;

    /// For addresses that are told: a proxy of the environment leads to AWS, not to this machine.
    private final Lazy<SdkHttpClient> direct;

    private final AtomicBoolean keepsConnections = new AtomicBoolean(true);

    /// @param region the gateway's Region, as `eu-west-1`
    /// @param credentials the gateway's own
    /// @param callTimes is told of each call, retries included: the operation as AWS names it, and
    ///   how long it took
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

    /// Clients that go through everything and send nothing: every call succeeds.
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

    /// Whether connections stay open for the next call; they do unless told otherwise. A connection
    /// that stands in a snapshot is dead in every copy of it.
    public void keepConnections(boolean keep) {
        keepsConnections.set(keep);
    }

    /// A client of SageMaker that sends nothing twice that may have been acted on.
    ///
    /// @param endpoint where it is instead of where AWS says
    public SageMakerClient sageMaker(Optional<URI> endpoint) {
        return client(SageMakerClient.builder(), endpoint, SageMakerRetries.strategy());
    }

    /// A client of DynamoDB that retries nothing: that is for its caller, who knows the time left.
    ///
    /// @param endpoint where it is instead of where AWS says
    public DynamoDbClient dynamoDb(Optional<URI> endpoint) {
        return client(DynamoDbClient.builder(), endpoint, DefaultRetryStrategy.doNotRetry());
    }

    /// Requests to a service of AWS for which no client is built.
    ///
    /// @param service its name as signatures have it, as `s3`
    /// @param endpoint where it is instead of where AWS says
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

    /// A connection past all proxies. TLS is the JDK's, made ready by the first address that wants
    /// it: the client that the SDK builds by itself made it ready over HTTP too, 7 % of a start.
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
