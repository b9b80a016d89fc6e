package io.memu4j.internal.fact;

import io.memu4j.internal.fact.Claim.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rows about facts of one language, from {@code facts-LANGUAGE.txt}, which says how it is read. */
final class FactTable {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private final List<FactRule> rules;
    private final Pattern unreal;

    private FactTable(List<FactRule> rules, Pattern unreal) {
        this.rules = rules;
        this.unreal = unreal;
    }

    /**
     * Reads the table of a language.
     *
     * @param unreal what makes the rest of a clause a wish, a condition or a plan
     */
    static FactTable of(String language, String unreal) {
        String name = "facts-" + language + ".txt";
        try (InputStream in = FactTable.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + name + " is missing beside " + FactTable.class + ".");
            }
            List<String> lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            return new FactTable(rules(lines), Pattern.compile(unreal, FLAGS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<FactRule> rules(List<String> lines) {
        Map<String, String> macros = new LinkedHashMap<>();
        List<FactRule> rules = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("{") && line.contains("} = ")) {
                String[] sides = line.split(" = ", 2);
                macros.put(sides[0], expanded(sides[1], macros));
            } else {
                String[] cells = line.split(" \\| ", 3);
                String[] role = cells[1].split("=", 2);
                rules.add(new FactRule(
                        cells[0],
                        Role.valueOf(role[0].toUpperCase(Locale.ROOT)),
                        role.length > 1 ? role[1] : null,
                        Pattern.compile(expanded(cells[2], macros), FLAGS)));
            }
        }
        return List.copyOf(rules);
    }

    private static String expanded(String pattern, Map<String, String> macros) {
        String result = pattern;
        for (Map.Entry<String, String> macro : macros.entrySet()) {
            result = result.replace(macro.getKey(), macro.getValue());
        }
        return result;
    }

    /** Returns the first claim of a sentence about each thing, in the order of the table; at most two. */
    List<Claim> read(String sentence) {
        Map<String, Claim> found = new LinkedHashMap<>();
        for (FactRule rule : rules) {
            Optional<Claim> claim = rule.read(sentence, unreal);
            claim.ifPresent(c -> found.putIfAbsent(c.kind(), c));
            if (found.size() == 2) {
                break;
            }
        }
        return List.copyOf(found.values());
    }
}
