package io.memu4j.internal.search.text;

import io.memu4j.internal.text.Scripts;
import io.memu4j.internal.text.WordLists;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.CharArraySet;

/** Recognises questions for the order of events: "In what order did I bring up the parts of the trip?". */
public final class EventOrder {
    private static final Map<String, List<String>> LISTS = WordLists.read(EventOrder.class, "order-words.txt");
    private static final Pattern ASKS = Pattern.compile(LISTS.getOrDefault("ask", List.of()).stream()
            .map(EventOrder::bounded)
            .collect(Collectors.joining("|")));
    private static final Set<String> FRAME = new HashSet<>(LISTS.getOrDefault("frame", List.of()));
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['\u2019][\\p{L}\\p{N}]+)*");

    private EventOrder() {}

    /** Returns whether a question asks in which order something happened or was said. */
    public static boolean isAsked(String question) {
        return ASKS.matcher(question.toLowerCase(Locale.ROOT)).find();
    }

    /**
     * Returns what such a question is about, without the words that ask for an order and those of talk: "the trip". Empty for other
     * questions, and where no word is left.
     */
    public static Optional<String> theme(String question) {
        if (!isAsked(question)) {
            return Optional.empty();
        }
        String plain = ASKS.matcher(question.toLowerCase(Locale.ROOT))
                .replaceAll(asked -> " ".repeat(asked.end() - asked.start()));
        StringBuilder theme = new StringBuilder();
        StringBuilder between = new StringBuilder();
        CharArraySet functionWords = AnalysisLanguage.of(question).functionWords();
        Matcher words = WORD.matcher(plain);
        while (words.find()) {
            String word = words.group();
            // Lower case keeps the length in all scripts but a few, where the plain words serve.
            String shown = plain.length() == question.length() ? question.substring(words.start(), words.end()) : word;
            if (FRAME.contains(word) || ConversationalWords.isOfTalk(word)) {
                continue;
            }
            if (functionWords.contains(word) || EnglishWords.ALL.contains(word)) {
                between.append(theme.isEmpty() ? "" : " " + shown);
                continue;
            }
            theme.append(theme.isEmpty() ? "" : between + " ").append(shown);
            between.setLength(0);
        }
        return theme.isEmpty() ? Optional.empty() : Optional.of(theme.toString());
    }

    private static String bounded(String phrase) {
        return Scripts.hasIdeographOrKana(phrase)
                ? Pattern.quote(phrase)
                : "(?<![\\p{L}\\p{N}])" + Pattern.quote(phrase) + "(?![\\p{L}\\p{N}])";
    }
}
