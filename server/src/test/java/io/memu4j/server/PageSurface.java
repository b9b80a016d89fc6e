package io.memu4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memu4j.server.RunningServer.Answer;
import io.memu4j.tck.surface.Surface;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.By;

/**
 * The page as a way to a memory: what comes back is the whole document. What the page does not do, to take a text in, is asked of REST.
 * One user leaves and the other logs in, in the same browser.
 */
final class PageSurface implements Surface {
    private static final String ME = "/v1/agents/assistant";

    private final Browser browser;
    private final RunningServer server;
    private String user = "";

    PageSurface(Browser browser, RunningServer server) {
        this.browser = browser;
        this.server = server;
    }

    @Override
    public Optional<Outcome> call(String as, String call, Map<String, String> arguments) {
        String key = as.equals("ana") ? server.ana : server.bo;
        if (call.equals("memorize")) {
            return Optional.of(made(server.post(key, ME + "/memorize", body(arguments)), "/resource/id"));
        }
        if (call.equals("add")) {
            return Optional.of(made(server.post(key, ME + "/items", body(arguments)), "/id"));
        }
        become(as, key);
        String id = arguments.getOrDefault("id", "");
        return switch (call) {
            case "retrieve" -> {
                String before = browser.go("ask");
                PageTest.ask(browser, arguments.getOrDefault("query", ""));
                yield Optional.of(new Outcome(false, before + found(), ""));
            }
            case "list_items" -> seen("statements");
            case "get_item", "history", "item_passages" -> seen("statement/" + id);
            case "update_item", "reopen_item" -> seen("statement/" + id);
            case "delete_item" -> forgotten("statement/" + id, "Forget");
            case "list_resources" -> seen("timeline");
            case "get_resource", "resource_passages", "resource_copy" -> seen("source/" + id);
            case "delete_resource" -> forgotten("source/" + id, "Forget this source");
            case "list_categories" -> seen("topics");
            case "export" -> exported();
            case "erase" -> {
                PageTest.erase(browser, as);
                yield Optional.of(outcome());
            }
            default -> Optional.empty();
        };
    }

    private void become(String as, String key) {
        if (!user.equals(as)) {
            if (!user.isEmpty()) {
                browser.logOut();
            }
            browser.logIn(key);
            user = as;
        }
    }

    private Optional<Outcome> seen(String view) {
        browser.go(view);
        return Optional.of(outcome());
    }

    private Optional<Outcome> forgotten(String view, String button) {
        browser.go(view);
        Outcome outcome = outcome();
        if (!outcome.refused()) {
            browser.clickInMain(button);
            browser.until(By.xpath("//dialog//button[.='Forget']")).click();
            browser.until(By.xpath("//h1[.='Statements' or .='Timeline']"));
            browser.ready();
        }
        return Optional.of(outcome);
    }

    /** What the link of the page downloads, with the session of the page. */
    private Optional<Outcome> exported() {
        browser.go("erase");
        Object text = browser.driver()
                .executeAsyncScript(
                        "const done = arguments[0];"
                                + "fetch(document.querySelector('main a[download]').href).then(answer => answer.text()).then(done);");
        return Optional.of(new Outcome(false, String.valueOf(text), ""));
    }

    private Outcome outcome() {
        return new Outcome(!browser.all("main > .problem").isEmpty(), browser.document(), "");
    }

    /** Without the form, which holds the question. */
    private String found() {
        return browser.until(By.id("found")).getDomProperty("outerHTML");
    }

    private static String body(Map<String, String> arguments) {
        ObjectNode body = RunningServer.JSON.createObjectNode();
        arguments.forEach(body::put);
        return body.toString();
    }

    private static Outcome made(Answer answer, String id) {
        assertThat(answer.status()).as(answer.text()).isLessThan(300);
        return new Outcome(false, answer.text(), answer.at(id));
    }
}
