package io.hyperpodgateway.bench.cold;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A certificate chain like those of AWS, made by the JDK's `keytool`: RSA of 2048 bits, a root, an
/// intermediate and a leaf. The root is added to the JDK's own roots, which a function trusts by
/// default.
final class Certificates {

    private static final String PASSWORD = "changeit";

    private final Path folder;

    private Certificates(Path folder) {
        this.folder = folder;
    }

    /// Creates a new chain.
    static Certificates in(Path folder) throws IOException {
        Files.createDirectories(folder);
        var certificates = new Certificates(folder);
        certificates.make();
        return certificates;
    }

    /// Options with which a JVM trusts the chain's root.
    List<String> jvmOptions() {
        return List.of(
                "-Djavax.net.ssl.trustStore=" + trusted().toAbsolutePath(),
                "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    }

    SSLContext serverContext() throws IOException {
        try (InputStream file = Files.newInputStream(keys())) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(file, PASSWORD.toCharArray());
            var managers = KeyManagerFactory.getInstance("PKIX");
            managers.init(store, PASSWORD.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private void make() throws IOException {
        Path authorities = folder.resolve("authorities.p12");
        Path cacerts = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
        Files.deleteIfExists(authorities);
        Files.deleteIfExists(keys());
        Files.copy(cacerts, trusted(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        pair(authorities, "root", "CN=Root", "bc:c");
        pair(authorities, "intermediate", "CN=Intermediate", "bc:c");
        pair(keys(), "leaf", "CN=localhost", "san=ip:127.0.0.1,dns:localhost");
        keytool(authorities, "-exportcert", "-alias", "root", "-file", file("root"));
        keytool(trusted(), "-importcert", "-alias", "bench", "-file", file("root"));
        sign(authorities, "root", authorities, "intermediate", "bc:c");
        keytool(keys(), "-importcert", "-alias", "root", "-file", file("root"));
        keytool(keys(), "-importcert", "-alias", "intermediate", "-file", file("intermediate"));
        sign(authorities, "intermediate", keys(), "leaf", "san=ip:127.0.0.1,dns:localhost");
    }

    private void pair(Path store, String alias, String name, String extension) throws IOException {
        keytool(
                store,
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                name,
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-validity",
                "30",
                "-ext",
                extension);
    }

    private void sign(Path signers, String signer, Path store, String alias, String extension)
            throws IOException {
        keytool(store, "-certreq", "-alias", alias, "-file", file(alias + "-request"));
        keytool(
                signers,
                "-gencert",
                "-alias",
                signer,
                "-ext",
                extension,
                "-validity",
                "30",
                "-infile",
                file(alias + "-request"),
                "-outfile",
                file(alias));
        keytool(store, "-importcert", "-alias", alias, "-file", file(alias));
    }

    private static void keytool(Path store, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD, "-noprompt"));
        Commands.run(command);
    }

    private String file(String name) {
        return folder.resolve(name + ".der").toString();
    }

    private Path keys() {
        return folder.resolve("keys.p12");
    }

    private Path trusted() {
        return folder.resolve("trusted.p12");
    }
}
