package io.memu4j.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.LlmConfig;
import io.memu4j.server.RunningServer.Answer;
import io.memu4j.server.api.Permission;
import io.memu4j.tck.surface.SurfaceScenario;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/**
 * The page in a real browser. Skipped where the programs {@code chromium} and {@code chromedriver} are not installed. The system
 * property {@code memu.page.pictures} names a folder for a picture of each view.
 */
class PageTest {
    private static final String ME = "/v1/agents/assistant";
    private static final String TALK =
            """
            {"key": "talk-%s", "messages": [
              {"role": "user", "name": "Ana", "content": "My kayak is called Pelican. I keep it at Lake Ohrid.",
               "at": "2026-05-1%s"},
              {"role": "assistant", "content": "A good name! How often do you go out?", "at": "2026-05-12T10:01:00+02:00"},
              {"role": "user", "name": "Ana", "content": "I paddle every Saturday morning with my sister Vesna.",
               "at": "2026-05-12T10:02:00+02:00"},
              {"role": "assistant", "content": "That sounds lovely.", "at": "2026-05-12T10:03:00+02:00"},
              {"role": "user", "name": "Ana", "content": "I am allergic to walnuts, so I bring my own lunch.",
               "at": "2026-05-12T10:04:00+02:00"}]}
            """;

    @TempDir
    Path folder;

    private static @Nullable Browser started;

    @BeforeAll
    static void start() {
        Optional<Path> chromium = Browser.program("chromium", "chromium-browser", "google-chrome");
        Optional<Path> driver = Browser.program("chromedriver");
        boolean installed = chromium.isPresent() && driver.isPresent();
        if (!installed) {
            System.err.println("PageTest is skipped: chromium or chromedriver is not installed");
        }
        assumeTrue(installed, "chromium or chromedriver is not installed");
        started = new Browser(chromium.get(), driver.get());
    }

    @AfterAll
    static void stop() {
        if (started != null) {
            started.close();
        }
    }

    @Test
    void no_view_breaks_a_rule_of_accessibility_in_light_dark_or_on_a_phone() throws IOException {
        try (RunningServer server = new RunningServer(folder)) {
            String id = seed(server);
            server.post(server.bo, ME + "/items", "{\"text\": \"Bo collects stamps.\"}");
            String source = server.get(server.ana, ME + "/resources").at("/resources/0/id");
            Browser browser = at(server);
            check(browser, "login");
            browser.logIn(server.ana);
            for (String view : new String[] {"timeline", "statements", "topics", "statistics", "erase"}) {
                browser.go(view);
                check(browser, view);
            }
            browser.go("source/" + source);
            check(browser, "source");
            browser.go("statement/" + id);
            check(browser, "statement");
            browser.clickInMain("Correct");
            check(browser, "correct");
            browser.clickInMain("Forget");
            browser.until(By.cssSelector("dialog[open]"));
            check(browser, "forget");
            browser.until(By.xpath("//dialog//button[.='Keep it']")).click();
            browser.go("ask");
            ask(browser, "What is my kayak called?");
            check(browser, "ask");
            browser.go("nothing/here");
            check(browser, "elsewhere");
            browser.go("statement/none");
            check(browser, "not-found");
            erase(browser, "ana");
            check(browser, "erased");
            browser.logOut();
            browser.logIn(server.operator);
            check(browser, "memories");
            browser.go("erase");
            check(browser, "erase-user");
        }
    }

    @Test
    void texts_of_a_memory_stay_texts() {
        String hostile = "<img src=x onerror=\"window.reached=1\"><script>window.reached=1</script>"
                + "<a href=\"javascript:window.reached=1\">click</a>";
        try (RunningServer server = new RunningServer(folder)) {
            String body =
                    RunningServer.JSON.createObjectNode().put("text", hostile).toString();
            String id = server.post(server.ana, ME + "/items", body).at("/id");
            String talk = RunningServer.JSON
                    .createObjectNode()
                    .put("key", hostile)
                    .put("text", hostile)
                    .toString();
            assertThat(server.post(server.ana, ME + "/memorize", talk).status()).isLessThan(300);
            Browser browser = at(server);
            browser.logIn(server.ana);
            for (String view : new String[] {"timeline", "statements", "statement/" + id, "ask"}) {
                browser.go(view);
                if (view.equals("ask")) {
                    ask(browser, hostile);
                }
                assertThat(browser.text()).as(view).contains("onerror=\"window.reached=1\"");
                assertThat(browser.all("main img, main script, main a[href^='javascript']"))
                        .as(view)
                        .isEmpty();
            }
            assertThat(browser.script("return window.reached")).isNull();
            assertThat(browser.script("try { document.body.innerHTML = '<p>x'; return 'taken' } catch (e) {"
                            + " return e.name }"))
                    .isEqualTo("TypeError");
        }
    }

    @Test
    void two_keys_never_see_each_others_memory_on_the_page() {
        try (RunningServer server = new RunningServer(folder)) {
            Browser browser = at(server);
            assertThat(SurfaceScenario.isolation().run(new PageSurface(browser, server)))
                    .isEqualTo(32);
        }
    }

    @Test
    void a_person_sees_why_a_statement_is_remembered_corrects_it_closes_it_and_forgets_it() {
        try (RunningServer server = new RunningServer(folder)) {
            String id = seed(server);
            Browser browser = at(server);
            browser.logIn(server.ana);
            browser.go("statements");
            browser.type("main input[type=search]", "pelican");
            browser.clickInMain("Filter");
            browser.untilText("1 statement found");
            browser.until(By.partialLinkText("Pelican")).click();
            browser.untilText("Why it is remembered");
            assertThat(browser.until(By.cssSelector(".proof mark")).getText()).contains("My kayak is called Pelican.");

            browser.clickInMain("Correct");
            browser.type("main textarea", "Ana's kayak is called Heron.");
            browser.clickInMain("Save");
            browser.until(By.xpath("//h1[.=\"Ana's kayak is called Heron.\"]"));
            assertThat(browser.ready().text()).contains("Corrected", "Before:", "Pelican");
            assertThat(server.get(server.ana, ME + "/items/" + id).at("/text"))
                    .isEqualTo("Ana's kayak is called Heron.");

            browser.clickInMain("Close");
            browser.until(By.cssSelector(".chip.closed"));
            browser.clickInMain("Reopen");
            browser.until(By.cssSelector(".chip.holds"));

            browser.clickInMain("Forget");
            browser.until(By.xpath("//dialog//button[.='Forget']")).click();
            browser.until(By.xpath("//h1[.='Statements']"));
            assertThat(browser.ready().document()).doesNotContain("Heron");
            assertThat(server.get(server.ana, ME + "/items/" + id).status()).isEqualTo(404);
        }
    }

    @Test
    void a_correction_of_what_somebody_else_changed_is_not_saved() {
        try (RunningServer server = new RunningServer(folder)) {
            String id = seed(server);
            Browser browser = at(server);
            browser.logIn(server.ana);
            browser.go("statement/" + id);
            browser.clickInMain("Correct");
            browser.type("main textarea", "Written too late.");
            String item = ME + "/items/" + id;
            Answer read = server.get(server.ana, item);
            Answer changed = server.send(server.json(server.ana, item)
                    .header("If-Match", read.header("ETag"))
                    .method("PATCH", BodyPublishers.ofString("{\"text\": \"Written first.\"}")));
            assertThat(changed.status()).isEqualTo(200);

            browser.clickInMain("Save");
            browser.until(By.xpath("//h1[.='Written first.']"));
            browser.until(By.xpath("//*[@role='status'][contains(., 'changed it meanwhile')]"));
            assertThat(server.get(server.ana, item).at("/text")).isEqualTo("Written first.");
        }
    }

    @Test
    void a_key_that_may_only_read_sees_nothing_that_changes_a_memory() {
        try (RunningServer server = new RunningServer(folder)) {
            String id = seed(server);
            String reader = server.keys
                    .create("ana", Set.of("assistant"), Set.of(Permission.READ), null)
                    .key();
            Browser browser = at(server);
            browser.logIn(reader);
            browser.go("statement/" + id);
            assertThat(browser.text()).contains("Why it is remembered");
            assertThat(browser.all("main button")).isEmpty();
            browser.go("erase");
            assertThat(browser.all("main button")).isEmpty();
        }
    }

    @Test
    void a_memory_is_erased_once_its_user_is_typed_and_the_page_proves_it() {
        try (RunningServer server = new RunningServer(folder)) {
            seed(server);
            Browser browser = at(server);
            browser.logIn(server.ana);
            erase(browser, "bo");
            browser.untilText("Nothing was erased");
            assertThat(server.get(server.ana, ME + "/items").json().at("/items"))
                    .isNotEmpty();
            erase(browser, "ana");
            browser.untilText("Erased: nothing is left");
            assertThat(browser.all("#proof tbody tr")).isNotEmpty().allSatisfy(row -> assertThat(
                            row.findElement(By.cssSelector("td:last-child")).getText())
                    .isEqualTo("0"));
            assertThat(server.get(server.ana, ME + "/statistics").at("/items")).isEqualTo("0");
        }
    }

    @Test
    void a_key_does_not_stay_in_the_page_and_a_wrong_one_is_refused() {
        try (RunningServer server = new RunningServer(folder)) {
            seed(server);
            Browser browser = at(server);
            browser.type("input[type=password]", "memu_wrong");
            browser.clickInMain("Log in");
            browser.untilText("not valid");
            browser.logIn(server.ana);
            assertThat(browser.go("statements")).contains("Pelican").doesNotContain(server.ana);
            assertThat(browser.script("return document.cookie + JSON.stringify(localStorage)"
                            + " + JSON.stringify(sessionStorage) + location.href"))
                    .asString()
                    .doesNotContain("memu_");
            browser.logOut();
            assertThat(browser.document()).doesNotContain("Pelican");
            browser.driver().navigate().back();
            browser.until(By.cssSelector("input[type=password]"));
            assertThat(browser.ready().document()).doesNotContain("Pelican");
        }
    }

    @Test
    void the_keyboard_reaches_the_content_and_focus_follows_the_view() {
        try (RunningServer server = new RunningServer(folder)) {
            seed(server);
            Browser browser = at(server);
            browser.logIn(server.ana);
            browser.driver().navigate().refresh();
            browser.until(By.id("leave"));
            browser.ready();
            press(browser, Keys.TAB);
            assertThat(focused(browser)).isEqualTo("Skip to the content");
            press(browser, Keys.TAB);
            press(browser, Keys.TAB);
            assertThat(focused(browser)).isEqualTo("Statements");
            press(browser, Keys.ENTER);
            browser.until(By.xpath("//h1[.='Statements']"));
            assertThat(focused(browser.ready())).isEqualTo("Statements");
            assertThat(browser.driver().switchTo().activeElement().getTagName()).isEqualTo("h1");
            assertThat(browser.driver().getTitle()).isEqualTo("Statements · Memory");
        }
    }

    @Test
    void on_the_own_machine_without_keys_the_page_asks_for_none() {
        try (MemoryServiceFactory memories = MemoryServiceFactory.builder()
                        .database(DatabaseConfig.memory())
                        .llm(LlmConfig.none())
                        .build();
                MemuServer server = MemuServer.builder(memories)
                        .bind("127.0.0.1", 0)
                        .userOfThisMachine("ana", Set.of("assistant"))
                        .start()) {
            Browser browser = browser();
            browser.open(server.address());
            browser.until(By.xpath("//h1[.='Timeline']"));
            assertThat(browser.ready().text()).contains("no sources yet");
        }
    }

    static void ask(Browser browser, String question) {
        browser.type("main input[type=search]", question);
        browser.clickInMain("Ask");
        browser.until(By.cssSelector("#found > *"));
    }

    static void erase(Browser browser, String user) {
        browser.go("erase");
        browser.type("main input[type=text]", user);
        browser.clickInMain("Erase this memory");
        browser.until(By.cssSelector("#proof > *"));
    }

    private static void press(Browser browser, Keys key) {
        browser.driver().switchTo().activeElement().sendKeys(key);
    }

    private static String focused(Browser browser) {
        return browser.driver().switchTo().activeElement().getText();
    }

    /** Fills ana's memory and gives the id of the statement about the kayak. */
    private static String seed(RunningServer server) {
        for (String talk : new String[] {"1", "2"}) {
            String body = talk.equals("1")
                    ? TALK.formatted("1", "2T10:00:00+02:00")
                    : "{\"key\": \"Notes about the garden\", \"text\": \"The roses need water twice a week in July.\"}";
            Answer answer = server.post(server.ana, ME + "/memorize", body);
            assertThat(answer.status()).as(answer.text()).isLessThan(300);
        }
        for (var item : server.get(server.ana, ME + "/items").json().at("/items")) {
            if (item.at("/text").asText().contains("Pelican")) {
                return item.at("/id").asText();
            }
        }
        throw new AssertionError("no statement about the kayak");
    }

    private static Browser browser() {
        assertThat(started).isNotNull();
        return started;
    }

    private static Browser at(RunningServer server) {
        Browser browser = browser();
        browser.open(server.server.address());
        return browser;
    }

    private static void check(Browser browser, String view) throws IOException {
        String pictures = System.getProperty("memu.page.pictures");
        for (int width : new int[] {1280, 390}) {
            browser.width(width);
            for (boolean dark : new boolean[] {false, true}) {
                browser.dark(dark);
                String name = view + "-" + width + (dark ? "-dark" : "-light");
                if (width < 600 && dark && pictures == null) {
                    continue;
                }
                if (pictures != null) {
                    Files.write(Path.of(pictures, name + ".png"), browser.picture());
                }
                assertThat(browser.violations()).as(name).isEmpty();
                assertThat(browser.isScrolledSideways())
                        .as("%s is wider than its window", name)
                        .isFalse();
            }
        }
        browser.width(1280);
        browser.dark(false);
    }
}
