package io.hyperpodgateway.http.request;

import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.reading.PageToken;
import io.hyperpodgateway.admission.reading.RequestFilter;
import io.hyperpodgateway.admission.reading.RequestQuery;
import io.hyperpodgateway.identity.Caller;
import io.hyperpodgateway.identity.IdentityReader;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Parses the parameters of the list of requests.
public final class ListQuery {

    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]?|100");

    /// The form of rule ids, those of AWS's rules here and those of policy documents.
    private static final Pattern RULE = Pattern.compile("[a-z0-9]{1,64}(-[a-z0-9]{1,64}){0,16}");

    private static final Pattern UTC =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z");

    private static final String TIME_ALLOWED = "a time in UTC as 2026-11-23T12:00:00Z is allowed";

    /// Events do not contain a role's path, so a principal has none.
    private static final Pattern ROLE_WITH_PATH =
            Pattern.compile("(arn:[^:]+:iam::\\d{12}:role/)(?:[^/]+/)+([^/]+)");

    /// The maximum length of a principal, in UTF-8 bytes.
    private static final int LONGEST_PRINCIPAL = 2_048;

    private static final Set<String> OUTCOMES =
            Stream.concat(
                            Stream.of("created", "would-create", "not-created", "open"),
                            Arrays.stream(Problem.values()).map(Problem::id))
                    .collect(Collectors.toUnmodifiableSet());

    private final Query query;
    private final Predicate<String> isClusterName;

    /// @param query collects a finding for each mistake
    public ListQuery(Query query, Predicate<String> isClusterName) {
        this.query = query;
        this.isClusterName = isClusterName;
    }

    /// Reads the query of a caller.
    ///
    /// @return unusable if the query has findings
    public RequestQuery of(Caller caller) {
        RequestFilter filter = filter();
        int limit =
                query.value("limit", "1 to 100 is allowed", ListQuery::limit)
                        .orElse(RequestQuery.DEFAULT_LIMIT);
        // the token's checksum covers the filter: with an invalid filter only its form can be
        // checked
        boolean known = !query.isInvalid();
        Optional<String> below =
                query.value(
                        "next",
                        "the next of the page before it is allowed, with the same caller and"
                                + " filters",
                        token ->
                                known
                                        ? PageToken.read(caller, filter, token)
                                        : PageToken.key(token));
        return new RequestQuery(filter, limit, below);
    }

    private RequestFilter filter() {
        var filter =
                new RequestFilter(
                        query.value(
                                "cluster",
                                "the name of a cluster is allowed",
                                name -> Optional.of(name).filter(isClusterName)),
                        query.value(
                                "principal",
                                "an ARN or jwt:ISSUER#SUB is allowed",
                                ListQuery::principal),
                        query.value(
                                "outcome",
                                "created, would-create, not-created, open or a problem's name is"
                                        + " allowed",
                                name -> Optional.of(name).filter(OUTCOMES::contains)),
                        query.value(
                                "rule",
                                "the id of a finding's rule is allowed: lower-case words and"
                                        + " hyphens",
                                id -> Optional.of(id).filter(RULE.asMatchPredicate())),
                        query.value("from", TIME_ALLOWED, ListQuery::time),
                        query.value("to", TIME_ALLOWED, ListQuery::time));
        boolean inOrder =
                filter.from().flatMap(from -> filter.to().map(from::isBefore)).orElse(true);
        if (!inOrder) query.refuse("the query's from is not before its to, which ends the time");
        return filter;
    }

    private static Optional<Integer> limit(String text) {
        return LIMIT.matcher(text).matches()
                ? Optional.of(Integer.parseInt(text))
                : Optional.empty();
    }

    /// A principal as recorded: for a role or a session, the role without its path.
    private static Optional<String> principal(String text) {
        boolean fits =
                (text.startsWith("arn:") || text.startsWith("jwt:"))
                        && text.getBytes(StandardCharsets.UTF_8).length <= LONGEST_PRINCIPAL
                        && text.codePoints().noneMatch(Character::isISOControl);
        if (!fits) return Optional.empty();
        Matcher role = ROLE_WITH_PATH.matcher(text);
        if (role.matches()) return Optional.of(role.group(1) + role.group(2));
        return Optional.of(
                IdentityReader.ofSignature(Optional.of(text), Optional.empty())
                                instanceof Caller caller
                        ? caller.principal()
                        : text);
    }

    private static Optional<Instant> time(String text) {
        if (!UTC.matcher(text).matches()) return Optional.empty();
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
