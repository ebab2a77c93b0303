package io.hyperpodgateway.e2e;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.hyperpodgateway.admission.Rulebook;
import io.hyperpodgateway.corpus.Corpus;
import io.hyperpodgateway.corpus.OpenGateway;
import io.hyperpodgateway.lambda.HandlerOnFakes;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.policy.Policy;
import io.hyperpodgateway.policy.PolicyReader;
import io.hyperpodgateway.policy.document.Mistake;
import io.hyperpodgateway.rules.Specification;
import io.hyperpodgateway.text.Reading;
import io.hyperpodgateway.text.Sha256;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Asks the gateway for every answer that [GoldenMasterTest] holds.
final class GoldenAnswers {

    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final Path BUNDLED = Path.of("src/main/resources/policies");
    private static final ServiceModel MODEL = ServiceModel.bundled();
    private static final Specification SPECIFICATION = Specification.of(MODEL, false, "us-east-1");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LONGEST = 5_000;
    private static final String ZEROS = "0".repeat(31);

    private static final List<String> VISITS =
            List.of(
                    "GET /",
                    "GET /nowhere",
                    "DELETE /clusters",
                    "HEAD /health",
                    "POST /clusters?dryRun=maybe",
                    "POST /clusters?dryrun=true",
                    "GET /clusters/a_b",
                    "GET /clusters/nonesuch",
                    "GET /requests/r-1",
                    "GET /requests/r-" + ZEROS + "2",
                    "GET /requests/r-" + ZEROS + "5",
                    "GET /requests/r-" + ZEROS + "f",
                    "GET /requests?limit=2",
                    "GET /requests?limit=two&outcome=nonesuch",
                    "GET /requests?cluster=vision-eks&limit=100",
                    "GET /requests?next=nonesuch");

    private final Map<String, String> answers = new LinkedHashMap<>();

    private final Rulebook byDefault = defaultRulebook();

    private GoldenAnswers() throws IOException {}

    /// The answers by the names of their cases, in an order that never changes.
    static Map<String, String> all() throws IOException {
        var all = new GoldenAnswers();
        all.addEvents();
        all.addIdentities();
        all.addRequests();
        all.addPolicyCases();
        all.addBrokenPolicies();
        all.addCorpus();
        return all.answers;
    }

    /// Twice each: the second time, clusters are there and keys were used.
    private void addEvents() throws IOException {
        HandlerOnFakes gateway = new HandlerOnFakes(byDefault);
        for (String round : List.of("first", "second")) {
            for (String name : Events.names()) {
                send("event/" + round + "/" + name, gateway, GoldenEvents.event(name));
            }
        }
        for (String visit : VISITS) send("visit/" + visit, gateway, GoldenEvents.visit(visit));
        addRecord("event", gateway);
    }

    private void addIdentities() throws IOException {
        HandlerOnFakes gateway = new HandlerOnFakes(byDefault);
        for (Path file : in(RESOURCES.resolve("identities"))) {
            JsonNode authorizer = GoldenEvents.json(file).at("/requestContext/authorizer");
            send(
                    "identity/" + name(file),
                    gateway,
                    GoldenEvents.by(GoldenEvents.event("create-slurm"), authorizer));
        }
        addRecord("identity", gateway);
    }

    private void addRequests() throws IOException {
        for (Path folder : in(RESOURCES.resolve("cases/spec"))) {
            addRequest("spec/" + name(folder), folder.resolve("request.json"));
        }
        for (Path file : in(Path.of("src/main/examples")))
            addRequest("example/" + name(file), file);
        for (Path file : in(RESOURCES.resolve("requests")))
            addRequest("request/" + name(file), file);
    }

    /// Under a policy that forbids nothing, and under the one that holds by default.
    private void addRequest(String id, Path file) throws IOException {
        addSequence(id + "/open", OpenGateway.fresh(), GoldenEvents.post(Files.readAllBytes(file)));
        addSequence(
                id + "/default",
                new HandlerOnFakes(byDefault),
                GoldenEvents.post(Files.readAllBytes(file)));
    }

    private void addPolicyCases() throws IOException {
        for (Path folder : in(RESOURCES.resolve("cases/policy"))) {
            addPolicyCase("policy/" + name(folder), folder, folder.resolve("policy.yaml"));
        }
        for (Path policy : in(BUNDLED)) {
            String bundled = name(policy).replace(".yaml", "");
            for (Path folder : in(RESOURCES.resolve("cases/policies").resolve(bundled))) {
                addPolicyCase(bundled + "/" + name(folder), folder, policy);
            }
        }
    }

    private void addPolicyCase(String id, Path folder, Path document) throws IOException {
        switch (PolicyReader.read(Files.readAllBytes(document), MODEL)) {
            case Reading.Refused(var mistakes) -> addMistakes(id, mistakes);
            case Reading.Read(var policy) -> {
                addMistakes(id, policy.warnings());
                ObjectNode event =
                        GoldenEvents.post(Files.readAllBytes(folder.resolve("request.json")));
                addSequence(
                        id,
                        new HandlerOnFakes(new Rulebook(SPECIFICATION, policy)),
                        GoldenEvents.by(
                                event,
                                GoldenEvents.authorizer(
                                        GoldenEvents.json(folder.resolve("caller.json")))));
            }
        }
    }

    private void addBrokenPolicies() throws IOException {
        for (Path folder : in(RESOURCES.resolve("policies/broken"))) {
            for (Path document : in(folder)) {
                if (!name(document).startsWith("policy.")) continue;
                if (PolicyReader.read(Files.readAllBytes(document), MODEL)
                        instanceof Reading.Refused(var mistakes)) {
                    String id = "broken/" + name(folder);
                    addMistakes(id, mistakes);
                }
            }
        }
    }

    /// Every third case of the corpus.
    private void addCorpus() throws IOException {
        var cases = Corpus.cases();
        for (int i = 0; i < cases.size(); i += 3) {
            String id = "corpus/" + cases.get(i).name();
            send(
                    id,
                    OpenGateway.fresh(),
                    GoldenEvents.dryRun(GoldenEvents.post(cases.get(i).bytes())));
        }
    }

    /// A dry run, and if it is well, the real one.
    private void addSequence(String id, HandlerOnFakes gateway, ObjectNode event)
            throws IOException {
        if (send(id, gateway, GoldenEvents.dryRun(event)) != 200) return;
        send(id + "/create", gateway, event.put("rawQueryString", ""));
        addRecord(id, gateway);
    }

    /// @return the answer's status
    private int send(String id, HandlerOnFakes gateway, JsonNode event) throws IOException {
        JsonNode answer = MAPPER.readTree(gateway.handle(MAPPER.writeValueAsBytes(event)).toText());
        var headers = new TreeMap<String, String>();
        answer.path("headers").forEachEntry((name, value) -> headers.put(name, value.asText()));
        int status = answer.path("statusCode").asInt();
        add(id, status + " " + headers + " " + answer.path("body").asText());
        return status;
    }

    private void addRecord(String id, HandlerOnFakes gateway) {
        for (var event : gateway.log.events()) {
            add(id + "/record/" + event.pk() + "/" + event.sk(), event.whole().toText());
        }
    }

    private void addMistakes(String id, List<Mistake> mistakes) {
        int number = 0;
        for (Mistake mistake : mistakes.stream().sorted(comparing(Mistake::level)).toList()) {
            String kind = mistake.isError() ? "mistake" : "warning";
            add("%s/%s/%d".formatted(id, kind, ++number), mistake.toString());
        }
    }

    private void add(String id, String answer) {
        String line = answer.replace("\r", "\\r").replace("\n", "\\n");
        if (answers.put(id.replaceAll("\\s", "_"), shortened(line)) != null) {
            throw new IllegalStateException("two cases of one name: " + id);
        }
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST
                ? line
                : line.substring(0, LONGEST) + "... SHA-256 of the whole: " + Sha256.hex(line);
    }

    private static Rulebook defaultRulebook() throws IOException {
        byte[] document = Files.readAllBytes(BUNDLED.resolve("default.yaml"));
        Policy policy = PolicyReader.read(document, MODEL).orElseThrow();
        return new Rulebook(SPECIFICATION, policy);
    }

    private static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
