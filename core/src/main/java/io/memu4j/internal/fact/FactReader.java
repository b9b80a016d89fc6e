package io.memu4j.internal.fact;

import io.memu4j.internal.text.Language;
import io.memu4j.internal.value.Digests;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a statement says of things that change: by the table of its language, otherwise whether it is said or denied. Thread-safe. */
public final class FactReader {
    /** The longest statement that is read, in UTF-16 units. */
    private static final int LONGEST = 600;

    private static final Map<String, FactTable> TABLES = Map.of(
            "en",
            FactTable.of(
                    "en",
                    "\\b(?:if|would|could|might|maybe|perhaps|wish|hope|hoping|wants?|wanted|plan|planning|thinking|consider|considering"
                            + "|going to|gonna|will|should|imagine|dream|dreamed|dreaming|used to|when|before|until|unless|ever|never|almost"
                            + "|nearly|think|asked|ask|whether|pretend|as though|says?|said|told|like it)\\b|'ll\\b"),
            "de",
            FactTable.of(
                    "de",
                    "\\b(?:wenn|falls|würde|könnte|vielleicht|möchte|will|wollen|hoffe|plane|überlege|sollte|früher|als|bevor|ob"
                            + "|beinahe|fast|glaube|träume)\\b"));

    /** The fact of a statement that no row of the table knows begins so; the rest is made of its words. */
    static final String WORDS = "words:";

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’][\\p{L}]+)?");
    private static final Pattern NUMBER = Pattern.compile("\\p{N}+");
    private static final Pattern NEGATION = Pattern.compile(
            "n['’]t$|^(?:not|never|no|nor|cannot|cant|dont|doesnt|isnt|arent|wont|nicht|nie|niemals|kein|keine|keinen|keinem|keiner)$");
    private static final Set<String> LIGHT = Set.of(
            "do", "does", "did", "am", "is", "are", "'m", "i", "i'm", "any", "anymore", "longer", "more", "mehr", "at",
            "all", "a", "an", "the", "can", "ca", "now", "really", "ich", "bin", "ist", "ein", "eine", "einen", "it's",
            "it", "very");

    private FactReader() {}

    /**
     * Returns what a statement says, the most telling claim first; empty for a question or a very long one.
     *
     * @param speaker who says it, or null; the name counts as "I"
     */
    static List<Claim> read(String statement, @Nullable String speaker) {
        String sentence = inFirstPerson(statement.strip(), speaker);
        if (sentence.length() > LONGEST || sentence.endsWith("?")) {
            return List.of();
        }
        FactTable table = TABLES.get(Language.of(sentence).locale().getLanguage());
        List<Claim> claims = table == null ? List.of() : table.read(sentence);
        return claims.isEmpty() ? saidOrDenied(sentence) : claims;
    }

    /** Returns what a statement is about first, as {@link io.memu4j.model.MemoryItem#fact()} keeps it, or null. */
    public static @Nullable String factOf(String statement, @Nullable String speaker) {
        List<Claim> claims = read(statement, speaker);
        return claims.isEmpty() ? null : claims.get(0).fact();
    }

    /**
     * Returns whether a row of the tables reads a sentence, or it tells of a change of such a thing; what somebody likes does not count.
     *
     * @param speaker who says it, or null
     */
    public static boolean tells(String sentence, @Nullable String speaker) {
        return News.isIn(sentence)
                || read(sentence, speaker).stream()
                        .anyMatch(claim ->
                                !claim.fact().startsWith(WORDS) && !claim.fact().startsWith("like:"));
    }

    private static String inFirstPerson(String statement, @Nullable String speaker) {
        if (speaker == null || speaker.isBlank() || !statement.contains(speaker.strip())) {
            return statement;
        }
        String name = Pattern.quote(speaker.strip());
        return statement
                .replaceAll("(?<![\\p{L}\\p{N}])" + name + "['’]s(?![\\p{L}\\p{N}])", "my")
                .replaceAll("(?<![\\p{L}\\p{N}])" + name + "(?![\\p{L}\\p{N}'’])", "I");
    }

    /** Returns the numbers in a statement, in their order. */
    static List<String> numbers(String statement) {
        return NUMBER.matcher(statement).results().map(MatchResult::group).toList();
    }

    /** Returns whether a statement has an odd number of negations. */
    static boolean isDenied(String statement) {
        return WORD.matcher(statement.toLowerCase(Locale.ROOT))
                                .results()
                                .filter(word -> NEGATION.matcher(word.group()).find())
                                .count()
                        % 2
                != 0;
    }

    /** Returns whether a word in lower case is an article, a pronoun or an auxiliary. */
    static boolean isLight(String word) {
        return LIGHT.contains(word);
    }

    /** A statement and its negation have the same words otherwise. */
    private static List<Claim> saidOrDenied(String sentence) {
        Set<String> words = new TreeSet<>();
        for (String word : Telling.of(sentence).words()) {
            if (!NEGATION.matcher(word).find()) {
                words.add(word);
            }
        }
        if (words.size() < 2) {
            return List.of();
        }
        String key = Digests.sha256(String.join(" ", words)).substring(0, 32);
        return List.of(new Claim(WORDS + key, Claim.Role.ONE, isDenied(sentence) ? "no" : "yes", ""));
    }
}
