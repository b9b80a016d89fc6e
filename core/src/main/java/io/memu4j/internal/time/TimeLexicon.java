package io.memu4j.internal.time;

import io.memu4j.internal.text.Language;
import io.memu4j.internal.text.WordLists;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of time and tense of one language. */
final class TimeLexicon {
    private static final int SURE_OF_LANGUAGE = 80;
    private static final Map<String, TimeLexicon> BY_LANGUAGE = all("en", "de", "fr", "es", "pt", "it", "zh", "ja");

    /**
     * A phrase and its role.
     *
     * @param text in lower case
     */
    record Entry(String text, TimeRole role, String unit, int value) {}

    private record Form(String prefix, String suffix, Entry entry) {
        boolean fits(String word) {
            return word.length() > prefix.length() + suffix.length() + 1
                    && word.startsWith(prefix)
                    && word.endsWith(suffix);
        }
    }

    private final String language;
    private final Map<String, List<Entry>> phrases = new HashMap<>();
    private final List<Form> forms = new ArrayList<>();
    private final boolean bareWeekdays;

    private TimeLexicon(String language) {
        this.language = language;
        Map<String, List<String>> sections = WordLists.read(TimeLexicon.class, "times-" + language + ".txt");
        sections.forEach((section, words) -> words.forEach(word -> add(section.split(" "), word)));
        phrases.values()
                .forEach(list -> list.sort(
                        Comparator.comparing((Entry entry) -> -entry.text().length())));
        forms.sort(Comparator.comparing(
                form -> -form.prefix().length() - form.suffix().length()));
        bareWeekdays = sections.containsKey("bare");
    }

    private void add(String[] section, String word) {
        TimeRole role = TimeRole.named(section[0]);
        String last = section[section.length - 1];
        int value = last.matches("-?\\d+") ? Integer.parseInt(last) : 0;
        String unit = role == TimeRole.UNIT || role == TimeRole.FIXED ? section[1] : "";
        Entry entry = new Entry(word, role, unit, value);
        int star = word.indexOf('*');
        if (star >= 0) {
            forms.add(new Form(word.substring(0, star), word.substring(star + 1), entry));
        } else {
            phrases.computeIfAbsent(beginning(word, 0), c -> new ArrayList<>()).add(entry);
        }
    }

    /** The lexicon of {@code language}; English where it has none. */
    static TimeLexicon of(Language language) {
        return BY_LANGUAGE.getOrDefault(language.locale().getLanguage(), english());
    }

    /** The other languages that {@code text} may be in; none where it is long enough to tell its language. */
    List<TimeLexicon> others(String text) {
        if (text.length() >= SURE_OF_LANGUAGE) {
            return List.of();
        }
        return BY_LANGUAGE.values().stream()
                .filter(other -> other != this && other.isUnspaced() == isUnspaced())
                .toList();
    }

    private static TimeLexicon english() {
        return BY_LANGUAGE.values().iterator().next();
    }

    /** The longest phrase at {@code start}, or null. */
    @Nullable
    Entry at(String lower, int start) {
        Entry longest = longest(lower, start, beginning(lower, start));
        return longest == null ? longest(lower, start, lower.substring(start, start + 1)) : longest;
    }

    private @Nullable Entry longest(String lower, int start, String beginning) {
        for (Entry entry : phrases.getOrDefault(beginning, List.of())) {
            String phrase = entry.text();
            if (lower.startsWith(phrase, start) && endsWord(lower, start + phrase.length())) {
                return entry;
            }
        }
        return null;
    }

    /** The two characters by which phrases are found. */
    private static String beginning(String text, int start) {
        return text.substring(start, Math.min(start + 2, text.length()));
    }

    /** The role of a word by its form alone, or null. */
    @Nullable
    Entry byForm(String lowerWord) {
        for (Form form : forms) {
            if (form.fits(lowerWord)) {
                return form.entry();
            }
        }
        return null;
    }

    private boolean endsWord(String lower, int end) {
        return isUnspaced()
                || end == lower.length()
                || !Character.isLetterOrDigit(lower.charAt(end))
                || !Character.isLetterOrDigit(lower.charAt(end - 1));
    }

    boolean isUnspaced() {
        return language.equals("zh") || language.equals("ja");
    }

    boolean is(String code) {
        return language.equals(code);
    }

    /** Whether a weekday needs no preposition to be a day. */
    boolean hasBareWeekdays() {
        return bareWeekdays;
    }

    private static Map<String, TimeLexicon> all(String... languages) {
        Map<String, TimeLexicon> lexicons = new LinkedHashMap<>();
        for (String language : languages) {
            lexicons.put(language, new TimeLexicon(language));
        }
        return lexicons;
    }
}
