package io.memu4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A person's browser at the page of a server. The driver gives it a folder of its own and deletes that again. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String BUSY = "main:not([aria-busy=false])";
    private static final String RULES = "wcag2a,wcag2aa,wcag21a,wcag21aa,wcag22aa,best-practice";

    private final ChromeDriver driver;
    private String page = "about:blank";

    Browser(Path browser, Path program) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(program.toFile())
                .build();
        driver = new ChromeDriver(service, options);
    }

    /** A program that is installed, under one of its names. */
    static Optional<Path> program(String... names) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Begins anew at a server. */
    void open(URI server) {
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        page = server + "/ui/";
        driver.get("about:blank");
        driver.get(page);
        ready();
    }

    void logIn(String key) {
        driver.findElement(By.cssSelector("input[type=password]")).sendKeys(key);
        clickInMain("Log in");
        until(By.id("leave"));
        ready();
    }

    void logOut() {
        driver.findElement(By.id("leave")).click();
        until(By.cssSelector("input[type=password]"));
        ready();
    }

    /** Goes to a view; to the same one again, too. */
    String go(String view) {
        script(
                "document.querySelector('main').setAttribute('aria-busy', 'true');"
                        + "if (location.hash === arguments[0]) { window.dispatchEvent(new HashChangeEvent('hashchange')); }"
                        + "else { location.hash = arguments[0]; }",
                "#/" + view);
        return ready().document();
    }

    Browser ready() {
        await("the view", any -> driver.findElements(By.cssSelector(BUSY)).isEmpty());
        return this;
    }

    /** All that is in the document: texts, attributes, what is not shown, and what was typed. */
    String document() {
        return String.valueOf(script("return document.documentElement.outerHTML"));
    }

    String text() {
        return driver.findElement(By.tagName("main")).getText();
    }

    WebElement until(By what) {
        return await(
                what.toString(),
                any -> driver.findElements(what).stream().findFirst().orElse(null));
    }

    void untilText(String text) {
        await("the text " + text, any -> text().contains(text));
    }

    void clickInMain(String name) {
        until(By.xpath("//main//button[normalize-space()='" + name + "']")).click();
    }

    void type(String css, String text) {
        WebElement field = until(By.cssSelector(css));
        field.clear();
        field.sendKeys(text);
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    ChromeDriver driver() {
        return driver;
    }

    void dark(boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    void width(int pixels) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 844, "deviceScaleFactor", 1, "mobile", pixels < 600));
    }

    byte[] picture() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    /** The rules of accessibility that the document breaks, each with the elements. */
    List<?> violations() {
        driver.executeScript("if (!window.axe) {" + axe() + "}");
        Object found = driver.executeAsyncScript(
                "const done = arguments[1];"
                        + "axe.run(document, {runOnly: arguments[0].split(','), resultTypes: ['violations']}).then("
                        + "result => done(result.violations.map(one => one.id + ': ' + one.nodes.map(node => node.html"
                        + " + ' ' + node.failureSummary).join('; '))), failure => done(['failed: ' + failure]));",
                RULES);
        return (List<?>) Objects.requireNonNull(found);
    }

    private static String axe() {
        try (InputStream file = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(file, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the page is wider than the window. */
    boolean isScrolledSideways() {
        return Boolean.TRUE.equals(
                script("return document.documentElement.scrollWidth > document.documentElement.clientWidth"));
    }

    Object script(String script, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(script, arguments);
    }

    private <T> T await(String what, Function<WebDriver, T> condition) {
        T met = new WebDriverWait(driver, PATIENCE, Duration.ofMillis(20))
                .withMessage(() -> what + " on the page: " + text())
                .until(condition);
        assertThat(met).isNotNull();
        return met;
    }

    @Override
    public void close() {
        driver.quit();
    }
}
