package io.memu4j.internal.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A prompt in a resource file: a line {@code version: N}, then sections that begin with a line {@code === name}. A section may have
 * placeholders like <code>{{name}}</code>. They are replaced once, from left to right; what a value says is never looked at, so braces and
 * placeholder names in texts reach the model as they are. Immutable.
 */
public final class Prompt {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z_]+)}}");
    private static final Pattern VERSION = Pattern.compile("version: (\\d+)");
    private static final String SECTION = "=== ";

    private final String name;
    private final String version;
    private final Map<String, String> sections;

    private Prompt(String name, String version, Map<String, String> sections) {
        this.name = name;
        this.version = version;
        this.sections = Map.copyOf(sections);
    }

    /**
     * Reads {@code io/memu4j/internal/prompt/<name>.md} of this library.
     *
     * @throws IllegalStateException when there is none, or it has no version
     */
    public static Prompt load(String name) {
        String resource = name + ".md";
        try (InputStream in = Prompt.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + resource + " is missing in "
                        + Prompt.class.getPackageName() + ". Expected a prompt under that name.");
            }
            return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a prompt from its text; see {@link #load}. */
    static Prompt parse(String name, String text) {
        String version = "";
        Map<String, StringBuilder> sections = new LinkedHashMap<>();
        StringBuilder current = new StringBuilder();
        for (String line : text.lines().toList()) {
            Matcher versionLine = VERSION.matcher(line);
            if (sections.isEmpty() && versionLine.matches()) {
                version = versionLine.group(1);
            } else if (line.startsWith(SECTION)) {
                current = sections.computeIfAbsent(
                        line.substring(SECTION.length()).strip(), section -> new StringBuilder());
            } else {
                current.append(line).append('\n');
            }
        }
        if (version.isEmpty() || sections.isEmpty()) {
            throw new IllegalStateException("The prompt " + name
                    + " has no version or no section. Expected a line 'version: 1' and lines '=== section'.");
        }
        Map<String, String> stripped = new LinkedHashMap<>();
        sections.forEach(
                (section, body) -> stripped.put(section, body.toString().strip()));
        return new Prompt(name, version, stripped);
    }

    /** Name and version, as in {@code extract/1}: another version may get other answers. */
    public String version() {
        return name + "/" + version;
    }

    /**
     * A section with its placeholders replaced.
     *
     * @param values exactly those the section names
     * @throws IllegalArgumentException when there is no such section, or values and placeholders differ
     */
    public String render(String section, Map<String, String> values) {
        String template = sections.get(section);
        if (template == null) {
            throw new IllegalArgumentException(
                    "The prompt " + version() + " has no section " + section + ", but " + sections.keySet() + ".");
        }
        Set<String> used = new HashSet<>();
        StringBuilder text = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(template);
        while (placeholder.find()) {
            String value = values.get(placeholder.group(1));
            if (value == null) {
                throw new IllegalArgumentException("The section " + section + " of the prompt " + version()
                        + " needs a value for " + placeholder.group(1) + ".");
            }
            used.add(placeholder.group(1));
            placeholder.appendReplacement(text, Matcher.quoteReplacement(value));
        }
        placeholder.appendTail(text);
        if (!used.containsAll(values.keySet())) {
            throw new IllegalArgumentException("The section " + section + " of the prompt " + version()
                    + " has the placeholders " + used + ", but was given " + values.keySet() + ".");
        }
        return text.toString();
    }

    /** A section without placeholders. */
    public String section(String section) {
        return render(section, Map.of());
    }
}
