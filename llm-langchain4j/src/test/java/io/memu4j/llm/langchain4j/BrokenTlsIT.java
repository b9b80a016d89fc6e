package io.memu4j.llm.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.config.LlmConfig;
import io.memu4j.error.ConfigurationException;
import io.memu4j.error.ModelException;
import io.memu4j.model.ModelStep;
import io.memu4j.spi.llm.ChatRequest;
import io.memu4j.spi.llm.Models;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** TLS that does not come about: what may pass, and what somebody has to set right. */
@Timeout(60)
class BrokenTlsIT {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path folder;

    private final AtomicInteger connections = new AtomicInteger();

    @Test
    void a_handshake_that_is_dropped_is_tried_again() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            serve(socket, connection -> connection.getInputStream().readNBytes(5));

            assertThatThrownBy(() -> ask(socket))
                    .isInstanceOf(ModelException.class)
                    .satisfies(
                            e -> assertThat(((ModelException) e).isRetriable()).isTrue())
                    .satisfies(e -> assertThat(((ModelException) e).retries()).isEqualTo(1))
                    .hasMessageContaining("base URL");
            assertThat(connections).hasValue(2);
        }
    }

    @Test
    void a_certificate_that_is_not_trusted_is_a_configuration_error()
            throws IOException, GeneralSecurityException, InterruptedException {
        try (ServerSocket socket = context(folder.resolve("keys.p12"))
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            serve(socket, connection -> connection.getInputStream().read());

            assertThatThrownBy(() -> ask(socket))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("javax.net.ssl.trustStore");
            assertThat(connections).hasValue(1);
        }
    }

    /** What a server does with a connection before it closes it. */
    @FunctionalInterface
    private interface Manner {
        void with(Socket connection) throws IOException;
    }

    private void serve(ServerSocket socket, Manner manner) {
        Thread thread = new Thread(() -> {
            while (!socket.isClosed()) {
                try (Socket connection = socket.accept()) {
                    connections.incrementAndGet();
                    manner.with(connection);
                } catch (IOException e) {
                    // closed, or a client that went away
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static void ask(ServerSocket socket) {
        LlmConfig llm = LlmConfig.openai()
                .withBaseUrl("https://localhost:" + socket.getLocalPort() + "/v1")
                .withChatModel("talker")
                .withEmbeddingModel("embedder")
                .withLimits(Servers.LIMITS.withMaxRetries(1));
        try (Models models = Servers.open(llm)) {
            models.chat(ModelStep.EXTRACT).orElseThrow().chat(ChatRequest.of("", "What is this?", 300));
        }
    }

    private static SSLContext context(Path file) throws IOException, GeneralSecurityException, InterruptedException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-alias",
                        "own",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        keytool.getInputStream().readAllBytes();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
