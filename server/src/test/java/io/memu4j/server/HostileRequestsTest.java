package io.memu4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.server.RunningServer.Answer;
import io.memu4j.server.http.Limits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests of somebody who means harm: each gets one clear refusal, and the server goes on. */
class HostileRequestsTest {
    private static final String ME = "/v1/agents/assistant";
    private static final String SECRET = "plum-orchard-eleven";

    @TempDir
    static Path folder;

    private static RunningServer server;
    private static String anasItem;
    private static String anasSource;

    @BeforeAll
    static void start() {
        server = new RunningServer(
                folder,
                builder -> builder.limits(Limits.USUAL
                        .withRequests(100_000, 100_000, 64)
                        .withLengths(20_000, 40_000)
                        .withIdle(Duration.ofSeconds(2))));
        anasItem = server.post(server.ana, ME + "/items", "{\"text\": \"The word is " + SECRET + ".\"}")
                .at("/id");
        anasSource = server.post(server.ana, ME + "/memorize", "{\"key\": \"s\", \"text\": \"Say " + SECRET + ".\"}")
                .at("/resource/id");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Every refusal is a problem with one sentence or two, and shows nothing of the inside or of Ana. */
    private static void refused(String name, Answer answer, int... expected) {
        assertThat(answer.status()).as(name + ": " + answer.text()).isIn(boxed(expected));
        assertThat(answer.header("Content-Type")).as(name).isEqualTo("application/problem+json");
        assertThat(answer.at("/status")).as(name).isEqualTo(String.valueOf(answer.status()));
        assertThat(answer.at("/type")).as(name).startsWith("urn:memu4j:problem:");
        assertThat(answer.at("/detail")).as(name).endsWith(".").hasSizeBetween(20, 400);
        clean(name, answer.response().headers().map() + answer.text());
    }

    private static void clean(String name, String text) {
        assertThat(text)
                .as(name)
                .doesNotContain(
                        SECRET, "Exception", "stackTrace", "\tat ", "java.", "jersey", "jetty", "Jetty", "jackson")
                .doesNotContain("io.memu4j", "SELECT", "SQLITE", "ana\"", folder.toString());
    }

    private static List<Integer> boxed(int... values) {
        return java.util.Arrays.stream(values).boxed().toList();
    }

    private static void unharmed() {
        assertThat(server.get(null, "/readyz").status()).isEqualTo(200);
        assertThat(server.get(server.ana, ME + "/items/" + anasItem).text()).contains(SECRET);
    }

    @Test
    void ids_of_another_user_are_unknown() {
        for (String path : List.of(
                "/items/" + anasItem,
                "/items/" + anasItem + "/history",
                "/items/" + anasItem + "/passages",
                "/resources/" + anasSource,
                "/resources/" + anasSource + "/passages",
                "/resources/" + anasSource + "/copy",
                "/jobs/" + anasItem)) {
            refused(path, server.get(server.bo, ME + path), 404);
        }
        refused("delete item", server.delete(server.bo, ME + "/items/" + anasItem), 404);
        refused("delete source", server.delete(server.bo, ME + "/resources/" + anasSource), 404);
        refused("close", server.post(server.bo, ME + "/items/" + anasItem + "/close", "{}"), 404);
        refused("reopen", server.post(server.bo, ME + "/items/" + anasItem + "/reopen", ""), 404);
        String own = server.post(server.bo, ME + "/items", "{\"text\": \"Bo has a canoe.\"}")
                .at("/id");
        refused(
                "superseded by a foreign item",
                server.post(server.bo, ME + "/items/" + own + "/close", "{\"superseded_by\": \"" + anasItem + "\"}"),
                404);
        refused("foreign agent", server.get(server.bo, "/v1/agents/coach/items"), 403);
        refused("admin", server.get(server.bo, "/v1/admin/scopes"), 403);
        refused("admin erase", server.post(server.bo, "/v1/admin/erase", "{\"user\": \"ana\"}"), 403);
        unharmed();
    }

    @Test
    void the_user_cannot_be_named_by_the_request() {
        assertThat(server.send(server.request(server.bo, ME + "/items?user=ana&user_id=ana")
                                .header("Memu-User", "ana")
                                .header("X-User", "ana")
                                .header("X-Forwarded-User", "ana"))
                        .text())
                .doesNotContain(SECRET);
        refused(
                "user in a body",
                server.post(server.bo, ME + "/retrieve", "{\"query\": \"word\", \"user\": \"ana\"}"),
                400);
        refused(
                "user in a body",
                server.post(server.bo, ME + "/items", "{\"text\": \"a\", \"user_id\": \"ana\"}"),
                400);
    }

    @Test
    void tricks_with_paths_lead_nowhere() throws IOException {
        for (String path : List.of(
                "/v1/agents/assistant/../../../etc/passwd",
                "/v1/agents/%2e%2e/items",
                "/v1/agents/assistant%2F..%2Fcoach/items",
                "/v1/agents/assistant;x=1/items/..;/..;/admin/scopes",
                "/v1/agents/assistant/resources/..%2f..%2f..%2fetc%2fpasswd/copy",
                "/v1/agents/assistant/items/%00",
                "/ui/../WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/application.wadl",
                "//v1/agents/assistant/items",
                "/v1/agents/assistant/items/" + "a".repeat(7_000),
                "/v1/agents/assistant/items/'%20OR%201=1--",
                "/v1/agents/assistant/items/%C0%AE",
                "/" + "a".repeat(20_000))) {
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: " + host() + "\r\nAuthorization: Bearer "
                    + server.bo + "\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(path).matches("(?s)HTTP/1.1 (400|403|404|405|414|431) .*");
            assertThat(answer).as(path).contains("application/problem+json").contains("urn:memu4j:problem:");
            clean(path, answer);
        }
        unharmed();
    }

    @Test
    void bodies_of_the_wrong_form_are_told_by_field() {
        String deep = "[".repeat(5_000) + "]".repeat(5_000);
        for (String body : List.of(
                "",
                "null",
                "[]",
                "3",
                "{",
                "{\"query\": }",
                "{\"query\": 7}",
                "{\"query\": null}",
                "{\"query\": \"a\", \"query\": \"b\"}",
                "{\"query\": \"a\"} {}",
                "{\"query\": \"a\", \"top_k\": \"many\"}",
                "{\"query\": \"a\", \"top_k\": 1000000}",
                "{\"query\": \"a\", \"top_k\": 99999999999999999999}",
                "{\"query\": \"a\", \"zone\": \"Mars/Olympus\"}",
                "{\"query\": \"a\", \"now\": \"yesterday\"}",
                "{\"query\": \"a\", \"types\": [null]}",
                "{\"query\": \"a\", \"types\": \"event\"}",
                "{\"query\": \"a\", \"context\": [{\"role\": \"user\"}]}",
                "{\"query\": \"a\", \"attributes\": {\"k\": null}}",
                "{\"query\": \"a\", \"prompt_tokens\": -1}",
                "{\"query\": \"a\", \"@class\": \"java.lang.Runtime\"}",
                "{\"query\": \"a\", \"speakers\": " + deep + "}",
                "{\"query\": \"\\ud800\", \"explain\": \"yes\"}")) {
            refused(body.length() > 80 ? "deep" : body, server.post(server.ana, ME + "/retrieve", body), 400);
        }
        Answer told = server.post(server.ana, ME + "/memorize", "{\"key\": \"k\", \"messages\": [{\"role\": 1}]}");
        assertThat(told.at("/detail")).contains("'messages[0].role'").contains("a text");
        unharmed();
    }

    @Test
    void parameters_and_headers_of_the_wrong_form_are_refused() {
        for (String path : List.of(
                "/items?limit=many",
                "/items?limit=0",
                "/items?limit=1001",
                "/items?order=sideways",
                "/items?cursor=half",
                "/resources?modality=smell",
                "/export?vectors=perhaps")) {
            refused(path, server.get(server.ana, ME + path), 400);
        }
        refused(
                "media type",
                server.send(server.request(server.ana, ME + "/retrieve")
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("{}"))),
                415);
        refused("accept", server.send(server.request(server.ana, ME + "/items").header("Accept", "image/png")), 406);
        refused(
                "method",
                server.send(server.request(server.ana, ME + "/retrieve").method("PUT", BodyPublishers.noBody())),
                405);
        refused(
                "trace",
                server.send(server.request(server.ana, ME + "/items").method("TRACE", BodyPublishers.noBody())),
                405);
        refused(
                "prefer",
                server.send(server.json(server.ana, ME + "/memorize")
                        .header("Prefer", "respond-async, wait=9")
                        .POST(BodyPublishers.ofString("{\"key\": \"k\", \"text\": \"t\"}"))),
                400);
        refused(
                "headers",
                server.send(server.request(server.ana, ME + "/items").header("X-Long", "a".repeat(20_000))),
                431);
    }

    @Test
    void what_is_too_large_is_refused_before_it_is_read() throws IOException {
        String large = "{\"key\": \"k\", \"text\": \"" + "a".repeat(30_000) + "\"}";
        refused("json", server.post(server.ana, ME + "/memorize", large), 413);
        refused("upload", server.send(upload("a".repeat(50_000))), 413);
        for (String type : List.of("application/json", "multipart/form-data; boundary=x")) {
            String answer = raw("POST " + ME + "/memorize HTTP/1.1\r\nHost: " + host() + "\r\nAuthorization: Bearer "
                    + server.ana + "\r\nContent-Type: " + type + "\r\nTransfer-Encoding: chunked\r\n"
                    + "Connection: close\r\n\r\n" + "10000\r\n" + "a".repeat(0x10000) + "\r\n0\r\n\r\n");
            assertThat(answer).as(type).matches("(?s)HTTP/1.1 (413|400) .*");
            clean(type, answer);
        }
        String answer = raw("POST " + ME + "/memorize HTTP/1.1\r\nHost: " + host() + "\r\nAuthorization: Bearer "
                + server.ana + "\r\nContent-Type: application/json\r\nContent-Length: 9999999999\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 413 ");
        clean("announced length", answer);
        refused(
                "half a part",
                server.send(server.request(server.ana, ME + "/memorize")
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .POST(BodyPublishers.ofString(
                                "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nabc"))),
                400);
        refused(
                "no boundary",
                server.send(server.request(server.ana, ME + "/memorize")
                        .header("Content-Type", "multipart/form-data")
                        .POST(BodyPublishers.ofString("abc"))),
                400);
        unharmed();
    }

    private static java.net.http.HttpRequest.Builder upload(String content) {
        return server.request(server.ana, ME + "/memorize")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .header("Idempotency-Key", "big")
                .POST(BodyPublishers.ofString(
                        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n" + content
                                + "\r\n--x--\r\n"));
    }

    @Test
    void credentials_that_are_none_are_refused_alike() {
        String forged = server.ana.substring(0, server.ana.length() - 4) + "AAAA";
        String none = token("{\"alg\":\"none\"}") + "." + token("{\"sub\":\"ana\",\"scope\":\"memory:read\"}") + ".";
        List<String> headers = Stream.of(
                        forged,
                        none,
                        "memu_",
                        "",
                        "x".repeat(9_000),
                        server.ana + "x",
                        "memu_AAAAAAAAAAAA_" + "A".repeat(43))
                .map(secret -> "Bearer " + secret)
                .toList();
        List<String> all = new ArrayList<>(headers);
        all.addAll(
                List.of("Basic YW5hOmFuYQ==", server.ana, "Bearer", "Bearer " + server.bo + ", Bearer " + server.ana));
        for (String header : all) {
            Answer answer = server.send(server.request(null, ME + "/items").header("Authorization", header));
            refused(header.substring(0, Math.min(20, header.length())), answer, 401);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        }
        refused("nothing", server.get(null, ME + "/items"), 401);
        refused(
                "cookie",
                server.send(server.request(null, ME + "/items").header("Cookie", "memu=" + "A".repeat(43))),
                401);
        refused("key in the address", server.get(null, ME + "/items?access_token=" + server.ana), 401);
    }

    private static String token(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void pages_of_other_sites_and_foreign_host_names_are_refused() throws IOException {
        refused(
                "origin",
                server.send(server.json(server.ana, ME + "/items")
                        .header("Origin", "https://evil.example")
                        .POST(BodyPublishers.ofString("{\"text\": \"x\"}"))),
                403);
        refused(
                "null origin",
                server.send(server.request(server.ana, ME + "/items").header("Origin", "null")),
                403);
        refused(
                "fetch",
                server.send(server.request(server.ana, ME + "/items").header("Sec-Fetch-Site", "cross-site")),
                403);
        refused(
                "preflight",
                server.send(server.request(null, ME + "/items")
                        .header("Origin", "https://evil.example")
                        .header("Access-Control-Request-Method", "DELETE")
                        .method("OPTIONS", BodyPublishers.noBody())),
                403);
        for (String host : List.of(
                "evil.example", "evil.example:" + server.server.address().getPort(), "localhost", "")) {
            String answer = raw("GET " + ME + "/items HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Bearer "
                    + server.ana + "\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(host).matches("(?s)HTTP/1.1 (421|400) .*").contains("problem+json");
            clean(host, answer);
        }
    }

    @Test
    void a_session_takes_changes_from_its_own_page_only() {
        Answer begun = server.send(server.request(server.ana, "/v1/session").POST(BodyPublishers.noBody()));
        String cookie = begun.header("Set-Cookie");
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict").doesNotContain(server.ana);
        String value = cookie.substring(0, cookie.indexOf(';'));
        String origin = server.server.address().toString();
        assertThat(server.send(server.request(null, ME + "/items").header("Cookie", value))
                        .status())
                .isEqualTo(200);
        refused(
                "no origin",
                server.send(server.json(null, ME + "/items")
                        .header("Cookie", value)
                        .POST(BodyPublishers.ofString("{\"text\": \"x\"}"))),
                403);
        refused(
                "same site",
                server.send(server.json(null, ME + "/items")
                        .header("Cookie", value)
                        .header("Sec-Fetch-Site", "same-site")
                        .POST(BodyPublishers.ofString("{\"text\": \"x\"}"))),
                403);
        assertThat(server.send(server.json(null, ME + "/items")
                                .header("Cookie", value)
                                .header("Origin", origin)
                                .POST(BodyPublishers.ofString("{\"text\": \"From the page.\"}")))
                        .status())
                .isEqualTo(200);
        assertThat(server.send(server.request(null, "/v1/session")
                                .header("Cookie", value)
                                .header("Origin", origin)
                                .DELETE())
                        .status())
                .isEqualTo(204);
        refused("ended", server.send(server.request(null, ME + "/items").header("Cookie", value)), 401);
    }

    @Test
    void nobody_holds_a_connection_by_sending_slowly_or_nonsense() throws IOException {
        String slow = raw("POST " + ME + "/retrieve HTTP/1.1\r\nHost: " + host() + "\r\nAuthorization: Bearer "
                + server.ana + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"query\"");
        assertThat(slow).matches("(?s)(HTTP/1.1 (400|408|500) .*)?");
        clean("slow body", slow);
        clean("half a request", raw("GET / HT"));
        for (String nonsense : List.of(
                "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n",
                "GET / HTTP/9.9\r\n\r\n",
                "POST " + ME + "/items HTTP/1.1\r\nHost: " + host()
                        + "\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST " + ME + "/items HTTP/1.1\r\nHost: " + host() + "\r\nContent-Length: -1\r\n\r\n",
                "GET " + ME + "/items HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")) {
            String answer = raw(nonsense);
            assertThat(answer).as(nonsense).matches("(?s)(HTTP/1.1 (400|505) .*)?");
            clean(nonsense, answer);
        }
        unharmed();
    }

    private static String host() {
        return "127.0.0.1:" + server.server.address().getPort();
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), server.server.address().getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
