package io.memu4j.internal.understand.rules;

import io.memu4j.internal.text.Language;
import io.memu4j.internal.text.WordTokens;
import io.memu4j.internal.text.Words;
import io.memu4j.internal.understand.rules.sentence.Verbs;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the things a text names, without grammar: what follows "a", "the", "my" or "about", and what is written like a name. */
final class NounPhrases {
    private static final Pattern TOKEN =
            Pattern.compile("[\\p{L}\\p{N}]+(?:['’+-][\\p{L}\\p{N}]+)*\\+?|[^\\p{L}\\p{N}\\s]");
    private static final Pattern ADJECTIVE =
            Pattern.compile(".*(?:ful|ous|ive|able|ible|less|ish|ly|ical|ing|ed|er|est|ic|al|ant|ent)$");
    private static final int LONGEST = 3;

    private NounPhrases() {}

    /** The phrases in order, as written, with "a" where it stands there and no other article; empty for languages without blanks. */
    static List<String> in(String text, Language language) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        List<String> phrases = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            boolean led = i > 0 && has(Words.LEAD, tokens.get(i - 1), language);
            boolean name = i > 0
                    && isName(tokens.get(i))
                    && Character.isLetter(tokens.get(i - 1).codePointAt(0));
            int start = led || name ? start(tokens, i, language) : i;
            int end = led || name ? end(tokens, start, language) : i;
            if (end > start) {
                String phrase = String.join(" ", tokens.subList(start, end));
                boolean whole =
                        end - start < LONGEST && (end == tokens.size() || !mayBelong(tokens.get(end), language));
                boolean counted = whole && start == i && tokens.get(i - 1).matches("an?") && !phrase.endsWith("s");
                phrases.add(counted ? tokens.get(i - 1) + " " + phrase : phrase);
                i = end - 1;
            }
        }
        return phrases;
    }

    /** Behind the words that say only how the thing is, or what is done with it. */
    private static int start(List<String> tokens, int first, Language language) {
        int start = first;
        while (start < tokens.size() && start - first < LONGEST && isNoPart(tokens.get(start), language)) {
            start++;
        }
        return start;
    }

    private static boolean isNoPart(String token, Language language) {
        return (!isName(token) && has(Words.QUALITY, token, language)) || isDoing(token, language);
    }

    private static boolean isDoing(String token, Language language) {
        return language.isEnglish()
                && token.endsWith("ing")
                && token.length() > 5
                && !has(Words.ACTIVITY, token, language);
    }

    /** Where the phrase ends that starts at {@code start}; {@code start} itself where none does. */
    private static int end(List<String> tokens, int start, Language language) {
        int end = start;
        while (end < tokens.size() && end - start < LONGEST && mayBelong(tokens.get(end), language)) {
            end++;
        }
        while (end > start && !mayEnd(tokens.get(end - 1), language)) {
            end--;
        }
        return end;
    }

    private static boolean mayBelong(String token, Language language) {
        String word = lower(token);
        boolean letters = Character.isLetter(token.codePointAt(0)) && token.length() > 2;
        boolean verb = language.isEnglish() && (Verbs.isClearBase(word) || Verbs.isPast(word) || Verbs.isAdverb(word));
        boolean other = has(Words.VERBS, token, language) || isNoPart(token, language);
        return letters
                && !verb
                && !other
                && !language.isStopWord(word)
                && !token.contains("'")
                && !token.contains("’")
                && isMoodless(token, language);
    }

    private static boolean mayEnd(String token, Language language) {
        String word = lower(token);
        if (has(Words.GENERAL, token, language) || (language.isEnglish() && Verbs.isBase(word))) {
            return false;
        }
        boolean noun = !ADJECTIVE.matcher(word).matches()
                || has(Words.NOUN, token, language)
                || has(Words.ACTIVITY, token, language);
        return language.isEnglish() ? noun || isName(token) : !language.capitalisesNouns() || isName(token);
    }

    private static boolean isMoodless(String token, Language language) {
        return !has(Words.MOOD, token, language)
                && !has(Words.OPENING, token, language)
                && !has(Words.THANKS, token, language);
    }

    private static boolean has(Words words, String token, Language language) {
        return language.phrases(words).in(WordTokens.of(token));
    }

    private static boolean isName(String token) {
        return Character.isUpperCase(token.codePointAt(0));
    }

    private static String lower(String token) {
        return token.toLowerCase(Locale.ROOT);
    }
}
