package io.memu4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.memu4j.server.RunningServer.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestTest {
    private static final String ME = "/v1/agents/assistant";

    @TempDir
    static Path folder;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = new RunningServer(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void what_was_memorized_is_found_with_a_prompt() {
        Answer stored = server.post(
                server.ana,
                ME + "/memorize",
                """
                {"key": "talk-1", "messages": [
                  {"role": "user", "name": "Ana", "content": "My kayak is called Pelican.", "at": "2026-05-12T10:00:00+02:00"},
                  {"role": "assistant", "content": "Noted."}]}""");
        assertThat(stored.status()).as(stored.text()).isEqualTo(200);
        assertThat(stored.at("/resource/key")).isEqualTo("talk-1");

        Answer found = server.post(
                server.ana, ME + "/retrieve", "{\"query\": \"What is my kayak called?\", \"explain\": true}");
        assertThat(found.status()).as(found.text()).isEqualTo(200);
        assertThat(found.at("/passages/0/passage/text")).contains("Pelican");
        assertThat(found.at("/passages/0/passage/said_at")).isEqualTo("2026-05-12T10:00:00+02:00");
        assertThat(found.at("/passages/0/signals/0/signal")).isNotEmpty();
        assertThat(found.at("/prompt")).contains("Pelican");
    }

    @Test
    void the_same_source_with_the_same_idempotency_key_is_stored_once() {
        Answer first = memorize("once", "{\"text\": \"The bakery opens at six.\"}");
        Answer again = memorize("once", "{\"text\": \"The bakery opens at six.\"}");
        assertThat(first.json().get("unchanged").booleanValue()).isFalse();
        assertThat(again.json().get("unchanged").booleanValue()).isTrue();
        assertThat(again.at("/resource/id")).isEqualTo(first.at("/resource/id"));
        assertThat(memorize("once", "{\"key\": \"other\", \"text\": \"x\"}").status())
                .isEqualTo(400);
    }

    private static Answer memorize(String key, String body) {
        return server.send(server.json(server.ana, ME + "/memorize")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void a_file_is_uploaded_in_parts() {
        String body = String.join(
                "\r\n",
                "--x",
                "Content-Disposition: form-data; name=\"about\"",
                "Content-Type: application/json",
                "",
                "{\"key\": \"notes\", \"attributes\": {\"kind\": \"note\"}}",
                "--x",
                "Content-Disposition: form-data; name=\"file\"; filename=\"notes.md\"",
                "Content-Type: text/markdown",
                "",
                "# Garden",
                "",
                "The plum tree was planted by Teodor.",
                "--x--",
                "");
        Answer stored = server.send(server.request(server.ana, ME + "/memorize")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(body)));
        assertThat(stored.status()).as(stored.text()).isEqualTo(200);
        String id = stored.at("/resource/id");
        assertThat(stored.at("/resource/attributes/kind")).isEqualTo("note");
        assertThat(server.get(server.ana, ME + "/resources/" + id + "/passages").text())
                .contains("Teodor");
        Answer copy = server.get(server.ana, ME + "/resources/" + id + "/copy");
        assertThat(copy.text()).contains("plum tree");
        assertThat(copy.header("Content-Disposition")).startsWith("attachment");
        assertThat(copy.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(server.delete(server.ana, ME + "/resources/" + id).status()).isEqualTo(204);
        assertThat(server.get(server.ana, ME + "/resources/" + id).status()).isEqualTo(404);
    }

    @Test
    void a_statement_is_added_corrected_with_its_version_and_deleted() {
        Answer made = server.post(
                server.ana,
                ME + "/items",
                "{\"text\": \"Ana keeps bees.\", \"type\": \"profile\", \"attributes\": {\"a\": \"b\"}}");
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        String item = ME + "/items/" + made.at("/id");
        assertThat(made.header("Location")).endsWith(item);

        Answer read = server.get(server.ana, item);
        String tag = read.header("ETag");
        assertThat(tag).isEqualTo("\"" + read.at("/version") + "\"");
        assertThat(server.send(server.request(server.ana, item).header("If-None-Match", tag))
                        .status())
                .isEqualTo(304);

        assertThat(patch(item, null).status()).isEqualTo(428);
        assertThat(patch(item, "\"999\"").status()).isEqualTo(412);
        assertThat(patch(item, "W/\"x\"").status()).isEqualTo(412);
        Answer changed = patch(item, tag);
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
        assertThat(patch(item, tag).status()).isEqualTo(412);

        assertThat(server.get(server.ana, item + "/history").text()).contains("edited");
        Answer closed = server.post(server.ana, item + "/close", "{}");
        assertThat(closed.json().has("closing")).isTrue();
        Answer open = server.send(server.request(server.ana, item + "/reopen").POST(BodyPublishers.noBody()));
        assertThat(open.json().has("closing")).isFalse();
        assertThat(server.delete(server.ana, item).status()).isEqualTo(204);
        assertThat(server.get(server.ana, item).status()).isEqualTo(404);
        assertThat(server.delete(server.ana, item).status()).isEqualTo(404);
    }

    private static Answer patch(String item, String match) {
        var request = server.json(server.ana, item)
                .method("PATCH", BodyPublishers.ofString("{\"text\": \"Ana keeps goats.\"}"));
        return server.send(match == null ? request : request.header("If-Match", match));
    }

    @Test
    void lists_are_read_page_by_page() {
        for (String animal : new String[] {"otter", "heron", "badger"}) {
            server.post(
                    server.ana, "/v1/agents/coach/items", "{\"text\": \"There is a " + animal + " at the river.\"}");
        }
        Answer first = server.get(server.ana, "/v1/agents/coach/items?limit=2&order=oldest");
        assertThat(first.json().get("items")).hasSize(2);
        JsonNode rest = server.get(
                        server.ana, "/v1/agents/coach/items?limit=2&order=oldest&cursor=" + first.at("/next"))
                .json();
        assertThat(rest.get("items")).hasSize(1);
        assertThat(rest.has("next")).isFalse();
        assertThat(server.get(server.ana, "/v1/agents/coach/items?type=profile")
                        .json()
                        .get("items"))
                .isEmpty();
        assertThat(server.get(server.ana, "/v1/agents/coach/statistics").at("/items"))
                .isEqualTo("3");
        assertThat(server.get(server.ana, "/v1/agents/coach/categories").status())
                .isEqualTo(200);
        Answer export = server.get(server.ana, "/v1/agents/coach/export");
        assertThat(export.header("Content-Type")).isEqualTo("application/x-ndjson");
        assertThat(export.text().lines()).hasSizeGreaterThan(4).allSatisfy(line -> assertThat(line)
                .startsWith("{"));
        assertThat(export.text()).contains("heron");

        Answer erased = server.delete(server.ana, "/v1/agents/coach");
        assertThat(erased.json().get("complete").booleanValue()).isTrue();
        assertThat(erased.at("/memories/0/before/items")).isEqualTo("3");
        assertThat(server.get(server.ana, "/v1/agents/coach/statistics").at("/items"))
                .isEqualTo("0");
    }

    @Test
    void a_job_is_answered_at_once_and_followed_to_its_end() {
        Answer taken = server.send(server.json(server.ana, ME + "/memorize")
                .header("Prefer", "respond-async")
                .POST(BodyPublishers.ofString("{\"key\": \"later\", \"text\": \"The ferry leaves at noon.\"}")));
        assertThat(taken.status()).as(taken.text()).isEqualTo(202);
        assertThat(taken.header("Preference-Applied")).isEqualTo("respond-async");
        String job = ME + "/jobs/" + taken.at("/id");
        assertThat(taken.header("Location")).endsWith(job);

        Answer events = server.get(server.ana, job + "/events");
        assertThat(events.header("Content-Type")).startsWith("text/event-stream");
        assertThat(events.text())
                .contains("event: job")
                .contains("\"state\":\"done\"")
                .contains("later");
        assertThat(server.get(server.ana, job).at("/state")).isEqualTo("done");
        assertThat(server.delete(server.ana, job).at("/state")).isEqualTo("done");
        assertThat(server.get(server.bo, job).status()).isEqualTo(404);
        assertThat(server.get(server.bo, job + "/events").status()).isEqualTo(404);
    }

    @Test
    void an_operator_sees_scopes_and_erases_a_user_with_their_keys() {
        String key = server.keys
                .create("carl", java.util.Set.of("assistant"), RunningServer.ALL, null)
                .key();
        server.post(key, ME + "/items", "{\"text\": \"Carl sails.\"}");
        Answer scopes = server.get(server.operator, "/v1/admin/scopes?limit=1");
        assertThat(scopes.json().get("scopes")).hasSize(1);
        assertThat(server.get(server.operator, "/v1/admin/scopes?limit=50&cursor=" + scopes.at("/next"))
                        .status())
                .isEqualTo(200);
        assertThat(server.get(server.operator, "/v1/admin/health")
                        .json()
                        .get("up")
                        .booleanValue())
                .isTrue();
        assertThat(server.post(server.operator, "/v1/admin/doctor", "")
                        .json()
                        .get("healthy")
                        .booleanValue())
                .isTrue();
        Answer erased = server.post(server.operator, "/v1/admin/erase", "{\"user\": \"carl\"}");
        assertThat(erased.json().get("complete").booleanValue())
                .as(erased.text())
                .isTrue();
        assertThat(server.get(key, ME + "/items").status()).isEqualTo(401);
        assertThat(server.get(server.ana, "/v1/admin/scopes").status()).isEqualTo(403);
        assertThat(server.get(server.operator, ME + "/items").status()).isEqualTo(403);
    }

    @Test
    void probes_need_no_credential_and_tell_nothing_else() {
        assertThat(server.get(null, "/healthz").text()).isEqualTo("{\"status\":\"up\"}");
        assertThat(server.get(null, "/readyz").text()).isEqualTo("{\"status\":\"up\"}");
    }
}
